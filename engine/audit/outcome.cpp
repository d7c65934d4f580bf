#include "engine/audit/outcome.h"

namespace kijun::audit {

using cel::State;

bool is_finding(Outcome outcome) { return outcome != Outcome::kPass && outcome != Outcome::kNotApplicable; }

Decision decide(State when, State judgeable, State require) {
  if (when == State::kFalse) return {Outcome::kNotApplicable, Undecided::kNone};
  if (when == State::kError || judgeable == State::kError || require == State::kError)
    return {Outcome::kError, Undecided::kNone};
  if (when == State::kUnknown) return {Outcome::kUnknown, Undecided::kApplicability};
  if (when == State::kNotApplicable) return {Outcome::kNotApplicable, Undecided::kNone};
  if (judgeable == State::kFalse || judgeable == State::kUnknown) return {Outcome::kUnknown, Undecided::kNotJudgeable};
  if (judgeable == State::kNotApplicable) return {Outcome::kNotApplicable, Undecided::kNone};
  switch (require) {
    case State::kTrue:
      return {Outcome::kPass, Undecided::kNone};
    case State::kFalse:
      return {Outcome::kFail, Undecided::kNone};
    case State::kUnknown:
      return {Outcome::kUnknown, Undecided::kRequirement};
    case State::kNotApplicable:
      return {Outcome::kNotApplicable, Undecided::kNone};
    case State::kError:
      return {Outcome::kError, Undecided::kNone};
  }
  return {Outcome::kError, Undecided::kNone};
}

Verdict verdict_of(Outcome outcome, policy::RuleKind kind, policy::Severity severity, bool before_deadline) {
  switch (outcome) {
    case Outcome::kPass:
      return Verdict::kMet;
    case Outcome::kUnknown:
      return Verdict::kUndecided;
    case Outcome::kNotApplicable:
      return Verdict::kNotApplicable;
    case Outcome::kError:
      return Verdict::kError;
    case Outcome::kFail:
      break;
  }
  if (kind != policy::RuleKind::kPolicy) return Verdict::kConfirm;
  if (severity == policy::Severity::kError) return Verdict::kUnmet;
  return before_deadline ? Verdict::kNotYetDue : Verdict::kNote;
}

std::string_view outcome_id(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass:
      return "pass";
    case Outcome::kFail:
      return "fail";
    case Outcome::kUnknown:
      return "unknown";
    case Outcome::kNotApplicable:
      return "not_applicable";
    case Outcome::kError:
      return "error";
  }
  return "";
}

std::string_view verdict_id(Verdict verdict) {
  switch (verdict) {
    case Verdict::kMet:
      return "met";
    case Verdict::kUnmet:
      return "unmet";
    case Verdict::kNotYetDue:
      return "not_yet_due";
    case Verdict::kNote:
      return "note";
    case Verdict::kConfirm:
      return "confirm";
    case Verdict::kUndecided:
      return "undecided";
    case Verdict::kNotApplicable:
      return "not_applicable";
    case Verdict::kError:
      return "error";
  }
  return "";
}

std::optional<Outcome> parse_outcome(std::string_view id) {
  for (const Outcome outcome : kAllOutcomes)
    if (outcome_id(outcome) == id) return outcome;
  return std::nullopt;
}

std::optional<Verdict> parse_verdict(std::string_view id) {
  for (const Verdict verdict : {Verdict::kMet, Verdict::kUnmet, Verdict::kNotYetDue, Verdict::kNote, Verdict::kConfirm,
                                Verdict::kUndecided, Verdict::kNotApplicable, Verdict::kError})
    if (verdict_id(verdict) == id) return verdict;
  return std::nullopt;
}

}  // namespace kijun::audit
