#include <algorithm>

#include "reports/model/build_parts.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

using audit::Outcome;
using audit::Verdict;

bool is_finding(Outcome outcome) {
  return outcome == Outcome::kFail || outcome == Outcome::kUnknown || outcome == Outcome::kError;
}

bool has_unconfirmed_basis(const policy::Ruleset& ruleset, const policy::Rule& rule) {
  return std::any_of(rule.basis.begin(), rule.basis.end(), [&](const std::string& id) {
    const policy::Basis* basis = ruleset.find_basis(id);
    return basis == nullptr || !basis->confirmed;
  });
}

// Nothing that anybody can ask or read would decide it: the form lacks the question, or the rule says so itself.
bool is_not_asked(const audit::ResultCode& code, const audit::ResultDetail& detail) {
  if (code.decision.outcome != Outcome::kUnknown) {
    return false;
  }
  if (code.decision.undecided == audit::Undecided::kNotJudgeable) {
    return true;
  }
  return !detail.unknown_because.empty() &&
         std::none_of(detail.unknown_because.begin(), detail.unknown_because.end(), [](const audit::OpenCause& cause) {
           return cause.asks || cause.cell.missing == table::MissingReason::kNotReviewed;
         });
}

LocalizedText cause_text(const Finding& finding, bool is_on_record, const audit::CellView& cell) {
  const Word phrase = is_on_record || cell.subject.kind == finding.rule->for_each ? Word::kCause : Word::kMemberCause;
  return fill(phrase, {{"label", cell.label}, {"reason", reason_word(cell.missing)}});
}

LocalizedText reason_of(const Finding& finding, bool is_on_record) {
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
    LocalizedText text = cause_text(finding, is_on_record, cause.cell);
    if (std::find(causes.begin(), causes.end(), text) == causes.end()) {
      causes.push_back(std::move(text));
    }
  }
  if (causes.empty()) {
    return word(Word::kReasonForm);
  }
  LocalizedText reason;
  for (const LocalizedText& cause : causes) {
    reason.ja += (reason.ja.empty() ? "" : "、") + cause.ja;
    reason.en += (reason.en.empty() ? "" : "; ") + cause.en;
  }
  return reason;
}

// The prefecture answers for itself, and looks at groups that are made of answers and so cannot act.
bool acts_for(const SubjectView& subject) {
  const bool is_record = subject.ref.space == table::kRecordSpace;
  return subject.info.name.kind == "prefecture" || (!is_record && !is_standard_group(subject.info.name.kind));
}

Finding make_finding(const GapReport& report, const BuildIndex& index, std::size_t column_at, std::size_t position) {
  const audit::ResultModel& result = *report.result;
  const audit::RuleColumn& column = result.columns()[column_at];
  Finding finding;
  finding.column = column_at;
  finding.position = position;
  finding.rule = column.rule;
  finding.code = column.codes[position];
  finding.verdict = audit::verdict_of(column, finding.code);
  finding.title = column_title(result, column);
  finding.subject = index.subject_of.at(column.subjects[position]);
  const SubjectView& subject = report.subjects[finding.subject];
  finding.actor = acts_for(subject) ? "prefecture" : column.rule->actor;
  finding.draft = column.rule->stage == policy::Stage::kDraft;
  finding.basis_unconfirmed = has_unconfirmed_basis(result.ruleset(), *column.rule);
  finding.detail = result.detail(column_at, position);
  finding.not_asked = is_not_asked(finding.code, finding.detail);
  finding.reason = reason_of(finding, subject.ref.space == table::kRecordSpace);
  finding.anchor = "f-" + subject.anchor + "-" + column.rule->id;
  if (column.field) {
    finding.anchor += "-" + result.vocabulary().field(*column.field).id;
  }
  return finding;
}

std::size_t rank(Verdict verdict) {
  return static_cast<std::size_t>(std::find(kVerdictOrder.begin(), kVerdictOrder.end(), verdict) -
                                  kVerdictOrder.begin());
}

}  // namespace

void add_findings(GapReport& report, BuildIndex& index) {
  const auto& columns = report.result->columns();
  for (std::size_t column = 0; column < columns.size(); ++column) {
    auto& row = index.finding_at.emplace_back(columns[column].subjects.size(), MatrixCell::kNone);
    for (std::size_t position = 0; position < columns[column].subjects.size(); ++position) {
      if (is_finding(columns[column].codes[position].decision.outcome)) {
        row[position] = report.findings.size();
        report.findings.push_back(make_finding(report, index, column, position));
      }
    }
  }
}

void sort_worst_first(const GapReport& report, std::vector<std::size_t>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [&](std::size_t left, std::size_t right) {
    const Finding& a = report.findings[left];
    const Finding& b = report.findings[right];
    if (a.draft != b.draft) return b.draft;
    if (a.verdict != b.verdict) return rank(a.verdict) < rank(b.verdict);
    return a.code.severity < b.code.severity;
  });
}

}  // namespace kijun::reports
