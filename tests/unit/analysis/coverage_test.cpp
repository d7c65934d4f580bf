#include "engine/analysis/coverage/coverage.h"

#include <gmock/gmock.h>

#include "tests/unit/analysis/made_up_rules.h"

namespace kijun::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RuleCoverage measure(const std::string& keys) {
  const MadeUpRules rules(MadeUpRules::rule(keys));
  EXPECT_TRUE(rules.loaded()) << rules.problems();
  return measure_coverage(rules.plan(), 100'000).front();
}

std::vector<std::string> gaps(const RuleCoverage& coverage) {
  std::vector<std::string> result;
  for (const CoverageGap& gap : coverage.gaps) result.push_back(gap.what.en);
  return result;
}

std::string example(const std::string& given, const std::string& expect) {
  return "  [[rule.example]]\n  name = \"e\"\n  given = { " + given + " }\n  expect = \"" + expect + "\"\n";
}

TEST(CoverageTest, EachClauseHasToDecideBothWays) {
  const RuleCoverage coverage = measure("require = 'named && read'\n" + example("named = true, read = true", "pass") +
                                        example("named = false, read = false", "fail"));
  EXPECT_EQ(coverage.num_covered, 2U);  // both true; where both are false neither decides alone
  EXPECT_EQ(coverage.num_demands, 4U);
  EXPECT_THAT(gaps(coverage), ElementsAre("`named` being false decides", "`read` being false decides"));
  EXPECT_EQ(coverage.gaps[0].example,
            "  [[rule.example]]\n  name = \"named is false\"\n"
            "  given = { named = false, read = true }\n  expect = \"fail\"\n"
            "  severity = \"error\"\n");
}

TEST(CoverageTest, WhatItAsksForFillsTheGap) {
  std::string keys =
      "when = 'council != \"none\"'\nrequire = 'named && read'\ndeadline = 'params.limit'\n"
      "before_deadline = \"warning\"\n";
  const RuleCoverage before = measure(keys);
  EXPECT_EQ(before.num_covered, 0U);
  EXPECT_EQ(before.num_demands, 8U);  // three clauses, and both sides of the deadline
  for (const CoverageGap& gap : before.gaps) keys += gap.example;
  const RuleCoverage after = measure(keys);
  EXPECT_THAT(after.gaps, IsEmpty());
  EXPECT_EQ(after.num_covered, 8U);
}

TEST(CoverageTest, WhatNoAnswersShowIsNotDemanded) {
  EXPECT_EQ(measure("require = 'named || council == \"none\" && council == \"planned\"'").num_demands, 2U + 2U);
  EXPECT_EQ(measure("require = 'beds * 0 > 1'").num_undecided, 1U);
}

}  // namespace
}  // namespace kijun::analysis
