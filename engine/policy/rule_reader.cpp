#include "engine/policy/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/policy/policy_diagnostics.h"
#include "engine/toml/table_reader.h"

namespace kijun::policy {
namespace {

using toml_doc::TableReader;
using toml_doc::Value;

std::vector<std::string> texts(const std::vector<diag::EmbeddedText>& strings) {
  std::vector<std::string> result;
  for (const diag::EmbeddedText& string : strings) result.push_back(string.text());
  return result;
}

std::optional<Severity> read_severity(TableReader& reader, std::string_view key) {
  if (const auto word = reader.one_of(key, {"error", "warning", "notice"})) return parse_severity(*word);
  return std::nullopt;
}

/// Both languages are demanded by `localized`; the places of the literals come from the value itself.
TemplateText read_template(TableReader& reader, std::string_view key) {
  TemplateText text;
  if (!reader.localized(key)) return text;
  const toml_doc::Table& table = *reader.value(key)->as_table();
  text.ja = *table.find("ja")->as_string();
  text.en = *table.find("en")->as_string();
  return text;
}

std::optional<Ask> read_ask(TableReader& reader, diag::Sink& sink) {
  const toml_doc::Table* table = reader.table("ask");
  if (table == nullptr) return std::nullopt;
  TableReader inner(*table, reader.span_of("ask"), "ask", sink);
  Ask ask;
  ask.text.ja = inner.require_string("ja").value_or("");
  ask.text.en = inner.require_string("en").value_or("");
  ask.answer = inner.one_of("answer", {"date", "text", "number", "yes_no", "choice"}).value_or("text");
  for (const Value* option : inner.tables("options")) {
    TableReader words(*option->as_table(), option->span, "options", sink);
    ask.options.push_back({words.require_string("ja").value_or(""), words.require_string("en").value_or("")});
    words.finish();
  }
  inner.finish();
  return ask;
}

Verdict read_verdict(TableReader& reader, diag::Sink& sink) {
  Verdict verdict;
  verdict.severity = read_severity(reader, "severity");
  verdict.before_deadline = read_severity(reader, "before_deadline");
  verdict.message = read_template(reader, "message");
  verdict.remedy = reader.localized("remedy").value_or(LocalizedText{});
  verdict.ask = read_ask(reader, sink);
  verdict.refs = texts(reader.strings("refs"));
  return verdict;
}

void read_cases(TableReader& reader, Rule& rule, diag::Sink& sink) {
  for (const Value* value : reader.tables("case")) {
    TableReader inner(*value->as_table(), value->span, "[[rule.case]]", sink);
    RuleCase entry;
    entry.span = value->span;
    if (const auto id = inner.require_text("id")) {
      entry.id = id->text();
      const auto same = std::find_if(rule.cases.begin(), rule.cases.end(),
                                     [&](const RuleCase& other) { return other.id == entry.id; });
      if (same != rule.cases.end())
        sink.report(kDuplicateId, id->span(), entry.id)
            .notes.push_back({same->span, {"最初の定義はここです", "first defined here"}});
    }
    entry.when = inner.require_text("when").value_or(diag::EmbeddedText{});
    entry.verdict = read_verdict(inner, sink);
    inner.finish();
    rule.cases.push_back(std::move(entry));
  }
}

void read_examples(TableReader& reader, Rule& rule, diag::Sink& sink) {
  for (const Value* value : reader.tables("example")) {
    TableReader inner(*value->as_table(), value->span, "[[rule.example]]", sink);
    Example example;
    example.span = value->span;
    example.name = inner.require_string("name").value_or("");
    if (const toml_doc::Table* given = inner.table("given")) example.given = *given;
    if (!inner.has("expect")) (void)inner.require_text("expect");
    example.expect = inner.one_of("expect", {"pass", "fail", "unknown", "not_applicable", "error"}).value_or("");
    if (const auto expected = inner.text("case")) {
      example.expect_case = expected->text();
      const bool known = std::any_of(rule.cases.begin(), rule.cases.end(),
                                     [&](const RuleCase& entry) { return entry.id == expected->text(); });
      if (!known) {
        std::vector<std::string> ids;
        for (const RuleCase& entry : rule.cases) ids.push_back(entry.id);
        sink.report(kUnknownId, expected->span(), "case", expected->text(), fmt::format("{}", fmt::join(ids, ", ")));
      }
    }
    example.expect_severity = read_severity(inner, "severity");
    inner.finish();
    rule.examples.push_back(std::move(example));
  }
}

std::optional<Judgeable> read_judgeable(TableReader& reader, diag::Sink& sink) {
  const toml_doc::Table* table = reader.table("judgeable");
  if (table == nullptr) return std::nullopt;
  TableReader inner(*table, reader.span_of("judgeable"), "judgeable", sink);
  Judgeable judgeable;
  judgeable.expr = inner.require_text("expr").value_or(diag::EmbeddedText{});
  judgeable.reason = inner.require_localized("reason").value_or(LocalizedText{});
  inner.finish();
  return judgeable;
}

void check_complete(const Rule& rule, diag::Span id_span, diag::Sink& sink) {
  const bool all_cases =
      !rule.cases.empty() && std::all_of(rule.cases.begin(), rule.cases.end(),
                                         [](const RuleCase& entry) { return entry.verdict.severity.has_value(); });
  if (!rule.verdict.severity && !all_cases && rule.merged.find("severity") == nullptr)
    sink.report(kNoSeverity, id_span, rule.id);
  if (rule.require.empty() && rule.enforced_by.empty() && rule.merged.find("require") == nullptr)
    sink.report(kNoRequirement, id_span, rule.id);
}

}  // namespace

Rule read_rule(const MergedEntry& entry, diag::Sink& sink) {
  TableReader reader(entry.table, entry.span, "rule `" + entry.id + "`", sink);
  Rule rule;
  rule.id = entry.id;
  rule.span = entry.id_span;
  rule.merged = entry.table;
  (void)reader.value("id");
  rule.aliases = texts(reader.strings("aliases"));
  rule.title = reader.require_localized("title").value_or(LocalizedText{});
  if (!reader.has("kind")) (void)reader.require_text("kind");
  if (const auto kind = reader.one_of("kind", {"policy", "quality", "review"})) rule.kind = *parse_rule_kind(*kind);
  rule.topic = reader.require_string("topic").value_or("");
  rule.actor = reader.require_string("actor").value_or("");
  rule.for_each = reader.require_string("for_each").value_or("");
  rule.for_fields = texts(reader.strings("for_fields"));
  rule.when = reader.text("when").value_or(diag::EmbeddedText{});
  rule.require = reader.text("require").value_or(diag::EmbeddedText{});
  rule.judgeable = read_judgeable(reader, sink);
  rule.deadline = reader.text("deadline").value_or(diag::EmbeddedText{});
  rule.verdict = read_verdict(reader, sink);
  read_cases(reader, rule, sink);
  rule.basis = texts(reader.strings("basis"));
  rule.evidence = texts(reader.strings("evidence"));
  rule.enforced_by = texts(reader.strings("enforced_by"));
  if (reader.one_of("stage", {"active", "draft"}) == "draft") rule.stage = Stage::kDraft;
  read_examples(reader, rule, sink);
  reader.finish();
  check_complete(rule, entry.id_span, sink);
  return rule;
}

}  // namespace kijun::policy
