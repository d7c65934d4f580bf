#include "reports/json/json_report.h"

#include "reports/escape/json_document.h"
#include "reports/json/json_head.h"
#include "reports/json/json_parts.h"
#include "reports/provenance/provenance.h"

namespace kijun::reports {
namespace {

void write_catalogues(const audit::ResultModel& model, JsonDocument& document) {
  document.array("indicators", [&] {
    for (const audit::IndicatorResult& indicator : model.indicators())
      document.element([&](JsonWriter& json) { write_indicator(indicator, model, json); });
  });
  document.array("band_sets", [&] {
    for (const audit::BandResult& band : audit::bands_of(model))
      document.element([&](JsonWriter& json) { write_band(band, json); });
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
      const Unlisted unlisted = count_unlisted(model, column, options.results);
      if (unlisted.findings + unlisted.others > 0)
        document.element([&](JsonWriter& json) { write_unlisted(model, column, unlisted, json); });
    }
  });
}

void write_results(const audit::ResultModel& model, const ReportOptions& options, JsonDocument& document) {
  document.array("results", [&] {
    for (std::size_t column = 0; column < model.columns().size(); ++column)
      for (const std::uint32_t position : model.listed(column))
        if (carries(options.results, model.columns()[column].outcome(position)))
          document.element([&](JsonWriter& json) { write_result(model, column, position, json); });
  });
}

}  // namespace

void write_json_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  JsonDocument document(out, "schema", "kijun.results/1");
  document.member("provenance",
                  [&](JsonWriter& json) { write_provenance(provenance_of(model, options, kJsonFormat.name), json); });
  write_head(model, options, document);
  write_catalogues(model, document);
  write_not_listed(model, options, document);
  write_results(model, options, document);
  document.end();
}

}  // namespace kijun::reports
