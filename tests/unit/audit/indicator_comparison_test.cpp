#include "engine/audit/compare/indicator_comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/policy/pack.h"
#include "engine/survey/series.h"
#include "tests/unit/audit/audit_support.h"

namespace kijun::audit {
namespace {

using testing::Contains;
using testing::Key;
using testing::Not;

/// Two sides with one indicator, without a split.
class TwoRates {
 public:
  TwoRates(RateCount old_rate, RateCount new_rate) {
    add(before_table, old_rate);
    add(after_table, new_rate);
    after_table.head.data_hash = "another";
    corners.tables[kOldCorner] = &before_table;
    corners.tables[kNewCorner] = &after_table;
    for (SideFacts* facts : {&before, &after}) *facts = {form("○ = established"), meanings("same")};
  }

  SideFacts before;
  SideFacts after;
  ResultTable before_table;
  ResultTable after_table;
  Corners corners;

  static Form form(const std::string& legend) { return {{{"council", {{"協議の場", "Council"}, legend}}}}; }
  static IndicatorMeanings meanings(const std::string& hash) {
    return {{"rate", {hash, {{"council", {"協議の場", "Council"}}}}}};
  }

  /// The trend, then the number of each obstacle.
  [[nodiscard]] std::string result(double min_response = kDefaultMinResponse) const {
    const std::vector<IndicatorComparison> made = compare_indicators(corners, before, after, min_response);
    EXPECT_EQ(made.size(), 1U);
    std::string text(trend_id(made.front().trend));
    for (const Obstacle& obstacle : made.front().obstacles)
      text += " " + std::to_string(static_cast<int>(obstacle.kind)) + (obstacle.of_new ? "new" : "old");
    return text;
  }

 private:
  static void add(ResultTable& table, RateCount rate) {
    table.indicators.push_back({"rate", {"率", "rate"}, rate, {}});
  }
};

std::string kind(Obstacle::Kind of, bool of_new) {
  return "none " + std::to_string(static_cast<int>(of)) + (of_new ? "new" : "old");
}

TEST(IndicatorComparisonTest, DrawsATrendOnlyWhereTheIntervalsAreApart) {
  struct Case {
    RateCount before;  // lower, upper, of, answered
    RateCount after;
    const char* trend;
  };
  const Case cases[] = {
      {{3, 3, 10, 10}, {4, 4, 10, 10}, "up"},         {{4, 4, 10, 10}, {3, 3, 10, 10}, "down"},
      {{1, 1, 3, 3}, {2, 2, 6, 6}, "same"},                                                // one third
      {{60, 64, 100, 96}, {64, 66, 100, 98}, "open"},                                      // they touch at 64
      {{60, 63, 100, 97}, {64, 66, 100, 98}, "up"},   {{3, 3, 7, 7}, {3, 3, 6, 6}, "up"},  // as many of fewer
  };
  for (const Case& each : cases) EXPECT_EQ(TwoRates(each.before, each.after).result(), each.trend);
}

TEST(IndicatorComparisonTest, DrawsNoTrendWhenOneFormDoesNotAsk) {
  TwoRates rates({3, 3, 10, 10}, {4, 4, 10, 10});
  rates.before.form->fields.clear();
  EXPECT_EQ(rates.result(), kind(Obstacle::Kind::kNotAsked, false));
  rates.after.form->fields.clear();
  EXPECT_EQ(rates.result(), "up");  // neither asks: what is known comes from elsewhere on both sides
}

TEST(IndicatorComparisonTest, DrawsNoTrendWhenTheLegendIsAnother) {
  TwoRates rates({3, 3, 10, 10}, {4, 4, 10, 10});
  rates.after.form = TwoRates::form("○ = planned");
  EXPECT_EQ(rates.result(), kind(Obstacle::Kind::kLegend, true));
}

TEST(IndicatorComparisonTest, DrawsNoTrendWhenTooFewAnswer) {
  // 1,576 of 1,750 answered in 2011: 90.1%.
  TwoRates rates({800, 974, 1750, 1576}, {1000, 1000, 1750, 1750});
  EXPECT_EQ(rates.result(), kind(Obstacle::Kind::kResponse, false));
  EXPECT_EQ(rates.result(0.9), "up");
}

TEST(IndicatorComparisonTest, DrawsNoTrendOfNobody) {
  EXPECT_EQ(TwoRates({0, 0, 0, 0}, {1, 1, 1, 1}).result(), kind(Obstacle::Kind::kNobody, false));
}

TEST(IndicatorComparisonTest, DrawsNoTrendAcrossDefinitionsThatCannotBeCountedAnew) {
  TwoRates rates({3, 3, 10, 10}, {4, 4, 10, 10});
  rates.after_table.head.rules_hash = "another";
  EXPECT_EQ(rates.result(), "up");  // other rules, the same meaning
  rates.after.indicators = TwoRates::meanings("another");
  EXPECT_EQ(rates.result(), kind(Obstacle::Kind::kDefinition, false));
}

TEST(IndicatorComparisonTest, DrawsNoTrendAcrossSeries) {
  TwoRates rates({3, 3, 10, 10}, {4, 4, 10, 10});
  rates.after_table.head.series = "another";
  EXPECT_EQ(rates.result(), kind(Obstacle::Kind::kSeries, false));
}

TEST(IndicatorComparisonTest, AResultFileDoesNotSayWhatItsFormAsked) {
  TwoRates rates({3, 3, 10, 10}, {4, 4, 10, 10});
  rates.before = {};
  EXPECT_EQ(rates.result(), kind(Obstacle::Kind::kUnknownForm, false));
  rates.after_table.head.data_hash = rates.before_table.head.data_hash;
  EXPECT_EQ(rates.result(), "up");  // the same answers have the same form
  TwoRates newer({3, 3, 10, 10}, {4, 4, 10, 10});
  newer.after = {};
  EXPECT_EQ(newer.result(), kind(Obstacle::Kind::kUnknownForm, true));
}

TEST(IndicatorComparisonTest, SaysWhichSideLacksAnIndicator) {
  TwoRates rates({3, 3, 10, 10}, {4, 4, 10, 10});
  rates.after_table.indicators.clear();
  const auto made = compare_indicators(rates.corners, rates.before, rates.after, kDefaultMinResponse);
  ASSERT_EQ(made.size(), 1U);
  EXPECT_TRUE(made.front().by_old_rules);
  EXPECT_EQ(rates.result(), kind(Obstacle::Kind::kOneSided, true));
}

TEST(IndicatorComparisonTest, CountsTheOldAnswersByTheNewDefinition) {
  TwoRates rates({3, 3, 10, 10}, {6, 6, 10, 10});
  ResultTable old_data_new_rules;
  old_data_new_rules.indicators.push_back({"rate", {"率", "rate"}, {5, 5, 10, 10}, {}});
  rates.corners.tables.fill(&rates.after_table);
  rates.corners.tables[kOldCorner] = &rates.before_table;
  rates.corners.tables[corner_bit(Input::kRules)] = &old_data_new_rules;
  rates.corners.has_split = true;
  const auto made = compare_indicators(rates.corners, rates.before, rates.after, kDefaultMinResponse);
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(made.front().before, (RateCount{5, 5, 10, 10}));
  EXPECT_EQ(made.front().as_it_was, (RateCount{3, 3, 10, 10}));
  EXPECT_EQ(made.front().trend, Trend::kUp);
}

TEST(IndicatorComparisonTest, AFormIsWhatItsManifestAsks) {
  const auto files = repository_files();
  diag::SourceMap sources;
  diag::Sink sink;
  const auto pack = policy::load_pack("rules/mcare", {*files, sources, sink, {}, {}});
  ASSERT_TRUE(pack.has_value());
  const auto series =
      survey::load_survey("tests/fixtures/kakuu-years/2018", {*files, sources, sink, pack->vocabulary, {}});
  ASSERT_TRUE(series.has_value() && *series != nullptr);
  const Form made = form_of((*series)->audited());
  EXPECT_EQ(made.fields.at("council").legend, "× = none\n△ = planned\n○ = established");
  EXPECT_EQ(made.fields.at("council_note").legend, "");
  EXPECT_THAT(made.fields, Contains(Key("council_planned_date")));  // read from the note
  EXPECT_THAT(made.fields, Not(Contains(Key("council_fact"))));
}

}  // namespace
}  // namespace kijun::audit
