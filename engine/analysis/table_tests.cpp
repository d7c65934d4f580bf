#include "engine/analysis/table_tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "engine/analysis/analysis_diagnostics.h"
#include "engine/base/ascii.h"
#include "engine/diag/suggestion.h"
#include "engine/survey/csv_reader.h"
#include "engine/table/missing.h"

namespace kijun::analysis {
namespace {

using survey::CsvCell;
using survey::CsvRecord;

constexpr std::array<std::string_view, 7> kOwnColumns{"rule", "name", "edition", "as_of", "expect", "case", "severity"};
constexpr std::string_view kMissing = "missing:";

toml_doc::Entry entry(std::string key, diag::Span key_span, toml_doc::Value value) {
  return {std::move(key), key_span, {std::move(value)}};
}

toml_doc::Value text_value(std::string_view text, diag::Span span) {
  const std::size_t offset = span.begin;
  std::vector<std::size_t> offsets(text.size() + 1, offset);
  return {diag::EmbeddedText(std::string(text), span.source, std::move(offsets)), span};
}

/// What TOML would have for an answer of a type; a text where it has another form, which is then reported as wrong.
toml_doc::Value answer_value(std::string_view text, table::FieldType type, diag::Span span) {
  if (text.starts_with(kMissing)) {
    toml_doc::Table table;
    table.entries.push_back(entry("missing", span, text_value(text.substr(kMissing.size()), span)));
    return {std::move(table), span};
  }
  if (type == table::FieldType::kBool && (text == "true" || text == "false")) return {text == "true", span};
  if (type == table::FieldType::kInt) {
    if (const auto number = to_number<std::int64_t>(text)) return {*number, span};
  }
  if (type == table::FieldType::kDouble || type == table::FieldType::kDecimal) {
    if (const auto number = to_number<double>(text)) return {*number, span};
  }
  if (type == table::FieldType::kDate)
    if (const auto date = Date::parse_iso(text)) return {*date, span};
  if (type == table::FieldType::kList) {
    toml_doc::Array array;
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t length = std::min(rest.find(';'), rest.size());
      array.elements.push_back(text_value(rest.substr(0, length), span));
      rest.remove_prefix(std::min(length + 1, rest.size()));
    }
    return {std::move(array), span};
  }
  return text_value(text, span);
}

/// Reads one table.
class TableTests {
 public:
  TableTests(const diag::Source& source, audit::Plan& plan, std::set<std::string>& others, diag::Sink& sink)
      : plan_(plan), others_(others), sink_(sink), reader_(source, sink) {}

  void read() {
    CsvRecord record;
    if (!reader_.next(record) || !read_heading(record)) return;
    while (reader_.next(record)) read_row(record);
  }

 private:
  bool read_heading(const CsvRecord& record) {
    bool sound = true;
    for (std::size_t at = 0; at < record.cells.size(); ++at) {
      const std::string name(record.cells[at].text);
      headings_.push_back(name);
      column_.emplace(name, at);
      if (std::find(kOwnColumns.begin(), kOwnColumns.end(), name) != kOwnColumns.end() || plan_.vocabulary->find(name))
        continue;
      std::vector<std::string> known = plan_.vocabulary->ids();
      known.insert(known.end(), kOwnColumns.begin(), kOwnColumns.end());
      diag::Diagnostic& report = sink_.report(kTestColumn, record.cells[at].span, name);
      report.hint = diag::did_you_mean(diag::suggest(name, known), report.hint);
      sound = false;
    }
    for (const char* wanted : {"rule", "expect"}) {
      if (column_.contains(wanted)) continue;
      sink_.report(kTestColumnMissing, record.span, wanted);
      sound = false;
    }
    return sound;
  }

  [[nodiscard]] const CsvCell* cell(const CsvRecord& record, const std::string& column) const {
    const auto found = column_.find(column);
    return found == column_.end() ? nullptr : &record.cells[found->second];
  }
  [[nodiscard]] std::string text(const CsvRecord& record, const std::string& column) const {
    const CsvCell* found = cell(record, column);
    return found == nullptr ? std::string() : std::string(found->text);
  }

  void read_row(const CsvRecord& record) {
    const std::string edition = text(record, "edition");
    if (!edition.empty() && edition != plan_.ruleset.id) return;
    const std::string id = text(record, "rule");
    const policy::Rule* found = plan_.ruleset.find_rule(id);
    if (found == nullptr) {
      others_.insert(id);
      return;
    }
    policy::Example example;
    example.name = text(record, "name");
    if (example.name.empty())
      example.name = fmt::format("{} {}", id, record.span.source->line_column(record.span.begin).line);
    example.expect = text(record, "expect");
    example.expect_case = text(record, "case");
    example.span = record.span;
    if (const std::string severity = text(record, "severity"); !severity.empty()) {
      example.expect_severity = policy::parse_severity(severity);
      if (!example.expect_severity) return wrong(*cell(record, "severity"), "severity", "error, warning, notice");
    }
    constexpr std::array<std::string_view, 5> kOutcomes{"pass", "fail", "unknown", "not_applicable", "error"};
    if (std::find(kOutcomes.begin(), kOutcomes.end(), example.expect) == kOutcomes.end())
      return wrong(*cell(record, "expect"), "expect", fmt::format("{}", fmt::join(kOutcomes, ", ")));
    read_answers(record, example.given);
    const auto rule = std::find_if(plan_.ruleset.rules.begin(), plan_.ruleset.rules.end(),
                                   [&](const policy::Rule& one) { return &one == found; });
    rule->examples.push_back(std::move(example));
  }

  void read_answers(const CsvRecord& record, toml_doc::Table& given) {
    for (std::size_t at = 0; at < record.cells.size(); ++at) {
      const CsvCell& answer = record.cells[at];
      const bool is_day = headings_[at] == "as_of";
      const auto field = plan_.vocabulary->find(headings_[at]);
      if (answer.text.empty() || (!field && !is_day)) continue;
      const table::FieldType type = is_day ? table::FieldType::kDate : plan_.vocabulary->field(*field).type;
      given.entries.push_back(entry(headings_[at], answer.span, answer_value(answer.text, type, answer.span)));
    }
  }

  void wrong(const CsvCell& cell, std::string_view column, const std::string& words) {
    sink_.report(kTestWord, cell.span, cell.text, column, words);
  }

  audit::Plan& plan_;
  std::set<std::string>& others_;
  diag::Sink& sink_;
  survey::CsvReader reader_;
  std::vector<std::string> headings_;
  std::map<std::string, std::size_t> column_;
};

}  // namespace

void add_table_tests(const diag::Source& source, audit::Plan& plan, std::set<std::string>& others, diag::Sink& sink) {
  TableTests(source, plan, others, sink).read();
}

}  // namespace kijun::analysis
