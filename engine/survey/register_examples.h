#pragma once

#include <array>

#include "engine/diag/example.h"
#include "engine/survey/register_diagnostics.h"

namespace kijun::survey {

/// A wrong and a right text for each diagnostic of register_diagnostics.h.
inline constexpr std::array kRegisterExamples{
    diag::Example{&kBadCheckDigit, diag::ExamplePlace::kMunicipalities,
                  "992021,霧ヶ丘市,きりがおかし,Kirigaoka City,city,3",
                  "992020,霧ヶ丘市,きりがおかし,Kirigaoka City,city,3"},
    diag::Example{&kCodeNotValid, diag::ExamplePlace::kAnswers,
                  R"(霧ヶ丘市,△,平成31年度に設置予定,×
夢見町,×,,×)",
                  "霧ヶ丘市,△,平成31年度に設置予定,×"},
    diag::Example{&kMalformedCode, diag::ExamplePlace::kMunicipalities,
                  "99202,霧ヶ丘市,きりがおかし,Kirigaoka City,city,3",
                  "992020,霧ヶ丘市,きりがおかし,Kirigaoka City,city,3"},
    diag::Example{&kDuplicateCode, diag::ExamplePlace::kMunicipalities,
                  R"(992020,霧ヶ丘市,きりがおかし,Kirigaoka City,city,3
992020,夢見町,ゆめみまち,Yumemi Town,town,4)",
                  R"(992020,霧ヶ丘市,きりがおかし,Kirigaoka City,city,3
993018,夢見町,ゆめみまち,Yumemi Town,town,4)"},
    diag::Example{&kUnknownKind, diag::ExamplePlace::kMunicipalities,
                  "992011,中津原市,なかつはらし,Nakatsuhara City,core,2",
                  "992011,中津原市,なかつはらし,Nakatsuhara City,core_city,2"},
    diag::Example{&kUnknownZone, diag::ExamplePlace::kMunicipalities,
                  "992011,中津原市,なかつはらし,Nakatsuhara City,core_city,hokbu,2",
                  "992011,中津原市,なかつはらし,Nakatsuhara City,core_city,hokubu,2"},
    diag::Example{&kRegisterColumn, diag::ExamplePlace::kMunicipalities, "code,name,kana,english,kind,order",
                  "code,name,kana,name_en,kind,order"},
    diag::Example{&kRegisterValue, diag::ExamplePlace::kMunicipalities,
                  "992011,中津原市,なかつはらし,Nakatsuhara City,core_city,二",
                  "992011,中津原市,なかつはらし,Nakatsuhara City,core_city,2"},
    diag::Example{&kUnknownSuccessor, diag::ExamplePlace::kMunicipalities,
                  "993018,夢見町,ゆめみまち,Yumemi Town,town,4,2019-09-30,992038",
                  "993018,夢見町,ゆめみまち,Yumemi Town,town,4,2019-09-30,992020"},
    diag::Example{&kWrongValidity, diag::ExamplePlace::kMunicipalities,
                  "993018,夢見町,ゆめみまち,Yumemi Town,town,4,2020-04-01,2019-09-30",
                  "993018,夢見町,ゆめみまち,Yumemi Town,town,4,2006-04-01,2019-09-30"},
    diag::Example{&kWrongPrefecture, diag::ExamplePlace::kRegister, R"(prefecture = "992011")",
                  R"(prefecture = "990001")"},
    diag::Example{&kRegisterUnknownColumn, diag::ExamplePlace::kMunicipalities,
                  "code,name,kana,name_en,kind,counties,order", "code,name,kana,name_en,kind,county,order"},
    diag::Example{&kPrefectureInZone, diag::ExamplePlace::kMunicipalities,
                  "990001,架空県,かくうけん,Kakuu Prefecture,prefecture,hokubu,1",
                  "990001,架空県,かくうけん,Kakuu Prefecture,prefecture,,1"},
    diag::Example{&kSameTile, diag::ExamplePlace::kMunicipalities,
                  "992020,霧ヶ丘市,きりがおかし,Kirigaoka City,city,3,2,1",
                  "992020,霧ヶ丘市,きりがおかし,Kirigaoka City,city,3,3,1"},
    diag::Example{&kGlossaryEmpty, diag::ExamplePlace::kGlossary, R"(from = { ja = "", en = "council" })",
                  R"(from = { ja = "協議の場", en = "council" })"},
    diag::Example{&kGlossaryTwice, diag::ExamplePlace::kGlossary, R"(from.en = "Council")", R"(from.en = "councils")"},
    diag::Example{&kGlossaryBrace, diag::ExamplePlace::kGlossary, R"(to.ja = "{name}の会議")", R"(to.ja = "会議")"},
    diag::Example{&kGlossaryOneSide, diag::ExamplePlace::kGlossary, R"(from = { ja = "協議の場", en = "council" })",
                  R"(from = { ja = "協議の場" })"},
    diag::Example{&kGlossaryUnused, diag::ExamplePlace::kGlossary, R"(from.ja = "協義の場")",
                  R"(from.ja = "協議の場")"},
    diag::Example{&kDuplicateGroup, diag::ExamplePlace::kBodies,
                  R"(id = "north"
name = { ja = "西部協議会", en = "Western Council" })",
                  R"(id = "west"
name = { ja = "西部協議会", en = "Western Council" })"},
    diag::Example{&kUnknownMember, diag::ExamplePlace::kBodies, R"(members = ["992020", "夢見町"])",
                  R"(members = ["992020", "993018"])"},
    diag::Example{&kPrefectureMember, diag::ExamplePlace::kBodies, R"(members = ["992020", "993018", "990001"])",
                  R"(members = ["992020", "993018"]
prefecture_involved = true)"},
    diag::Example{&kDuplicateMember, diag::ExamplePlace::kBodies, R"(members = ["992020", "993018", "992020"])",
                  R"(members = ["992020", "993018"])"},
};

}  // namespace kijun::survey
