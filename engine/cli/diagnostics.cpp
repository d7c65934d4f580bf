#include "engine/cli/diagnostics.h"

#include "engine/analysis/analysis_diagnostics.h"
#include "engine/audit/audit_diagnostics.h"
#include "engine/cel/cel_diagnostics.h"
#include "engine/policy/policy_diagnostics.h"
#include "engine/survey/survey_diagnostics.h"
#include "engine/table/table_diagnostics.h"
#include "engine/toml/toml_diagnostics.h"

namespace kijun::cli {

const diag::Registry& diagnostics() {
  static const diag::Registry kRegistry = [] {
    diag::Registry all;
    all.add(toml_doc::kDiagnostics);
    all.add(table::kDiagnostics);
    all.add(policy::kDiagnostics);
    all.add(audit::kDiagnostics);
    all.add(analysis::kDiagnostics);
    all.add(cel::kDiagnostics);
    all.add(survey::kDiagnostics);
    return all;
  }();
  return kRegistry;
}

}  // namespace kijun::cli
