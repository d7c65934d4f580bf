#include "engine/audit/run_info.h"

#include <iterator>

#include "engine/audit/run_inputs.h"

namespace kijun::audit {
namespace {

table::SubjectName name_of(const survey::Municipality& municipality) {
  return {std::string(municipality.kind->id), municipality.code, {municipality.name, municipality.name_en}};
}

std::vector<std::string> words_of(const AllowOptions& allow) {
  std::vector<std::string> words;
  if (allow.no_rules) words.emplace_back("rules");
  if (allow.nothing_applicable) words.emplace_back("results");
  if (allow.rule_errors) words.emplace_back("rule_errors");
  return words;
}

}  // namespace

std::vector<SeriesJoin> joins_of(const survey::SurveyTable& later, const survey::SurveyTable& earlier) {
  std::vector<SeriesJoin> joins;
  if (later.is_listed()) return joins;
  for (std::uint32_t row = 0; row < later.num_rows(); ++row) {
    const survey::JoinedRow joined = survey::join_row(later, row, earlier);
    if (joined.predecessors.empty()) continue;
    SeriesJoin join{name_of(later.municipality(row)), earlier.manifest().id, {}, joined.row.has_value()};
    for (const survey::RegisterIndex index : joined.predecessors)
      join.predecessors.push_back(name_of(later.reg().at(index)));
    joins.push_back(std::move(join));
  }
  return joins;
}

std::vector<SeriesJoin> joins_of(const survey::SurveySeries& series) {
  std::vector<SeriesJoin> joins;
  for (std::size_t earlier = 1; earlier < series.surveys.size(); ++earlier) {
    std::vector<SeriesJoin> more = joins_of(series.audited(), *series.surveys[earlier]);
    std::move(more.begin(), more.end(), std::back_inserter(joins));
  }
  return joins;
}

RunInfo describe_run(const Plan& plan, const survey::SurveySeries& series, const policy::Pack& pack,
                     const AuditOptions& options) {
  const survey::SurveyTable& survey = series.audited();
  const survey::Manifest& manifest = survey.manifest();
  RunInfo info;
  info.tool_version = options.tool_version;
  info.survey_id = manifest.id;
  info.series = manifest.series;
  info.survey_title = manifest.title;
  info.fiscal_year = manifest.fiscal_year;
  info.answers_as_of = manifest.answers_as_of;
  info.answers_as_of_basis = manifest.answers_as_of_basis;
  info.as_of = options.as_of;
  info.final_status = manifest.final_status;
  info.source_title = manifest.source.title;
  info.source_publisher = manifest.source.publisher;
  info.prefecture = survey.reg().head().title;
  if (const survey::Municipality* prefecture = survey.reg().prefecture(); prefecture != nullptr) {
    info.prefecture = {prefecture->name, prefecture->name_en};
  }
  info.zone_term = survey.reg().head().zone_term;
  info.glossary = survey.glossary();
  for (RecordKind& kind : info.record_kinds) kind.label = info.glossary.reword(kind.label);
  if (survey.is_listed()) info.record_kinds = {{manifest.subject_kind.id, manifest.subject_kind.label}};
  info.pack_id = pack.id;
  info.pack_version = pack.version;
  info.inputs = inputs_of(plan, series, pack);
  info.inputs.insert(info.inputs.end(), options.other_inputs.begin(), options.other_inputs.end());
  info.rules = options.rules;
  for (std::size_t earlier = 1; earlier < series.surveys.size(); ++earlier)
    info.earlier_surveys.push_back(series.surveys[earlier]->manifest().id);
  info.joins = joins_of(series);
  if (options.gate.fail_on) info.fail_on.emplace_back(policy::severity_id(*options.gate.fail_on));
  if (options.gate.fail_on_unknown) info.fail_on.emplace_back("unknown");
  for (const policy::RuleKind kind : options.gate.kinds) info.gate_kinds.emplace_back(policy::rule_kind_id(kind));
  info.max_unknown = options.gate.max_unknown;
  info.narrowed = options.narrowed;
  info.selection = options.selection;
  info.allowed = words_of(options.allow);
  info.revision = options.revision;
  info.num_later_decisions = survey.parts().num_later_decisions;
  info.answers_received = survey.parts().answers_received;
  info.num_later_resubmissions = survey.parts().num_later_resubmissions;
  info.expiring_within = options.expiring_within;
  for (const DecisionState state : options.strict.states) info.strict_decisions.emplace_back(decision_state_id(state));
  if (options.strict.expiring) info.strict_decisions.emplace_back("expiring");
  info.max_findings = options.max_findings;
  return info;
}

}  // namespace kijun::audit
