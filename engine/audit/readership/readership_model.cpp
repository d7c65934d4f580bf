#include "engine/audit/readership/readership_model.h"

#include <algorithm>
#include <utility>

#include "engine/audit/cell_view.h"
#include "engine/audit/readership/kept_questions.h"
#include "engine/audit/undecided_text.h"
#include "engine/base/glossary_scope.h"
#include "engine/survey/decisions.h"
#include "engine/table/group.h"

namespace kijun::audit {
namespace {

/// Stands for whichever subject an expression is asked of: a group, of whose members every answer may be read.
constexpr table::SubjectRef kAnySubject{table::group_space(table::kZoneGroup), 0};

/// The cell that stands for the causes that are withheld.
OpenCause withheld_cause(const table::SubjectName& subject, Readership readership) {
  OpenCause cause;
  cause.cell.subject = subject;
  cause.cell.label = sees(readership, Content::kOtherRecords)
                         ? LocalizedText{"公表の対象外の項目", "an item that is not published"}
                         : LocalizedText{"他の団体の回答", "answers of others"};
  cause.cell.missing = table::MissingReason::kWithheld;
  cause.cell.value = in_terms(table::reason_label(cause.cell.missing));
  return cause;
}

}  // namespace

ReadershipModel::ReadershipModel(std::unique_ptr<const AuditModel> inner, std::size_t num_rules_left_out)
    : inner_(std::move(inner)),
      withholding_(inner_->options(), inner_->plan(), inner_->series()),
      run_(inner_->run()),
      decisions_(show_decisions(inner_->decisions(), withholding_, inner_->plan())) {
  for (std::size_t column = 0; column < inner_->columns().size(); ++column)
    reads_.push_back(reads_of_rule(inner_->compiled_rule(column)));
  run_.readers.who = withholding_.readership();
  run_.readers.left_out = withholding_.left_out();
  run_.readers.left_out.num_decisions = decisions_.num_left_out();
  run_.readers.left_out.num_rules = num_rules_left_out;
  if (const auto& own = withholding_.own_record()) run_.readers.name = inner_->subject(*own).name.name;
  // How the day of the answers was found may have been read from anybody's.
  if (!withholding_.sees(Content::kOtherRecords)) run_.answers_as_of_basis = {};
  std::erase_if(run_.joins, [&](const SeriesJoin& join) { return !withholding_.may_see(join.subject); });
}

ReadershipModel::RuleReads ReadershipModel::reads_of_rule(const CompiledRule& rule) const {
  const Plan& plan = inner_->plan();
  const auto of_message = [&](const MessageTemplate& message) {
    Reads reads;
    for (const cel::CheckedExpr* expr : message.expressions()) reads.add(*expr, plan);
    return reads;
  };
  RuleReads reads;
  reads.when.add(rule.when, plan);
  reads.deciding = reads_of(rule, plan);
  reads.require.add(rule.require, plan);
  reads.message = of_message(rule.message);
  for (const CompiledCase& each : rule.cases) {
    reads.cases.add(each.when, plan);
    reads.case_messages.push_back(of_message(each.message));
  }
  return reads;
}

bool ReadershipModel::could_tell(const Reads& reads, std::size_t column, std::size_t position) const {
  return withholding_.could_tell(reads, columns()[column].subject(position));
}

const std::vector<IndicatorResult>& ReadershipModel::indicators() const {
  return withholding_.sees(Content::kOtherRecords) ? inner_->indicators() : indicators_;
}

const DecisionView* ReadershipModel::waiver(std::size_t column, std::size_t position) const {
  const DecisionView* found = inner_->waiver(column, position);
  if (found == nullptr) return nullptr;
  const std::size_t place = decisions_.places[static_cast<std::size_t>(found - inner_->decisions().data())];
  return place == ShownDecisions::kLeftOut ? nullptr : &decisions_.views[place];
}

survey::GrantedOn ReadershipModel::granted_on(std::size_t column, std::size_t position) const {
  survey::GrantedOn granted = inner_->granted_on(column, position);
  granted.answers.clear();
  return granted;
}

const PartHashes& ReadershipModel::part_hashes() const {
  if (part_hashes_ == nullptr) {
    PartHashes parts;
    parts.rules = inner_->part_hashes().rules;
    part_hashes_ = std::make_unique<const PartHashes>(std::move(parts));
  }
  return *part_hashes_;
}

SubjectInfo ReadershipModel::subject(table::SubjectRef subject) const {
  SubjectInfo info = inner_->subject(subject);
  info.at = {};  // as `Withholding::shown` says
  if (subject.space == table::kRecordSpace && !withholding_.may_see(subject)) {
    info = {};
    info.name.name = {"他の団体", "another"};
  }
  return info;
}

std::vector<table::SubjectRef> ReadershipModel::members(table::SubjectRef group) const {
  std::vector<table::SubjectRef> members = inner_->members(group);
  std::erase_if(members, [&](table::SubjectRef member) { return !withholding_.may_see(member); });
  return members;
}

std::vector<CellView> ReadershipModel::answers(table::SubjectRef record) const {
  if (!withholding_.may_see(record)) return {};
  std::vector<CellView> cells = inner_->answers(record);
  for (CellView& cell : cells) cell = withholding_.shown(std::move(cell));
  return cells;
}

ResultDetail ReadershipModel::detail(std::size_t column, std::size_t position) const {
  ResultDetail detail = inner_->detail(column, position);
  withhold_evidence(column, position, detail);
  withhold_texts(column, position, detail);
  return detail;
}

/// Which cells decided depends on what they hold: where withheld ones may be among them, none of these is shown for what
/// it did, but each withheld field that the rule can read at all, whether it decided or not.
void ReadershipModel::withhold_evidence(std::size_t column, std::size_t position, ResultDetail& detail) const {
  const bool may_have_decided = could_tell(reads_[column].deciding, column, position);
  const std::size_t num_cells = detail.evidence.size();
  std::erase_if(detail.evidence, [&](const CellView& cell) {
    return cell.role == EvidenceRole::kDecided && withholding_.reason(cell) != Withheld::kNot;
  });
  for (CellView& cell : detail.evidence) cell = withholding_.shown(std::move(cell));
  if (!may_have_decided && detail.evidence.size() == num_cells) return;
  detail.num_evidence =
      static_cast<std::size_t>(std::count_if(detail.evidence.begin(), detail.evidence.end(),
                                             [](const CellView& cell) { return cell.role == EvidenceRole::kDecided; }));
  detail.num_excluded = 0;
  add_withheld_fields(column, columns()[column].subject(position), detail);
}

void ReadershipModel::add_withheld_fields(std::size_t column, table::SubjectRef subject, ResultDetail& detail) const {
  if (subject.space != table::kRecordSpace) return;
  for (const table::FieldIndex field : reads_[column].deciding.fields) {
    CellView cell = view_cell({{0, subject}, false, field}, inner_->plan(), inner_->series());
    if (withholding_.reason(cell) == Withheld::kNot) continue;
    cell = withholding_.shown(std::move(cell));
    const auto is_same = [&](const CellView& other) {
      return other.field == cell.field && other.survey == cell.survey;
    };
    if (std::none_of(detail.evidence.begin(), detail.evidence.end(), is_same))
      detail.evidence.push_back(std::move(cell));
  }
}

std::vector<OpenCause> ReadershipModel::shown_causes(std::vector<OpenCause> causes, std::size_t column,
                                                     std::size_t position) const {
  const bool any = !causes.empty();
  std::erase_if(causes, [&](const OpenCause& cause) { return withholding_.reason(cause.cell) != Withheld::kNot; });
  for (OpenCause& cause : causes) cause.cell = withholding_.shown(std::move(cause.cell));
  if (any && causes.empty())
    causes.push_back(withheld_cause(subject(columns()[column].subject(position)).name, withholding_.readership()));
  return causes;
}

std::vector<OpenCause> ReadershipModel::causes(std::size_t column, std::size_t position) const {
  return shown_causes(inner_->causes(column, position), column, position);
}

bool ReadershipModel::message_could_tell(std::size_t column, std::size_t position) const {
  const CompiledRule& rule = inner_->compiled_rule(column);
  const RuleReads& reads = reads_[column];
  if (could_tell(reads.cases, column, position)) return true;
  const std::uint8_t at = columns()[column].code(position).rule_case;
  const bool is_of_case = at != ResultCode::kNoCase && !rule.cases[at].message.empty();
  return could_tell(is_of_case ? reads.case_messages[at] : reads.message, column, position);
}

LocalizedText ReadershipModel::withheld_message(std::size_t column) const {
  LocalizedText text = columns()[column].rule().title;
  if (withholding_.sees(Content::kOtherRecords))
    append(text,
           {"（公表の対象外の回答に関わるため、内容は示しません）", "(details rest on answers that are not published)"},
           {"", " "});
  else
    append(text, {"（他の団体の回答に関わるため、内容は示しません）", "(details rest on answers of others)"},
           {"", " "});
  return text;
}

void ReadershipModel::withhold_texts(std::size_t column, std::size_t position, ResultDetail& detail) const {
  const ResultCode code = columns()[column].code(position);
  const policy::Verdict& verdict = columns()[column].rule().verdict;
  if (could_tell(reads_[column].cases, column, position)) {
    detail.refs = verdict.refs;
    if (code.decision.outcome == Outcome::kFail) {
      detail.remedy = verdict.remedy;
      detail.ask = verdict.ask;
    }
  }
  if (code.decision.outcome == Outcome::kFail && message_could_tell(column, position))
    detail.message = withheld_message(column);
  if (code.decision.outcome == Outcome::kNotApplicable && could_tell(reads_[column].when, column, position)) {
    detail.not_applicable_because = inapplicable_text();
    detail.message = detail.not_applicable_because;
  }
  if (code.decision.outcome != Outcome::kUnknown) return;
  const std::size_t num_listed = detail.unknown_because.size();
  const std::size_t num_more = detail.num_causes - num_listed;
  detail.unknown_because = shown_causes(std::move(detail.unknown_because), column, position);
  const bool is_whole = detail.unknown_because.size() == num_listed;
  detail.num_causes = detail.unknown_because.size() + (is_whole ? num_more : 0);
  if (code.decision.undecided != Undecided::kNotJudgeable) detail.message = undecided_text(detail);
  const bool asks = std::any_of(detail.unknown_because.begin(), detail.unknown_because.end(),
                                [](const OpenCause& cause) { return cause.asks; });
  if (!asks) detail.ask.reset();
}

LocalizedText ReadershipModel::message(std::size_t column, std::size_t position) const {
  return detail(column, position).message;
}

Reads ReadershipModel::indicator_reads(std::size_t indicator) const {
  const CompiledIndicator& compiled = inner_->plan().indicators[indicator];
  Reads reads;
  reads.add(compiled.of, inner_->plan());
  reads.add(compiled.met, inner_->plan());
  return reads;
}

const QuestionPlan& ReadershipModel::questions() const {
  if (questions_ != nullptr) return *questions_;
  const KeptQuestions kept{[&](const cel::CellRef& cell) {
                             return withholding_.may_see(cell.record.subject) &&
                                    withholding_.is_open(vocabulary().field(cell.index).id);
                           },
                           withholding_.sees(Content::kOtherRecords),
                           [&](const QuestionPlan::Result& result) {
                             if (!result.indicator)
                               return could_tell(reads_[result.column].deciding, result.column, result.position);
                             return withholding_.could_tell(indicator_reads(*result.indicator), kAnySubject);
                           }};
  questions_ = std::make_unique<const QuestionPlan>(keep_questions(inner_->questions(), kept));
  return *questions_;
}

std::vector<ClauseView> ReadershipModel::trace(std::size_t column, std::size_t position) const {
  std::vector<ClauseView> clauses;
  for (TracedClause& traced : inner_->trace_reads(column, position)) {
    ClauseView& clause = traced.view;
    if (could_tell(traced.reads, column, position)) {
      clause.value = {"（公表の対象外）", "(not published)"};
      clause.state = cel::State::kUnknown;
      clause.cells.clear();
    }
    for (CellView& cell : clause.cells) cell = withholding_.shown(std::move(cell));
    clauses.push_back(std::move(clause));
  }
  return clauses;
}

/// Which clauses fail depends on withheld cells, too: where some are read, every clause is listed, and of those that read
/// one only what is required.
Requirement ReadershipModel::requirement(std::size_t column, std::size_t position) const {
  if (!could_tell(reads_[column].require, column, position)) return inner_->requirement(column, position);
  MeasuredClauses measured = inner_->measured_clauses(column, position, PartChoice::kAll);
  Requirement requirement{measured.is_any, {}};
  for (MeasuredClause& each : measured.clauses) {
    RequiredClause& clause = each.view;
    if (could_tell(each.reads, column, position)) {
      clause = {clause.required, {}, clause.field, clause.relation, {}, {}, {}, {}, cel::State::kUnknown};
      clause.measured = withholding_.sees(Content::kOtherRecords)
                            ? LocalizedText{"（公表の対象外）", "(not published)"}
                            : LocalizedText{"（他の団体の回答）", "(answers of others)"};
    }
    requirement.clauses.push_back(std::move(clause));
  }
  return requirement;
}

void drop_names(policy::Ruleset& ruleset) {
  if (ruleset.approval) ruleset.approval->by.clear();
  for (policy::Basis& basis : ruleset.bases) basis.confirmed_by.clear();
}

}  // namespace kijun::audit
