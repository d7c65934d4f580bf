#include "reports/json/json_report.h"

#include "reports/escape/json_document.h"
#include "reports/json/json_parts.h"

namespace kijun::reports {
namespace {

void write_head(const audit::ResultModel& model, const ReportOptions& options, JsonDocument& document) {
  const audit::RunInfo& run = model.run();
  document.member("tool", [&](JsonWriter& json) { write_tool(run, json); });
  document.member("survey", [&](JsonWriter& json) { write_survey(run, json); });
  document.member("as_of", [&](JsonWriter& json) { json.value(run.as_of.iso()); });
  document.member("ruleset", [&](JsonWriter& json) { write_ruleset(model, json); });
  document.member("inputs", [&](JsonWriter& json) { write_inputs(run, json); });
  document.member("gate", [&](JsonWriter& json) { write_gate(run, json); });
  document.member("narrowed", [&](JsonWriter& json) { write_narrowed(run, json); });
  const auto write_day = [&](std::string_view name, const std::optional<Date>& day) {
    document.member(name, [&](JsonWriter& json) { day ? json.value(day->iso()) : json.null(); });
  };
  write_day("revision", run.revision);
  document.member("later_decisions", [&](JsonWriter& json) { json.value(run.num_later_decisions); });
  write_day("answers_received", run.answers_received);
  document.member("later_resubmissions", [&](JsonWriter& json) { json.value(run.num_later_resubmissions); });
  document.member("expiring_within", [&](JsonWriter& json) { json.value(run.expiring_within); });
  document.member("strict_decisions", [&](JsonWriter& json) { write_strict_decisions(run, json); });
  if (options.created) document.member("created", [&](JsonWriter& json) { json.value(options.created->iso()); });
  document.member("summary", [&](JsonWriter& json) { write_summary(model.summary(), json); });
  if (model.baseline() != nullptr)
    document.member("baseline", [&](JsonWriter& json) { write_baseline(*model.baseline(), json); });
}

void write_catalogues(const audit::ResultModel& model, JsonDocument& document) {
  document.array("indicators", [&] {
    for (const audit::IndicatorResult& indicator : model.indicators())
      document.element([&](JsonWriter& json) { write_indicator(indicator, model, json); });
  });
  document.array("bases", [&] {
    for (const policy::Basis& basis : model.ruleset().bases)
      document.element([&](JsonWriter& json) { write_basis(basis, json); });
  });
  document.array("rules", [&] {
    for (const policy::Rule& rule : model.ruleset().rules)
      document.element([&](JsonWriter& json) { write_rule(rule, model, json); });
  });
  document.array("decisions", [&] {
    for (const audit::DecisionView& decision : model.decisions())
      document.element([&](JsonWriter& json) { write_decision(decision, json); });
  });
}

/// What the cap left out, by rule.
void write_not_listed(const audit::ResultModel& model, const ReportOptions& options, JsonDocument& document) {
  document.member("max_findings", [&](JsonWriter& json) { json.value(model.run().max_findings); });
  document.array("not_listed", [&] {
    for (std::size_t column = 0; column < model.columns().size(); ++column) {
      Unlisted unlisted = count_unlisted(model, column);
      if (options.results == ResultsShown::kFindings) unlisted.others = 0;
      if (unlisted.findings + unlisted.others > 0)
        document.element([&](JsonWriter& json) { write_unlisted(model, column, unlisted, json); });
    }
  });
}

void write_results(const audit::ResultModel& model, const ReportOptions& options, JsonDocument& document) {
  document.array("results", [&] {
    for (std::size_t column = 0; column < model.columns().size(); ++column)
      for (const std::uint32_t position : model.listed(column))
        if (options.results == ResultsShown::kAll || audit::is_finding(model.columns()[column].outcome(position)))
          document.element([&](JsonWriter& json) { write_result(model, column, position, json); });
  });
}

}  // namespace

void write_json_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  JsonDocument document(out, "schema", "kijun.results/1");
  write_head(model, options, document);
  write_catalogues(model, document);
  write_not_listed(model, options, document);
  write_results(model, options, document);
  document.end();
}

}  // namespace kijun::reports
