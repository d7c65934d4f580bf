#pragma once

#include <string>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/diag/diagnostic.h"

namespace kijun::analysis {

/// What one example gave.
struct ExampleResult {
  std::string rule;
  std::string field;  ///< Under `for_fields`.
  std::string example;
  bool passed = false;
  LocalizedText difference;  ///< What was expected and what came out; empty when it passed.
  diag::Span span;
};

/// Runs every example of every rule by the naive evaluator, as of its own `as_of`, else the last day of its
/// `fiscal_year` (the edition's first one unless given). Mistakes in the examples go to the sink and fail the example.
[[nodiscard]] std::vector<ExampleResult> run_examples(const audit::Plan& plan, diag::Sink& sink);

}  // namespace kijun::analysis
