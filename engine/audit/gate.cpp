#include "engine/audit/gate.h"

namespace kijun::audit {

Gate gate_of(const RuleColumn& column, const ResultCode& code, const GateOptions& options) {
  Gate gate;
  switch (code.decision.outcome) {
    case Outcome::kPass:
    case Outcome::kNotApplicable:
      gate.reasons.emplace_back("outcome");
      break;
    case Outcome::kFail:
      if (!options.fail_on || code.severity > *options.fail_on) gate.reasons.emplace_back("severity");
      break;
    case Outcome::kUnknown:
      if (!options.fail_on_unknown) gate.reasons.emplace_back("unknown");
      break;
    case Outcome::kError:
      break;
  }
  if (!options.kinds.contains(column.rule().kind)) gate.reasons.emplace_back("kind");
  if (column.rule().stage == policy::Stage::kDraft) gate.reasons.emplace_back("draft");
  gate.blocks = gate.reasons.empty();
  return gate;
}

bool is_open_unknown(const Gate& gate) { return gate.reasons.size() == 1 && gate.reasons.front() == "unknown"; }

}  // namespace kijun::audit
