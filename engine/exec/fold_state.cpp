#include "engine/exec/fold_state.h"

#include <bit>
#include <cmath>
#include <limits>

#include "engine/base/assert.h"

// Every state is a commutative monoid over rows, so blocks and threads cannot change a result: counts, exact sums, sets,
// and extremes (of which the first met stays among equals: only the sign of zero can tell them apart). The tally of a
// typed fold counts the states of its values; the result is a value only when every member has one, so values beside
// members without one are added for nothing.

namespace kijun::exec {
namespace {

using cel::State;

/// A double as a key in which 0.0 and -0.0 are one.
std::int64_t double_key(double number) { return std::bit_cast<std::int64_t>(number == 0.0 ? 0.0 : number); }

}  // namespace

FoldState::FoldState(const Fold& fold, std::size_t num_groups) : kind_(fold.kind), value_kind_(fold.value_kind) {
  grow(num_groups);
}

void FoldState::grow(std::size_t num_groups) {
  tallies_.resize(num_groups);
  switch (kind_) {
    case FoldKind::kTally:
      break;
    case FoldKind::kSum:
      if (value_kind_ == ValueKind::kDouble) {
        double_sums_.resize(num_groups);
      } else if (value_kind_ == ValueKind::kDecimal) {
        decimal_sums_.resize(num_groups);
      } else {
        integer_sums_.resize(num_groups);
      }
      break;
    case FoldKind::kExtremes:
      extremes_.resize(num_groups);
      break;
    case FoldKind::kDistinct:
      distinct_.resize(num_groups);
      break;
  }
}

void FoldState::add(const Vector& value, const StatePlanes* filter, const BatchGroups& groups) {
  const StatePlanes& states = value.states;
  for (std::size_t word = 0; word < groups.num_words(); ++word) {
    StatePlanes::Word rest = groups.members(word);
    if (filter != nullptr) rest &= filter->true_word(word);
    const auto count = [&](State state, StatePlanes::Word records) {
      records &= rest;
      rest &= ~records;
      groups.each_membership(word, records, [&](std::uint32_t group, std::size_t) { tallies_[group].add(state); });
      return records;
    };
    count(State::kUnknown, states.unknown_word(word));
    count(State::kError, states.error_word(word));
    count(State::kNotApplicable, states.not_applicable_word(word));
    StatePlanes::Word values = count(State::kTrue, states.true_word(word));
    values |= count(State::kFalse, rest);
    if (kind_ == FoldKind::kTally) continue;
    groups.each_membership(word, values, [&](std::uint32_t group, std::size_t i) { add_value(group, value, i); });
  }
}

void FoldState::add_value(std::uint32_t group, const Vector& value, std::size_t i) {
  switch (kind_) {
    case FoldKind::kTally:
      break;
    case FoldKind::kSum:
      if (value_kind_ == ValueKind::kDouble) {
        double_sums_[group].add(value.double_at(i));
      } else if (value_kind_ == ValueKind::kDecimal) {
        decimal_sums_[group].add(value.decimal_at(i));
      } else if (value_kind_ == ValueKind::kUint) {
        integer_sums_[group].add(value.uint_at(i));
      } else {
        integer_sums_[group].add(value.int_at(i));
      }
      break;
    case FoldKind::kExtremes:
      add_extreme(extremes_[group], value, i);
      break;
    case FoldKind::kDistinct:
      add_distinct(distinct_[group], value, i);
      break;
  }
}

void FoldState::add_extreme(Extremes& extremes, const Vector& value, std::size_t i) const {
  Extremes one;
  one.any = true;
  if (value_kind_ == ValueKind::kDouble) {
    one.low_double = one.high_double = value.double_at(i);
    one.has_nan = std::isnan(value.double_at(i));
  } else if (value_kind_ == ValueKind::kDecimal) {
    one.low_decimal = one.high_decimal = value.decimal_at(i);
  } else {
    one.low = one.high = value.int_at(i);
  }
  merge_extremes(extremes, one);
}

void FoldState::merge_extremes(Extremes& extremes, const Extremes& other) const {
  if (!other.any) return;
  if (!extremes.any) {
    extremes = other;
    return;
  }
  extremes.has_nan = extremes.has_nan || other.has_nan;
  if (value_kind_ == ValueKind::kUint) {
    const auto as_uint = [](std::int64_t number) { return static_cast<std::uint64_t>(number); };
    if (as_uint(other.low) < as_uint(extremes.low)) extremes.low = other.low;
    if (as_uint(other.high) > as_uint(extremes.high)) extremes.high = other.high;
    return;
  }
  if (other.low < extremes.low) extremes.low = other.low;
  if (other.high > extremes.high) extremes.high = other.high;
  if (other.low_decimal < extremes.low_decimal) extremes.low_decimal = other.low_decimal;
  if (other.high_decimal > extremes.high_decimal) extremes.high_decimal = other.high_decimal;
  if (other.low_double < extremes.low_double) extremes.low_double = other.low_double;
  if (other.high_double > extremes.high_double) extremes.high_double = other.high_double;
}

void FoldState::add_distinct(Distinct& distinct, const Vector& value, std::size_t i) const {
  switch (value_kind_) {
    case ValueKind::kString:
      if (!distinct.texts.contains(value.text(i))) distinct.texts.emplace(value.text(i));
      break;
    case ValueKind::kDecimal:
      distinct.texts.insert(value.decimal_at(i).text());  // equal numbers have one text
      break;
    case ValueKind::kDouble:
      if (std::isnan(value.double_at(i))) {
        ++distinct.num_nan;  // no NaN equals another
      } else {
        distinct.numbers.insert(double_key(value.double_at(i)));
      }
      break;
    case ValueKind::kEnum:
      distinct.numbers.insert(value.code_at(i));
      break;
    case ValueKind::kInt:
    case ValueKind::kUint:
    case ValueKind::kDate:
      distinct.numbers.insert(value.int_at(i));
      break;
    case ValueKind::kBool:
      distinct.numbers.insert(value.states.get(i) == State::kTrue ? 1 : 0);
      break;
    case ValueKind::kList:
    case ValueKind::kOther:
      KIJUN_ASSERT(false && "no such values are folded");
  }
}

void FoldState::merge(const FoldState& other) {
  for (std::uint32_t group = 0; group < static_cast<std::uint32_t>(tallies_.size()); ++group)
    merge_group(group, other, group);
}

void FoldState::merge_group(std::uint32_t to, const FoldState& other, std::uint32_t from) {
  tallies_[to].merge(other.tallies_[from]);
  if (!integer_sums_.empty()) integer_sums_[to].add(other.integer_sums_[from]);
  if (!double_sums_.empty()) double_sums_[to].add(other.double_sums_[from]);
  if (!decimal_sums_.empty()) decimal_sums_[to].add(other.decimal_sums_[from]);
  if (!extremes_.empty()) merge_extremes(extremes_[to], other.extremes_[from]);
  if (distinct_.empty()) return;
  distinct_[to].numbers.insert(other.distinct_[from].numbers.begin(), other.distinct_[from].numbers.end());
  distinct_[to].texts.insert(other.distinct_[from].texts.begin(), other.distinct_[from].texts.end());
  distinct_[to].num_nan += other.distinct_[from].num_nan;
}

void FoldState::write(FoldResult result, std::uint32_t first, std::uint32_t size, Vector& out) const {
  out.make_array(result_kind(result, value_kind_), size);
  out.states.reset(size);
  for (std::uint32_t i = 0; i < size; ++i) out.states.set(i, write_one(result, first + i, i, out));
}

State FoldState::write_one(FoldResult result, std::uint32_t group, std::size_t i, Vector& out) const {
  const Tally& tally = tallies_[group];
  if (kind_ == FoldKind::kTally) return tally.write(result, i, out);
  const State state = tally.state(result);
  return state == State::kTrue ? write_value(result, group, i, out) : state;
}

State FoldState::write_value(FoldResult result, std::uint32_t group, std::size_t i, Vector& out) const {
  if (result == FoldResult::kSum) return write_sum(group, i, out);
  if (result == FoldResult::kAverage) return write_average(group, i, out);
  if (result == FoldResult::kMin || result == FoldResult::kMax)
    write_extreme(result == FoldResult::kMin, group, i, out);
  if (result == FoldResult::kDistinct) {
    const Distinct& distinct = distinct_[group];
    out.own_ints()[i] = static_cast<std::int64_t>(distinct.numbers.size() + distinct.texts.size() + distinct.num_nan);
  }
  return State::kTrue;
}

State FoldState::write_sum(std::uint32_t group, std::size_t i, Vector& out) const {
  if (value_kind_ == ValueKind::kDouble) {
    out.own_doubles()[i] = double_sums_[group].value();
    return State::kTrue;
  }
  if (value_kind_ == ValueKind::kDecimal) {
    const auto sum = decimal_sums_[group].value();
    if (sum.has_value()) out.own_decimals()[i] = *sum;
    return sum.has_value() ? State::kTrue : State::kError;
  }
  if (value_kind_ == ValueKind::kUint) {
    const auto sum = integer_sums_[group].unsigned_value();
    if (sum.has_value()) out.own_ints()[i] = static_cast<std::int64_t>(*sum);
    return sum.has_value() ? State::kTrue : State::kError;
  }
  const auto sum = integer_sums_[group].value();
  if (sum.has_value()) out.own_ints()[i] = *sum;
  return sum.has_value() ? State::kTrue : State::kError;
}

State FoldState::write_average(std::uint32_t group, std::size_t i, Vector& out) const {
  if (value_kind_ == ValueKind::kDecimal) {
    const auto average = decimal_sums_[group].average(tallies_[group].size());
    if (average.has_value()) out.own_decimals()[i] = *average;
    return average.has_value() ? State::kTrue : State::kError;
  }
  const double sum = value_kind_ == ValueKind::kDouble ? double_sums_[group].value() : integer_sums_[group].as_double();
  out.own_doubles()[i] = sum / static_cast<double>(tallies_[group].size());
  return State::kTrue;
}

void FoldState::write_extreme(bool lowest, std::uint32_t group, std::size_t i, Vector& out) const {
  const Extremes& extremes = extremes_[group];
  if (value_kind_ == ValueKind::kDecimal) {
    out.own_decimals()[i] = lowest ? extremes.low_decimal : extremes.high_decimal;
    return;
  }
  if (value_kind_ != ValueKind::kDouble) {
    out.own_ints()[i] = lowest ? extremes.low : extremes.high;
    return;
  }
  const double real = lowest ? extremes.low_double : extremes.high_double;
  out.own_doubles()[i] = extremes.has_nan ? std::numeric_limits<double>::quiet_NaN() : real;
}

}  // namespace kijun::exec
