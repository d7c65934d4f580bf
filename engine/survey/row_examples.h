#pragma once

#include <array>

#include "engine/diag/example.h"
#include "engine/survey/row_diagnostics.h"

namespace kijun::survey {

/// A wrong and a right text for each diagnostic of row_diagnostics.h.
inline constexpr std::array kRowExamples{
    diag::Example{&kMissingRow, diag::ExamplePlace::kAnswers,
                  R"(中津原市,○,連絡会議を協議の場としている,○
霧ヶ丘市,△,平成31年度に設置予定,×)",
                  R"(中津原市,○,連絡会議を協議の場としている,○
霧ヶ丘市,△,平成31年度に設置予定,×
夢見町,×,,×)"},
    diag::Example{&kDuplicateRow, diag::ExamplePlace::kAnswers,
                  R"(霧ヶ丘市,△,平成31年度に設置予定,×
夢見町,×,,×
霧ヶ丘市,○,,×)",
                  R"(霧ヶ丘市,△,平成31年度に設置予定,×
夢見町,×,,×)"},
    diag::Example{&kUnknownSubject, diag::ExamplePlace::kAnswers, "中津川市,○,連絡会議を協議の場としている,○",
                  "中津原市,○,連絡会議を協議の場としている,○"},
    diag::Example{&kAmbiguousSubject, diag::ExamplePlace::kAnswers, "夢見,○,,×", "南夢郡夢見村,○,,×"},
    diag::Example{&kAliasSubject, diag::ExamplePlace::kAnswers, "霧ケ丘市,△", "霧ヶ丘市,△"},
    diag::Example{&kNameCodeDisagree, diag::ExamplePlace::kAnswers, "992020,夢見町,△,,×", "992020,霧ヶ丘市,△,,×"},
    diag::Example{&kBlankSubject, diag::ExamplePlace::kAnswers,
                  R"(夢見町,×,,×
,○,,×)",
                  "夢見町,×,,×"},
    diag::Example{&kNoRows, diag::ExamplePlace::kAnswers, "団体名,状況,備考,想定",
                  R"(団体名,状況,備考,想定
中津原市,○,連絡会議を協議の場としている,○
霧ヶ丘市,△,平成31年度に設置予定,×
夢見町,×,,×)"},
    diag::Example{&kMissingColumn, diag::ExamplePlace::kManifest, R"(header = "協議の場の設置状況")",
                  R"(header = "協議の場の設置情況")"},
    diag::Example{&kDuplicateHeader, diag::ExamplePlace::kManifest,
                  R"(header = "備考"
field = "council_note")",
                  R"(index = 3
field = "council_note")"},
    diag::Example{&kUnmappedHeader, diag::ExamplePlace::kAnswers,
                  R"(団体名,状況,担当課
中津原市,○,障害福祉課
霧ヶ丘市,△,
夢見町,×,)",
                  R"(団体名,状況
中津原市,○
霧ヶ丘市,△
夢見町,×)"},
    diag::Example{&kMarkOutsideLegend, diag::ExamplePlace::kAnswers, "霧ヶ丘市,◎", "霧ヶ丘市,○"},
    diag::Example{&kUnreadableAnswer, diag::ExamplePlace::kAnswers, "霧ヶ丘市,△,約２名", "霧ヶ丘市,△,2"},
    diag::Example{&kFoldedMark, diag::ExamplePlace::kAnswers,
                  R"(中津原市,〇
霧ヶ丘市,〇)",
                  R"(中津原市,○
霧ヶ丘市,○)"},
    diag::Example{&kAnswerNotAsked, diag::ExamplePlace::kAnswers,
                  R"(架空県,○
中津原市,○)",
                  "中津原市,○"},
    diag::Example{&kUnknownRowZone, diag::ExamplePlace::kAnswers,
                  R"(9910000020,月見通所センター,ほくぶ,放課後等デイサービス,10,0,○,△,,令和7年度に策定予定
9910000046,なんぶ療育園,ほくぶ,児童発達支援,12,0.5,○,○,,)",
                  R"(9910000020,月見通所センター,北部,放課後等デイサービス,10,0,○,△,,令和7年度に策定予定
9910000046,なんぶ療育園,北部,児童発達支援,12,0.5,○,○,,)"},
};

}  // namespace kijun::survey
