#include "engine/base/assert.h"
#include "engine/cel/compare.h"
#include "engine/cel/tree_walker.h"
#include "engine/cel/value_limits.h"

namespace kijun::cel {
namespace {

Value not_a_range(const Value& value) {
  return Value::error("no_such_overload",
                      "a macro runs over a list or map, not " + type_value_name(runtime_type(value)));
}

Value not_a(const char* wanted, const Value& value) {
  return Value::error("no_such_overload",
                      std::string("expected ") + wanted + ", got " + type_value_name(runtime_type(value)));
}

/// Adds a predicate's result to a fold; true when it is the bool true.
bool holds_strictly(StrictFold& fold, const Value& predicate) {
  fold.add(predicate);
  if (!predicate.has_value()) return false;
  const auto* truth = predicate.as<bool>();
  if (truth == nullptr) fold.add_error(not_a_bool(predicate));
  return truth != nullptr && *truth;
}

/// Adds entries to a map; a key twice is an error.
void add_entry(StrictFold& fold, Map& entries, const Value& key, const Value& value) {
  if (find_entry(entries, key) != nullptr) {
    fold.add_error(Value::error("duplicate_key", "the map has the key " + debug_text(key) + " twice"));
    return;
  }
  entries.emplace_back(key, value);
}

/// Bytes a list keeps for an element beside the element itself.
std::size_t num_bytes(const Value& element) {
  const auto* text = element.as<std::string>();
  return text == nullptr ? 0 : text->size();
}

}  // namespace

Value TreeWalker::eval_macro(NodeId id) {
  switch (node(id).macro) {
    case MacroKind::kAll:
      return eval_quantifier(id, State::kFalse);
    case MacroKind::kExists:
      return eval_quantifier(id, State::kTrue);
    case MacroKind::kExistsOne:
      return eval_exists_one(id);
    case MacroKind::kMap:
    case MacroKind::kTransformList:
      return eval_map_macro(id);
    case MacroKind::kFilter:
      return eval_filter(id);
    case MacroKind::kTransformMap:
    case MacroKind::kTransformMapEntry:
      return eval_transform_map(id);
    case MacroKind::kBind:
      return eval_bind(id);
    case MacroKind::kOptMap:
    case MacroKind::kOptFlatMap:
      return eval_optional_map(id);
    case MacroKind::kCount:
    case MacroKind::kShare:
      return settled(id, eval_tally(id));
    case MacroKind::kSum:
    case MacroKind::kMin:
    case MacroKind::kMax:
    case MacroKind::kAvg:
    case MacroKind::kDistinct:
      return eval_aggregate(id);
    case MacroKind::kNone:
      break;
  }
  KIJUN_ASSERT(false && "a macro node names its macro");
  return {};
}

std::size_t TreeWalker::Range::size() const {
  if (state.has_value()) return 0;
  const List* const list = source.as_list();
  return list != nullptr ? list->size() : source.as_map()->size();
}

TreeWalker::Element TreeWalker::Range::element(std::size_t index) const {
  const List* const list = source.as_list();
  if (list == nullptr) return {(*source.as_map())[index].first, (*source.as_map())[index].second};
  if (two_variables) return {Value(static_cast<std::int64_t>(index)), (*list)[index]};
  return {(*list)[index], {}};
}

/// The elements of the macro's first operand: of a list, or the keys of a map in their order.
TreeWalker::Range TreeWalker::eval_range(NodeId id) {
  Value range = eval(child(id, 0));
  if (!range.has_value()) return {{}, false, std::move(range)};
  if (range.as_list() == nullptr && range.as_map() == nullptr) return {{}, false, not_a_range(range)};
  return {std::move(range), node(id).variables.size() == 2, std::nullopt};
}

/// Evaluates a part of a macro with its variables bound.
Value TreeWalker::eval_element(NodeId macro, const Element& element, NodeId body) {
  const std::size_t depth = locals_.size();
  locals_.push_back({element.first, kNoNode});
  if (node(macro).variables.size() == 2) locals_.push_back({element.second, kNoNode});
  Value value = eval(body);
  locals_.resize(depth);
  return value;
}

Value TreeWalker::eval_quantifier(NodeId id, State decisive) {
  const Range range = eval_range(id);
  if (range.state.has_value()) return *range.state;
  LogicFold fold(decisive);
  for (std::size_t index = 0; index < range.size(); ++index) {
    const Element element = range.element(index);
    if (fold.add(placed(eval_element(id, element, child(id, 1)), child(id, 1)))) break;
  }
  return fold.result();
}

Value TreeWalker::eval_exists_one(NodeId id) {
  const Range range = eval_range(id);
  if (range.state.has_value()) return *range.state;
  StrictFold fold;
  std::size_t count = 0;
  for (std::size_t index = 0; index < range.size(); ++index) {
    const Element element = range.element(index);
    if (holds_strictly(fold, eval_element(id, element, child(id, 1)))) ++count;
  }
  return fold.all_values() ? Value(count == 1) : fold.result();
}

/// Keeps the elements of a list, or the keys of a map, for which the predicate holds.
Value TreeWalker::eval_filter(NodeId id) {
  const Range range = eval_range(id);
  if (range.state.has_value()) return *range.state;
  StrictFold fold;
  List kept;
  for (std::size_t index = 0; index < range.size(); ++index) {
    const Element element = range.element(index);
    if (holds_strictly(fold, eval_element(id, element, child(id, 1)))) kept.push_back(element.first);
  }
  return fold.all_values() ? Value::list(std::move(kept)) : fold.result();
}

/// `map` and `transformList`, with or without a filter before the transformation.
Value TreeWalker::eval_map_macro(NodeId id) {
  const Range range = eval_range(id);
  if (range.state.has_value()) return *range.state;
  const bool filtered = node(id).children.size() == 3;
  StrictFold fold;
  List mapped;
  std::size_t kept_bytes = 0;
  for (std::size_t index = 0; index < range.size(); ++index) {
    const Element element = range.element(index);
    if (filtered && !holds_strictly(fold, eval_element(id, element, child(id, 1)))) continue;
    mapped.push_back(eval_element(id, element, node(id).children.back()));
    fold.add(mapped.back());
    kept_bytes += num_bytes(mapped.back());
    if (kept_bytes > kMaxListBytes) return list_too_large();
  }
  return fold.all_values() ? Value::list(std::move(mapped)) : fold.result();
}

/// `transformMap` keeps the key (or the index of a list); `transformMapEntry` gives maps whose entries are put together.
Value TreeWalker::eval_transform_map(NodeId id) {
  const Range range = eval_range(id);
  if (range.state.has_value()) return *range.state;
  const bool filtered = node(id).children.size() == 3;
  StrictFold fold;
  Map entries;
  for (std::size_t index = 0; index < range.size(); ++index) {
    const Element element = range.element(index);
    if (filtered && !holds_strictly(fold, eval_element(id, element, child(id, 1)))) continue;
    const Value value = eval_element(id, element, node(id).children.back());
    fold.add(value);
    if (!value.has_value()) continue;
    if (node(id).macro == MacroKind::kTransformMap) {
      add_entry(fold, entries, element.first, value);
    } else if (const Map* map = value.as_map()) {
      for (const auto& [key, entry] : *map) add_entry(fold, entries, key, entry);
    } else {
      fold.add_error(not_a("a map", value));
    }
  }
  return fold.all_values() ? Value::map(std::move(entries)) : fold.result();
}

Value TreeWalker::eval_bind(NodeId id) {
  const std::size_t depth = locals_.size();
  locals_.push_back({{}, child(id, 0)});
  Value value = eval(child(id, 1));
  locals_.resize(depth);
  return value;
}

Value TreeWalker::eval_optional_map(NodeId id) {
  const Value operand = eval(child(id, 0));
  if (!operand.has_value()) return operand;
  const auto* optional = operand.as<Optional>();
  if (optional == nullptr) return not_a("an optional", operand);
  if (optional->value == nullptr) return operand;
  Value mapped = eval_element(id, {*optional->value, {}}, child(id, 1));
  if (!mapped.has_value()) return mapped;
  if (node(id).macro == MacroKind::kOptMap) return Value(Optional{std::make_shared<const Value>(std::move(mapped))});
  return mapped.as<Optional>() == nullptr ? not_a("an optional", mapped) : mapped;
}

}  // namespace kijun::cel
