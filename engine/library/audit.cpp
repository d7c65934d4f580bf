#include <kijun/audit.h>

#include "engine/audit/compare/earlier_results.h"
#include "engine/audit/edition_plan.h"
#include "engine/audit/run.h"
#include "engine/audit/run_inputs.h"
#include "engine/cli/version.h"
#include "engine/library/convert.h"
#include "engine/library/state.h"
#include "reports/model/glossary_check.h"

namespace kijun::api {
namespace {

Outcome to_outcome(audit::Outcome outcome) {
  switch (outcome) {
    case audit::Outcome::kPass:
      return Outcome::kPass;
    case audit::Outcome::kFail:
      return Outcome::kFail;
    case audit::Outcome::kUnknown:
      return Outcome::kUnknown;
    case audit::Outcome::kNotApplicable:
      return Outcome::kNotApplicable;
    case audit::Outcome::kError:
      return Outcome::kError;
  }
  return Outcome::kError;
}

Severity to_severity(policy::Severity severity) {
  switch (severity) {
    case policy::Severity::kError:
      return Severity::kError;
    case policy::Severity::kWarning:
      return Severity::kWarning;
    case policy::Severity::kNotice:
      return Severity::kNotice;
  }
  return Severity::kError;
}

policy::Severity from_severity(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return policy::Severity::kError;
    case Severity::kWarning:
      return policy::Severity::kWarning;
    case Severity::kNotice:
      return policy::Severity::kNotice;
  }
  return policy::Severity::kError;
}

policy::LoadContext load_context(Survey::State& survey, diag::Sink& sink) {
  return {*survey.files, survey.sources, sink, survey.rules->pack.vocabulary.record_kinds(),
          survey.rules->pack_folders};
}

/// The plan of the survey's year; mistakes go to the sink, and null comes back.
std::unique_ptr<audit::Plan> make_plan(Survey::State& survey, Date as_of, diag::Sink& sink) {
  const policy::Pack& pack = survey.rules->pack;
  const policy::LoadContext context = load_context(survey, sink);
  const policy::Edition* edition = audit::require_edition(pack, survey.fiscal_year, sink);
  if (edition == nullptr) return nullptr;
  std::unique_ptr<audit::Plan> plan = audit::compile_ruleset(pack, edition->path, as_of, context);
  if (plan == nullptr || !audit::is_as_locked(pack, *plan, as_of, cli::kVersion, context)) return nullptr;
  return plan;
}

/// What reports say of where rules come from.
void name_rules(Survey::State& survey, diag::Sink& sink, audit::AuditOptions& options) {
  const policy::Pack& pack = survey.rules->pack;
  options.rules = audit::name_pack(pack, survey.series->audited().parts().directory, "", load_context(survey, sink));
  if (auto lock = audit::lock_input(pack, *survey.files)) options.other_inputs.push_back(std::move(*lock));
}

std::vector<Audit::State::Place> list_findings(const audit::ResultModel& model) {
  std::vector<Audit::State::Place> findings;
  for (std::size_t column = 0; column < model.columns().size(); ++column)
    for (const std::uint32_t position : model.listed(column))
      if (audit::is_finding(model.columns()[column].outcome(position))) findings.push_back({column, position});
  return findings;
}

Evidence to_evidence(const audit::CellView& cell) {
  return {cell.subject.code, cell.field,   to_text(cell.label), to_text(cell.value),
          cell.raw,          cell.at.file, cell.at.line,        cell.role == audit::EvidenceRole::kDecided};
}

}  // namespace

Audit::Audit(std::unique_ptr<State> state) : state_(std::move(state)) {}
Audit::Audit(Audit&&) noexcept = default;
Audit& Audit::operator=(Audit&&) noexcept = default;
Audit::~Audit() = default;

Counts Audit::counts() const {
  const audit::Summary& summary = state_->model->summary();
  const auto of = [&](audit::Outcome outcome) { return summary.by_outcome[static_cast<std::size_t>(outcome)]; };
  return {summary.num_records,          summary.num_rules,
          of(audit::Outcome::kPass),    of(audit::Outcome::kFail),
          of(audit::Outcome::kUnknown), of(audit::Outcome::kNotApplicable),
          of(audit::Outcome::kError),   summary.num_blocking};
}

const std::vector<Diagnostic>& Audit::diagnostics() const { return state_->diagnostics; }

std::size_t Findings::size() const { return audit_->state().findings.size(); }

Finding Findings::Iterator::operator*() const {
  const audit::ResultModel& model = *audit_->state().model;
  const Audit::State::Place place = audit_->state().findings[at_];
  const audit::RuleColumn& column = model.columns()[place.column];
  const audit::ResultCode code = column.code(place.position);
  const table::SubjectName subject = model.subject(column.subject(place.position)).name;
  const audit::ResultDetail detail = model.detail(place.column, place.position);
  Finding finding;
  finding.rule = column.rule().id;
  finding.rule_title = to_text(column.rule().title);
  finding.subject_kind = subject.kind;
  finding.subject_code = subject.code;
  finding.subject_name = to_text(subject.name);
  finding.outcome = to_outcome(code.decision.outcome);
  finding.severity = to_severity(code.severity);
  if (code.deadline) finding.deadline = to_day(*code.deadline);
  finding.message = to_text(detail.message);
  finding.remedy = to_text(detail.remedy);
  finding.gates = model.gate(place.column, place.position).blocks;
  for (const audit::CellView& cell : detail.evidence) finding.evidence.push_back(to_evidence(cell));
  return finding;
}

Findings::Iterator& Findings::Iterator::operator++() {
  ++at_;
  return *this;
}

Findings::Iterator Findings::Iterator::operator++(int) {
  const Iterator before = *this;
  ++at_;
  return before;
}

Result<Audit> audit(Survey survey, const AuditOptions& options) {
  auto state = std::make_unique<Audit::State>();
  state->survey = std::move(survey).release();
  kijun::audit::AuditOptions run;
  run.as_of = state->survey->as_of;
  if (options.as_of) {
    const std::optional<Date> day = from_day(*options.as_of);
    if (!day) return failure_of(LocalizedText{"判定日が日付ではありません", "the date of judgement is no date"});
    run.as_of = *day;
  }
  run.tool_version = cli::kVersion;
  run.gate.fail_on.reset();
  if (options.fail_on) run.gate.fail_on = from_severity(*options.fail_on);
  run.gate.fail_on_unknown = options.fail_on_unknown;
  diag::Sink sink;
  std::unique_ptr<kijun::audit::Plan> plan = make_plan(*state->survey, run.as_of, sink);
  if (plan == nullptr) return failure_of(sink);
  name_rules(*state->survey, sink, run);
  reports::report_unused_terms(state->survey->series->audited(), *plan, state->survey->rules->pack,
                               load_context(*state->survey, sink));
  state->earlier_results =
      kijun::audit::load_earlier_results(state->survey->series->audited(), *state->survey->files, sink);
  if (sink.has_errors()) return failure_of(sink);
  state->model = kijun::audit::run_audit(std::move(plan), std::move(state->survey->series), state->survey->rules->pack,
                                         std::move(run), sink);
  if (state->model == nullptr || sink.has_errors()) return failure_of(sink);
  state->findings = list_findings(*state->model);
  state->diagnostics = to_diagnostics(sink);
  return Audit(std::move(state));
}

}  // namespace kijun::api
