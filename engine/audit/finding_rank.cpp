#include "engine/audit/finding_rank.h"

namespace kijun::audit {

int finding_rank(Outcome outcome, policy::Severity severity) {
  switch (outcome) {
    case Outcome::kPass:
    case Outcome::kNotApplicable:
      return 0;
    case Outcome::kUnknown:
      return 1;
    case Outcome::kFail:
      return 4 - static_cast<int>(severity);
    case Outcome::kError:
      return 5;
  }
  return 0;
}

}  // namespace kijun::audit
