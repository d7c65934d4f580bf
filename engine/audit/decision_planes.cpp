/// The bulk form of `decide`. Every line takes the subjects that are still open and gives some of them their decision,
/// in the order in which `decide` asks; the two are compared over every combination of states by a test.
#include "engine/audit/decision_planes.h"

#include "engine/base/assert.h"

namespace kijun::audit {
namespace {

using Word = BitPlane::Word;

/// The patterns of the three planes, by their number.
constexpr std::array<Decision, 7> kPatterns{{{Outcome::kPass, Undecided::kNone},
                                             {Outcome::kFail, Undecided::kNone},
                                             {Outcome::kNotApplicable, Undecided::kNone},
                                             {Outcome::kError, Undecided::kNone},
                                             {Outcome::kUnknown, Undecided::kApplicability},
                                             {Outcome::kUnknown, Undecided::kRequirement},
                                             {Outcome::kUnknown, Undecided::kNotJudgeable}}};

}  // namespace

DecisionWord decide_word(const StateWord& when, const StateWord& judgeable, const StateWord& require) {
  DecisionWord decision;
  decision.not_applicable = when.is_false;
  Word open = when.is_true | when.unknown | when.error | when.not_applicable;
  decision.error = open & (when.error | judgeable.error | require.error);
  open &= ~decision.error;
  decision.unknown_applicability = open & when.unknown;
  decision.not_applicable |= open & when.not_applicable;
  open &= when.is_true;
  decision.not_judgeable = open & (judgeable.is_false | judgeable.unknown);
  decision.not_applicable |= open & judgeable.not_applicable;
  open &= judgeable.is_true;
  decision.pass = open & require.is_true;
  decision.fail = open & require.is_false;
  decision.unknown_requirement = open & require.unknown;
  decision.not_applicable |= open & require.not_applicable;
  return decision;
}

DecisionPlanes::DecisionPlanes(std::size_t num_subjects) {
  for (std::vector<Word>& plane : planes_) plane.resize((num_subjects + BitPlane::kWordBits - 1) / BitPlane::kWordBits);
}

void DecisionPlanes::set_word(std::size_t at, const DecisionWord& word) {
  const Word unknown = word.unknown_applicability | word.unknown_requirement | word.not_judgeable;
  const Word none = ~(word.pass | word.fail | word.not_applicable | word.error | unknown);
  planes_[0][at] = word.fail | word.error | word.unknown_requirement | none;
  planes_[1][at] = word.not_applicable | word.error | word.not_judgeable | none;
  planes_[2][at] = unknown | none;
}

Decision DecisionPlanes::get(std::size_t subject) const {
  const std::size_t at = subject / BitPlane::kWordBits;
  const std::size_t shift = subject % BitPlane::kWordBits;
  std::size_t pattern = 0;
  for (std::size_t plane = 0; plane < planes_.size(); ++plane)
    pattern |= static_cast<std::size_t>((planes_[plane][at] >> shift) & 1U) << plane;
  KIJUN_ASSERT(pattern < kPatterns.size());
  return kPatterns[pattern];
}

}  // namespace kijun::audit
