#include "engine/audit/audit_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "engine/audit/cell_view.h"
#include "engine/audit/excluded_members.h"
#include "engine/audit/gate.h"
#include "engine/audit/listing.h"
#include "engine/audit/questions/open_results.h"
#include "engine/audit/result_facts.h"
#include "engine/audit/undecided_text.h"
#include "engine/base/glossary_scope.h"
#include "engine/base/threads.h"
#include "engine/table/group.h"

namespace kijun::audit {
namespace {

/// Deciding cells shown of one result; the true total is always given beside them.
constexpr std::size_t kMaxEvidence = 20;

/// Missing cells shown that keep one result open; likewise.
constexpr std::size_t kMaxCauses = 20;

/// Cells of details kept for the outputs that follow, each detail counted as one more: about 1 KB each. Beyond that
/// details are made again.
constexpr std::size_t kMaxKeptCells = 16384;

cel::RecordRef record_of(table::SubjectRef subject) { return {0, subject}; }

LocalizedText not_applicable_text(const cel::Value& when) {
  if (const auto* missing = when.as<cel::NotApplicable>(); missing != nullptr && !missing->causes.empty()) {
    switch (missing->causes.front().reason) {
      case table::MissingReason::kNoSurvey:
        return {"比べる前回以前の調査がないため。", "There is no earlier survey to compare with."};
      case table::MissingReason::kNewSubject:
        return {"前回の調査の時点で存在しなかったため。", "The subject did not exist in the earlier survey."};
      default:
        return {"該当しないと回答された項目に基づくため。", "It rests on an answer that does not apply."};
    }
  }
  return inapplicable_text();
}

/// Cells of its members that groups may keep at a time, for each record: a rule reads one field or two of them, and what
/// decided it is kept beside. Fewer would have every result go through its group's members again.
constexpr std::size_t kCellsPerRecord = 3;

}  // namespace

AuditModel::AuditModel(std::unique_ptr<Plan> plan, std::unique_ptr<survey::SurveySeries> series, RunInfo run,
                       AuditOptions options, AuditResults results)
    : plan_(std::move(plan)),
      series_(std::move(series)),
      world_(*series_),
      members_world_(*series_),
      memo_(members_world_, kMaxEvidence,
            std::max(cel::GroupMemo::kManyCells, kCellsPerRecord * series_->audited().num_rows())),
      context_(plan_->context(&world_, survey().manifest().fiscal_year, options.as_of)),
      members_context_(plan_->context(&members_world_, survey().manifest().fiscal_year, options.as_of)),
      cause_finder_(*plan_, members_context_),
      measure_(*plan_, members_context_, *series_),
      run_(std::move(run)),
      options_(std::move(options)),
      results_(std::move(results)),
      records_(results_.audiences.records()),
      municipalities_(results_.audiences.subjects({table::kRecordSpace, std::string(survey().member_kind())})),
      zones_(results_.audiences.zones()) {
  context_.memo = &memo_;
  members_context_.memo = &memo_;
}

void AuditModel::summarise() {
  summary_.num_records = records_.size();
  summary_.num_municipalities = municipalities_.size();
  summary_.num_folded_marks = survey().num_normalised();
  summary_.num_fallback_nodes = results_.num_fallback_nodes;
  std::set<std::string_view> rules;
  for (std::size_t at = 0; at < columns().size(); ++at) {
    const RuleColumn& column = columns()[at];
    const ColumnSource source{column, *results_.rules[at], *plan_, *series_, members_context_, cause_finder_};
    rules.insert(column.rule().id);
    count_results(column);
    summary_.num_verdicts_on_readings += count_verdicts_on_readings(source);
    not_asked_.push_back(find_not_asked(source));
  }
  listed_.resize(columns().size());
  run_each(threads_for_rows(survey().num_rows()), listed_.size(), [this](std::size_t at) {
    listed_[at] = choose_listed(columns()[at], options_.gate, options_.max_findings);
  });
  for (const CompiledIndicator& indicator : plan_->indicators)
    rated_.push_back(&results_.audiences.subjects(indicator.audience));
  summary_.num_rules = rules.size();
  decisions_ = view_decisions(waiver_world(), results_.audiences, options_);
  count_decisions();
  if (options_.baseline != nullptr) baseline_.emplace(*options_.baseline, *this);
  count_set_aside();
  const std::optional<std::size_t>& most = options_.gate.max_unknown;
  summary_.too_many_unknown = most && summary_.num_open_unknown > *most;
}

WaiverWorld AuditModel::waiver_world() const {
  return {results_.columns, results_.rules, *plan_, *series_, context_, options_.as_of};
}

void AuditModel::count_decisions() {
  for (const DecisionView& decision : decisions_.views) {
    ++summary_.decisions_by_state[static_cast<std::size_t>(decision.state)];
    if (decision.expiring) ++summary_.num_expiring;
    const bool is_strict =
        options_.strict.states.contains(decision.state) || (decision.expiring && options_.strict.expiring);
    if (is_strict) ++summary_.num_strict_decisions;
  }
  summary_.num_waived = decisions_.waivers.size();
}

/// Takes what a waiver or the baseline keeps from gating out of the counts made by class.
void AuditModel::count_set_aside() {
  std::set<std::uint64_t> keys;
  for (const auto& [key, view] : decisions_.waivers) keys.insert(key);
  if (baseline_)
    for (const auto& [key, state] : baseline_->states())
      if (state == BaselineState::kUnchanged || state == BaselineState::kUpdated) keys.insert(key);
  for (const std::uint64_t key : keys) {
    const RuleColumn& column = columns()[key >> 32U];
    const ResultCode code = column.code(key & UINT32_MAX);
    const Gate gate = gate_of(column, code, options_.gate);
    if (is_open_unknown(gate)) --summary_.num_open_unknown;
    if (!gate.blocks) continue;
    --summary_.num_blocking;
    if (code.decision.outcome == Outcome::kUnknown) ++summary_.num_ungated_unknown;
  }
}

const DecisionView* AuditModel::waiver(std::size_t column, std::size_t position) const {
  const auto found = decisions_.waivers.find(result_key(column, position));
  return found == decisions_.waivers.end() ? nullptr : &decisions_.views[found->second];
}

survey::GrantedOn AuditModel::granted_on(std::size_t column, std::size_t position) const {
  return audit::granted_on(waiver_world(), column, columns()[column].subject(position));
}

const PartHashes& AuditModel::part_hashes() const {
  if (part_hashes_ != nullptr) return *part_hashes_;
  PartHashes parts = hash_parts(plan(), survey());
  if (!results_.meanings.empty()) parts.rules = results_.meanings;
  part_hashes_ = std::make_unique<const PartHashes>(std::move(parts));
  return *part_hashes_;
}

void AuditModel::count_results(const RuleColumn& column) {
  summary_.num_results += column.size();
  for (const ResultClass& each : column.classes()) {
    const Outcome outcome = each.code.decision.outcome;
    const Gate gate = gate_of(column, each.code, options_.gate);
    summary_.by_outcome[static_cast<std::size_t>(outcome)] += each.count;
    if (outcome == Outcome::kFail)
      summary_.failing_by_severity[static_cast<std::size_t>(each.code.severity)] += each.count;
    if (gate.blocks) summary_.num_blocking += each.count;
    if (outcome == Outcome::kUnknown && !gate.blocks) summary_.num_ungated_unknown += each.count;
    if (is_open_unknown(gate)) summary_.num_open_unknown += each.count;
  }
}

SubjectInfo AuditModel::subject(table::SubjectRef subject) const {
  SubjectInfo info;
  info.name = survey().subject(subject);
  if (subject.space != table::kRecordSpace) {
    info.order = subject.index;
    return info;
  }
  info.municipality_kind = survey().record(subject.index).kind;
  info.municipality_kind_label = survey().kind_label(subject.index);
  info.zone = survey().zone_id(subject.index);
  info.order = static_cast<std::uint32_t>(survey().order(subject.index));
  info.tile = survey().tile(subject.index);
  info.at = place_of(survey().subject_place(subject.index), survey());
  return info;
}

std::vector<table::SubjectRef> AuditModel::members(table::SubjectRef group) const {
  std::vector<table::SubjectRef> rows;
  for (const std::uint32_t row : survey().grouping(static_cast<table::GroupId>(group.space - 1)).members[group.index])
    rows.push_back({table::kRecordSpace, row});
  return rows;
}

std::vector<CellView> AuditModel::answers(table::SubjectRef record) const {
  const GlossaryScope terms(run_.glossary);
  std::vector<CellView> views;
  const std::string_view kind = survey().record_kind(record.index);
  const std::vector<table::Field>& fields = plan_->vocabulary->fields();
  for (table::FieldIndex index = 0; index < fields.size(); ++index) {
    const table::Field& field = fields[index];
    const std::optional<table::FieldIndex> note =
        field.role == table::FieldRole::kReading ? plan_->vocabulary->find(field.reads) : std::optional(index);
    if (!field.applies_to(kind) || !note || !survey().asks(*note)) continue;
    views.push_back(view_cell({record_of(record), false, index}, *plan_, *series_));
  }
  return views;
}

void AuditModel::add_evidence(const CompiledRule& rule, const ResultCode& code, table::SubjectRef subject,
                              ResultDetail& detail) const {
  cel::CellList cells(kMaxEvidence);
  if (rule.when) add_deciding_cells(*rule.when, context_, record_of(subject), cells);
  if (rule.require && code.decision.outcome != Outcome::kNotApplicable)
    add_deciding_cells(*rule.require, context_, record_of(subject), cells);
  detail.num_evidence = cells.size();
  for (const cel::CellRef& cell : cells.first()) detail.evidence.push_back(view_cell(cell, *plan_, *series_));
  for (const table::FieldIndex field : rule.evidence) {
    const cel::CellRef cell{record_of(subject), false, field};
    if (subject.space != table::kRecordSpace || cells.contains(cell)) continue;
    CellView view = view_cell(cell, *plan_, *series_);
    view.role = EvidenceRole::kContext;
    detail.evidence.push_back(std::move(view));
  }
}

OpenCause AuditModel::view_cause(const cel::Cause& cause) const {
  OpenCause shown{view_cell(cause.cell, *plan_, *series_), table::asks_question(cause.reason)};
  shown.cell.missing = cause.reason;
  shown.cell.value = in_terms(table::reason_label(cause.reason));
  return shown;
}

void AuditModel::add_causes(const CompiledRule& rule, const ResultCode& code, table::SubjectRef subject,
                            ResultDetail& detail) const {
  const OpenResult open = cause_finder_.find(rule, record_of(subject));
  detail.unknown_by_form = open.by_form;
  detail.num_causes = open.causes.size();
  for (std::size_t i = 0; i < std::min(open.causes.size(), kMaxCauses); ++i)
    detail.unknown_because.push_back(view_cause(open.causes[i]));
  if (std::any_of(open.causes.begin(), open.causes.end(),
                  [](const cel::Cause& cause) { return table::asks_question(cause.reason); }))
    detail.ask = ask_of(*rule.source, code);
}

std::vector<OpenCause> AuditModel::causes(std::size_t column, std::size_t position) const {
  const GlossaryScope terms(run_.glossary);
  std::vector<OpenCause> causes;
  if (columns()[column].outcome(position) != Outcome::kUnknown) return causes;
  for (const cel::Cause& cause :
       cause_finder_.find(*results_.rules[column], record_of(columns()[column].subject(position))).causes)
    causes.push_back(view_cause(cause));
  return causes;
}

const QuestionPlan& AuditModel::questions() const {
  if (questions_ == nullptr) {
    const AskedAudit audit{results_.columns, results_.rules, listed_, *plan_, rated_, survey(), members_context_};
    questions_ = std::make_unique<const QuestionPlan>(plan_questions(audit, cause_finder_));
  }
  return *questions_;
}

LocalizedText AuditModel::message_of(const CompiledRule& rule, const ResultCode& code, table::SubjectRef subject,
                                     const ResultDetail& detail) const {
  const LocalizedText& title = rule.source->title;
  switch (code.decision.outcome) {
    case Outcome::kPass:
      return title;
    case Outcome::kNotApplicable:
      return detail.not_applicable_because;
    case Outcome::kError:
      return {"ルールの式を評価できませんでした。", "The rule's expression could not be evaluated."};
    case Outcome::kFail: {
      const MessageTemplate* text = &rule.message;
      if (code.rule_case != ResultCode::kNoCase && !rule.cases[code.rule_case].message.empty())
        text = &rule.cases[code.rule_case].message;
      return text->empty() ? title : text->render(context_, record_of(subject), title);
    }
    case Outcome::kUnknown:
      break;
  }
  if (code.decision.undecided == Undecided::kNotJudgeable && rule.source->judgeable)
    return rule.source->judgeable->reason;
  return undecided_text(detail);
}

cel::Value AuditModel::deciding_value(const CompiledRule& rule, table::SubjectRef subject) const {
  cel::Value value(true);
  for (const auto* clause : {&rule.when, &rule.judgeable, &rule.require}) {
    if (!clause->has_value()) continue;
    value = cel::Evaluator(**clause, context_, record_of(subject)).eval();
    if (value.state() != cel::State::kTrue) return value;
  }
  return value;
}

ResultDetail AuditModel::detail(std::size_t column, std::size_t position) const {
  const std::uint64_t key = result_key(column, position);
  const auto found = details_.find(key);
  if (found != details_.end()) return found->second;
  const GlossaryScope terms(run_.glossary);
  ResultDetail made = make_detail(column, position);
  const std::size_t num_cells = 1 + made.evidence.size() + made.unknown_because.size();
  if (num_kept_cells_ + num_cells <= kMaxKeptCells) {
    details_.emplace(key, made);
    num_kept_cells_ += num_cells;
  }
  return made;
}

ResultDetail AuditModel::make_detail(std::size_t column, std::size_t position) const {
  const CompiledRule& rule = *results_.rules[column];
  const ResultCode code = columns()[column].code(position);
  const table::SubjectRef subject = columns()[column].subject(position);
  const Outcome outcome = code.decision.outcome;
  ResultDetail detail;
  add_evidence(rule, code, subject, detail);
  detail.num_excluded = count_excluded(rule, context_, record_of(subject));
  if (outcome == Outcome::kUnknown) add_causes(rule, code, subject, detail);
  if (outcome == Outcome::kNotApplicable)
    detail.not_applicable_because = not_applicable_text(deciding_value(rule, subject));
  detail.refs = refs_of(*rule.source, code);
  if (outcome == Outcome::kFail) {
    detail.remedy = remedy_of(*rule.source, code);
    detail.ask = ask_of(*rule.source, code);
  }
  detail.message = message_of(rule, code, subject, detail);
  return detail;
}

LocalizedText AuditModel::message(std::size_t column, std::size_t position) const {
  if (const auto made = details_.find(result_key(column, position)); made != details_.end())
    return made->second.message;
  const GlossaryScope terms(run_.glossary);
  const CompiledRule& rule = *results_.rules[column];
  const ResultCode code = columns()[column].code(position);
  const table::SubjectRef subject = columns()[column].subject(position);
  ResultDetail detail;
  if (code.decision.outcome == Outcome::kUnknown) add_causes(rule, code, subject, detail);
  if (code.decision.outcome == Outcome::kNotApplicable)
    detail.not_applicable_because = not_applicable_text(deciding_value(rule, subject));
  return message_of(rule, code, subject, detail);
}

std::string AuditModel::error_text(std::size_t column, std::size_t position) const {
  const cel::RecordRef subject = record_of(columns()[column].subject(position));
  for (const auto* expr :
       {&results_.rules[column]->when, &results_.rules[column]->judgeable, &results_.rules[column]->require}) {
    if (!expr->has_value()) continue;
    const cel::Value value = cel::Evaluator(**expr, context_, subject).eval();
    if (const auto* error = value.as<cel::EvalError>()) return error->message;
  }
  return {};
}

Gate AuditModel::gate(std::size_t column, std::size_t position) const {
  Gate gate = gate_of(columns()[column], columns()[column].code(position), options_.gate);
  if (waiver(column, position) != nullptr) gate.reasons.emplace_back("waived");
  if (baseline_ && baseline_->is_known(column, position)) gate.reasons.emplace_back("baseline");
  gate.blocks = gate.reasons.empty();
  return gate;
}

std::vector<ClauseView> AuditModel::trace(std::size_t column, std::size_t position) const {
  std::vector<ClauseView> views;
  for (TracedClause& clause : trace_reads(column, position)) views.push_back(std::move(clause.view));
  return views;
}

std::vector<TracedClause> AuditModel::trace_reads(std::size_t column, std::size_t position) const {
  const GlossaryScope terms(run_.glossary);
  std::vector<TracedClause> clauses;
  const cel::RecordRef subject = record_of(columns()[column].subject(position));
  const auto add = [&](std::string_view part, const std::optional<cel::CheckedExpr>& expr) {
    if (!expr) return;
    for (const Clause& clause : trace_clauses(*expr, context_, subject)) {
      ClauseView view{std::string(part), clause.text, clause.depth, {}, clause.value.state(), {}};
      view.value = {display_value(clause.value, {}, context_, Language::kJapanese),
                    display_value(clause.value, {}, context_, Language::kEnglish)};
      for (const cel::CellRef& cell : clause.cells) view.cells.push_back(view_cell(cell, *plan_, *series_));
      Reads reads;
      reads.add(*clause.expr, clause.node, *plan_);
      clauses.push_back({std::move(view), std::move(reads)});
    }
  };
  add("when", results_.rules[column]->when);
  add("judgeable", results_.rules[column]->judgeable);
  add("require", results_.rules[column]->require);
  return clauses;
}

MeasuredClauses AuditModel::measured_clauses(std::size_t column, std::size_t position, PartChoice choice) const {
  const GlossaryScope terms(run_.glossary);
  const CompiledRule& rule = *results_.rules[column];
  const Decision decision = columns()[column].code(position).decision;
  const bool is_measured = decision.outcome == Outcome::kPass || decision.outcome == Outcome::kFail ||
                           (decision.outcome == Outcome::kUnknown && decision.undecided != Undecided::kNotJudgeable);
  if (!rule.require || !is_measured) return {};
  return measure_.measure(*rule.require, record_of(columns()[column].subject(position)), choice);
}

Requirement AuditModel::requirement(std::size_t column, std::size_t position) const {
  MeasuredClauses measured = measured_clauses(column, position, PartChoice::kDeciding);
  Requirement requirement{measured.is_any, {}};
  for (MeasuredClause& clause : measured.clauses) requirement.clauses.push_back(std::move(clause.view));
  return requirement;
}

}  // namespace kijun::audit
