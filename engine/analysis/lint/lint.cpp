#include "engine/analysis/lint/lint.h"

#include "engine/analysis/lint/lint_run.h"

namespace kijun::analysis {

LintReport lint(const std::vector<std::unique_ptr<audit::Plan>>& plans, const LintOptions& options, diag::Sink& sink) {
  LintRun run(options, sink);
  for (const auto& plan : plans) {
    prove_rules(*plan, run);
    prove_pairs(*plan, run);
    check_texts(*plan, run);
  }
  check_uses(plans, run);
  check_characters(plans, run);
  return std::move(run.report());
}

}  // namespace kijun::analysis
