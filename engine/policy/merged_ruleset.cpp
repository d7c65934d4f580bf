/// The merge law (design section 5). Files are laid over each other outermost last: `extends` first, then the file's
/// own tables, then every amendment in force, oldest first. Merging happens on TOML tables, so that each key of the
/// result still knows the file and bytes it came from; the meaning of keys is read only afterwards. A ruleset that
/// extends another pack's is the local overlay: that pack's amendments are laid before it.
#include "engine/policy/merged_ruleset.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <utility>

#include "engine/base/sha256.h"
#include "engine/diag/suggestion.h"
#include "engine/policy/override.h"
#include "engine/policy/pack_reference.h"
#include "engine/policy/params.h"
#include "engine/policy/policy_diagnostics.h"
#include "engine/toml/table_reader.h"

namespace kijun::policy {
namespace {

using toml_doc::Table;
using toml_doc::TableReader;
using toml_doc::Value;

/// An amendment kept aside until all files of its pack are read.
struct Amendment {
  Date effective;
  LocalizedText title;
  const Table* table;
  diag::Span span;
};

MergedEntry* find_merged(std::vector<MergedEntry>& entries, std::string_view id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const MergedEntry& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

/// The aliases of an entry, each with its place.
std::vector<diag::EmbeddedText> aliases_of(const MergedEntry& entry) {
  std::vector<diag::EmbeddedText> aliases;
  const Value* list = entry.table.find("aliases");
  if (list == nullptr || list->as_array() == nullptr) return aliases;
  for (const Value& alias : list->as_array()->elements)
    if (alias.as_string() != nullptr) aliases.push_back(*alias.as_string());
  return aliases;
}

/// The entry of an id, or of an id it had before.
MergedEntry* find_by_alias(std::vector<MergedEntry>& entries, const std::string& id) {
  if (MergedEntry* entry = find_merged(entries, id)) return entry;
  for (MergedEntry& entry : entries)
    for (const diag::EmbeddedText& alias : aliases_of(entry))
      if (alias.text() == id) return &entry;
  return nullptr;
}

class Merger {
 public:
  Merger(const LoadContext& context, Date as_of) : context_(context), as_of_(as_of) {}

  /// Everything but `[ruleset]`.
  void read_sections(TableReader& reader) {
    Override layer(context_.sink);
    add_sections(reader, layer);
    for (const Value* amendment : reader.tables("amendment")) keep_amendment(*amendment);
    reader.finish();
  }

  /// What an amendment changes; when it takes effect was read before.
  void read_amendment(TableReader& reader, Override& layer) {
    (void)reader.value("effective");
    (void)reader.value("title");
    add_sections(reader, layer);
    reader.finish();
  }

  MergedRuleset merge(const std::string& path) {
    (void)add_file(path, {});
    apply_amendments();
    check_aliases();
    return std::move(merged_);
  }

 private:
  /// A file on the way from the outermost one to the one being read.
  struct Open {
    std::string path;
    diag::Span place;  ///< Where it is named.
  };

  bool add_file(const std::string& path, diag::Span place) {
    if (const auto open = std::find_if(open_.begin(), open_.end(), [&](const Open& file) { return file.path == path; });
        open != open_.end()) {
      report_cycle(open, path, place);
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
    open_.push_back({path, place});
    const bool ok = add_document(kept, source);
    open_.pop_back();
    merged_.files.push_back({path, hash});
    return ok;
  }

  void report_cycle(std::vector<Open>::iterator first, const std::string& path, diag::Span place) {
    std::vector<std::string> paths;
    for (auto file = first; file != open_.end(); ++file) paths.push_back(file->path);
    paths.push_back(path);
    diag::Diagnostic& report = context_.sink.report(kExtendsCycle, place, fmt::format("{}", fmt::join(paths, " → ")));
    for (auto file = first + 1; file != open_.end(); ++file)
      report.notes.push_back({file->place, {"ここで継承しています", "extended here"}});
  }

  bool add_document(const Table& document, const diag::Source& source) {
    TableReader reader(document, diag::Span{&source, 0, 0}, source.path(), context_.sink);
    bool ok = true;
    if (const Table* head = reader.table("ruleset")) {
      ok = add_parents(*head, source.path());
      merged_.heads.push_back(*document.find("ruleset"));
    } else {
      (void)reader.require_text("ruleset");
    }
    read_sections(reader);
    return ok;
  }

  bool add_parents(const Table& head, const std::string& path) {
    const Value* extends = head.find("extends");
    if (extends == nullptr || extends->as_array() == nullptr) return true;
    bool ok = true;
    for (const Value& parent : extends->as_array()->elements) {
      if (parent.as_string() == nullptr) continue;
      const std::string& name = parent.as_string()->text();
      ok = (is_pack_reference(name) ? add_pack(*parent.as_string(), head)
                                    : add_file(join_path(parent_path(path), name), parent.span)) &&
           ok;
    }
    return ok;
  }

  /// Another pack's edition for the years of this ruleset, amendments and all.
  bool add_pack(const diag::EmbeddedText& reference, const Table& head) {
    const std::optional<Edition> edition = find_pack_edition(reference, head, context_);
    if (!edition) return false;
    std::vector<Amendment> own = std::exchange(amendments_, {});
    const bool ok = add_file(edition->path, reference.span());
    apply_amendments();
    amendments_ = std::move(own);
    return ok;
  }

  void keep_amendment(const Value& amendment) {
    TableReader reader(*amendment.as_table(), amendment.span, "[[amendment]]", context_.sink);
    const std::optional<Date> effective = reader.require_date("effective");
    const LocalizedText title = reader.localized("title").value_or(LocalizedText{});
    if (effective) amendments_.push_back({*effective, title, amendment.as_table(), amendment.span});
  }

  /// Those of one day are one layer.
  void apply_amendments() {
    std::stable_sort(amendments_.begin(), amendments_.end(),
                     [](const Amendment& a, const Amendment& b) { return a.effective < b.effective; });
    const auto first_to_come =
        std::find_if(amendments_.begin(), amendments_.end(), [&](const Amendment& a) { return a.effective > as_of_; });
    apply(amendments_.begin(), first_to_come);
    if (first_to_come != amendments_.end()) {
      MergedRuleset current = merged_;
      apply(first_to_come, amendments_.end());
      merged_ = std::move(current);
    }
    for (const Amendment& amendment : amendments_)
      merged_.amendments.push_back(
          {amendment.effective, amendment.title, amendment.effective <= as_of_, amendment.span});
  }

  void apply(std::vector<Amendment>::iterator first, std::vector<Amendment>::iterator last) {
    std::optional<Override> layer;
    for (auto amendment = first; amendment != last; ++amendment) {
      if (amendment == first || (amendment - 1)->effective != amendment->effective) layer.emplace(context_.sink);
      TableReader reader(*amendment->table, amendment->span, "[[amendment]]", context_.sink);
      read_amendment(reader, *layer);
    }
  }

  void add_sections(TableReader& reader, Override& layer) {
    add_entries(reader.tables("basis"), merged_.bases);
    add_entries(reader.tables("topic"), merged_.topics);
    add_entries(reader.tables("actor"), merged_.actors);
    add_entries(reader.tables("condition"), merged_.conditions);
    add_entries(reader.tables("group"), merged_.groups);
    add_entries(reader.tables("indicator"), merged_.indicators);
    add_entries(reader.tables("band_set"), merged_.band_sets);
    add_entries(reader.tables("rule"), merged_.rules);
    if (const Table* params = reader.table("params")) lay_params(merged_.params, *params, layer, context_.sink);
    for (const Value* value : reader.tables("override")) apply_override(*value, layer);
    for (const Value* value : reader.tables("disable")) apply_disable(*value);
  }

  void add_entries(const std::vector<const Value*>& values, std::vector<MergedEntry>& entries) {
    for (const Value* value : values) {
      const Table& table = *value->as_table();
      TableReader reader(table, value->span, "[[…]]", context_.sink);
      const std::optional<diag::EmbeddedText> id = reader.require_text("id");
      if (!id) continue;
      if (const MergedEntry* first = find_merged(entries, id->text())) {
        report_twice(*id, first->id_span);
      } else if (const Disabled* disabled = &entries == &merged_.rules ? find_disabled(id->text()) : nullptr) {
        report_twice(*id, disabled->span);
      } else {
        entries.push_back({id->text(), id->span(), table, value->span});
      }
    }
  }

  void report_twice(const diag::EmbeddedText& id, diag::Span first) {
    context_.sink.report(kDuplicateId, id.span(), id.text())
        .notes.push_back({first, {"最初の定義はここです", "first defined here"}});
  }

  [[nodiscard]] const Disabled* find_disabled(std::string_view id) const {
    const auto found = std::find_if(merged_.disabled.begin(), merged_.disabled.end(),
                                    [&](const Disabled& disabled) { return disabled.id == id; });
    return found == merged_.disabled.end() ? nullptr : &*found;
  }

  void apply_override(const Value& value, Override& layer) {
    TableReader reader(*value.as_table(), value.span, "[[override]]", context_.sink);
    const std::optional<diag::EmbeddedText> id = reader.require_text("id");
    if (!id) return;
    for (std::vector<MergedEntry>* section :
         {&merged_.rules, &merged_.indicators, &merged_.band_sets, &merged_.conditions, &merged_.bases, &merged_.groups,
          &merged_.topics, &merged_.actors}) {
      MergedEntry* target = find_by_alias(*section, id->text());
      if (target == nullptr) continue;
      layer.lay(target->id, target->table, *value.as_table());
      return;
    }
    report_unknown(*id);
  }

  void report_unknown(const diag::EmbeddedText& id) {
    std::vector<std::string> ids;
    for (const MergedEntry& rule : merged_.rules) ids.push_back(rule.id);
    std::vector<std::string> all = ids;
    for (const std::vector<MergedEntry>* section : {&merged_.indicators, &merged_.band_sets, &merged_.conditions,
                                                    &merged_.bases, &merged_.groups, &merged_.topics, &merged_.actors})
      for (const MergedEntry& entry : *section) all.push_back(entry.id);
    diag::Diagnostic& report =
        context_.sink.report(kUnknownId, id.span(), "id", id.text(), fmt::format("{}", fmt::join(ids, ", ")));
    report.hint = diag::did_you_mean(diag::suggest(id.text(), all), report.hint);
    if (const Disabled* disabled = find_disabled(id.text()))
      report.notes.push_back({disabled->span, {"ここで停止されています", "disabled here"}});
  }

  void apply_disable(const Value& value) {
    TableReader reader(*value.as_table(), value.span, "[[disable]]", context_.sink);
    const std::optional<diag::EmbeddedText> id = reader.require_text("id");
    const std::optional<std::string> reason = reader.require_string("reason");
    reader.finish();
    if (!id || !reason) return;
    const MergedEntry* target = find_by_alias(merged_.rules, id->text());
    if (target == nullptr) {
      report_unknown(*id);
      return;
    }
    merged_.disabled.push_back({target->id, *reason, id->span()});
    merged_.rules.erase(merged_.rules.begin() + (target - merged_.rules.data()));
  }

  /// An alias is an id that was given up: nobody else may have it.
  void check_aliases() {
    for (const MergedEntry& rule : merged_.rules) {
      for (const diag::EmbeddedText& alias : aliases_of(rule)) {
        if (const MergedEntry* owner = find_merged(merged_.rules, alias.text())) report_twice(alias, owner->id_span);
        const MergedEntry* first = find_by_alias(merged_.rules, alias.text());
        if (first == nullptr || first == &rule || first->id == alias.text()) continue;
        for (const diag::EmbeddedText& other : aliases_of(*first))
          if (other.text() == alias.text()) report_twice(alias, other.span());
      }
    }
  }

  LoadContext context_;
  Date as_of_;
  std::deque<Table> documents_;  ///< Never moves: amendments point into it.
  MergedRuleset merged_;
  std::vector<Amendment> amendments_;
  std::vector<Open> open_;
};

}  // namespace

std::optional<MergedRuleset> merge_ruleset(const std::string& path, Date as_of, const LoadContext& context) {
  const std::size_t errors_before = context.sink.num_errors();
  MergedRuleset merged = Merger(context, as_of).merge(path);
  if (context.sink.num_errors() > errors_before) return std::nullopt;
  return merged;
}

void describe_sections(toml_doc::Shape& shape) {
  MemoryFileSystem files;
  diag::SourceMap sources;
  diag::Sink ignored;
  Merger merger({files, sources, ignored}, {});
  TableReader reader(shape.table(), {}, {}, ignored);
  (void)reader.table("ruleset");
  reader.report_absent("ruleset");
  merger.read_sections(reader);
  TableReader amendment(shape.inner("amendment").table(), {}, {}, ignored);
  Override layer(ignored);
  merger.read_amendment(amendment, layer);
}

}  // namespace kijun::policy
