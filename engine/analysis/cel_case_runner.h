#pragma once

#include <optional>
#include <string>

#include "engine/analysis/cel_case.h"
#include "engine/base/language.h"

namespace kijun::analysis {

/// What running a case showed.
struct CaseResult {
  std::optional<std::string> actual;  ///< What came instead of what the case demands; nothing when it passed.
  bool by_column = false;             ///< Columns hold what the case is about, so both evaluators ran it,
  bool by_kernels = false;            ///< and the columnar one without help of the naive one.
};

/// The same type and the same value: an int is no double, `-0` is not `0`, any NaN is any NaN, maps have no order.
[[nodiscard]] bool is_same_value(const cel::Value& a, const cel::Value& b);

/// Parses, checks and evaluates a case as plain CEL: by the naive evaluator, and by the columnar one where it has the
/// types (`eval_by_column`).
[[nodiscard]] CaseResult run_cel_case(const CelCase& test);

/// What a case demands, for people.
[[nodiscard]] LocalizedText expectation_text(const CaseExpectation& expect);

}  // namespace kijun::analysis
