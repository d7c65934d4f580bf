#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/audit/baseline.h"
#include "engine/audit/plan.h"
#include "engine/audit/readership/readership.h"
#include "engine/audit/result_model.h"
#include "engine/base/date.h"
#include "engine/base/work_counter.h"
#include "engine/diag/diagnostic.h"
#include "engine/policy/pack.h"
#include "engine/survey/series.h"

namespace kijun::audit {

/// What makes a run exit 1 (design section 5, "Gate").
struct GateOptions {
  std::optional<policy::Severity> fail_on = policy::Severity::kError;  ///< This severity and worse; nothing: never.
  bool fail_on_unknown = false;
  std::set<policy::RuleKind> kinds{policy::RuleKind::kPolicy, policy::RuleKind::kQuality};
  std::optional<std::size_t> max_unknown;  ///< Exit 1 beyond so many `Summary::num_open_unknown`; nothing: any number.
};

/// Decisions that a user wants to be errors.
struct StrictDecisions {
  std::set<DecisionState> states;
  bool expiring = false;
};

/// Odd cases a user has said are fine; each is an error otherwise.
struct AllowOptions {
  bool no_rules = false;
  bool nothing_applicable = false;
  bool rule_errors = false;
  bool other_rules = false;  ///< Decisions about rules of another ruleset than this.
};

/// Findings listed per rule unless the user says otherwise: a survey of all 1,788 municipalities and prefectures of the
/// country is never cut.
inline constexpr std::size_t kDefaultMaxFindings = 2000;

/// Days before its end in which a waiver is said to expire, unless the user says otherwise.
inline constexpr int kDefaultExpiringWithin = 30;

/// What to run and on which day.
struct AuditOptions {
  Date as_of;
  std::string tool_version;
  GateOptions gate;
  AllowOptions allow;
  StrictDecisions strict;
  int expiring_within = kDefaultExpiringWithin;      ///< Days before its last one in which a waiver is said to expire.
  const Baseline* baseline = nullptr;                ///< Borrowed; must outlive the model.
  std::optional<Date> revision;                      ///< As the survey was loaded.
  std::size_t max_findings = kDefaultMaxFindings;    ///< Listed per rule; 0: counts only.
  std::set<std::string> only_rules;                  ///< Rule ids; empty: all.
  std::optional<std::set<std::uint32_t>> only_rows;  ///< Rows of the survey, and the groups they belong to.
  std::vector<std::string> narrowed;                 ///< The narrowing as given, for every output.
  Selection selection;                               ///< The same by id and code.
  std::string rules;                                 ///< Where the pack is, for provenance (`name_pack`).
  std::vector<InputFile> other_inputs;               ///< Files beside those of survey and rules, for provenance.
  Readership readership = Readership::kInternal;     ///< Whom the model is for; a municipality is the only one of
                                                     ///< `only_rows`.
  WorkCounter* counter = nullptr;                    ///< Borrowed; counts the rows that are judged.
};

/// Evaluates every rule over the survey by column and keeps the codes. The model owns plan and series; the pack's
/// vocabulary and the sources are borrowed and must outlive it. Reports KJ5xxx; null when one is an error.
[[nodiscard]] std::unique_ptr<ResultModel> run_audit(std::unique_ptr<Plan> plan,
                                                     std::unique_ptr<survey::SurveySeries> series,
                                                     const policy::Pack& pack, AuditOptions options, diag::Sink& sink);

}  // namespace kijun::audit
