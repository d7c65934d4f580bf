#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/audit/baseline.h"
#include "engine/audit/result_model.h"

namespace kijun::reports {

/// Everything about a result that decides how formats for CI write it.
struct ResultStanding {
  audit::Outcome outcome = audit::Outcome::kPass;
  policy::RuleKind kind = policy::RuleKind::kPolicy;
  policy::Severity severity = policy::Severity::kError;  ///< As it counts on the day of the audit.
  bool draft = false;                                    ///< Of a rule on trial.
  bool waived = false;                                   ///< Covered by a waiver in force.
  bool blocks = false;                                   ///< It makes the run exit 1.
  std::optional<audit::BaselineState> baseline;          ///< Of a finding, beside a baseline.
};

/// How a test case says what became of it.
enum class CaseEnd : std::uint8_t { kPassed, kFailure, kError, kSkipped };

/// How the formats write one result. An empty word: the format leaves it out, and counts it where it is a finding.
struct CiMapping {
  std::string_view sarif_kind;    ///< Empty: not a result but a notification.
  std::string_view sarif_level;   ///< "none" unless `sarif_kind` is "fail".
  std::string_view github_alert;  ///< Level in the SARIF that GitHub reads, where every result is an alert.
  CaseEnd junit = CaseEnd::kPassed;
  std::string_view gitlab;      ///< "blocker", "critical", "major", "minor", "info".
  std::string_view command;     ///< Workflow command of GitHub: "error", "warning", "notice".
  std::string_view checkstyle;  ///< "error", "warning", "info".
};

/// The one table of the formats for CI (docs/ci-formats.en.md prints it).
[[nodiscard]] CiMapping map_result(const ResultStanding& standing);

/// "case", "failure", "error", "skipped".
[[nodiscard]] std::string_view case_end_id(CaseEnd end);

/// "new", "unchanged", "updated": SARIF knows no "worse".
[[nodiscard]] std::string_view sarif_baseline_state(audit::BaselineState state);

/// How a result stands.
[[nodiscard]] ResultStanding standing_of(const audit::ResultModel& model, std::size_t column, std::size_t position);

/// Which of two findings comes first where not all can be shown: the smaller number. Gating ones first, then failing
/// ones by severity, then those on trial and the undecided.
[[nodiscard]] int rank_of(const ResultStanding& standing);

}  // namespace kijun::reports
