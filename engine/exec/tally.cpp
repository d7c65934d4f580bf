#include "engine/exec/tally.h"

#include "engine/base/assert.h"

namespace kijun::exec {

using cel::State;

void Tally::merge(const Tally& other) {
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
}

std::uint32_t Tally::size() const {
  std::uint32_t total = 0;
  for (const std::uint32_t count : counts_) total += count;
  return total;
}

State Tally::settled() const {
  const State state = bounded();
  return state == State::kTrue && count(State::kUnknown) > 0 ? State::kUnknown : state;
}

State Tally::bounded() const {
  if (count(State::kError) > 0) return State::kError;
  return count(State::kNotApplicable) > 0 ? State::kNotApplicable : State::kTrue;
}

State Tally::state(FoldResult result) const {
  switch (result) {
    case FoldResult::kAll:
    case FoldResult::kExists: {
      const bool all = result == FoldResult::kAll;
      State state = all ? State::kTrue : State::kFalse;
      for (std::size_t i = 0; i < counts_.size(); ++i) {
        if (counts_[i] == 0) continue;
        const auto member = static_cast<State>(i);
        state = all ? cel::logical_and(state, member) : cel::logical_or(state, member);
      }
      return state;
    }
    case FoldResult::kExistsOne:
      if (settled() != State::kTrue) return settled();
      return count(State::kTrue) == 1 ? State::kTrue : State::kFalse;
    case FoldResult::kSize:
      return State::kTrue;
    case FoldResult::kShareSize:
      return size() == 0 ? State::kUnknown : State::kTrue;
    case FoldResult::kLow:
    case FoldResult::kHigh:
      return bounded();
    case FoldResult::kShare:
      return size() == 0 ? State::kUnknown : settled();
    case FoldResult::kSettled:
    case FoldResult::kCount:
    case FoldResult::kSum:
    case FoldResult::kDistinct:
      return settled();
    case FoldResult::kMin:
    case FoldResult::kMax:
    case FoldResult::kAverage:
      return settled() == State::kTrue && size() == 0 ? State::kUnknown : settled();
  }
  return State::kError;
}

State Tally::write(FoldResult result, std::size_t i, Vector& out) const {
  const std::int64_t low = count(State::kTrue);
  const std::int64_t num_members = size();
  switch (result) {
    case FoldResult::kSize:
    case FoldResult::kShareSize:
      out.own_ints()[i] = num_members;
      break;
    case FoldResult::kLow:
    case FoldResult::kCount:
      out.own_ints()[i] = low;
      break;
    case FoldResult::kHigh:
      out.own_ints()[i] = low + count(State::kUnknown);
      break;
    case FoldResult::kShare:
      out.own_doubles()[i] = static_cast<double>(low) / static_cast<double>(num_members);
      break;
    case FoldResult::kAll:
    case FoldResult::kExists:
    case FoldResult::kExistsOne:
    case FoldResult::kSettled:
      break;
    case FoldResult::kSum:
    case FoldResult::kMin:
    case FoldResult::kMax:
    case FoldResult::kAverage:
    case FoldResult::kDistinct:
      KIJUN_ASSERT(false && "a tally gives no such result");
  }
  return state(result);
}

FoldKind fold_kind(FoldResult result) {
  switch (result) {
    case FoldResult::kSum:
    case FoldResult::kAverage:
      return FoldKind::kSum;
    case FoldResult::kMin:
    case FoldResult::kMax:
      return FoldKind::kExtremes;
    case FoldResult::kDistinct:
      return FoldKind::kDistinct;
    case FoldResult::kAll:
    case FoldResult::kExists:
    case FoldResult::kExistsOne:
    case FoldResult::kSettled:
    case FoldResult::kSize:
    case FoldResult::kShareSize:
    case FoldResult::kLow:
    case FoldResult::kHigh:
    case FoldResult::kCount:
    case FoldResult::kShare:
      break;
  }
  return FoldKind::kTally;
}

ValueKind result_kind(FoldResult result, ValueKind kind) {
  switch (result) {
    case FoldResult::kAll:
    case FoldResult::kExists:
    case FoldResult::kExistsOne:
    case FoldResult::kSettled:
      return ValueKind::kBool;
    case FoldResult::kSize:
    case FoldResult::kShareSize:
    case FoldResult::kLow:
    case FoldResult::kHigh:
    case FoldResult::kCount:
    case FoldResult::kDistinct:
      return ValueKind::kInt;
    case FoldResult::kShare:
      return ValueKind::kDouble;
    case FoldResult::kAverage:
      return kind == ValueKind::kDecimal ? kind : ValueKind::kDouble;
    case FoldResult::kSum:
    case FoldResult::kMin:
    case FoldResult::kMax:
      break;
  }
  return kind;
}

}  // namespace kijun::exec
