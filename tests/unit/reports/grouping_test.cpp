#include "reports/ci/grouping.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

TEST(GroupingTest, AutoTakesTheFinestUnitWithinTheLimit) {
  EXPECT_EQ(choose_unit(EntryUnit::kAuto, {5000, 40}, 5000), EntryUnit::kCell);
  EXPECT_EQ(choose_unit(EntryUnit::kAuto, {5001, 5000}, 5000), EntryUnit::kMunicipality);
  EXPECT_EQ(choose_unit(EntryUnit::kAuto, {900'000, 5001}, 5000), EntryUnit::kRule);
  EXPECT_EQ(choose_unit(EntryUnit::kRule, {1, 1}, 5000), EntryUnit::kRule);
}

TEST(GroupingTest, UnitsHaveIds) {
  for (const EntryUnit unit : {EntryUnit::kAuto, EntryUnit::kCell, EntryUnit::kMunicipality, EntryUnit::kRule})
    EXPECT_EQ(parse_unit(unit_id(unit)), unit);
  EXPECT_EQ(parse_unit("rules"), std::nullopt);
}

TEST(GroupingTest, BySubjectRecordsComeFirstAndEveryFindingOnce) {
  const DecidedModel model;
  const ReportOptions options = repository_options();
  const CiResults results(model, options);
  const std::vector<ResultGroup> groups = group_by_subject(results, ResultsShown::kFindings);
  std::vector<std::string> codes;
  std::size_t num_results = 0;
  for (const ResultGroup& group : groups) {
    codes.push_back(model.subject(results.subject(group.results.front())).name.code);
    num_results += group.results.size();
  }
  EXPECT_EQ(codes, (std::vector<std::string>{"990001", "991007", "993018", "993026", "north", "joint"}));
  EXPECT_EQ(num_results, 10U);
}

TEST(GroupingTest, ByRuleFieldsAreTogetherAndTheCutIsCounted) {
  DecidedModel model;
  model.cut(1);
  const ReportOptions options = repository_options();
  const std::vector<ResultGroup> groups = group_by_rule(CiResults(model, options), ResultsShown::kFindings);
  ASSERT_EQ(groups.size(), 7U);
  EXPECT_EQ(groups[0].num_unlisted, 1U);    // council.municipality
  EXPECT_EQ(groups[3].results.size(), 2U);  // answer.blank of two fields
  EXPECT_EQ(groups[3].num_unlisted, 0U);
}

TEST(GroupingTest, TextsNameTheWorstFirst) {
  const FakeModel model;
  const ReportOptions options = repository_options();
  const CiResults results(model, options);
  const ResultGroup group{{{2, 1}, {0, 2}, {0, 1}}, 4};
  EXPECT_EQ(worst_of(results, group).column, 0U);
  EXPECT_EQ(worst_of(results, group).position, 1U);
  EXPECT_EQ(count_text(results, group).en, "unmet 1, undecided 1, note 1");
  EXPECT_EQ(count_text(results, group).ja, "目標未達 1、判定保留 1、留意 1");
  EXPECT_EQ(list_text(results, group, 1).en, "unmet: finding about Otsu Town (Municipal council)\nand 6 more");
}

}  // namespace
}  // namespace kijun::reports
