#include "engine/cel/compare.h"
#include "engine/cel/tree_walker.h"

namespace kijun::cel {
namespace {

/// Keys of a map are bool, int, uint or string (langdef "Maps").
bool is_map_key(const Value& key) {
  return key.as<bool>() != nullptr || key.as<std::int64_t>() != nullptr || key.as<std::uint64_t>() != nullptr ||
         key.as<std::string>() != nullptr;
}

Value unusable_key(const Value& key) {
  return Value::error("invalid_key", "a map key is a bool, int, uint or string, not " + debug_text(key));
}

/// The value of an entry written with `?`: null for none; nothing when it is no optional.
std::optional<const Value*> optional_entry(const Value& value) {
  const auto* optional = value.as<Optional>();
  if (optional == nullptr) return std::nullopt;
  return optional->value.get();
}

Value not_an_optional_entry(const Value& value) {
  return Value::error("no_such_overload", "an entry with `?` takes an optional, not " + debug_text(value));
}

/// Collects entries of a map and notes what keeps them from being one.
class MapBuilder {
 public:
  void add(const Value& key, const Value& value, bool optional) {
    fold_.add(key);
    fold_.add(value);
    if (!key.has_value() || !value.has_value()) return;
    if (!is_map_key(key)) return fold_.add_error(unusable_key(key));
    if (!optional) return insert(key, value);
    const auto entry = optional_entry(value);
    if (!entry.has_value()) return fold_.add_error(not_an_optional_entry(value));
    if (*entry != nullptr) insert(key, **entry);
  }

  Value result() { return fold_.all_values() ? Value::map(std::move(entries_)) : fold_.result(); }

 private:
  void insert(const Value& key, const Value& value) {
    if (find_entry(entries_, key) != nullptr) {
      fold_.add_error(Value::error("duplicate_key", "the map has the key " + debug_text(key) + " twice"));
      return;
    }
    entries_.emplace_back(key, value);
  }

  StrictFold fold_;
  Map entries_;
};

}  // namespace

Value TreeWalker::eval_literal(NodeId id) const {
  return std::visit([](const auto& literal) { return Value(literal); }, node(id).literal);
}

Value TreeWalker::eval_list(NodeId id) {
  StrictFold fold;
  List elements;
  const Node& list = node(id);
  for (std::size_t index = 0; index < list.children.size(); ++index) {
    Value element = eval(list.children[index]);
    fold.add(element);
    if (!element.has_value()) continue;
    const bool optional = index < list.optional_entries.size() && list.optional_entries[index];
    if (!optional) {
      elements.push_back(std::move(element));
      continue;
    }
    const auto entry = optional_entry(element);
    if (!entry.has_value()) fold.add_error(not_an_optional_entry(element));
    if (entry.has_value() && *entry != nullptr) elements.push_back(**entry);
  }
  return fold.all_values() ? Value::list(std::move(elements)) : fold.result();
}

Value TreeWalker::eval_map(NodeId id) {
  MapBuilder builder;
  const Node& map = node(id);
  for (std::size_t index = 0; index + 1 < map.children.size(); index += 2) {
    const Value key = eval(map.children[index]);
    const Value value = eval(map.children[index + 1]);
    const std::size_t entry = index / 2;
    builder.add(key, value, entry < map.optional_entries.size() && map.optional_entries[entry]);
  }
  return builder.result();
}

}  // namespace kijun::cel
