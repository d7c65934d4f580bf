// The profile's aggregates over members and other lists (design section 4).
#include <cmath>
#include <utility>

#include "engine/cel/compare.h"
#include "engine/cel/decimal_sum.h"
#include "engine/cel/exact_sum.h"
#include "engine/cel/tree_walker.h"

namespace kijun::cel {
namespace {

Value mixed_types(const Value& value) {
  return Value::error("no_such_overload", "an aggregate does not take " + type_value_name(runtime_type(value)) +
                                              " here: all elements must be numbers of one type");
}

Value sum_too_large() { return Value::error("overflow", "the sum does not fit in 64 bits"); }
Value decimal_too_large() { return Value::error("overflow", "the sum is too large for a decimal"); }

/// Sums of one list, all of one number type.
struct Sums {
  TypeKind type = TypeKind::kInt;
  IntegerSum integers;
  ExactSum doubles;
  DecimalSum decimals;
};

/// The sums, or the error of an element that is no number or of another type than the first. The type of an empty list
/// is `type`.
std::optional<Value> add_up(const List& values, TypeKind type, Sums& sums) {
  sums.type = values.empty() ? type : runtime_type(values.front()).kind;
  for (const Value& value : values) {
    if (runtime_type(value).kind != sums.type) return mixed_types(value);
    if (const auto* number = value.as<std::int64_t>()) {
      sums.integers.add(*number);
    } else if (const auto* natural = value.as<std::uint64_t>()) {
      sums.integers.add(*natural);
    } else if (const auto* real = value.as<double>()) {
      sums.doubles.add(*real);
    } else if (const auto* decimal = value.as<Decimal>()) {
      sums.decimals.add(*decimal);
    } else {
      return mixed_types(value);
    }
  }
  return std::nullopt;
}

Value sum_of(const List& values, TypeKind type) {
  Sums sums;
  if (auto error = add_up(values, type, sums)) return *error;
  if (sums.type == TypeKind::kDouble) return Value(sums.doubles.value());
  if (sums.type == TypeKind::kDecimal) {
    const auto sum = sums.decimals.value();
    return sum.has_value() ? Value(*sum) : decimal_too_large();
  }
  if (sums.type == TypeKind::kUint) {
    const auto sum = sums.integers.unsigned_value();
    return sum.has_value() ? Value(*sum) : sum_too_large();
  }
  const auto sum = sums.integers.value();
  return sum.has_value() ? Value(*sum) : sum_too_large();
}

/// The exact sum, rounded to double (or to a decimal, for decimals), divided by the number of elements.
Value average_of(const List& values) {
  Sums sums;
  if (auto error = add_up(values, TypeKind::kDouble, sums)) return *error;
  if (sums.type == TypeKind::kDecimal) {
    const auto average = sums.decimals.average(values.size());
    return average.has_value() ? Value(*average) : decimal_too_large();
  }
  const double sum = sums.type == TypeKind::kDouble ? sums.doubles.value() : sums.integers.as_double();
  return Value(sum / static_cast<double>(values.size()));
}

Value distinct_of(const List& values) {
  List seen;
  for (const Value& value : values) {
    bool is_new = true;
    for (const Value& other : seen) is_new = is_new && !equals(value, other);
    if (is_new) seen.push_back(value);
  }
  return Value(static_cast<std::int64_t>(seen.size()));
}

bool is_nan(const Value& value) {
  const auto* number = value.as<double>();
  return number != nullptr && std::isnan(*number);
}

/// The first smallest or greatest element; NaN when one is NaN, so that the order of rows changes nothing.
Value extreme_of(const List& values, std::partial_ordering wanted) {
  const Value* best = &values.front();
  for (const Value& value : values) {
    const auto order = compare(value, *best);
    if (!order.has_value()) return no_such_overload("_<_", std::vector<Value>{value, *best});
    if (is_nan(*best)) continue;
    if (*order == wanted || is_nan(value)) best = &value;
  }
  return *best;
}

}  // namespace

bool TreeWalker::is_tally(NodeId id) const {
  return node(id).kind == NodeKind::kMacro &&
         (node(id).macro == MacroKind::kCount || node(id).macro == MacroKind::kShare);
}

/// Counts the elements for which the predicate holds and those for which it is unknown. An erring or not applicable
/// element is the result, as in any strict operator.
Tally TreeWalker::count_elements(NodeId id) {
  const Range range = eval_range(id);
  if (range.state.has_value()) return {range.state, {}, {}};
  StrictFold fold;
  Bounds bounds;
  for (std::size_t index = 0; index < range.size(); ++index) {
    const Element element = range.element(index);
    const Value predicate = placed(eval_element(id, element, child(id, 1)), child(id, 1));
    fold.add(predicate);
    const auto* truth = predicate.as<bool>();
    if (predicate.has_value() && truth == nullptr) fold.add_error(not_a_bool(predicate));
    if (truth != nullptr && *truth) ++bounds.low;
    if ((truth != nullptr && *truth) || predicate.state() == State::kUnknown) ++bounds.high;
  }
  if (fold.state() == State::kError || fold.state() == State::kNotApplicable) return {fold.result(), {}, {}};
  if (node(id).macro == MacroKind::kShare) {
    if (range.size() == 0) return {empty_group(id), {}, {}};
    bounds.size = static_cast<std::int64_t>(range.size());
  }
  return {std::nullopt, bounds, fold.all_values() ? Value() : fold.result()};
}

Tally TreeWalker::eval_tally(NodeId id) {
  const std::optional<RecordRef> group = shared_group(id);
  return group.has_value() ? shared_part(id, *group).tally : count_elements(id);
}

/// An aggregate used otherwise than in a comparison.
Value TreeWalker::settled(NodeId id, const Tally& tally) const {
  if (tally.state.has_value()) return *tally.state;
  if (!tally.bounds.is_decided()) return tally.undecided;
  if (node(id).macro == MacroKind::kCount) return Value(tally.bounds.low);
  return Value(static_cast<double>(tally.bounds.low) / static_cast<double>(tally.bounds.size));
}

Value TreeWalker::eval_aggregate(NodeId id) {
  const Range range = eval_range(id);
  if (range.state.has_value()) return *range.state;
  StrictFold fold;
  List values;
  for (std::size_t index = 0; index < range.size(); ++index) {
    const Element element = range.element(index);
    values.push_back(eval_element(id, element, child(id, 1)));
    fold.add(values.back());
  }
  if (!fold.all_values()) return fold.result();
  const MacroKind macro = node(id).macro;
  if (macro == MacroKind::kSum) return sum_of(values, expr_.types[id].kind);
  // A number of distinct values is a count, so none is 0 and not unknown.
  if (macro == MacroKind::kDistinct) return distinct_of(values);
  if (values.empty()) return empty_group(id);
  if (macro == MacroKind::kAvg) return average_of(values);
  const auto wanted = macro == MacroKind::kMin ? std::partial_ordering::less : std::partial_ordering::greater;
  return extreme_of(values, wanted);
}

/// An aggregate that no element can define: unknown, and nobody is asked.
Value TreeWalker::empty_group(NodeId id) {
  return Value::unknown({CellRef{range_owner(id), false, kWholeRecord}, table::MissingReason::kEmptyGroup});
}

/// The group whose members an aggregate runs over, behind filters and maps; self for any other list.
RecordRef TreeWalker::range_owner(NodeId id) {
  NodeId range = child(id, 0);
  while (node(range).kind == NodeKind::kMacro && node(range).macro != MacroKind::kBind) range = child(range, 0);
  if (reference(range).kind != RefKind::kGroupMembers) return self_;
  CellList* const log = std::exchange(log_, nullptr);  // the range has been read already
  const Value owner = eval_owner(range);
  log_ = log;
  const auto* group = owner.as<RecordRef>();
  return group == nullptr ? self_ : *group;
}

}  // namespace kijun::cel
