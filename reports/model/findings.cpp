#include <algorithm>

#include "reports/model/build_parts.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

using audit::Outcome;

LocalizedText cause_text(const GapReport& report, const Finding& finding, bool is_on_record,
                         const audit::CellView& cell) {
  const Word phrase = is_on_record || cell.subject.kind == finding.rule->for_each ? Word::kCause : Word::kMemberCause;
  return fill(
      phrase,
      {{"label", cell.label}, {"reason", reason_word(cell.missing)}, {"members", members_text(report.result->run())}});
}

LocalizedText reason_of(const GapReport& report, const Finding& finding, bool is_on_record) {
  if (finding.code.decision.outcome == Outcome::kFail) {
    return {};
  }
  if (finding.code.decision.outcome == Outcome::kError) {
    return word(Word::kReasonError);
  }
  if (finding.code.decision.undecided == audit::Undecided::kNotJudgeable && finding.rule->judgeable) {
    return finding.rule->judgeable->reason;
  }
  std::vector<LocalizedText> causes;
  for (const audit::OpenCause& cause : finding.detail.unknown_because) {
    LocalizedText text = cause_text(report, finding, is_on_record, cause.cell);
    if (std::find(causes.begin(), causes.end(), text) == causes.end()) {
      causes.push_back(std::move(text));
    }
  }
  if (causes.empty()) {
    return word(Word::kReasonForm);
  }
  LocalizedText reason;
  for (const LocalizedText& cause : causes) append(reason, cause, {"、", "; "});
  return reason;
}

// The prefecture answers for itself, and looks at groups that cannot act.
bool is_for_prefecture(const policy::Rule& rule, const SubjectView& subject) {
  const bool is_record = subject.ref.space == table::kRecordSpace;
  return subject.info.name.kind == "prefecture" || (!is_record && !has_acting_groups(rule));
}

Finding make_finding(const GapReport& report, const BuildIndex& index, std::size_t column_at, std::size_t position) {
  const audit::ResultModel& result = *report.result;
  const audit::RuleColumn& column = result.columns()[column_at];
  Finding finding;
  finding.column = column_at;
  finding.position = position;
  finding.rule = &column.rule();
  finding.code = column.code(position);
  finding.verdict = audit::verdict_of(column, finding.code);
  finding.title = column_title(result, column);
  finding.subject = index.subject_of.at(column.subject(position));
  const SubjectView& subject = report.subjects[finding.subject];
  finding.actor = is_for_prefecture(column.rule(), subject) ? "prefecture" : column.rule().actor;
  finding.draft = column.rule().stage == policy::Stage::kDraft;
  finding.basis_unconfirmed = result.ruleset().has_unconfirmed_basis(column.rule());
  finding.not_asked = result.not_asked(column_at).get(column.subject(position).index);
  finding.anchor = "f-" + subject.anchor + "-" + column.rule().id;
  if (column.field()) {
    finding.anchor += "-" + result.vocabulary().field(*column.field()).id;
  }
  return finding;
}

}  // namespace

std::size_t BuildIndex::finding_at(const GapReport& report, std::size_t column, std::size_t position) const {
  const auto begin = report.findings.begin() + static_cast<std::ptrdiff_t>(first_finding[column]);
  const auto end = report.findings.begin() + static_cast<std::ptrdiff_t>(first_finding[column + 1]);
  const auto found = std::lower_bound(
      begin, end, position, [](const Finding& finding, std::size_t wanted) { return finding.position < wanted; });
  return found == end || found->position != position ? MatrixCell::kNone
                                                     : static_cast<std::size_t>(found - report.findings.begin());
}

void add_findings(GapReport& report, BuildIndex& index) {
  const auto& columns = report.result->columns();
  for (std::size_t column = 0; column < columns.size(); ++column) {
    index.first_finding.push_back(report.findings.size());
    for (const std::uint32_t position : report.result->listed(column)) {
      if (audit::is_finding(columns[column].outcome(position))) {
        report.findings.push_back(make_finding(report, index, column, position));
      }
    }
  }
  index.first_finding.push_back(report.findings.size());
}

void add_details(GapReport& report) {
  for (Finding& finding : report.findings) {
    finding.detail = report.result->detail(finding.column, finding.position);
    finding.requirement = report.result->requirement(finding.column, finding.position);
    // The reason names all kinds of missing answers, however many cells there are.
    if (report.shows_records && finding.detail.num_causes > finding.detail.unknown_because.size()) {
      finding.detail.unknown_because = report.result->causes(finding.column, finding.position);
    }
    finding.reason = reason_of(report, finding, report.subjects[finding.subject].ref.space == table::kRecordSpace);
  }
}

void sort_worst_first(const GapReport& report, std::vector<std::size_t>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [&](std::size_t left, std::size_t right) {
    const Finding& a = report.findings[left];
    const Finding& b = report.findings[right];
    if (a.draft != b.draft) return b.draft;
    if (a.verdict != b.verdict) return verdict_rank(a.verdict) < verdict_rank(b.verdict);
    return a.code.severity < b.code.severity;
  });
}

}  // namespace kijun::reports
