#include "engine/policy/ruleset_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/toml/value_text.h"

namespace kijun::policy {
namespace {

using toml_doc::Array;
using toml_doc::Entry;
using toml_doc::key_text;
using toml_doc::Table;
using toml_doc::Value;
using toml_doc::value_text;

/// Lists that stand as tables of their own below an entry.
constexpr std::array<std::string_view, 4> kOwnTables{"case", "example", "benchmark", "band"};

/// Every place a value was put together from, each once, in order.
void add_places(const Value& value, std::vector<std::string>& places) {
  if (const Array* array = value.as_array(); array != nullptr && !array->elements.empty()) {
    for (const Value& element : array->elements) add_places(element, places);
    return;
  }
  if (const Table* table = value.as_table(); table != nullptr && !table->entries.empty()) {
    for (const Entry& entry : table->entries) add_places(entry.value.front(), places);
    return;
  }
  if (!value.span.valid()) return;
  const diag::Source& source = *value.span.source;
  const std::string place = fmt::format("{}:{}", source.path(), source.line_column(value.span.begin).line);
  if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
}

class RulesetWriter {
 public:
  explicit RulesetWriter(Origins origins) : origins_(origins) {}

  std::string take() { return std::move(text_); }

  void write_section(const std::string& section, const Table& table, const std::string& indent) {
    for (const Entry& entry : table.entries)
      if (!is_own_table(entry)) write_entry(entry, indent);
    for (const Entry& entry : table.entries) {
      if (!is_own_table(entry)) continue;
      for (const Value& element : entry.value.front().as_array()->elements) {
        text_ += fmt::format("\n{}  [[{}.{}]]\n", indent, section, entry.key);
        write_section(section + "." + entry.key, *element.as_table(), indent + "  ");
      }
    }
  }

  void write_entries(const std::string& section, const std::vector<MergedEntry>& entries) {
    for (const MergedEntry& entry : entries) write_merged(section, entry);
  }

  void write_merged(const std::string& section, const MergedEntry& entry) {
    text_ += fmt::format("{}[[{}]]\n", text_.empty() ? "" : "\n", section);
    write_section(section, entry.table, "");
  }

  void write_ruleset(const MergedRuleset& ruleset) {
    text_ += "[ruleset]\n";
    if (const Table* head = ruleset.heads.empty() ? nullptr : ruleset.heads.back().as_table())
      for (const Entry& entry : head->entries)
        if (entry.key != "extends") write_entry(entry, "");
    if (!ruleset.params.entries.empty()) text_ += "\n[params]\n";
    for (const Entry& entry : ruleset.params.entries) write_entry(entry, "");
    write_entries("basis", ruleset.bases);
    write_entries("topic", ruleset.topics);
    write_entries("actor", ruleset.actors);
    write_entries("condition", ruleset.conditions);
    write_entries("group", ruleset.groups);
    write_entries("rule", ruleset.rules);
    write_entries("indicator", ruleset.indicators);
    write_entries("band_set", ruleset.band_sets);
    write_notes(ruleset);
  }

 private:
  /// A list of tables below an entry, unless it is empty: then it says that there are none.
  static bool is_own_table(const Entry& entry) {
    const Array* array = entry.value.front().as_array();
    const bool named = std::find(kOwnTables.begin(), kOwnTables.end(), entry.key) != kOwnTables.end();
    return named && array != nullptr && !array->elements.empty() &&
           std::all_of(array->elements.begin(), array->elements.end(),
                       [](const Value& element) { return element.as_table() != nullptr; });
  }

  void write_entry(const Entry& entry, const std::string& indent) {
    text_ += fmt::format("{}{} = {}", indent, key_text(entry.key), value_text(entry.value.front()));
    if (origins_ == Origins::kShown) {
      std::vector<std::string> places;
      add_places(entry.value.front(), places);
      if (!places.empty()) text_ += fmt::format("  # {}", fmt::join(places, ", "));
    }
    text_ += '\n';
  }

  void write_notes(const MergedRuleset& ruleset) {
    if (!ruleset.disabled.empty() || !ruleset.amendments.empty()) text_ += '\n';
    for (const Disabled& disabled : ruleset.disabled)
      text_ += fmt::format("# [[disable]] {}: {}{}\n", disabled.id, disabled.reason, place(disabled.span));
    for (const AmendmentNote& amendment : ruleset.amendments)
      text_ += fmt::format("# [[amendment]] {} {}{}{}\n", amendment.effective.iso(),
                           amendment.in_force ? "in force" : "to come",
                           amendment.title.empty() ? "" : ": " + amendment.title.ja, place(amendment.span));
  }

  [[nodiscard]] std::string place(diag::Span span) const {
    if (origins_ == Origins::kHidden || !span.valid()) return "";
    return fmt::format(" ({}:{})", span.source->path(), span.source->line_column(span.begin).line);
  }

  Origins origins_;
  std::string text_;
};

}  // namespace

std::string ruleset_text(const MergedRuleset& ruleset, Origins origins) {
  RulesetWriter writer(origins);
  writer.write_ruleset(ruleset);
  return writer.take();
}

std::string entry_text(std::string_view section, const MergedEntry& entry, Origins origins) {
  RulesetWriter writer(origins);
  writer.write_merged(std::string(section), entry);
  return writer.take();
}

}  // namespace kijun::policy
