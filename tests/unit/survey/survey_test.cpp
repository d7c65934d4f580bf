#include "engine/survey/survey.h"

#include <gtest/gtest.h>

#include "engine/base/sha256.h"
#include "engine/survey/survey_blocks.h"
#include "engine/survey/survey_diagnostics.h"
#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

using table::MissingReason;
using testing::SmallSurvey;

TEST(SurveyTest, GivesEveryCellWithRawTextAndPlace) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.codes(), "");
  const Cell cell = survey.cell("霧ヶ丘市", "council");
  EXPECT_EQ(testing::cell_text(cell), "planned");
  EXPECT_EQ(cell.raw, "△");
  EXPECT_EQ(cell.origin, CellOrigin::kAnswer);
  EXPECT_EQ(cell.place.source->path(), "pref/2018/answers.csv");
  EXPECT_EQ(survey.table().input_name(*cell.place.source), "answers.csv");
  EXPECT_EQ(cell.place.source->line_column(cell.place.begin).line, 4U);
  EXPECT_EQ(survey.answer("夢見町", "council"), "(blank)");
  EXPECT_EQ(survey.answer("夢見町", "shared"), "(absent)");
  EXPECT_EQ(survey.answer("架空県", "meetings"), "(not_applicable)");
  EXPECT_EQ(survey.answer("架空県", "centre"), "(absent)");
  EXPECT_EQ(survey.answer("月影市", "meetings"), "0");
}

TEST(SurveyTest, NamesItsSubjects) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  const SurveyTable& table = survey.table();
  EXPECT_EQ(table.num_rows(), 5U);
  EXPECT_EQ(table.subject({table::kRecordSpace, 0}).kind, "prefecture");
  EXPECT_EQ(table.subject({table::kRecordSpace, 1}).kind, "municipality");
  EXPECT_EQ(table.subject({table::kRecordSpace, 1}).name.en, "Nakatsuhara City");
  EXPECT_EQ(table.record(1).kind, "core_city");
  EXPECT_EQ(table.subject({table::group_space(table::kBodyGroup), 0}).code, "north");
  EXPECT_EQ(table.subject({table::group_space(table::kSurveyGroup), 0}).code, "kakuu");
  EXPECT_EQ(table.rows_in_order(), (std::vector<std::uint32_t>{0, 1, 2, 4, 3}));
}

TEST(SurveyTest, GroupsHoldMunicipalitiesOnlyAndExistWithoutAny) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  const SurveyTable& table = survey.table();
  const table::Grouping& zones = table.grouping(table::kZoneGroup);
  ASSERT_EQ(table.groups(table::kZoneGroup).size(), 3U);
  EXPECT_EQ(table.groups(table::kZoneGroup)[0].code, "hokubu");
  EXPECT_EQ(zones.members[0], (std::vector<std::uint32_t>{2, 4}));
  EXPECT_EQ(zones.members[1], (std::vector<std::uint32_t>{1, 3}));
  EXPECT_TRUE(zones.members[2].empty());
  EXPECT_TRUE(zones.groups_of[0].empty());
  EXPECT_EQ(table.grouping(table::kBodyGroup).members[0], (std::vector<std::uint32_t>{2, 4}));
  EXPECT_EQ(table.grouping(table::kSurveyGroup).members[0], (std::vector<std::uint32_t>{1, 2, 3, 4}));
}

TEST(SurveyTest, BodiesHaveTheirAttributes) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  const SurveyTable& table = survey.table();
  EXPECT_EQ(table.group_attribute(table::kBodyGroup, table::kBodyConfirmed).ints[0], 1);
  EXPECT_EQ(table.group_attribute(table::kBodyGroup, table::kBodyPrefectureInvolved).missing[0],
            MissingReason::kAbsent);
  EXPECT_EQ(table.group_attribute(table::kBodyGroup, table::kBodyAgreementDate).ints[0],
            Date::from_ymd(2018, 6, 1)->days());
  EXPECT_EQ(table.group_attribute(table::kBodyGroup, table::kBodySecretariat).strings[0], "霧ヶ丘市");
}

TEST(SurveyTest, ADerivedGroupJoinsTheOthers) {
  SmallSurvey survey;
  SurveySeries* series = survey.load();
  ASSERT_NE(series, nullptr);
  table::GroupKind kind;
  kind.id = "size";
  table::Grouping grouping{{{1, 3}}, {{}, {0}, {}, {0}, {}}};
  const table::GroupId id = series->audited().add_group(kind, grouping, {{"size", "large", {"大", "large"}}});
  EXPECT_EQ(id, 3U);
  EXPECT_EQ(survey.table().group_kinds()[id].id, "size");
  EXPECT_EQ(survey.table().grouping(id).members[0], (std::vector<std::uint32_t>{1, 3}));
  EXPECT_EQ(survey.table().subject({table::group_space(id), 0}).name.en, "large");
  EXPECT_EQ(survey.table().group_field(id, survey.field("council")).missing[0], MissingReason::kNotApplicable);
}

TEST(SurveyTest, StreamsTheColumnsAskedForInBlocks) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  const auto blocks = open_blocks(survey.table(), 1, 3);
  table::BlockRequest request;
  request.fields = {survey.field("meetings"), survey.field("council"), survey.field("centre")};
  request.raw_fields = {survey.field("council"), survey.field("centre")};
  request.groups = {table::kSurveyGroup};
  request.records = true;
  table::Block block;
  ASSERT_TRUE(blocks->next(request, 2, block).value());
  EXPECT_EQ(block.first_row, 1U);
  ASSERT_EQ(block.num_rows, 2U);
  EXPECT_EQ(block.is_municipality, (std::vector<std::uint8_t>{1, 1}));
  EXPECT_EQ(block.group_columns, (std::vector<std::vector<std::uint32_t>>{{0, 0}}));
  EXPECT_EQ(block.records[0].code, "992011");
  EXPECT_EQ(block.columns[0].ints[0], 3);
  EXPECT_EQ(block.columns[0].missing[1], MissingReason::kBlank);
  EXPECT_EQ(block.columns[1].codes[1], 1U);
  EXPECT_EQ(block.columns[2].missing[0], MissingReason::kNotApplicable);
  EXPECT_EQ(block.raw_columns[0][1], "△");
  EXPECT_EQ(block.raw_columns[1][1], "");
  ASSERT_TRUE(blocks->next(request, 2, block).value());
  EXPECT_EQ(block.first_row, 3U);
  EXPECT_EQ(block.num_rows, 1U);
  EXPECT_FALSE(blocks->next(request, 2, block).value());
}

TEST(SurveyTest, HashesEveryFileItReadInOrder) {
  SmallSurvey survey;
  survey.write("decisions.toml", "# nothing yet\n");
  ASSERT_NE(survey.load(), nullptr);
  std::string roles;
  for (const InputFile& input : survey.table().inputs()) roles += input.role + "=" + input.name + " ";
  EXPECT_EQ(roles,
            "manifest=survey.toml register=../register.toml municipalities=../municipalities.csv zones=../zones.toml "
            "bodies=../bodies.toml answers=answers.csv decisions=decisions.toml ");
  EXPECT_EQ(survey.table().inputs().back().sha256.hex(), sha256_hex("# nothing yet\n"));
}

TEST(SurveyTest, ReadsTypedColumnsOfAWiderForm) {
  SmallSurvey survey;
  survey.edit("survey.toml", "header = \"回数\"\nfield = \"meetings\"",
              "header = \"設置日\"\nfield = \"opened_on\"\n[[column]]\nheader = \"分野\"\nfield = "
              "\"sectors\"\n[[column]]\nheader = \"共同\"\nfield = \"shared\"");
  survey.write(
      "answers.csv",
      "団体名,協議の場,備考,設置日,分野,共同\n中津原市,○,\"「要綱」\"\"改正\"\"\",平成30年度,\"医療,教育\",有\n"
      "霧ヶ丘市,,,,,\n月影市,,,,,\n夢見町,,,31年度,福祉,？\n");
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.codes(), "KJ4310 KJ4309 KJ4309");
  EXPECT_EQ(survey.answer("中津原市", "opened_on"), "2019-03-31");
  EXPECT_EQ(survey.answer("中津原市", "sectors"), "medical+education");
  EXPECT_EQ(survey.answer("中津原市", "shared"), "true");
  EXPECT_EQ(survey.answer("中津原市", "council_note"), "「要綱」\"改正\"");
  EXPECT_EQ(survey.cell("中津原市", "council_note").raw, "「要綱」\"改正\"");
}

TEST(SurveyTest, DiagnosticsHaveDistinctCodesAndBothLanguages) {
  std::string last;
  std::vector<std::string_view> codes;
  for (const diag::Definition* definition : kDiagnostics) {
    codes.push_back(definition->code);
    EXPECT_TRUE(definition->code.starts_with("KJ4")) << definition->code;
    EXPECT_FALSE(definition->message.ja.empty()) << definition->code;
    EXPECT_FALSE(definition->message.en.empty()) << definition->code;
    EXPECT_EQ(definition->hint.ja.empty(), definition->hint.en.empty()) << definition->code;
  }
  std::sort(codes.begin(), codes.end());
  EXPECT_EQ(std::adjacent_find(codes.begin(), codes.end()), codes.end());
}

}  // namespace
}  // namespace kijun::survey
