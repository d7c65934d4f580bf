#include "reports/json/json_parts.h"

#include <functional>

#include "engine/audit/fingerprint.h"
#include "engine/table/missing.h"

namespace kijun::reports {
namespace {

using audit::Outcome;
using policy::Severity;

constexpr std::string_view origin_id(audit::Origin origin) {
  switch (origin) {
    case audit::Origin::kAnswer:
      return "answer";
    case audit::Origin::kCorrection:
      return "correction";
    case audit::Origin::kAttestation:
      return "attestation";
    case audit::Origin::kReading:
      return "reading";
    case audit::Origin::kDefault:
      return "default";
    case audit::Origin::kRegister:
      return "register";
  }
  return "";
}

Json iso(const std::optional<Date>& date) { return date ? Json(date->iso()) : Json(nullptr); }

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json interval(std::size_t lower, std::size_t upper, std::size_t of, std::size_t answered) {
  return {{"lower", lower}, {"upper", upper}, {"of", of}, {"answered", answered}};
}

Json json_of_benchmark(const policy::Benchmark& benchmark) {
  Json json{{"label", json_of(benchmark.label)}, {"as_of", iso(benchmark.as_of)}};
  json["value"] = benchmark.value ? Json(*benchmark.value) : Json(nullptr);
  json["n"] = benchmark.met ? Json(*benchmark.met) : Json(nullptr);
  json["of"] = benchmark.of ? Json(*benchmark.of) : Json(nullptr);
  json["source"] = benchmark.source;
  return json;
}

Json json_of_outcomes(const std::function<std::size_t(Outcome)>& count) {
  Json outcomes;
  for (const Outcome outcome :
       {Outcome::kPass, Outcome::kFail, Outcome::kUnknown, Outcome::kNotApplicable, Outcome::kError})
    outcomes[std::string(audit::outcome_id(outcome))] = count(outcome);
  return outcomes;
}

Json json_of_causes(const std::vector<audit::OpenCause>& causes) {
  Json list = Json::array();
  for (const audit::OpenCause& cause : causes) {
    list.push_back({{"subject", json_of(cause.cell.subject)},
                    {"survey", cause.cell.survey},
                    {"field", cause.cell.field},
                    {"reason", table::reason_id(cause.cell.missing)},
                    {"asks", cause.asks},
                    {"at", json_of(cause.cell.at)}});
  }
  return list;
}

}  // namespace

Json json_of(const LocalizedText& text) { return {{"ja", text.ja}, {"en", text.en}}; }

Json json_of(const table::SubjectName& subject) {
  return {{"kind", subject.kind}, {"code", subject.code}, {"name", json_of(subject.name)}};
}

Json json_of(const audit::Place& place) {
  if (place.line == 0) return nullptr;
  return {{"file", place.file},
          {"line", place.line},
          {"column", place.column},
          {"sheet", text_or_null(place.sheet)},
          {"cell", text_or_null(place.cell)}};
}

Json json_of(const audit::CellView& cell) {
  return {{"subject", json_of(cell.subject)},
          {"survey", cell.survey},
          {"field", cell.field},
          {"value", cell.missing == table::MissingReason::kNone ? Json(cell.value_id) : Json(nullptr)},
          {"label", json_of(cell.value)},
          {"missing", text_or_null(std::string(table::reason_id(cell.missing)))},
          {"raw", cell.raw},
          {"origin", origin_id(cell.origin)},
          {"role", cell.role == audit::EvidenceRole::kDecided ? "decided" : "context"},
          {"at", json_of(cell.at)}};
}

Json json_of(const policy::Ask& ask) {
  Json options = Json::array();
  for (const LocalizedText& option : ask.options) options.push_back(json_of(option));
  return {{"text", json_of(ask.text)}, {"answer", ask.answer}, {"options", std::move(options)}};
}

Json json_of_run(const audit::ResultModel& model) {
  const audit::RunInfo& run = model.run();
  const policy::Ruleset& ruleset = model.ruleset();
  Json inputs = Json::array();
  for (const audit::InputFile& input : run.inputs)
    inputs.push_back({{"role", input.role}, {"path", input.path}, {"sha256", input.sha256.hex()}});
  Json json;
  json["tool"] = {{"name", "kijun"}, {"version", run.tool_version}};
  json["survey"] = {{"id", run.survey_id},
                    {"series", run.series},
                    {"fiscal_year", run.fiscal_year},
                    {"title", json_of(run.survey_title)},
                    {"answers_as_of", run.answers_as_of.iso()},
                    {"status", run.final_status ? "final" : "preliminary"}};
  json["as_of"] = run.as_of.iso();
  json["ruleset"] = {{"pack", run.pack_id},
                     {"pack_version", run.pack_version},
                     {"id", ruleset.id},
                     {"title", json_of(ruleset.title)},
                     {"fiscal_years", {{"from", ruleset.from_year}, {"to", ruleset.to_year}}},
                     {"stage", policy::stage_id(ruleset.stage)},
                     {"sha256", ruleset.hash}};
  json["inputs"] = std::move(inputs);
  json["gate"] = {{"fail_on", run.fail_on}, {"kinds", run.gate_kinds}};
  json["narrowed"] = run.narrowed;
  return json;
}

Json json_of(const audit::Summary& summary) {
  Json outcomes =
      json_of_outcomes([&](Outcome outcome) { return summary.by_outcome[static_cast<std::size_t>(outcome)]; });
  Json failing;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNotice})
    failing[std::string(policy::severity_id(severity))] =
        summary.failing_by_severity[static_cast<std::size_t>(severity)];
  return {{"records", summary.num_records},
          {"municipalities", summary.num_municipalities},
          {"rules", summary.num_rules},
          {"results", summary.num_results},
          {"outcomes", std::move(outcomes)},
          {"failing", std::move(failing)},
          {"blocking", summary.num_blocking},
          {"ungated_unknown", summary.num_ungated_unknown},
          {"verdicts_on_readings", summary.num_verdicts_on_readings},
          {"fallback_nodes", summary.num_fallback_nodes},
          {"folded_marks", summary.num_folded_marks}};
}

Json json_of_unlisted(const audit::ResultModel& model, std::size_t column_at, const Unlisted& unlisted) {
  const audit::RuleColumn& column = model.columns()[column_at];
  Json json{{"rule", column.rule().id}};
  json["field"] = column.field() ? Json(model.vocabulary().field(*column.field()).id) : Json(nullptr);
  json["findings"] = unlisted.findings;
  json["others"] = unlisted.others;
  return json;
}

Json json_of(const audit::IndicatorResult& result, const audit::ResultModel& model) {
  const policy::Indicator& indicator = *result.indicator;
  Json json{{"id", indicator.id}, {"title", json_of(indicator.title)}, {"unit", indicator.unit}};
  json["target"] = indicator.target ? Json(*indicator.target) : Json(nullptr);
  json.update(interval(result.lower, result.upper, result.of, result.answered));
  json["by_zone"] = Json::array();
  for (const audit::IndicatorResult::Part& part : result.by_zone) {
    Json zone{{"zone", model.subject(part.zone).name.code}};
    zone.update(interval(part.lower, part.upper, part.of, part.answered));
    json["by_zone"].push_back(std::move(zone));
  }
  json["benchmarks"] = Json::array();
  for (const policy::Benchmark& benchmark : indicator.benchmarks)
    json["benchmarks"].push_back(json_of_benchmark(benchmark));
  return json;
}

Json json_of(const policy::Rule& rule, const audit::ResultModel& model) {
  Json json{{"id", rule.id},
            {"title", json_of(rule.title)},
            {"kind", policy::rule_kind_id(rule.kind)},
            {"topic", rule.topic},
            {"actor", rule.actor},
            {"for_each", rule.for_each},
            {"stage", policy::stage_id(rule.stage)},
            {"basis", rule.basis},
            {"refs", rule.verdict.refs}};
  json["remedy"] = rule.verdict.remedy.empty() ? Json(nullptr) : json_of(rule.verdict.remedy);
  json["cases"] = Json::array();
  for (const policy::RuleCase& rule_case : rule.cases) {
    Json entry{{"id", rule_case.id}, {"refs", rule_case.verdict.refs}};
    entry["remedy"] = rule_case.verdict.remedy.empty() ? Json(nullptr) : json_of(rule_case.verdict.remedy);
    json["cases"].push_back(std::move(entry));
  }
  json["outcomes"] = json_of_outcomes([&](Outcome outcome) {
    std::size_t count = 0;
    for (const audit::RuleColumn& column : model.columns())
      if (column.rule().id == rule.id) count += column.count(outcome);
    return count;
  });
  return json;
}

Json json_of(const policy::Basis& basis) {
  return {{"id", basis.id},          {"title", json_of(basis.title)},
          {"law", basis.law},        {"article", basis.article},
          {"date", iso(basis.date)}, {"status", basis.confirmed ? "confirmed" : "unconfirmed"}};
}

Json json_of(const audit::DecisionView& decision) {
  Json values = Json::object();
  for (const audit::CellView& value : decision.values) values[value.field] = value.value_id;
  return {{"kind", decision.kind},           {"subject", json_of(decision.subject)},
          {"about", decision.field_or_rule}, {"quote", text_or_null(decision.quote)},
          {"values", std::move(values)},     {"reason", json_of(decision.reason)},
          {"source", decision.source},       {"by", decision.by},
          {"when", iso(decision.when)},      {"stale", decision.stale},
          {"at", json_of(decision.at)}};
}

Json json_of_result(const audit::ResultModel& model, std::size_t column, std::size_t position) {
  const audit::RuleColumn& results = model.columns()[column];
  const audit::ResultCode code = results.code(position);
  const audit::ResultDetail detail = model.detail(column, position);
  const audit::Gate gate = model.gate(column, position);
  Json json;
  json["rule"] = results.rule().id;
  json["field"] = results.field() ? Json(model.vocabulary().field(*results.field()).id) : Json(nullptr);
  json["case"] =
      code.rule_case == audit::ResultCode::kNoCase ? Json(nullptr) : Json(results.rule().cases[code.rule_case].id);
  json["refs"] = detail.refs;
  json["subject"] = json_of(model.subject(results.subject(position)).name);
  json["outcome"] = audit::outcome_id(code.decision.outcome);
  json["verdict"] = audit::verdict_id(audit::verdict_of(results, code));
  json["severity"] = policy::severity_id(code.severity);
  json["gate"] = {{"blocks", gate.blocks}, {"reasons", gate.reasons}};
  json["message"] = json_of(detail.message);
  json["evidence"] = Json::array();
  for (const audit::CellView& cell : detail.evidence) json["evidence"].push_back(json_of(cell));
  json["evidence_total"] = detail.num_evidence;
  json["evidence_excluded"] = detail.num_excluded;
  json["unknown_because"] = json_of_causes(detail.unknown_because);
  json["unknown_by_form"] = detail.unknown_by_form;
  json["not_applicable_because"] =
      detail.not_applicable_because.empty() ? Json(nullptr) : json_of(detail.not_applicable_because);
  json["deadline"] = iso(code.deadline);
  json["ask"] = detail.ask ? json_of(*detail.ask) : Json(nullptr);
  json["fingerprint"] = audit::fingerprint(model, column, position);
  json["state_hash"] = audit::state_hash(results, code, detail);
  return json;
}

}  // namespace kijun::reports
