#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/base/threads.h"
#include "engine/survey/column_writer.h"
#include "engine/survey/survey_blocks.h"
#include "engine/survey/world.h"
#include "tests/unit/survey/facilities.h"
#include "tests/unit/survey/survey_support.h"

// Surveys whose answer file lists its subjects, and the two ways in which blocks of rows are split: by vectors and, when a
// record is odd, carefully.
namespace kijun::survey {
namespace {

using table::MissingReason;
using testing::SmallSurvey;

class ListedSurveyTest : public ::testing::Test {
 protected:
  ListedSurveyTest() {
    survey_.write("survey.toml", testing::facility_manifest());
    write(
        "F-1,あおば館,北部,○,有,10,0.5,1200,2018-04-01,居宅,医療、教育,\n"
        "F-2,,chubu,×,無,,,,,保育,,\"読む\"\"べき\"\"備考\"\n"
        "F-10,\"みどり, 本館\",,,,,,,,,,\n");
  }

  void write(std::string_view records) {
    survey_.write("answers.csv", std::string(testing::kFacilityHeadings) + std::string(records));
  }
  [[nodiscard]] const SurveyTable& table() const { return survey_.table(); }
  [[nodiscard]] std::string answer(std::uint32_t row, std::string_view field) const {
    return testing::cell_text(table().cell({table::kRecordSpace, row}, survey_.field(field)));
  }

  SmallSurvey survey_{testing::facility_vocabulary()};
};

TEST_F(ListedSurveyTest, TakesItsSubjectsFromTheAnswerFile) {
  ASSERT_NE(survey_.load(), nullptr) << survey_.codes();
  EXPECT_EQ(survey_.codes(), "");
  ASSERT_EQ(table().num_rows(), 3U);
  EXPECT_EQ(table().subject({table::kRecordSpace, 0}).kind, "facility");
  EXPECT_EQ(table().subject({table::kRecordSpace, 0}).code, "F-1");
  EXPECT_EQ(table().subject({table::kRecordSpace, 0}).name.ja, "あおば館");
  EXPECT_EQ(table().record(1).name, "F-2");
  EXPECT_EQ(table().record(2).name, "みどり, 本館");
  EXPECT_EQ(table().record(2).kind, "facility");
  EXPECT_EQ(table().kind_label(2).ja, "事業所");
  EXPECT_EQ(table().zone_id(0), "hokubu");
  EXPECT_EQ(table().zone_id(1), "chubu");
  EXPECT_EQ(table().zone_id(2), "");
  EXPECT_EQ(table().order(2), 3);
  EXPECT_EQ(table().row_of("F-10"), 2U);
  EXPECT_EQ(table().row_of("F-3"), std::nullopt);
  EXPECT_EQ(table().subject_place(1).text(), "F-2");
  EXPECT_EQ(answer(0, "sectors"), "医療+教育");
  EXPECT_EQ(answer(1, "note"), "読む\"べき\"備考");
  EXPECT_EQ(answer(0, "shown"), "false");
  EXPECT_EQ(answer(1, "shown"), "(not_reviewed)");
  EXPECT_EQ(answer(1, "elsewhere"), "(absent)");
}

TEST_F(ListedSurveyTest, GroupsItsRowsByZone) {
  ASSERT_NE(survey_.load(), nullptr);
  EXPECT_EQ(table().groups_of(0, table::kZoneGroup), std::vector<std::uint32_t>{0});
  EXPECT_EQ(table().groups_of(1, table::kZoneGroup), std::vector<std::uint32_t>{1});
  EXPECT_TRUE(table().groups_of(2, table::kZoneGroup).empty());
  EXPECT_EQ(table().groups_of(2, table::kSurveyGroup), std::vector<std::uint32_t>{0});
  EXPECT_TRUE(table().groups_of(2, table::kBodyGroup).empty());
  const table::Grouping& zones = table().grouping(table::kZoneGroup);
  EXPECT_EQ(zones.members, (std::vector<std::vector<std::uint32_t>>{{0}, {1}, {}}));
  EXPECT_TRUE(zones.groups_of.empty());  // the rows themselves tell
  EXPECT_EQ(table().grouping(table::kSurveyGroup).members[0], (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_TRUE(table().grouping(table::kBodyGroup).members[0].empty());
}

TEST_F(ListedSurveyTest, BlocksBringRecordsGroupsAndTexts) {
  ASSERT_NE(survey_.load(), nullptr);
  table::BlockRequest request;
  request.raw_fields = {survey_.field("note"), survey_.field("elsewhere")};
  request.groups = {table::kZoneGroup, table::kSurveyGroup};
  request.records = true;
  table::Block block;
  const auto blocks = open_blocks(table());
  ASSERT_TRUE(blocks->next(request, table::kBlockRows, block).value());
  ASSERT_EQ(block.num_rows, 3U);
  EXPECT_TRUE(block.is_municipality.empty());
  EXPECT_EQ(block.records[1].code, "F-2");
  EXPECT_EQ(block.records[1].name, "F-2");
  EXPECT_EQ(block.records[2].name, "みどり, 本館");
  EXPECT_EQ(block.group_columns, (std::vector<std::vector<std::uint32_t>>{{0, 1, table::kNoGroup}, {0, 0, 0}}));
  EXPECT_EQ(block.raw_columns[0][1], "読む\"べき\"備考");
  EXPECT_EQ(block.raw_columns[1][1], "");
  EXPECT_FALSE(blocks->next(request, table::kBlockRows, block).value());
}

TEST_F(ListedSurveyTest, DecisionsLieOverItsAnswers) {
  survey_.write("decisions.toml", R"([[decision]]
kind = "correction"
subject = "F-1"
field = "places"
answer = "10"
value = 12
reason = { ja = "照会", en = "asked" }
source = "note"
by = "担当"
when = 2019-03-10
[[decision]]
kind = "attestation"
subject = "F-10"
field = "council"
value = "established"
reason = { ja = "照会", en = "asked" }
source = "note"
by = "担当"
when = 2019-03-10
)");
  ASSERT_NE(survey_.load(), nullptr) << survey_.codes();
  EXPECT_EQ(answer(0, "places"), "12");
  EXPECT_EQ(answer(2, "council"), "established");
  table::BlockRequest request;
  request.fields = {survey_.field("places"), survey_.field("council")};
  table::Block block;
  ASSERT_TRUE(open_blocks(table())->next(request, table::kBlockRows, block).value());
  EXPECT_EQ(block.columns[0].ints[0], 12);
  EXPECT_EQ(block.columns[1].missing[2], MissingReason::kNone);
  EXPECT_EQ(block.columns[1].codes[2], 0U);
}

TEST_F(ListedSurveyTest, RefusesASubjectTwiceInAnyOrder) {
  const std::string_view cases[] = {"F-1,,,,,,,,,,,\nF-1,,,,,,,,,,,\n",
                                    "F-2,,,,,,,,,,,\nF-1,,,,,,,,,,,\nF-2,,,,,,,,,,,\n",
                                    "F-1,,,,,,,,,,,\n\"F-1\",,,,,,,,,,,\n"};
  for (const std::string_view records : cases) {
    SCOPED_TRACE(records);
    write(records);
    EXPECT_EQ(survey_.load(), nullptr);
    EXPECT_EQ(survey_.codes(), "KJ4202");
  }
  write("F-3,,,,,,,,,,,\nF-1,,,,,,,,,,,\nF-2,,,,,,,,,,,\n");
  EXPECT_NE(survey_.load(), nullptr) << survey_.codes();
}

TEST_F(ListedSurveyTest, SaysWhichZonesItDoesNotKnow) {
  write("F-1,,北部圏,,,,,,,,,\nF-2,,北部圏,,,,,,,,,\n");
  EXPECT_EQ(survey_.load(), nullptr);
  EXPECT_EQ(survey_.codes(), "KJ4209");
  EXPECT_NE(survey_.report("KJ4209").find("`北部圏` is no zone of the register (2 rows)"), std::string::npos);
}

TEST_F(ListedSurveyTest, ReportsWrongCellsOfEveryColumn) {
  write("F-1,,,〇,有,10人,0.5,1200,2018-04-01,,,\nF-2,,,◎,有,１０,0.5,1200,昨日,,,\nF-3,,,〇,有,1,0.5,1200,,,,\n");
  ASSERT_NE(survey_.load(), nullptr);
  EXPECT_EQ(survey_.codes(), "KJ4310 KJ4309 KJ4310 KJ4311");
  EXPECT_NE(survey_.report("KJ4311").find("read as `○` (2 cells)"), std::string::npos);
  EXPECT_EQ(table().num_normalised(), 3U);
}

TEST_F(ListedSurveyTest, LosesADamagedRecordOnly) {
  write("F-1,,,○,,1,,,,,,\nF-2,,,○,\"x\"y,2,,,,,,\nF-3,,,○,,3\nF-4,,,○,,4,,,,,,\n,,,,,,,,,,,\n\nF-5,,,○,,5,,,,,,\n");
  EXPECT_EQ(survey_.load(), nullptr);
  EXPECT_EQ(survey_.codes(), "KJ4007 KJ4008 KJ4010");
}

// --- Both ways of splitting, and parse_answer.

/// Row `row` of a column, as text.
std::string value_text(const table::Column& column, std::uint32_t row, const table::Field& field) {
  Cell cell;
  cell.missing = column.missing[row];
  if (cell.missing == MissingReason::kNone) cell.value = value_at(column, row, field);
  return testing::cell_text(cell);
}

table::BlockRequest everything(const SmallSurvey& survey) {
  table::BlockRequest request;
  for (table::FieldIndex field = 0; field < survey.vocabulary().fields().size(); ++field) {
    request.fields.push_back(field);
    request.raw_fields.push_back(field);
  }
  request.groups = {table::kZoneGroup};
  request.records = true;
  return request;
}

/// Every cell of rows [first, first + count), read in blocks, on lines.
std::string read_rows(const SmallSurvey& survey, std::uint32_t first, std::uint32_t count, std::uint32_t max_rows) {
  const table::BlockRequest request = everything(survey);
  std::string text;
  table::Block block;
  const auto blocks = open_blocks(survey.table(), first, count);
  while (blocks->next(request, max_rows, block).value()) {
    for (std::uint32_t i = 0; i < block.num_rows; ++i) {
      text += fmt::format("{} {} {} {}", block.first_row + i, block.records[i].code, block.records[i].name,
                          block.group_columns[0][i]);
      for (table::FieldIndex field = 0; field < request.fields.size(); ++field) {
        const table::Column& column = block.columns[field];
        text += "|" + value_text(column, i, survey.vocabulary().field(field));
        text += "|" + std::string(block.raw_columns[field][i]);
        if (column.dictionary != nullptr && column.missing[i] == MissingReason::kNone) {
          EXPECT_EQ((*column.dictionary)[column.codes[i]], column.strings[i]);
        }
      }
      text += "\n";
    }
  }
  return text;
}

/// The same, cell by cell.
std::string read_cells(const SmallSurvey& survey) {
  const SurveyTable& table = survey.table();
  std::string text;
  for (std::uint32_t row = 0; row < table.num_rows(); ++row) {
    const std::vector<std::uint32_t> zones = table.groups_of(row, table::kZoneGroup);
    text += fmt::format("{} {} {} {}", row, table.record(row).code, table.record(row).name,
                        zones.empty() ? table::kNoGroup : zones.front());
    for (table::FieldIndex field = 0; field < survey.vocabulary().fields().size(); ++field) {
      const Cell cell = table.cell({table::kRecordSpace, row}, field);
      text += "|" + testing::cell_text(cell) + "|" + std::string(cell.raw);
    }
    text += "\n";
  }
  return text;
}

TEST_F(ListedSurveyTest, BlocksAreReadAsCellsAre) {
  constexpr std::uint32_t kRows = 5000;  // three blocks
  write(testing::random_facilities(kRows, 1));
  ASSERT_NE(survey_.load(), nullptr) << survey_.codes().substr(0, 200);
  const std::string cells = read_cells(survey_);
  EXPECT_EQ(read_rows(survey_, 0, kRows, table::kBlockRows), cells);
  EXPECT_EQ(read_rows(survey_, 0, kRows, 1000), cells);
  EXPECT_EQ(read_rows(survey_, 0, 2048, 5000) + read_rows(survey_, 2048, kRows, 5000), cells);
  EXPECT_EQ(read_rows(survey_, 4990, 3, 2), read_rows(survey_, 4990, 3, 100));
}

TEST_F(ListedSurveyTest, ACarefullyReadFileSaysTheSame) {
  constexpr std::uint32_t kRows = 4500;
  for (std::uint32_t seed = 2; seed < 4; ++seed) {
    const std::string records = testing::random_facilities(kRows, seed);
    write(records);
    ASSERT_NE(survey_.load(), nullptr);
    const std::string plain = read_cells(survey_);
    std::string codes = survey_.codes();
    const std::uint64_t num_normalised = table().num_normalised();
    // Blank records among the rows: no block but the last is plain now.
    std::string blank = records;
    blank.insert(0, ",,,,,,,,,,,\n");
    blank.insert(blank.find("\nF-2100,") + 1, "\n\n,,,,,,,,,,,\n");
    write(blank);
    ASSERT_NE(survey_.load(), nullptr);
    EXPECT_EQ(survey_.codes(), "KJ4010 KJ4010 " + codes);
    EXPECT_EQ(table().num_normalised(), num_normalised);
    EXPECT_EQ(read_cells(survey_), plain);
    EXPECT_EQ(read_rows(survey_, 0, kRows, table::kBlockRows), plain);
  }
}

TEST_F(ListedSurveyTest, CodesStringsThatRepeatAndNoOthers) {
  std::string records;
  for (std::uint32_t row = 0; row < 5000; ++row)
    records += fmt::format("{},,,,,,,,,{},,備考{}\n", row + 1, row % 7 == 0 ? "居宅" : "\"保\"\"育\"", row);
  write(records);
  ASSERT_NE(survey_.load(), nullptr);
  table::BlockRequest request;
  request.fields = {survey_.field("service"), survey_.field("note")};
  table::Block block;
  const auto blocks = open_blocks(table());
  while (blocks->next(request, table::kBlockRows, block).value()) {
    ASSERT_NE(block.columns[0].dictionary, nullptr);
    EXPECT_EQ(*block.columns[0].dictionary, (std::vector<std::string_view>{"", "居宅", "保\"育"}));
    EXPECT_EQ(block.columns[1].dictionary, nullptr);
  }
}

TEST_F(ListedSurveyTest, StopsCodingStringsThatTurnOutToBeDistinct) {
  std::string records;
  for (std::uint32_t row = 0; row < 7000; ++row) records += fmt::format("{},,,,,,,,,A-{},,\n", row + 1, row);
  write(records);
  ASSERT_NE(survey_.load(), nullptr);
  table::BlockRequest request;
  request.fields = {survey_.field("service")};
  table::Block block;
  const auto blocks = open_blocks(table());
  while (blocks->next(request, table::kBlockRows, block).value())
    EXPECT_EQ(block.columns[0].dictionary != nullptr, block.first_row == 0) << block.first_row;
}

TEST_F(ListedSurveyTest, CursorsOfSeveralThreadsReadDisjointRanges) {
  constexpr std::uint32_t kRows = 9000;
  write(testing::random_facilities(kRows, 5));
  ASSERT_NE(survey_.load(), nullptr);
  const std::string cells = read_cells(survey_);
  std::array<std::string, 3> parts;
  run_parallel(3, [&](std::uint32_t part) {
    parts[part] = read_rows(survey_, part * 2 * table::kBlockRows, 2 * table::kBlockRows, table::kBlockRows);
  });
  EXPECT_EQ(parts[0] + parts[1] + parts[2], cells);
}

TEST_F(ListedSurveyTest, JoinsAnEarlierSurveyByCode) {
  std::string earlier = testing::facility_manifest();
  earlier.replace(earlier.find("facilities-2018"), 15, "facilities-2017");
  earlier.replace(earlier.find("fiscal_year = 2018"), 18, "fiscal_year = 2017");
  survey_.write_path("pref/2017/survey.toml", earlier);
  survey_.write_path("pref/2017/decisions.toml", "");
  survey_.write_path("pref/2017/answers.csv",
                     std::string(testing::kFacilityHeadings) + "F-10,,,○,,7,,,,,,\nF-2,,,×,,8,,,,,,\n");
  SurveySeries* series = survey_.load("pref/2018", true);
  ASSERT_NE(series, nullptr) << survey_.codes();
  const table::Column places = table().earlier_field({}, survey_.field("places"), {table::kRecordSpace, 0, 3});
  EXPECT_EQ(places.missing, (std::vector{MissingReason::kNewSubject, MissingReason::kNone, MissingReason::kNone}));
  EXPECT_EQ(places.ints, (std::vector<std::int64_t>{0, 8, 7}));
  EXPECT_EQ(table().earlier_field({true, 2018}, survey_.field("places"), {table::kRecordSpace, 0, 1}).ints[0], 10);
  EXPECT_EQ(table().earlier_field({true, 2016}, survey_.field("places"), {table::kRecordSpace, 1, 1}).missing[0],
            MissingReason::kNoSurvey);
}

}  // namespace
}  // namespace kijun::survey
