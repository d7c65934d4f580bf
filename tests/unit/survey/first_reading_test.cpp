#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/base/threads.h"
#include "engine/survey/survey_blocks.h"
#include "tests/unit/survey/facilities.h"
#include "tests/unit/survey/survey_support.h"

// Whoever reads the rows of a survey first looks at its answers, too. However the rows are cut, and whichever columns are
// read, the same is found as by a check that does nothing else.
namespace kijun::survey {
namespace {

using testing::SmallSurvey;

using Range = std::pair<std::uint32_t, std::uint32_t>;  ///< First row and number of rows.

class FirstReadingTest : public ::testing::Test {
 protected:
  FirstReadingTest() { survey_.write("survey.toml", testing::facility_manifest()); }

  void write(std::string_view records) {
    survey_.write("answers.csv", std::string(testing::kFacilityHeadings) + std::string(records));
  }
  [[nodiscard]] const SurveyTable& table() const { return survey_.table(); }

  /// What a check by itself says.
  std::string check() {
    (void)survey_.load("pref/2018", true);
    return survey_.reports();
  }

  /// Reads ranges of rows, each on a thread of its own. True when all came to their ends.
  bool read(const std::vector<Range>& ranges, const table::BlockRequest& request, std::uint32_t max_rows,
            AnswerFindings& findings) {
    std::vector<char> ended(ranges.size());
    run_parallel(static_cast<std::uint32_t>(ranges.size()), [&](std::uint32_t i) {
      const auto blocks = open_unchecked_blocks(table(), findings, ranges[i].first, ranges[i].second);
      table::Block block;
      Result<bool> more = true;
      while (more && *more) more = blocks->next(request, max_rows, block);
      ended[i] = more ? 1 : 0;
    });
    return std::find(ended.begin(), ended.end(), 0) == ended.end();
  }

  SmallSurvey survey_{testing::facility_vocabulary()};
};

TEST_F(FirstReadingTest, FindsWhatACheckFindsHoweverRowsAreRead) {
  constexpr std::uint32_t kRows = 5000;  // three blocks
  write(testing::random_facilities(kRows, 11));
  const std::string expected = check();
  const std::uint64_t num_normalised = table().num_normalised();
  ASSERT_GT(num_normalised, 0U);
  ASSERT_NE(expected.find("KJ4310"), std::string::npos);

  table::BlockRequest nothing;
  table::BlockRequest some{{survey_.field("council"), survey_.field("opened_on"), survey_.field("cost")}, {}, {}, true};
  table::BlockRequest all;
  for (table::FieldIndex field = 0; field < survey_.vocabulary().fields().size(); ++field) all.fields.push_back(field);
  all.raw_fields = all.fields;
  all.groups = {table::kZoneGroup};
  const std::vector<Range> cuts[] = {
      {{0, kRows}}, {{2048, kRows}, {0, 2048}}, {{0, 64}, {64, 2500}, {2564, kRows}}, {{4999, 1}, {0, 4999}}};
  for (const std::vector<Range>& ranges : cuts) {
    for (const table::BlockRequest& request : {nothing, some, all}) {
      for (const std::uint32_t max_rows : {1000U, table::kBlockRows}) {
        SCOPED_TRACE(fmt::format("{} ranges, {} fields, {} rows", ranges.size(), request.fields.size(), max_rows));
        ASSERT_NE(survey_.load_unchecked(), nullptr);
        ASSERT_EQ(survey_.reports(), "");
        AnswerFindings findings;
        ASSERT_TRUE(read(ranges, request, max_rows, findings));
        ASSERT_TRUE(survey_.confirm(findings));
        EXPECT_EQ(survey_.reports(), expected);
        EXPECT_EQ(table().num_normalised(), num_normalised);
      }
    }
  }
}

TEST_F(FirstReadingTest, RowsThatNobodyReadAreLookedAtInTheEnd) {
  write(testing::random_facilities(3000, 12));
  const std::string expected = check();
  ASSERT_NE(survey_.load_unchecked(), nullptr);
  AnswerFindings findings;
  ASSERT_TRUE(read({{64, 1000}}, {}, table::kBlockRows, findings));
  ASSERT_TRUE(survey_.confirm(findings));
  EXPECT_EQ(survey_.reports(), expected);
}

TEST_F(FirstReadingTest, GivesUpWhereARecordIsNoRowAndSaysWhatACheckSays) {
  struct Case {
    std::string_view name;
    std::string_view record;  ///< In place of row 3001.
  };
  const Case cases[] = {
      {"a subject twice", "F-17,,,,,,,,,,,\n"},
      {"no subject", ",,北部,,,,,,,,,\n"},
      {"an unknown zone", "F-3001,,東部,,,,,,,,,\n"},
      {"too few cells", "F-3001,,,,\n"},
      {"too many cells", "F-3001,,,,,,,,,,,,\n"},
      {"a stray quote", "F-3001,,,,,,,,,a\"b,,\n"},
      {"a blank line", "\n"},
  };
  for (const Case& wrong : cases) {
    SCOPED_TRACE(wrong.name);
    std::string records = testing::random_facilities(5000, 13);
    const std::size_t at = records.find("\nF-3001,") + 1;
    records.replace(at, records.find("\nF-3002,") + 1 - at, wrong.record);
    write(records);
    const std::string expected = check();
    if (survey_.load_unchecked() != nullptr && !table().are_answers_checked()) {
      AnswerFindings findings;
      (void)read({{0, 2560}, {2560, 5000}}, {}, table::kBlockRows, findings);
      EXPECT_FALSE(survey_.confirm(findings));
      EXPECT_EQ(survey_.reports(), "");
      const bool is_sound = survey_.reread() != nullptr;
      EXPECT_EQ(is_sound, wrong.name == "a blank line");
      if (is_sound) {
        EXPECT_EQ(table().num_rows(), 4999U);
      }
    }
    EXPECT_EQ(survey_.reports(), expected);
  }
}

TEST_F(FirstReadingTest, IsNotLeftOpenWhereDecisionsRestOnAnswers) {
  write("F-1,,,○,,10,,,,,,\n");
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
)");
  ASSERT_NE(survey_.load_unchecked(), nullptr) << survey_.codes();
  EXPECT_TRUE(table().are_answers_checked());
}

}  // namespace
}  // namespace kijun::survey
