#include "engine/cli/ruleset_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace kijun::cli {
namespace {

using Json = nlohmann::ordered_json;
using toml_doc::Array;
using toml_doc::Entry;
using toml_doc::Table;
using toml_doc::Value;

Json place_json(diag::Span span) {
  return {{"file", span.source->path()}, {"line", span.source->line_column(span.begin).line}};
}

/// One key of a pointer (RFC 6901).
std::string pointer_key(const std::string& key) {
  std::string escaped;
  for (const char c : key) escaped += c == '~' ? "~0" : (c == '/' ? "~1" : std::string(1, c));
  return escaped;
}

Json table_json(const Table& table);

Json value_json(const Value& value) {
  struct Visitor {
    Json operator()(const diag::EmbeddedText& text) const { return text.text(); }
    Json operator()(std::int64_t number) const { return number; }
    Json operator()(double number) const { return number; }
    Json operator()(bool flag) const { return flag; }
    Json operator()(Date day) const { return day.iso(); }
    Json operator()(const Array& array) const {
      Json list = Json::array();
      for (const Value& element : array.elements) list.push_back(value_json(element));
      return list;
    }
    Json operator()(const Table& table) const { return table_json(table); }
  };
  return std::visit(Visitor{}, value.data);
}

Json table_json(const Table& table) {
  Json object = Json::object();
  for (const Entry& entry : table.entries) object[entry.key] = value_json(entry.value.front());
  return object;
}

void add_origins(const Value& value, const std::string& pointer, Json& origins) {
  if (const Table* table = value.as_table()) {
    for (const Entry& entry : table->entries)
      add_origins(entry.value.front(), pointer + "/" + pointer_key(entry.key), origins);
  } else if (const Array* array = value.as_array(); array != nullptr && !array->elements.empty()) {
    for (std::size_t i = 0; i < array->elements.size(); ++i)
      add_origins(array->elements[i], fmt::format("{}/{}", pointer, i), origins);
  } else if (value.span.valid()) {
    origins[pointer] = place_json(value.span);
  }
}

Json with_origins(const std::string& id, const Table& table) {
  Json origins = Json::object();
  for (const Entry& entry : table.entries) add_origins(entry.value.front(), "/" + pointer_key(entry.key), origins);
  return {{"id", id}, {"values", table_json(table)}, {"origins", std::move(origins)}};
}

Json head_json(const policy::MergedRuleset& ruleset) {
  const Table* head = ruleset.heads.empty() ? nullptr : ruleset.heads.back().as_table();
  if (head == nullptr) return Json::object();
  const Value* id = head->find("id");
  return with_origins(id != nullptr && id->as_string() != nullptr ? id->as_string()->text() : "", *head);
}

Json notes_json(const policy::MergedRuleset& ruleset) {
  Json notes{{"disabled", Json::array()}, {"amendments", Json::array()}, {"files", Json::array()}};
  for (const policy::Disabled& disabled : ruleset.disabled)
    notes["disabled"].push_back(
        {{"id", disabled.id}, {"reason", disabled.reason}, {"origin", place_json(disabled.span)}});
  for (const policy::AmendmentNote& amendment : ruleset.amendments)
    notes["amendments"].push_back({{"effective", amendment.effective.iso()},
                                   {"in_force", amendment.in_force},
                                   {"title", {{"ja", amendment.title.ja}, {"en", amendment.title.en}}},
                                   {"origin", place_json(amendment.span)}});
  for (const policy::RulesetFile& file : ruleset.files)
    notes["files"].push_back({{"path", file.path}, {"sha256", file.sha256}});
  return notes;
}

}  // namespace

std::string ruleset_json(const policy::MergedRuleset& ruleset) {
  const std::vector<std::pair<const char*, const std::vector<policy::MergedEntry>*>> sections{
      {"basis", &ruleset.bases},          {"topic", &ruleset.topics},      {"actor", &ruleset.actors},
      {"condition", &ruleset.conditions}, {"group", &ruleset.groups},      {"rule", &ruleset.rules},
      {"indicator", &ruleset.indicators}, {"band_set", &ruleset.band_sets}};
  Json document{{"schema", "kijun.ruleset/1"}, {"ruleset", head_json(ruleset)}};
  document["params"] = with_origins("params", ruleset.params);
  for (const auto& [name, entries] : sections) {
    Json list = Json::array();
    for (const policy::MergedEntry& entry : *entries) list.push_back(with_origins(entry.id, entry.table));
    document[name] = std::move(list);
  }
  document.update(notes_json(ruleset));
  return document.dump(2) + "\n";
}

std::string entry_json(const policy::MergedEntry& entry) { return with_origins(entry.id, entry.table).dump(2) + "\n"; }

}  // namespace kijun::cli
