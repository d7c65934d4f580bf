#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// A part of a condition, or that it does not hold.
struct RequiredPart {
  const cel::CheckedExpr* expr = nullptr;  ///< The rule's, or that of a named condition.
  cel::NodeId node = 0;
  bool is_denied = false;
};

/// Parts that are each required, or of which one is.
struct RequiredParts {
  bool is_any = false;
  std::vector<RequiredPart> parts;
};

/// Which operands of `&&` and `||` are wanted.
enum class PartChoice : std::uint8_t {
  kDeciding,  ///< Those that matter to the value: of a false `&&` the false ones, of a true `||` the true ones.
  kAll,       ///< All, whatever they give, so that the choice tells nothing of it.
};

/// Whether a part holds for a subject.
[[nodiscard]] cel::State state_of(const RequiredPart& part, const cel::EvalContext& context, cel::RecordRef self);

/// What a condition that joins nothing but `x == a || x == b` (or `x != a && x != b`) compares; nothing for other parts.
struct OneOf {
  cel::NodeId what = 0;
  std::vector<cel::NodeId> values;  ///< Literals.
  bool is_denied = false;           ///< None of them.
};
[[nodiscard]] std::optional<OneOf> one_of(const RequiredPart& part);

/// Takes a condition apart for a subject, down to comparisons and what else is no `&&`, `||` or `!`: a named condition is
/// taken apart where that shows comparisons, and else stays whole, to be quoted by its description.
[[nodiscard]] RequiredParts required_parts(const cel::CheckedExpr& condition, const Plan& plan,
                                           const cel::EvalContext& context, cel::RecordRef self, PartChoice choice);

}  // namespace kijun::audit
