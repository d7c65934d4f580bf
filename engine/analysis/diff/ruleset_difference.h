#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/analysis/domain/scene.h"
#include "engine/audit/plan.h"
#include "engine/audit/rule_column.h"

namespace kijun::analysis {

/// How a rule of one ruleset stands to its namesake in another. Stricter means: on the same answers and day it fails,
/// or leaves undecided, what the other passes, or the same at a higher severity.
enum class RuleChange : std::uint8_t {
  kAdded,
  kRemoved,
  kTightened,
  kLoosened,
  kBothWays,
  kAskedOthers,  ///< Only who passes and who is not asked differs: rates have other denominators.
  kReworded,     ///< Every answer is judged the same; texts, cases or the like differ.
  kUnchanged,    ///< Neither: perhaps written in another way.
};

/// Answers that two rulesets judge differently, confirmed by both evaluators.
struct ChangedRow {
  Scene scene;
  Date as_of;
  bool depends_on_day = false;
  audit::ResultCode before;
  audit::ResultCode after;
};

/// A part of a rule that differs, in words; of a rule that only one side has, the other side is empty.
struct PartChange {
  enum class Part : std::uint8_t {
    kForEach,
    kFields,  ///< Under `for_fields`.
    kSeverity,
    kBeforeDeadline,
    kDeadline,
    kStage,
    kKind,
    kTitle,
    kMessage,
    kRemedy,
    kAsk,
    kCases,
    kBasis,
    kRefs,
    kActor,
    kTopic,
    kEvidence,
    kJudgeableReason,
    kEnforcedBy,
    kConditions,  ///< What `when`, `require` and `judgeable` say, whatever it means.
  };
  Part part = Part::kTitle;
  LocalizedText before;
  LocalizedText after;
};

/// One rule of two rulesets.
struct RuleDifference {
  const policy::Rule* before = nullptr;  ///< Null: added.
  const policy::Rule* after = nullptr;   ///< Null: removed.
  RuleChange change = RuleChange::kUnchanged;
  std::optional<ChangedRow> tightened;
  std::optional<ChangedRow> loosened;
  std::optional<ChangedRow> asked;  ///< Passes in one, is not asked in the other.
  std::vector<PartChange> parts;
  /// False when an unseen change is possible: the domain is beyond the budget, or not all of it has representatives.
  bool decided = true;
  std::size_t num_judged = 0;
  double num_combinations = 0;
  std::set<std::string> inexact;  ///< What has no representatives.
};

/// Two rulesets, rule by rule, in the order of the second one; removed rules last.
struct RulesetDifference {
  const audit::Plan* before = nullptr;
  const audit::Plan* after = nullptr;
  std::vector<RuleDifference> rules;
  [[nodiscard]] std::size_t count(RuleChange change) const;
};

/// Compares by meaning: every rule of both over all that answers can be, at most `budget` rows a rule. Rules are paired
/// by id and alias. Plans are borrowed.
[[nodiscard]] RulesetDifference compare_rulesets(const audit::Plan& before, const audit::Plan& after,
                                                 std::size_t budget);

}  // namespace kijun::analysis
