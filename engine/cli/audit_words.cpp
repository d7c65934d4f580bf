#include "engine/cli/audit_words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kijun::cli {

bool add_fail_on(std::string_view word, audit::GateOptions& gate) {
  const std::optional<policy::Severity> severity = policy::parse_severity(word);
  if (severity) gate.fail_on = std::max(gate.fail_on.value_or(*severity), *severity);
  if (word == "unknown") gate.fail_on_unknown = true;
  return severity || word == "unknown";
}

bool add_gate_kind(std::string_view word, audit::GateOptions& gate) {
  const std::optional<policy::RuleKind> kind = policy::parse_rule_kind(word);
  if (kind) gate.kinds.insert(*kind);
  return kind.has_value();
}

bool add_strict(std::string_view word, audit::StrictDecisions& strict) {
  constexpr std::array kStates{audit::DecisionState::kStale, audit::DecisionState::kUnused,
                               audit::DecisionState::kExpired};
  const auto* state = std::find_if(kStates.begin(), kStates.end(),
                                   [&](audit::DecisionState known) { return audit::decision_state_id(known) == word; });
  if (state != kStates.end()) strict.states.insert(*state);
  if (word == "expiring") strict.expiring = true;
  return state != kStates.end() || word == "expiring";
}

bool add_allowed_empty(std::string_view word, audit::AllowOptions& allow) {
  if (word == "rules") allow.no_rules = true;
  if (word == "results") allow.nothing_applicable = true;
  return word == "rules" || word == "results";
}

std::vector<std::string> readership_words() {
  std::vector<std::string> words;
  for (const audit::Readership readership : audit::kAllReaderships) words.emplace_back(readership_id(readership));
  return words;
}

}  // namespace kijun::cli
