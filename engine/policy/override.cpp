#include "engine/policy/override.h"

#include <algorithm>
#include <array>

#include "engine/policy/policy_diagnostics.h"

namespace kijun::policy {
namespace {

using toml_doc::Array;
using toml_doc::Entry;
using toml_doc::Table;
using toml_doc::Value;

/// Lists of tables that are changed one by one, and the key an element is known by.
struct KeyedList {
  std::string_view list;
  std::string_view key;
};
constexpr std::array<KeyedList, 4> kKeyedLists{
    {{"case", "id"}, {"example", "name"}, {"benchmark", "source"}, {"band", "id"}}};

std::string text_of(const Value& value, std::string_view key) {
  const Table* table = value.as_table();
  const Value* text = table == nullptr ? nullptr : table->find(key);
  return text != nullptr && text->as_string() != nullptr ? text->as_string()->text() : std::string();
}

/// The elements of `{ add = […] }` or `{ replace = […] }`.
struct ListChange {
  const Array* elements = nullptr;
  bool replaces = false;
};

ListChange list_change(const Value& value) {
  const Table* table = value.as_table();
  if (table == nullptr || table->entries.size() != 1) return {};
  const Entry& only = table->entries.front();
  if (only.key != "add" && only.key != "replace") return {};
  return {only.value.front().as_array(), only.key == "replace"};
}

}  // namespace

Entry* find_entry(Table& table, std::string_view key) {
  const auto found =
      std::find_if(table.entries.begin(), table.entries.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == table.entries.end() ? nullptr : &*found;
}

void Override::lay(const std::string& path, Table& target, const Table& change) {
  for (const Entry& entry : change.entries)
    if (entry.key != "id") lay_key(path, target, entry);
}

void Override::lay_key(const std::string& path, Table& target, const Entry& change) {
  Entry* existing = find_entry(target, change.key);
  const std::string key_path = path + "." + change.key;
  if (existing != nullptr && existing->value.front().as_array() != nullptr) {
    lay_list(key_path, *existing, change);
    return;
  }
  if (!is_first(key_path, change)) return;
  if (existing != nullptr) {
    *existing = change;
    return;
  }
  Entry& added = target.entries.emplace_back(change);
  if (const ListChange list = list_change(change.value.front()); list.elements != nullptr)
    added.value.front().data = Array(*list.elements);
}

void Override::lay_list(const std::string& path, Entry& target, const Entry& change) {
  const Value& value = change.value.front();
  Value& list = target.value.front();
  const ListChange whole = list_change(value);
  const auto keyed =
      std::find_if(kKeyedLists.begin(), kKeyedLists.end(), [&](const KeyedList& k) { return k.list == change.key; });
  if (whole.elements != nullptr && whole.replaces) {
    if (is_first(path, change)) list = Value{Array(*whole.elements), value.span};
  } else if (whole.elements != nullptr) {
    std::vector<Value>& elements = std::get_if<Array>(&list.data)->elements;
    elements.insert(elements.end(), whole.elements->elements.begin(), whole.elements->elements.end());
  } else if (keyed != kKeyedLists.end() && value.as_array() != nullptr) {
    lay_elements(path, *std::get_if<Array>(&list.data), *value.as_array());
  } else {
    sink_.report(kListChange, value.span, change.key)
        .notes.push_back({list.span, {"変更されるリストはここです", "the list it changes is here"}});
  }
}

void Override::lay_elements(const std::string& path, Array& target, const Array& changes) {
  for (const Value& change : changes.elements) {
    if (change.as_table() == nullptr) continue;
    const auto has_same_key = [&](const Value& element) {
      return std::any_of(kKeyedLists.begin(), kKeyedLists.end(), [&](const KeyedList& keyed) {
        const std::string key = text_of(change, keyed.key);
        return path.ends_with(keyed.list) && !key.empty() && text_of(element, keyed.key) == key;
      });
    };
    const auto same = std::find_if(target.elements.begin(), target.elements.end(), has_same_key);
    if (same == target.elements.end())
      target.elements.push_back(change);
    else
      lay(path + "[" + std::to_string(same - target.elements.begin()) + "]", *std::get_if<Table>(&same->data),
          *change.as_table());
  }
}

bool Override::is_first(const std::string& path, const Entry& change) {
  const auto [first, is_new] = replaced_.emplace(path, change.key_span);
  if (is_new) return true;
  sink_.report(kChangedTwice, change.key_span, change.key)
      .notes.push_back({first->second, {"先の変更はここです", "changed first here"}});
  return false;
}

}  // namespace kijun::policy
