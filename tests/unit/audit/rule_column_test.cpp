#include "engine/audit/rule_column.h"

#include <gtest/gtest.h>

namespace kijun::audit {
namespace {

using policy::Severity;

const Date kAsOf = *Date::from_ymd(2019, 3, 31);
const std::int32_t kPast = Date::from_ymd(2019, 3, 31)->days();
const std::int32_t kFuture = Date::from_ymd(2019, 4, 1)->days();

/// Four subjects: fail, fail in the second case, unknown, pass.
class RuleColumnTest : public testing::Test {
 protected:
  RuleColumnTest() {
    rule_.id = "r";
    rule_.verdict.severity = Severity::kWarning;
    rule_.verdict.before_deadline = Severity::kNotice;
    rule_.cases.resize(2);
    rule_.cases[1].verdict.severity = Severity::kError;
    parts_.rule = &rule_;
    parts_.subjects = &subjects_;
    parts_.decisions = DecisionPlanes(4);
    DecisionWord word;
    word.fail = 0b0011;
    word.unknown_requirement = 0b0100;
    word.pass = 0b1000;
    parts_.decisions.set_word(0, word);
    parts_.cases = {BitPlane(4), BitPlane(4)};  // case 1 is number 2
    parts_.cases[1].set(1);
  }
  /// Severities of all results, as their first letters.
  static std::string severities(const RuleColumn& column) {
    std::string text;
    for (std::size_t i = 0; i < column.size(); ++i) text += "ewn"[static_cast<std::size_t>(column.code(i).severity)];
    return text;
  }
  static std::size_t total(const RuleColumn& column) {
    std::size_t sum = 0;
    for (const ResultClass& each : column.classes()) sum += each.count;
    return sum;
  }

  policy::Rule rule_;
  SubjectList subjects_{table::kRecordSpace, 4};
  ColumnParts parts_;
};

TEST_F(RuleColumnTest, CasesGiveTheirSeverity) {
  const RuleColumn column(std::move(parts_), kAsOf);
  EXPECT_EQ(severities(column), "weww");
  EXPECT_EQ(column.code(0).rule_case, ResultCode::kNoCase);
  EXPECT_EQ(column.code(1).rule_case, 1U);
  EXPECT_FALSE(column.code(1).deadline.has_value());
  EXPECT_EQ(column.count(Outcome::kFail), 2U);
  EXPECT_EQ(column.num_findings(), 3U);
  EXPECT_EQ(column.classes().size(), 4U);
  EXPECT_EQ(total(column), 4U);
}

TEST_F(RuleColumnTest, OneDeadlineHoldsForAll) {
  parts_.deadline = Date::from_days(kFuture);
  const RuleColumn column(std::move(parts_), kAsOf);
  EXPECT_EQ(severities(column), "nnnn");
  EXPECT_TRUE(column.code(0).before_deadline);
  EXPECT_EQ(column.code(3).deadline->days(), kFuture);
  for (const ResultClass& each : column.classes()) EXPECT_TRUE(each.code.before_deadline);
}

TEST_F(RuleColumnTest, DeadlinesOfTheirOwnSplitTheClasses) {
  parts_.deadlines = {kFuture, kFuture + 9, ColumnParts::kNoDeadline, kPast};
  const RuleColumn column(std::move(parts_), kAsOf);
  EXPECT_EQ(severities(column), "nnww");
  EXPECT_TRUE(column.code(0).before_deadline);
  EXPECT_FALSE(column.code(2).deadline.has_value());
  EXPECT_FALSE(column.code(3).before_deadline);  // reached on the day itself
  EXPECT_EQ(total(column), 4U);
  for (const ResultClass& each : column.classes()) {
    if (each.code.rule_case != 1) continue;
    EXPECT_TRUE(each.code.before_deadline);
    EXPECT_EQ(each.code.deadline->days(), kFuture + 9);
    EXPECT_EQ(column.word(each, 0), 0b0010U);
  }
}

TEST_F(RuleColumnTest, EveryResultIsInTheClassThatItsCodeSays) {
  parts_.deadlines = {kFuture, kPast, kFuture, kPast};
  const RuleColumn column(std::move(parts_), kAsOf);
  for (std::size_t i = 0; i < column.size(); ++i) {
    std::size_t num_classes = 0;
    for (const ResultClass& each : column.classes()) {
      if (((column.word(each, 0) >> i) & 1U) == 0) continue;
      ++num_classes;
      const ResultCode code = column.code(i);
      EXPECT_EQ(each.code.decision, code.decision);
      EXPECT_EQ(each.code.rule_case, code.rule_case);
      EXPECT_EQ(each.code.severity, code.severity);
      EXPECT_EQ(each.code.before_deadline, code.before_deadline);
    }
    EXPECT_EQ(num_classes, 1U) << i;
  }
}

}  // namespace
}  // namespace kijun::audit
