#include "reports/json/json_report.h"

#include "reports/json/json_parts.h"

namespace kijun::reports {
namespace {

/// Ill-formed UTF-8, which no reader of ours lets through, would come out as U+FFFD.
std::string compact(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// One array of the document, an element a line.
class ArrayWriter {
 public:
  ArrayWriter(std::string_view key, std::ostream& out) : out_(out) { out_ << ",\n\"" << key << "\": ["; }
  void add(const Json& element) {
    out_ << (first_ ? "\n" : ",\n") << compact(element);
    first_ = false;
  }
  void finish() { out_ << (first_ ? "]" : "\n]"); }

 private:
  std::ostream& out_;
  bool first_ = true;
};

/// What the cap left out, by rule.
void write_not_listed(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  out << ",\n\"max_findings\": " << model.run().max_findings;
  ArrayWriter not_listed("not_listed", out);
  for (std::size_t column = 0; column < model.columns().size(); ++column) {
    Unlisted unlisted = count_unlisted(model, column);
    if (options.results == ResultsShown::kFindings) unlisted.others = 0;
    if (unlisted.findings + unlisted.others > 0) not_listed.add(json_of_unlisted(model, column, unlisted));
  }
  not_listed.finish();
}

}  // namespace

void write_json_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  out << "{\n\"schema\": \"kijun.results/1\"";
  const Json run = json_of_run(model);
  for (const auto& [key, value] : run.items()) out << ",\n\"" << key << "\": " << compact(value);
  if (options.created) out << ",\n\"created\": \"" << options.created->iso() << '"';
  out << ",\n\"summary\": " << compact(json_of(model.summary()));
  ArrayWriter indicators("indicators", out);
  for (const audit::IndicatorResult& indicator : model.indicators()) indicators.add(json_of(indicator, model));
  indicators.finish();
  ArrayWriter bases("bases", out);
  for (const policy::Basis& basis : model.ruleset().bases) bases.add(json_of(basis));
  bases.finish();
  ArrayWriter rules("rules", out);
  for (const policy::Rule& rule : model.ruleset().rules) rules.add(json_of(rule, model));
  rules.finish();
  ArrayWriter decisions("decisions", out);
  for (const audit::DecisionView& decision : model.decisions()) decisions.add(json_of(decision));
  decisions.finish();
  write_not_listed(model, options, out);
  ArrayWriter results("results", out);
  for (std::size_t column = 0; column < model.columns().size(); ++column)
    for (const std::uint32_t position : model.listed(column))
      if (options.results == ResultsShown::kAll || audit::is_finding(model.columns()[column].outcome(position)))
        results.add(json_of_result(model, column, position));
  results.finish();
  out << "\n}\n";
}

}  // namespace kijun::reports
