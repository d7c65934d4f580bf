#include "reports/model/compare_report.h"

#include <gmock/gmock.h>

#include "tests/unit/reports/fake_years.h"

namespace kijun::reports {
namespace {

using audit::ChangeClass;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(CompareReportTest, CountsEachChangeWithWhatMadeIt) {
  const FakeYears fake;
  const CompareReport& report = *fake.years().comparison;
  std::vector<std::string> ids;
  std::vector<std::size_t> numbers;
  for (const CompareCounts& cause : report.by_cause) {
    ids.push_back(cause.id);
    numbers.push_back(cause.num_changes());
  }
  EXPECT_THAT(ids, ElementsAre("data", "rules", "date", "combined"));
  EXPECT_THAT(numbers, ElementsAre(0U, 0U, 2U, 0U));
  EXPECT_EQ(count_of(report.by_cause[2].counts, ChangeClass::kFallenDue), 2U);
}

TEST(CompareReportTest, TheCausesAddUpToThoseOfTheHeadline) {
  const FakeYears fake;
  const CompareReport& report = *fake.years().comparison;
  for (const audit::Input input : audit::kAllInputs) {
    const auto at = static_cast<std::size_t>(input);
    EXPECT_EQ(report.by_cause[at].num_changes(), report.source->comparison.by_input[at]);
  }
  EXPECT_EQ(report.by_cause.back().num_changes(), report.source->comparison.num_combined);
}

TEST(CompareReportTest, HasNoCausesWithoutASplit) {
  const FakeModel model;
  const audit::ResultTable table = audit::ResultTable::of(model);
  audit::Corners corners;
  corners.tables.front() = corners.tables.back() = &table;
  const audit::Comparison comparison = audit::compare_runs(corners, {});
  const std::vector<audit::IndicatorComparison> indicators;
  const std::vector<NoSplit> no_split;
  EXPECT_THAT(build_compare_report({corners, comparison, indicators, no_split}).by_cause, IsEmpty());
}

TEST(CompareReportTest, WhatDidNotChangeIsNoChange) {
  CompareCounts counts;
  counts.counts.fill(1);
  EXPECT_EQ(counts.num_changes(), 6U);
}

}  // namespace
}  // namespace kijun::reports
