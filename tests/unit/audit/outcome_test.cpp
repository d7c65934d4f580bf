#include "engine/audit/outcome.h"

#include <gtest/gtest.h>

namespace kijun::audit {
namespace {

using cel::State;
using policy::RuleKind;
using policy::Severity;

constexpr State F = State::kFalse;
constexpr State T = State::kTrue;
constexpr State U = State::kUnknown;
constexpr State E = State::kError;
constexpr State N = State::kNotApplicable;

struct DecisionRow {
  State when;
  State require;
  Outcome outcome;
  Undecided undecided;
};

/// Every pair of states of `when` and `require`, typed by hand from design section 5.
constexpr DecisionRow kTable[] = {
    {F, T, Outcome::kNotApplicable, Undecided::kNone},
    {F, F, Outcome::kNotApplicable, Undecided::kNone},
    {F, U, Outcome::kNotApplicable, Undecided::kNone},
    {F, E, Outcome::kNotApplicable, Undecided::kNone},
    {F, N, Outcome::kNotApplicable, Undecided::kNone},
    {T, T, Outcome::kPass, Undecided::kNone},
    {T, F, Outcome::kFail, Undecided::kNone},
    {T, U, Outcome::kUnknown, Undecided::kRequirement},
    {T, E, Outcome::kError, Undecided::kNone},
    {T, N, Outcome::kNotApplicable, Undecided::kNone},
    {U, T, Outcome::kUnknown, Undecided::kApplicability},
    {U, F, Outcome::kUnknown, Undecided::kApplicability},
    {U, U, Outcome::kUnknown, Undecided::kApplicability},
    {U, E, Outcome::kError, Undecided::kNone},
    {U, N, Outcome::kUnknown, Undecided::kApplicability},
    {E, T, Outcome::kError, Undecided::kNone},
    {E, F, Outcome::kError, Undecided::kNone},
    {E, U, Outcome::kError, Undecided::kNone},
    {E, E, Outcome::kError, Undecided::kNone},
    {E, N, Outcome::kError, Undecided::kNone},
    {N, T, Outcome::kNotApplicable, Undecided::kNone},
    {N, F, Outcome::kNotApplicable, Undecided::kNone},
    {N, U, Outcome::kNotApplicable, Undecided::kNone},
    {N, E, Outcome::kError, Undecided::kNone},
    {N, N, Outcome::kNotApplicable, Undecided::kNone},
};

TEST(OutcomeTest, FollowsTheTableOfWhenAndRequire) {
  for (const DecisionRow& row : kTable) {
    const Decision decision = decide(row.when, T, row.require);
    EXPECT_EQ(decision.outcome, row.outcome) << "when " << int(row.when) << " require " << int(row.require);
    EXPECT_EQ(decision.undecided, row.undecided) << "when " << int(row.when) << " require " << int(row.require);
  }
}

TEST(OutcomeTest, AFalseJudgeableIsUnknownWithItsOwnReasonUnlessTheRuleDoesNotApplyOrErrs) {
  EXPECT_EQ(decide(T, F, T), (Decision{Outcome::kUnknown, Undecided::kNotJudgeable}));
  EXPECT_EQ(decide(T, F, F), (Decision{Outcome::kUnknown, Undecided::kNotJudgeable}));
  EXPECT_EQ(decide(F, F, F), (Decision{Outcome::kNotApplicable, Undecided::kNone}));
  EXPECT_EQ(decide(T, F, E), (Decision{Outcome::kError, Undecided::kNone}));
  EXPECT_EQ(decide(U, F, T), (Decision{Outcome::kUnknown, Undecided::kApplicability}));
}

TEST(OutcomeTest, AFailingPolicyRuleIsUnmetOnlyAtSeverityError) {
  EXPECT_EQ(verdict_of(Outcome::kFail, RuleKind::kPolicy, Severity::kError, false), Verdict::kUnmet);
  EXPECT_EQ(verdict_of(Outcome::kFail, RuleKind::kPolicy, Severity::kWarning, true), Verdict::kNotYetDue);
  EXPECT_EQ(verdict_of(Outcome::kFail, RuleKind::kPolicy, Severity::kWarning, false), Verdict::kNote);
  EXPECT_EQ(verdict_of(Outcome::kFail, RuleKind::kPolicy, Severity::kNotice, false), Verdict::kNote);
}

TEST(OutcomeTest, QualityAndReviewRulesAskToConfirm) {
  EXPECT_EQ(verdict_of(Outcome::kFail, RuleKind::kQuality, Severity::kError, false), Verdict::kConfirm);
  EXPECT_EQ(verdict_of(Outcome::kFail, RuleKind::kReview, Severity::kNotice, false), Verdict::kConfirm);
}

TEST(OutcomeTest, OtherOutcomesHaveOneVerdictWhateverTheRule) {
  for (const RuleKind kind : {RuleKind::kPolicy, RuleKind::kQuality, RuleKind::kReview}) {
    EXPECT_EQ(verdict_of(Outcome::kPass, kind, Severity::kError, false), Verdict::kMet);
    EXPECT_EQ(verdict_of(Outcome::kUnknown, kind, Severity::kError, true), Verdict::kUndecided);
    EXPECT_EQ(verdict_of(Outcome::kNotApplicable, kind, Severity::kError, false), Verdict::kNotApplicable);
    EXPECT_EQ(verdict_of(Outcome::kError, kind, Severity::kError, false), Verdict::kError);
  }
}

}  // namespace
}  // namespace kijun::audit
