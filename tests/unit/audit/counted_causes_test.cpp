#include <gtest/gtest.h>

#include <algorithm>

#include "engine/audit/causes.h"
#include "tests/unit/exec/exec_fixture.h"

// Causes in groups too large to complete member by member. What is expected was counted by hand.

namespace kijun::audit {
namespace {

using cel::Value;
using exec::answer;
using exec::kBlankCell;
using exec::MemoryCell;
using table::FieldType;

const MemoryCell kP = answer(Value(std::string("p")));
const MemoryCell kQ = answer(Value(std::string("q")));
const MemoryCell kTrue = answer(Value(true));
const MemoryCell kFalse = answer(Value(false));

/// How often each evaluation begins: it asks for the members once for every time `members` stands in the rule.
class WatchedWorld : public cel::World {
 public:
  explicit WatchedWorld(const cel::World& base) : base_(base) {}
  [[nodiscard]] std::size_t num_asked() const { return num_asked_; }

  Value cell(const cel::CellRef& cell) const override { return base_.cell(cell); }
  table::MissingReason missing_reason(const cel::CellRef& cell) const override { return base_.missing_reason(cell); }
  std::string raw(const cel::CellRef& cell) const override { return base_.raw(cell); }
  table::SubjectName describe(const cel::RecordRef& record) const override { return base_.describe(record); }
  std::vector<cel::RecordRef> members(const cel::RecordRef& group) const override {
    ++num_asked_;
    return base_.members(group);
  }
  std::vector<cel::RecordRef> groups_of(const cel::RecordRef& record, table::GroupId group) const override {
    return base_.groups_of(record, group);
  }
  Value earlier(const cel::RecordRef& record, std::uint32_t steps) const override {
    return base_.earlier(record, steps);
  }
  Value at_year(const cel::RecordRef& record, std::int64_t year) const override { return base_.at_year(record, year); }

 private:
  const cel::World& base_;
  mutable std::size_t num_asked_ = 0;  // what it watches is const
};

/// Towns with the answers `e` (p, q or r), `a` and `b` (true or false), all in one zone.
class CountedCausesTest : public testing::Test {
 protected:
  void add_towns(std::size_t number, const MemoryCell& e, const MemoryCell& a, const MemoryCell& b = kTrue) {
    for (std::size_t i = 0; i < number; ++i)
      survey_.rows.push_back(exec::town(static_cast<std::uint32_t>(survey_.rows.size()), {e, a, b}));
  }

  /// The causes by field, neighbouring rows together: "e 4-9 a 12"; "form" for the rule's form.
  std::string causes(const std::string& require, table::SpaceId space = table::group_space(0),
                     std::size_t max_reads = kMaxCauseReads) {
    finish();
    exec::Expressions expressions(survey_);
    const cel::CheckedExpr* expr = expressions.check(require, space, space == table::kRecordSpace ? "record" : "zone");
    if (expr == nullptr) return expressions.problems();
    CompiledRule rule;
    rule.require = *expr;
    const WatchedWorld world(survey_);
    cel::EvalContext context = expressions.context();
    context.world = &world;
    const OpenResult found = find_causes(rule, context, {0, {space, 0}}, max_reads);
    num_asked_ = world.num_asked();
    return found.by_form ? "form" : text_of(found.causes);
  }
  /// How often the last search asked for the members of the zone.
  [[nodiscard]] std::size_t num_asked() const { return num_asked_; }

 private:
  void finish() {
    survey_.vocabulary = table::Vocabulary("test", {},
                                           {exec::enum_field("e", {"p", "q", "r"}, true),
                                            exec::field("a", FieldType::kBool), exec::field("b", FieldType::kBool)});
    exec::MemoryGroup zone{{"zone", "z", {"圏域", "zone"}}, {}, {}, {}, {}};
    for (std::uint32_t row = 0; row < survey_.rows.size(); ++row) zone.members.push_back(row);
    survey_.groups_by_kind.assign(survey_.kinds.size(), {});
    survey_.groups_by_kind[0] = {zone};
    survey_.finish();
  }

  std::string text_of(const std::vector<cel::Cause>& causes) const {
    std::string text;
    for (std::uint32_t field = 0; field < 3; ++field) {
      std::vector<std::uint32_t> rows;
      for (const cel::Cause& cause : causes)
        if (cause.cell.index == field) rows.push_back(cause.cell.record.subject.index);
      for (std::size_t i = 0, last = 0; i < rows.size(); i = last + 1) {
        for (last = i; last + 1 < rows.size() && rows[last + 1] == rows[last] + 1;) ++last;
        text += (text.empty() ? "" : " ") + survey_.vocabulary.field(field).id + " " + std::to_string(rows[i]);
        if (last != i) text += "-" + std::to_string(rows[last]);
      }
    }
    return text;
  }

  exec::MemorySurvey survey_;
  std::size_t num_asked_ = 0;
};

TEST_F(CountedCausesTest, EveryMissingVoteIsACauseWhereOneVoteCanTurnTheOutcome) {
  add_towns(4, kP, kTrue);
  add_towns(30, kBlankCell, kTrue);
  add_towns(6, kQ, kTrue);
  // From 4 to 34 of 40.
  EXPECT_EQ(causes("zone.members.share(m, m.e == 'p') >= 0.5"), "e 4-33");
  EXPECT_EQ(causes("zone.members.count(m, m.e == 'p') < 34"), "e 4-33");
  EXPECT_EQ(causes("zone.members.exists(m, m.e == 'r')"), "e 4-33");
  EXPECT_EQ(causes("zone.members.all(m, m.e == 'p' || m.e == 'q')"), "e 4-33");
}

TEST_F(CountedCausesTest, ACellThatCannotTurnTheVoteOfItsMemberIsNoCause) {
  add_towns(3, kBlankCell, kTrue);
  add_towns(15, kP, kBlankCell);
  add_towns(12, kP, kFalse);
  // e is met in three towns whose vote is true whatever it is; from 3 to 18 of 30.
  EXPECT_EQ(causes("zone.members.share(m, (m.e == 'p' || m.e != 'p') && m.a) >= 0.5"), "a 3-17");
}

TEST_F(CountedCausesTest, AVoteThatCannotTurnTheOutcomeMakesNoCauses) {
  add_towns(10, kP, kBlankCell);
  add_towns(8, kBlankCell, kTrue);
  EXPECT_EQ(causes("zone.members.count(m, m.a) + zone.members.count(m, !m.a) == 18"), "form");
  // Whatever the a of the first ten; p from 10 to 18.
  EXPECT_EQ(causes("zone.members.count(m, m.a) + zone.members.count(m, !m.a) == 18 &&"
                   "zone.members.count(m, m.e == 'p') > 14"),
            "e 10-17");
}

TEST_F(CountedCausesTest, AllCellsThatAVoteRestsOnCount) {
  add_towns(10, kP, kBlankCell, kBlankCell);
  add_towns(5, kP, kTrue, kBlankCell);
  add_towns(5, kP, kBlankCell, kFalse);
  // The last five are false whatever a is; from 0 to 15.
  EXPECT_EQ(causes("zone.members.count(m, m.a && m.b) >= 7"), "a 0-9 b 0-14");
}

TEST_F(CountedCausesTest, TheSubjectIsCompletedByItself) {
  add_towns(12, kBlankCell, kTrue);
  add_towns(4, kP, kTrue);
  add_towns(4, kQ, kTrue);
  EXPECT_EQ(causes("e == 'p' || zone.members.share(m, m.e == 'p') >= 0.5", table::kRecordSpace), "e 0-11");
  // With e of the subject q, 11 others are open: from 4 to 15 of 20.
  EXPECT_EQ(causes("e == 'p' || zone.members.share(m, m.e == 'p') < 0.8", table::kRecordSpace), "form");
  EXPECT_EQ(causes("e == 'r' || zone.members.share(m, m.e == 'p') < 0.8", table::kRecordSpace), "e 0-11");
}

TEST_F(CountedCausesTest, TheCostGrowsWithTheNumberOfMembersOnly) {
  add_towns(40, kBlankCell, kTrue);
  EXPECT_EQ(causes("zone.members.share(m, m.e == 'p') >= 0.5"), "e 0-39");
  // The rule as it stands, twice (once to find its cells); who is a member; 0 to 40 votes.
  EXPECT_EQ(num_asked(), 2U + 1U + 41U);
}

TEST_F(CountedCausesTest, BeyondTheBudgetTheCellsTheEvaluatorMetStay) {
  add_towns(2, kBlankCell, kTrue);
  add_towns(10, kP, kBlankCell);
  add_towns(18, kP, kFalse);
  // A filter gives the members themselves, so they are completed one by one: 3·3·1024 completions of at least 30 cells.
  const std::string rule = "size(zone.members.filter(m, (m.e == 'p' || m.e != 'p') && m.a)) >= 5";
  EXPECT_EQ(causes(rule, table::group_space(0), 3'000), "e 0-1 a 2-11") << "too many, and said to be";
  EXPECT_LE(num_asked(), 3'000U / 30U + 3U);
  EXPECT_EQ(causes(rule, table::group_space(0), 1'000'000), "a 2-11");
  EXPECT_EQ(num_asked(), 2U + 9U * 1024U);
}

}  // namespace
}  // namespace kijun::audit
