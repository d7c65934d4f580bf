#include "engine/audit/cause_finder.h"

#include <gtest/gtest.h>

#include "tests/unit/exec/exec_fixture.h"

// Whether shared causes are those each subject has alone, is compared over generated rules by tests/oracle. Here: that
// they are shared where they can be, and only there.

namespace kijun::audit {
namespace {

using cel::Value;
using exec::answer;
using exec::kBlankCell;
using table::FieldType;

/// Counts the cells read.
class CountingWorld : public cel::World {
 public:
  explicit CountingWorld(const cel::World& base) : base_(base) {}
  [[nodiscard]] std::size_t num_read() const { return num_read_; }

  Value cell(const cel::CellRef& cell) const override {
    ++num_read_;
    return base_.cell(cell);
  }
  table::MissingReason missing_reason(const cel::CellRef& cell) const override { return base_.missing_reason(cell); }
  std::string raw(const cel::CellRef& cell) const override { return base_.raw(cell); }
  table::SubjectName describe(const cel::RecordRef& record) const override { return base_.describe(record); }
  std::vector<cel::RecordRef> members(const cel::RecordRef& group) const override { return base_.members(group); }
  std::vector<cel::RecordRef> groups_of(const cel::RecordRef& record, table::GroupId group) const override {
    return base_.groups_of(record, group);
  }
  Value earlier(const cel::RecordRef& record, std::uint32_t steps) const override {
    return base_.earlier(record, steps);
  }
  Value at_year(const cel::RecordRef& record, std::int64_t year) const override { return base_.at_year(record, year); }

 private:
  const cel::World& base_;
  mutable std::size_t num_read_ = 0;  // what it counts is const
};

/// Nine towns in one zone: in rows 0 and 1 both answers are missing, in rows 2 and 3 the second.
class CauseFinderTest : public testing::Test {
 protected:
  CauseFinderTest() {
    survey_.vocabulary =
        table::Vocabulary("test", {}, {exec::field("a", FieldType::kBool), exec::field("b", FieldType::kBool)});
    for (std::uint32_t row = 0; row < 9; ++row)
      survey_.rows.push_back(exec::town(
          row, {row < 2 ? kBlankCell : answer(Value(row < 4)), row < 4 ? kBlankCell : answer(Value(row < 6))}));
    exec::MemoryGroup zone{{"zone", "z", {"圏域", "zone"}}, {}, {}, {}, {}};
    for (std::uint32_t row = 0; row < survey_.rows.size(); ++row) zone.members.push_back(row);
    survey_.groups_by_kind.assign(survey_.kinds.size(), {});
    survey_.groups_by_kind[0] = {zone};
    survey_.finish();
  }

  /// The causes of row 1 as "a0 b1 …", found after those of row 0; and how many cells that took.
  std::string causes_of_second(const std::string& require) {
    exec::Expressions expressions(survey_);
    const cel::CheckedExpr* expr = expressions.check(require);
    if (expr == nullptr) return expressions.problems();
    CompiledRule rule;
    rule.require = *expr;
    const CountingWorld world(survey_);
    cel::EvalContext context = expressions.context();
    context.world = &world;
    const Plan plan;
    CauseFinder finder(plan, context);
    static_cast<void>(finder.find(rule, {0, {table::kRecordSpace, 0}}));
    const std::size_t num_read_before = world.num_read();
    const OpenResult open = finder.find(rule, {0, {table::kRecordSpace, 1}});
    num_read_ = world.num_read() - num_read_before;
    std::string text;
    for (const cel::Cause& cause : open.causes)
      text += (text.empty() ? "" : " ") + survey_.vocabulary.field(cause.cell.index).id +
              std::to_string(cause.cell.record.subject.index);
    return text;
  }

  exec::MemorySurvey survey_;
  std::size_t num_read_ = 0;
};

TEST_F(CauseFinderTest, AlikeRecordsOfAGroupStandInEachOthersPlace) {
  EXPECT_EQ(causes_of_second("a && zone.members.count(m, m.b) >= 4"), "b0 a1 b1 b2 b3");
  EXPECT_EQ(num_read_, 0U);
}

TEST_F(CauseFinderTest, WhatSeesMoreThanAnswersIsFoundForEach) {
  EXPECT_EQ(causes_of_second("a && code != '' && zone.members.count(m, m.b) >= 4"), "b0 a1 b1 b2 b3");
  EXPECT_GT(num_read_, 0U);
  EXPECT_EQ(causes_of_second("a && zone.members.exists(m, m.code == code && m.b)"), "a1 b1");
}

TEST_F(CauseFinderTest, WhereTheOrderOfMembersCountsTheyAreNotAlike) {
  EXPECT_EQ(causes_of_second("a && zone.members[0].b"), "b0 a1");
  EXPECT_EQ(causes_of_second("a && zone.members.filter(m, true)[1].b"), "a1 b1");
  EXPECT_EQ(causes_of_second("a && zone.members.all(i, m, i > 0 || m.b)"), "b0 a1");
}

}  // namespace
}  // namespace kijun::audit
