#include <array>

#include "engine/cel/compare.h"
#include "engine/cel/tree_walker.h"

namespace kijun::cel {
namespace {

std::string_view relation_name(Relation relation) {
  switch (relation) {
    case Relation::kEqual:
      return "_==_";
    case Relation::kNotEqual:
      return "_!=_";
    case Relation::kLess:
      return "_<_";
    case Relation::kLessEqual:
      return "_<=_";
    case Relation::kGreater:
      return "_>_";
    case Relation::kGreaterEqual:
      return "_>=_";
  }
  return {};
}

Value related(Relation relation, const Value& a, const Value& b) {
  if (is_equality(relation)) return Value(equals(a, b) == (relation == Relation::kEqual));
  const auto order = compare(a, b);
  if (order.has_value()) return Value(holds(relation, *order));
  return no_such_overload(relation_name(relation), std::array{a, b});
}

/// The relation of two values of an ordered enum, whose values stand best first: the better value is the greater one.
Value related_in_domain(Relation relation, const table::Field& field, const Value& a, const Value& b) {
  const auto* a_id = a.as<std::string>();
  const auto* b_id = b.as<std::string>();
  const auto a_index = a_id == nullptr ? std::nullopt : field.value_index(*a_id);
  const auto b_index = b_id == nullptr ? std::nullopt : field.value_index(*b_id);
  if (!a_index.has_value() || !b_index.has_value()) return no_such_overload(relation_name(relation), std::array{a, b});
  return Value(holds(relation, *b_index <=> *a_index));
}

/// The state of a comparison with undecided bounds as a value.
Value verdict_value(State state, const Value& undecided) {
  return state == State::kUnknown ? undecided : Value(state == State::kTrue);
}

}  // namespace

Value TreeWalker::eval_comparison(NodeId id, Relation relation) {
  const NodeId left = child(id, 0);
  const NodeId right = child(id, 1);
  if (is_tally(left) || is_tally(right)) return compare_tallies(id, relation);
  StrictFold fold;
  const Value a = eval(left);
  const Value b = eval(right);
  fold.add(a);
  fold.add(b);
  if (!fold.all_values()) return fold.result();
  const table::Field* field = ordered_field(left);
  if (field == nullptr) field = ordered_field(right);
  if (field != nullptr && !is_equality(relation)) return related_in_domain(relation, *field, a, b);
  return related(relation, a, b);
}

/// `count(…) >= 3`, `share(…) > zone.members.share(…)`: decided when all completions agree. Bounds live only here,
/// between an aggregate and the comparison whose operand it is; any other use of an undecided one is unknown.
Value TreeWalker::compare_tallies(NodeId id, Relation relation) {
  const NodeId left = child(id, 0);
  const NodeId right = child(id, 1);
  std::optional<Tally> left_tally;
  std::optional<Tally> right_tally;
  if (is_tally(left)) left_tally = eval_tally(left);
  const Value a = left_tally.has_value() ? left_tally->state.value_or(Value()) : eval(left);
  if (is_tally(right)) right_tally = eval_tally(right);
  const Value b = right_tally.has_value() ? right_tally->state.value_or(Value()) : eval(right);
  StrictFold fold;
  fold.add(a);
  fold.add(b);
  if (!fold.all_values()) {
    // Undecided bounds beside an operand that is unknown too: both are causes.
    if (left_tally.has_value() && !left_tally->state.has_value()) fold.add(left_tally->undecided);
    if (right_tally.has_value() && !right_tally->state.has_value()) fold.add(right_tally->undecided);
    return fold.result();
  }
  if (left_tally.has_value() && right_tally.has_value()) {
    fold.add(left_tally->undecided);
    fold.add(right_tally->undecided);
    const State state = compare_bounds(relation, left_tally->bounds, right_tally->bounds);
    return state == State::kUnknown ? fold.result() : Value(state == State::kTrue);
  }
  const Tally& tally = left_tally.has_value() ? *left_tally : *right_tally;
  const Value& other = left_tally.has_value() ? b : a;
  const auto state = compare_bounds(left_tally.has_value() ? relation : mirrored(relation), tally.bounds, other);
  if (state.has_value()) return verdict_value(*state, tally.undecided);
  if (is_equality(relation)) return Value(relation == Relation::kNotEqual);
  return no_such_overload(relation_name(relation), std::array{a, b});
}

const table::Field* TreeWalker::ordered_field(NodeId id) const {
  const Type& type = expr_.types[id];
  return type.kind == TypeKind::kEnum && type.field != nullptr && type.field->ordered ? type.field : nullptr;
}

}  // namespace kijun::cel
