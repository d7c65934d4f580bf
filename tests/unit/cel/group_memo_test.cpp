#include "engine/cel/group_memo.h"

#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

/// A zone of two towns, whose answers may change behind the memo's back: what it remembers it does not read again.
class GroupMemoTest : public ProfileEvalTest {
 protected:
  GroupMemoTest() {
    other_ = world_.add("000002");
    zone_ = world_.add_group(table::kZoneGroup, "z", {self_, other_});
  }

  /// What the expression gives the second town once the first has asked and both have changed their answers.
  std::string after_change(const std::string& text) {
    world_.set(self_, "beds", Value(std::int64_t{3}));
    world_.set(other_, "beds", Value(std::int64_t{4}));
    const CheckedExpr expr = compile_text(text, table::kRecordSpace);
    GroupMemo memo(world_, 20);
    EvalContext with_memo = context();
    with_memo.memo = &memo;
    static_cast<void>(Evaluator(expr, with_memo, self_).eval());
    world_.set(self_, "beds", Value(std::int64_t{30}));
    world_.set(other_, "beds", Value(std::int64_t{40}));
    return text_of(Evaluator(expr, with_memo, other_).eval());
  }

  RecordRef other_;
  RecordRef zone_;
};

TEST_F(GroupMemoTest, RemembersWhatReadsTheSubjectOnlyThroughItsGroup) {
  EXPECT_EQ(after_change("zone.members.sum(m, m.beds)"), "7");
}

TEST_F(GroupMemoTest, RemembersCountsBehindAComparisonWithTheSubject) {
  EXPECT_EQ(after_change("beds > zone.members.count(m, m.beds < 10)"), "true");  // 40 beds now, two towns then
  EXPECT_EQ(after_change("zone.members.count(m, m.beds < 10) == 2"), "true");
}

TEST_F(GroupMemoTest, EvaluatesAnewWhatReadsTheSubject) {
  EXPECT_EQ(after_change("zone.members.sum(m, m.beds + beds - beds)"), "70");
  EXPECT_EQ(after_change("zone.members.exists(m, m.beds == beds && code == '000002')"), "true");
}

TEST_F(GroupMemoTest, EvaluatesAnewWhatReadsAnOuterVariable) {
  EXPECT_EQ(after_change("zone.members.map(m, zone.members.count(n, n.beds <= m.beds))"), "[1, 2]");
  EXPECT_EQ(after_change("[100].exists(x, zone.members.all(m, m.beds < x))"), "true");
}

TEST_F(GroupMemoTest, EvaluatesAnewWhatGivesAList) {
  EXPECT_EQ(after_change("zone.members.map(m, m.beds)"), "[30, 40]");
}

}  // namespace
}  // namespace kijun::cel
