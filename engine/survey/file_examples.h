#pragma once

#include <array>

#include "engine/diag/example.h"
#include "engine/survey/file_diagnostics.h"

namespace kijun::survey {

/// Held apart because a string literal alone would end at its NUL.
inline constexpr char kNulText[] = "中津原市,○,連絡\0";

/// A wrong and a right text for each diagnostic of file_diagnostics.h.
inline constexpr std::array kFileExamples{
    diag::Example{&kUnreadableFile, diag::ExamplePlace::kManifest, R"(file = "answer.csv")", R"(file = "answers.csv")"},
    diag::Example{&kUndecodableByte, diag::ExamplePlace::kAnswers, "中津原市,○,\x98\x41\x97\x8D", "中津原市,○,連絡"},
    diag::Example{&kNulByte, diag::ExamplePlace::kAnswers, {kNulText, sizeof(kNulText) - 1}, "中津原市,○,連絡"},
    diag::Example{&kEmptyFile, diag::ExamplePlace::kAnswers, "",
                  R"(団体名,状況,備考,想定
中津原市,○,連絡会議を協議の場としている,○
霧ヶ丘市,△,平成31年度に設置予定,×
夢見町,×,,×
)"},
    diag::Example{&kUnterminatedQuote, diag::ExamplePlace::kAnswers, R"(中津原市,○,"連絡会議を協議の場としている,○)",
                  R"(中津原市,○,"連絡会議を協議の場としている",○)"},
    diag::Example{&kStrayQuote, diag::ExamplePlace::kAnswers, R"(中津原市,○,既存の"連絡会議"を協議の場としている,○)",
                  R"(中津原市,○,"既存の""連絡会議""を協議の場としている",○)"},
    diag::Example{&kTextAfterQuote, diag::ExamplePlace::kAnswers, R"(中津原市,○,"連絡会議"を協議の場としている,○)",
                  R"(中津原市,○,"""連絡会議""を協議の場としている",○)"},
    diag::Example{&kWrongCellCount, diag::ExamplePlace::kAnswers, "霧ヶ丘市,△,平成31年度,下半期に設置予定,×",
                  R"(霧ヶ丘市,△,"平成31年度,下半期に設置予定",×)"},
    diag::Example{&kCellTooLong, diag::ExamplePlace::kAnswers,
                  R"(中津原市,○,"あああ…
",○)",
                  R"(中津原市,○,"ああああ",○)"},
    diag::Example{&kBlankRecord, diag::ExamplePlace::kAnswers,
                  R"(霧ヶ丘市,△
,
夢見町,×)",
                  R"(霧ヶ丘市,△
夢見町,×)"},
};

}  // namespace kijun::survey
