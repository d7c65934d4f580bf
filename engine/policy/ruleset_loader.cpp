#include "engine/policy/ruleset_loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/sha256.h"
#include "engine/diag/suggestion.h"
#include "engine/policy/band_set_reader.h"
#include "engine/policy/params.h"
#include "engine/policy/policy_diagnostics.h"
#include "engine/policy/rule_reader.h"
#include "engine/toml/table_reader.h"

namespace kijun::policy {
namespace {

using toml_doc::TableReader;
using toml_doc::Value;

Basis read_basis(const MergedEntry& entry, diag::Sink& sink) {
  TableReader reader(entry.table, entry.span, "[[basis]] " + entry.id, sink);
  Basis basis;
  basis.id = entry.id;
  basis.span = entry.id_span;
  (void)reader.value("id");
  basis.title = reader.require_localized("title").value_or(LocalizedText{});
  basis.law = reader.string("law").value_or("");
  basis.article = reader.string("article").value_or("");
  basis.date = reader.date("date");
  if (!reader.has("status")) (void)reader.require_text("status");
  basis.confirmed = reader.one_of("status", {"confirmed", "unconfirmed"}) == "confirmed";
  basis.confirmed_by = reader.string("confirmed_by").value_or("");
  basis.confirmed_on = reader.date("confirmed_on");
  basis.note = reader.localized("note").value_or(LocalizedText{});
  reader.finish();
  return basis;
}

/// Reads an entry that has an id: `read` takes its other keys from a reader that reports under the name `what`.
template <class Read>
auto read_entry(const MergedEntry& entry, std::string what, diag::Sink& sink, Read read) {
  TableReader reader(entry.table, entry.span, std::move(what), sink);
  (void)reader.value("id");
  auto made = read(reader);
  reader.finish();
  return made;
}

Heading read_heading(const MergedEntry& entry, diag::Sink& sink) {
  return read_entry(entry, entry.id, sink, [&](TableReader& reader) {
    return Heading{entry.id, reader.require_localized("title").value_or(LocalizedText{})};
  });
}

Condition read_condition(const MergedEntry& entry, diag::Sink& sink) {
  return read_entry(entry, "[[condition]] " + entry.id, sink, [&](TableReader& reader) {
    Condition condition;
    condition.id = entry.id;
    condition.span = entry.id_span;
    condition.for_each = reader.string("for_each").value_or("record");
    condition.expr = reader.require_text("expr").value_or(diag::EmbeddedText{});
    condition.description = reader.localized("description").value_or(LocalizedText{});
    return condition;
  });
}

void check_id(std::string_view what, const std::string& id, diag::Span span, const std::vector<std::string>& known,
              diag::Sink& sink) {
  if (id.empty() || std::find(known.begin(), known.end(), id) != known.end()) return;
  diag::Diagnostic& report = sink.report(kUnknownId, span, what, id, fmt::format("{}", fmt::join(known, ", ")));
  report.hint = diag::did_you_mean(diag::suggest(id, known), report.hint);
}

/// The kinds of records that are members of groups.
std::vector<std::string> member_kinds(const std::vector<std::string>& record_kinds) {
  std::vector<std::string> kinds{"municipality"};
  for (const std::string& kind : record_kinds)
    if (kind != "municipality" && kind != "prefecture") kinds.push_back(kind);
  return kinds;
}

DerivedGroup read_group(const MergedEntry& entry, const std::vector<std::string>& kinds, diag::Sink& sink) {
  return read_entry(entry, "[[group]] " + entry.id, sink, [&](TableReader& reader) {
    DerivedGroup group;
    group.id = entry.id;
    group.span = entry.id_span;
    group.title = reader.require_localized("title").value_or(LocalizedText{});
    group.by = reader.require_text("by").value_or(diag::EmbeddedText{});
    if (const std::optional<std::string> among = reader.string("among"))
      check_id("among", *among, reader.span_of("among"), kinds, sink);
    return group;
  });
}

Benchmark read_benchmark(const Value& value, diag::Sink& sink) {
  TableReader reader(*value.as_table(), value.span, "benchmark", sink);
  Benchmark benchmark;
  benchmark.label = reader.require_localized("label").value_or(LocalizedText{});
  benchmark.as_of = reader.date("as_of");
  benchmark.value = reader.number("value");
  benchmark.met = reader.integer("n");
  benchmark.of = reader.integer("of");
  benchmark.source = reader.string("source").value_or("");
  reader.finish();
  return benchmark;
}

Indicator read_indicator(const MergedEntry& entry, diag::Sink& sink) {
  TableReader reader(entry.table, entry.span, "[[indicator]] " + entry.id, sink);
  Indicator indicator;
  indicator.id = entry.id;
  indicator.span = entry.id_span;
  (void)reader.value("id");
  indicator.title = reader.require_localized("title").value_or(LocalizedText{});
  indicator.description = reader.localized("description").value_or(LocalizedText{});
  indicator.topic = reader.string("topic").value_or("");
  indicator.for_each = reader.require_string("for_each").value_or("municipality");
  indicator.of = reader.text("of").value_or(diag::EmbeddedText{});
  indicator.met = reader.require_text("met").value_or(diag::EmbeddedText{});
  indicator.target = reader.number("target");
  indicator.unit = reader.string("unit").value_or("");
  for (const Value* value : reader.tables("benchmark")) indicator.benchmarks.push_back(read_benchmark(*value, sink));
  reader.finish();
  return indicator;
}

/// Every file has a head; what the outermost one says is what the ruleset is called.
void read_head(const Value& head, Ruleset& ruleset, diag::Sink& sink) {
  TableReader reader(*head.as_table(), head.span, "[ruleset]", sink);
  ruleset.from_year = ruleset.to_year = 0;
  ruleset.stage = Stage::kActive;
  ruleset.approval.reset();
  ruleset.id = reader.require_string("id").value_or("");
  ruleset.title = reader.require_localized("title").value_or(LocalizedText{});
  (void)reader.strings("extends");
  if (reader.one_of("stage", {"active", "draft"}) == "draft") ruleset.stage = Stage::kDraft;
  if (const toml_doc::Table* years = reader.table("fiscal_years")) {
    TableReader inner(*years, reader.span_of("fiscal_years"), "fiscal_years", sink);
    ruleset.from_year = static_cast<int>(inner.require_integer("from").value_or(0));
    ruleset.to_year = static_cast<int>(inner.require_integer("to").value_or(0));
    inner.finish();
    if (ruleset.from_year > ruleset.to_year)
      sink.report(kWrongYears, reader.span_of("fiscal_years"), ruleset.from_year, ruleset.to_year);
  }
  if (const toml_doc::Table* approval = reader.table("approval")) {
    TableReader inner(*approval, reader.span_of("approval"), "approval", sink);
    ruleset.approval =
        Approval{inner.require_string("by").value_or(""), inner.date("date"), inner.string("number").value_or("")};
    inner.finish();
  }
  reader.finish();
}

/// Checks that every id a rule names is declared.
class ReferenceChecker {
 public:
  ReferenceChecker(const Ruleset& ruleset, const std::vector<std::string>& record_kinds, diag::Sink& sink)
      : ruleset_(ruleset), record_kinds_(record_kinds), sink_(sink) {}

  void check() {
    for (const Rule& rule : ruleset_.rules) check_rule(rule);
    for (const Indicator& indicator : ruleset_.indicators)
      check_id("for_each", indicator.for_each, indicator.span, spaces(), sink_);
    for (const BandSet& set : ruleset_.band_sets)
      for (const diag::EmbeddedText& id : set.indicators)
        check_id("indicator", id.text(), id.span(), ids(ruleset_.indicators), sink_);
  }

 private:
  void check_rule(const Rule& rule) {
    check_key(rule, "topic", rule.topic, ids(ruleset_.topics));
    check_key(rule, "actor", rule.actor, ids(ruleset_.actors));
    check_key(rule, "for_each", rule.for_each, spaces());
    for (const std::string& basis : rule.basis) check_key(rule, "basis", basis, ids(ruleset_.bases));
  }

  template <class Entries>
  static std::vector<std::string> ids(const Entries& entries) {
    std::vector<std::string> result;
    for (const auto& entry : entries) result.push_back(entry.id);
    return result;
  }

  [[nodiscard]] std::vector<std::string> spaces() const {
    std::vector<std::string> result{"municipality", "prefecture", "record", "zone", "body", "survey"};
    for (const std::string& kind : record_kinds_)
      if (std::find(result.begin(), result.end(), kind) == result.end()) result.push_back(kind);
    for (const DerivedGroup& group : ruleset_.groups) result.push_back(group.id);
    return result;
  }

  void check_key(const Rule& rule, std::string_view key, const std::string& id, const std::vector<std::string>& known) {
    const Value* value = rule.merged.find(key);
    check_id(key, id, value != nullptr ? value->span : rule.span, known, sink_);
  }

  const Ruleset& ruleset_;
  const std::vector<std::string>& record_kinds_;
  diag::Sink& sink_;
};

void describe_entries(toml_doc::Shape& shape) {
  diag::Sink ignored;
  const auto entry = [&](std::string_view section) { return MergedEntry{{}, {}, shape.inner(section).table(), {}}; };
  (void)read_basis(entry("basis"), ignored);
  (void)read_heading(entry("topic"), ignored);
  (void)read_heading(entry("actor"), ignored);
  (void)read_condition(entry("condition"), ignored);
  (void)read_group(entry("group"), {}, ignored);
  (void)read_indicator(entry("indicator"), ignored);
  (void)read_band_set(entry("band_set"), ignored);
  (void)read_rule(entry("rule"), ignored);
  describe_param(shape.inner("params").under_any_key());
}

}  // namespace

std::optional<Ruleset> read_ruleset(const MergedRuleset& merged, Date as_of, const LoadContext& context) {
  const std::size_t errors_before = context.sink.num_errors();
  if (merged.heads.empty()) return std::nullopt;
  Ruleset ruleset;
  for (const Value& head : merged.heads) read_head(head, ruleset, context.sink);
  for (const MergedEntry& entry : merged.bases) ruleset.bases.push_back(read_basis(entry, context.sink));
  for (const MergedEntry& entry : merged.topics) ruleset.topics.push_back(read_heading(entry, context.sink));
  for (const MergedEntry& entry : merged.actors) ruleset.actors.push_back(read_heading(entry, context.sink));
  for (const MergedEntry& entry : merged.conditions) ruleset.conditions.push_back(read_condition(entry, context.sink));
  for (const MergedEntry& entry : merged.groups)
    ruleset.groups.push_back(read_group(entry, member_kinds(context.record_kinds), context.sink));
  for (const MergedEntry& entry : merged.indicators) ruleset.indicators.push_back(read_indicator(entry, context.sink));
  for (const MergedEntry& entry : merged.band_sets) ruleset.band_sets.push_back(read_band_set(entry, context.sink));
  for (const toml_doc::Entry& entry : merged.params.entries)
    ruleset.params.push_back(read_param(entry, as_of, context.sink));
  for (const MergedEntry& entry : merged.rules) {
    ruleset.rules.push_back(read_rule(entry, context.sink));
    if (ruleset.stage == Stage::kDraft) ruleset.rules.back().stage = Stage::kDraft;
  }
  ruleset.disabled = merged.disabled;
  ruleset.amendments = merged.amendments;
  ruleset.files = merged.files;
  std::string hashes;
  for (const RulesetFile& file : ruleset.files) hashes += file.sha256 + "\n";
  ruleset.hash = sha256_hex(hashes);
  ReferenceChecker(ruleset, context.record_kinds, context.sink).check();
  if (context.sink.num_errors() > errors_before) return std::nullopt;
  return ruleset;
}

std::optional<Ruleset> load_ruleset(const std::string& path, Date as_of, const LoadContext& context) {
  const std::optional<MergedRuleset> merged = merge_ruleset(path, as_of, context);
  return merged ? read_ruleset(*merged, as_of, context) : std::nullopt;
}

void describe_ruleset(toml_doc::Shape& shape) {
  describe_sections(shape);
  describe_entries(shape);
  describe_entries(shape.inner("amendment"));
  diag::Sink ignored;
  Ruleset ruleset;
  read_head(shape.inner("ruleset").value(), ruleset, ignored);
}

}  // namespace kijun::policy
