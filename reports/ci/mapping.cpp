#include "reports/ci/mapping.h"

#include <algorithm>

namespace kijun::reports {
namespace {

using audit::Outcome;
using policy::Severity;

std::string_view either(bool first, std::string_view one, std::string_view other) { return first ? one : other; }

/// A failing result, before decisions and stage.
CiMapping map_failing(const ResultStanding& standing) {
  const bool blocks = standing.blocks;
  const CaseEnd end = blocks ? CaseEnd::kFailure : CaseEnd::kSkipped;
  if (standing.kind == policy::RuleKind::kReview)
    return {"review",
            "none",
            either(blocks, "warning", "note"),
            end,
            "info",
            either(blocks, "error", "notice"),
            either(blocks, "error", "info")};
  switch (standing.severity) {
    case Severity::kError:
      return {"fail", "error", "error", end, either(blocks, "critical", "major"), either(blocks, "error", "warning"),
              "error"};
    case Severity::kWarning:
      return {"fail", "warning", "warning", end, "minor", either(blocks, "error", "warning"), "warning"};
    case Severity::kNotice:
      return {"fail", "note", "note", end, "info", either(blocks, "error", "notice"), "info"};
  }
  return {};
}

CiMapping map_outcome(const ResultStanding& standing) {
  const bool blocks = standing.blocks;
  switch (standing.outcome) {
    case Outcome::kPass:
      return {"pass", "none", "", CaseEnd::kPassed, "", "", ""};
    case Outcome::kNotApplicable:
      return {"notApplicable", "none", "", CaseEnd::kSkipped, "", "", ""};
    case Outcome::kUnknown:
      return {"open",
              "none",
              either(blocks, "warning", "note"),
              blocks ? CaseEnd::kError : CaseEnd::kSkipped,
              either(blocks, "major", "info"),
              either(blocks, "error", "notice"),
              either(blocks, "error", "info")};
    case Outcome::kError:
      return {"", "error", "error", CaseEnd::kError, "blocker", "error", "error"};
    case Outcome::kFail:
      break;
  }
  return map_failing(standing);
}

/// A rule on trial is shown and never alarms.
void tone_down(CiMapping& mapping) {
  if (mapping.sarif_kind == "fail") mapping.sarif_level = "note";
  mapping.github_alert = "note";
  mapping.junit = CaseEnd::kSkipped;
  mapping.gitlab = "info";
  mapping.command = "notice";
  mapping.checkstyle = "info";
}

/// What the prefecture accepted for a time is no task of whoever reads alerts. SARIF keeps it as suppressed.
void set_aside(CiMapping& mapping) {
  mapping.github_alert = "";
  mapping.junit = CaseEnd::kSkipped;
  mapping.gitlab = "";
  mapping.command = "";
  mapping.checkstyle = "";
}

bool is_known(const ResultStanding& standing) {
  return standing.baseline == audit::BaselineState::kUnchanged || standing.baseline == audit::BaselineState::kUpdated;
}

}  // namespace

CiMapping map_result(const ResultStanding& standing) {
  CiMapping mapping = map_outcome(standing);
  if (!audit::is_finding(standing.outcome) || standing.outcome == Outcome::kError) return mapping;
  if (standing.draft) tone_down(mapping);
  if (is_known(standing)) mapping.command = "notice";
  if (standing.waived) set_aside(mapping);
  return mapping;
}

std::string_view case_end_id(CaseEnd end) {
  switch (end) {
    case CaseEnd::kPassed:
      return "case";
    case CaseEnd::kFailure:
      return "failure";
    case CaseEnd::kError:
      return "error";
    case CaseEnd::kSkipped:
      return "skipped";
  }
  return {};
}

std::string_view sarif_baseline_state(audit::BaselineState state) {
  return audit::baseline_state_id(state == audit::BaselineState::kWorse ? audit::BaselineState::kUpdated : state);
}

ResultStanding standing_of(const audit::ResultModel& model, std::size_t column, std::size_t position) {
  const audit::RuleColumn& results = model.columns()[column];
  const audit::ResultCode code = results.code(position);
  ResultStanding standing;
  standing.outcome = code.decision.outcome;
  standing.kind = results.rule().kind;
  standing.severity = code.severity;
  standing.draft = results.rule().stage == policy::Stage::kDraft;
  standing.waived = model.waiver(column, position) != nullptr;
  standing.blocks = model.gate(column, position).blocks;
  if (model.baseline() != nullptr) standing.baseline = model.baseline()->state(column, position);
  return standing;
}

int rank_of(const ResultStanding& standing) {
  constexpr int kRanks = 16;  // of one group; groups follow each other
  int rank = standing.blocks ? 0 : kRanks;
  if (standing.draft || is_known(standing)) rank += kRanks;
  if (standing.waived) rank += 2 * kRanks;
  if (standing.outcome == Outcome::kError) return rank;
  if (standing.outcome == Outcome::kUnknown) return rank + 5;
  if (standing.kind == policy::RuleKind::kReview) return rank + 4;
  return rank + 1 + static_cast<int>(standing.severity);
}

}  // namespace kijun::reports
