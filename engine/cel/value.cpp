#include "engine/cel/value.h"

#include <algorithm>

#include "engine/cel/compare.h"

namespace kijun::cel {
namespace {

bool is_plain_number(const Value& value) {
  return value.as<std::int64_t>() != nullptr || value.as<std::uint64_t>() != nullptr || value.as<double>() != nullptr;
}

bool lists_equal(const List& a, const List& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), equals);
}

bool maps_equal(const Map& a, const Map& b) {
  if (a.size() != b.size()) return false;
  return std::ranges::all_of(a, [&](const auto& entry) {
    const Value* other = find_entry(b, entry.first);
    return other != nullptr && equals(entry.second, *other);
  });
}

bool optionals_equal(const Optional& a, const Optional& b) {
  if (a.value == nullptr || b.value == nullptr) return a.value == b.value;
  return equals(*a.value, *b.value);
}

}  // namespace

Value Value::list(List elements) { return Value(std::make_shared<const List>(std::move(elements))); }

Value Value::map(Map entries) { return Value(std::make_shared<const Map>(std::move(entries))); }

Value Value::error(std::string code, std::string message, NodeId node) {
  return Value(EvalError{std::move(code), std::move(message), node});
}

Value Value::unknown(Cause cause) { return Value(Unknown{{cause}}); }

Value Value::missing(Cause cause) {
  if (table::route(cause.reason) == table::MissingRoute::kNotApplicable) return Value(NotApplicable{{cause}});
  return unknown(cause);
}

const List* Value::as_list() const {
  const auto* shared = as<std::shared_ptr<const List>>();
  return shared == nullptr ? nullptr : shared->get();
}

const Map* Value::as_map() const {
  const auto* shared = as<std::shared_ptr<const Map>>();
  return shared == nullptr ? nullptr : shared->get();
}

bool Value::has_value() const {
  return as<Unknown>() == nullptr && as<NotApplicable>() == nullptr && as<EvalError>() == nullptr;
}

State Value::state() const {
  if (const bool* truth = as<bool>()) return *truth ? State::kTrue : State::kFalse;
  if (as<Unknown>() != nullptr) return State::kUnknown;
  if (as<NotApplicable>() != nullptr) return State::kNotApplicable;
  return State::kError;
}

bool equals(const Value& a, const Value& b) {
  if (is_plain_number(a) && is_plain_number(b)) return compare_numbers(a, b) == std::partial_ordering::equivalent;
  if (a.data().index() != b.data().index()) return false;
  if (const List* list = a.as_list()) return lists_equal(*list, *b.as_list());
  if (const Map* map = a.as_map()) return maps_equal(*map, *b.as_map());
  if (const auto* optional = a.as<Optional>()) return optionals_equal(*optional, *b.as<Optional>());
  // Run-time types carry no parameters: type([1]) == type(['a']).
  if (const auto* type = a.as<Type>()) return type_value_name(*type) == type_value_name(*b.as<Type>());
  if (a.as<std::monostate>() != nullptr) return true;
  if (const auto* truth = a.as<bool>()) return *truth == *b.as<bool>();
  if (const auto* record = a.as<RecordRef>()) return *record == *b.as<RecordRef>();
  const auto order = compare(a, b);
  return order.has_value() && *order == std::partial_ordering::equivalent;
}

const Value* find_entry(const Map& map, const Value& key) {
  const auto found = std::ranges::find_if(map, [&](const auto& entry) { return equals(entry.first, key); });
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace kijun::cel
