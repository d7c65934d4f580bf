/// The merge law (design section 5). Files are laid over each other outermost last: `extends` first, then the file's
/// own tables, then every amendment in force, oldest first. Merging happens on TOML tables, so that each key of the
/// result still knows the file and bytes it came from; the meaning of keys is read only afterwards.
#include "engine/policy/merged_ruleset.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "engine/base/sha256.h"
#include "engine/diag/suggestion.h"
#include "engine/policy/policy_diagnostics.h"
#include "engine/toml/table_reader.h"

namespace kijun::policy {
namespace {

using toml_doc::Array;
using toml_doc::Entry;
using toml_doc::Table;
using toml_doc::TableReader;
using toml_doc::Value;

/// An amendment kept aside until all files are read.
struct Amendment {
  Date effective;
  const Table* table;
  diag::Span span;
};

Entry* find_entry(Table& table, std::string_view key) {
  const auto found =
      std::find_if(table.entries.begin(), table.entries.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == table.entries.end() ? nullptr : &*found;
}

MergedEntry* find_merged(std::vector<MergedEntry>& entries, std::string_view id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const MergedEntry& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

std::string id_of(const Table& table) {
  const Value* id = table.find("id");
  return id != nullptr && id->as_string() != nullptr ? id->as_string()->text() : std::string();
}

class Merger {
 public:
  explicit Merger(const LoadContext& context) : context_(context) {}

  bool add_file(const std::string& path, diag::Span place) {
    if (std::find(stack_.begin(), stack_.end(), path) != stack_.end()) {
      stack_.push_back(path);
      context_.sink.report(kExtendsCycle, place, fmt::format("{}", fmt::join(stack_, " → ")));
      return false;
    }
    if (std::any_of(merged_.files.begin(), merged_.files.end(),
                    [&](const RulesetFile& file) { return file.path == path; }))
      return true;
    Result<std::string> text = context_.files.read(path);
    if (!text) {
      context_.sink.report(kUnreadableFile, place, path, text.error().message);
      return false;
    }
    const std::string hash = sha256_hex(*text);
    const diag::Source& source = context_.sources.add(path, std::move(*text));
    std::optional<Table> document = toml_doc::parse_document(source, context_.sink);
    if (!document) return false;
    const Table& kept = documents_.emplace_back(std::move(*document));
    stack_.push_back(path);
    const bool ok = add_document(kept, source);
    stack_.pop_back();
    merged_.files.push_back({path, hash});
    return ok;
  }

  void apply_amendments(Date as_of) {
    std::stable_sort(amendments_.begin(), amendments_.end(),
                     [](const Amendment& a, const Amendment& b) { return a.effective < b.effective; });
    for (const Amendment& amendment : amendments_) {
      if (amendment.effective > as_of) continue;
      TableReader reader(*amendment.table, amendment.span, "[[amendment]]", context_.sink);
      (void)reader.date("effective");
      (void)reader.localized("title");
      add_sections(reader);
      reader.finish();
    }
  }

  MergedRuleset take() { return std::move(merged_); }

 private:
  bool add_document(const Table& document, const diag::Source& source) {
    TableReader reader(document, diag::Span{&source, 0, 0}, source.path(), context_.sink);
    bool ok = true;
    if (const Table* head = reader.table("ruleset")) {
      if (const Value* extends = head->find("extends"); extends != nullptr && extends->as_array() != nullptr) {
        for (const Value& parent : extends->as_array()->elements)
          if (parent.as_string() != nullptr)
            ok = add_file(join_path(parent_path(source.path()), parent.as_string()->text()), parent.span) && ok;
      }
      merged_.head = *document.find("ruleset");
    } else {
      (void)reader.require_text("ruleset");
    }
    add_sections(reader);
    for (const Value* amendment : reader.tables("amendment")) {
      TableReader inner(*amendment->as_table(), amendment->span, "[[amendment]]", context_.sink);
      if (auto effective = inner.require_date("effective"))
        amendments_.push_back({*effective, amendment->as_table(), amendment->span});
    }
    reader.finish();
    return ok;
  }

  void add_sections(TableReader& reader) {
    add_entries(reader.tables("basis"), merged_.bases);
    add_entries(reader.tables("topic"), merged_.topics);
    add_entries(reader.tables("actor"), merged_.actors);
    add_entries(reader.tables("condition"), merged_.conditions);
    add_entries(reader.tables("group"), merged_.groups);
    add_entries(reader.tables("indicator"), merged_.indicators);
    add_entries(reader.tables("rule"), merged_.rules);
    if (const Table* params = reader.table("params")) add_params(*params);
    for (const Value* value : reader.tables("override")) apply_override(*value);
    for (const Value* value : reader.tables("disable")) apply_disable(*value);
  }

  void add_entries(const std::vector<const Value*>& values, std::vector<MergedEntry>& entries) {
    for (const Value* value : values) {
      const Table& table = *value->as_table();
      TableReader reader(table, value->span, "[[…]]", context_.sink);
      const std::optional<diag::EmbeddedText> id = reader.require_text("id");
      if (!id) continue;
      if (const MergedEntry* first = find_merged(entries, id->text())) {
        context_.sink.report(kDuplicateId, id->span(), id->text())
            .notes.push_back({first->id_span, {"最初の定義はここです", "first defined here"}});
        continue;
      }
      entries.push_back({id->text(), id->span(), table, value->span});
    }
  }

  void add_params(const Table& params) {
    for (const Entry& entry : params.entries) {
      if (Entry* existing = find_entry(merged_.params, entry.key)) {
        *existing = entry;
      } else {
        merged_.params.entries.push_back(entry);
      }
    }
  }

  void apply_override(const Value& value) {
    TableReader reader(*value.as_table(), value.span, "[[override]]", context_.sink);
    const std::optional<diag::EmbeddedText> id = reader.require_text("id");
    if (!id) return;
    MergedEntry* target = nullptr;
    for (std::vector<MergedEntry>* section :
         {&merged_.rules, &merged_.indicators, &merged_.conditions, &merged_.bases, &merged_.groups})
      if (target == nullptr) target = find_merged(*section, id->text());
    if (target == nullptr) {
      report_unknown(*id);
      return;
    }
    for (const Entry& entry : value.as_table()->entries)
      if (entry.key != "id") override_key(target->table, entry);
  }

  void report_unknown(const diag::EmbeddedText& id) {
    std::vector<std::string> ids;
    for (const MergedEntry& rule : merged_.rules) ids.push_back(rule.id);
    diag::Diagnostic& report =
        context_.sink.report(kUnknownId, id.span(), "id", id.text(), fmt::format("{}", fmt::join(ids, ", ")));
    report.hint = diag::did_you_mean(diag::suggest(id.text(), ids), report.hint);
  }

  void override_key(Table& table, const Entry& entry) {
    Entry* existing = find_entry(table, entry.key);
    const Value& value = entry.value.front();
    if (existing == nullptr || existing->value.front().as_array() == nullptr) {
      if (existing == nullptr)
        table.entries.push_back(entry);
      else
        *existing = entry;
      return;
    }
    Array& list = *std::get_if<Array>(&existing->value.front().data);
    if (entry.key == "case" || entry.key == "example" || entry.key == "benchmark") {
      merge_by_id(list, *value.as_array());
      return;
    }
    const Table* change = value.as_table();
    const Value* add = change == nullptr ? nullptr : change->find("add");
    const Value* replace = change == nullptr ? nullptr : change->find("replace");
    if (change == nullptr || (add == nullptr) == (replace == nullptr) ||
        (add != nullptr ? add : replace)->as_array() == nullptr) {
      context_.sink.report(kListChange, value.span, entry.key);
    } else if (add != nullptr) {
      for (const Value& element : add->as_array()->elements) list.elements.push_back(element);
    } else {
      existing->value.front() = *replace;
    }
  }

  /// Cases are merged by id, examples by name: a known one gets the changed keys, a new one is appended.
  static void merge_by_id(Array& list, const Array& changes) {
    for (const Value& change : changes.elements) {
      if (change.as_table() == nullptr) continue;
      const std::string id = id_of(*change.as_table());
      const auto same = std::find_if(list.elements.begin(), list.elements.end(), [&](const Value& element) {
        return !id.empty() && element.as_table() != nullptr && id_of(*element.as_table()) == id;
      });
      if (same == list.elements.end()) {
        list.elements.push_back(change);
        continue;
      }
      Table& target = *std::get_if<Table>(&same->data);
      for (const Entry& entry : change.as_table()->entries) {
        if (Entry* existing = find_entry(target, entry.key))
          *existing = entry;
        else
          target.entries.push_back(entry);
      }
    }
  }

  void apply_disable(const Value& value) {
    TableReader reader(*value.as_table(), value.span, "[[disable]]", context_.sink);
    const std::optional<diag::EmbeddedText> id = reader.require_text("id");
    const std::optional<std::string> reason = reader.require_string("reason");
    reader.finish();
    if (!id || !reason) return;
    if (find_merged(merged_.rules, id->text()) == nullptr) {
      report_unknown(*id);
      return;
    }
    std::erase_if(merged_.rules, [&](const MergedEntry& rule) { return rule.id == id->text(); });
    merged_.disabled.push_back({id->text(), *reason, value.span});
  }

  LoadContext context_;
  std::deque<Table> documents_;  ///< Never moves: amendments point into it.
  MergedRuleset merged_;
  std::vector<Amendment> amendments_;
  std::vector<std::string> stack_;
};

}  // namespace

std::optional<MergedRuleset> merge_ruleset(const std::string& path, Date as_of, const LoadContext& context) {
  const std::size_t errors_before = context.sink.num_errors();
  Merger merger(context);
  (void)merger.add_file(path, {});
  merger.apply_amendments(as_of);
  if (context.sink.num_errors() > errors_before) return std::nullopt;
  return merger.take();
}

}  // namespace kijun::policy
