#include "engine/cli/diagnostics.h"

#include "engine/analysis/analysis_diagnostics.h"
#include "engine/analysis/analysis_examples.h"
#include "engine/analysis/rules_table/table_diagnostics.h"
#include "engine/analysis/rules_table/table_examples.h"
#include "engine/audit/audit_diagnostics.h"
#include "engine/audit/audit_examples.h"
#include "engine/cel/cel_diagnostics.h"
#include "engine/cel/syntax_examples.h"
#include "engine/cel/type_examples.h"
#include "engine/cli/cli_diagnostics.h"
#include "engine/cli/cli_examples.h"
#include "engine/policy/policy_diagnostics.h"
#include "engine/policy/policy_examples.h"
#include "engine/survey/decision_examples.h"
#include "engine/survey/file_examples.h"
#include "engine/survey/manifest_examples.h"
#include "engine/survey/register_examples.h"
#include "engine/survey/row_examples.h"
#include "engine/survey/survey_diagnostics.h"
#include "engine/table/table_diagnostics.h"
#include "engine/table/table_examples.h"
#include "engine/toml/toml_diagnostics.h"
#include "engine/toml/toml_examples.h"

namespace kijun::cli {

const diag::Registry& diagnostics() {
  static const diag::Registry kRegistry = [] {
    diag::Registry all;
    all.add(toml_doc::kDiagnostics);
    all.add(table::kDiagnostics);
    all.add(policy::kDiagnostics);
    all.add(audit::kDiagnostics);
    all.add(analysis::kDiagnostics);
    all.add(analysis::kTableDiagnostics);
    all.add(cel::kDiagnostics);
    all.add(kDiagnostics);
    all.add(survey::kDiagnostics);
    all.add_examples(analysis::kExamples);
    all.add_examples(analysis::kTableExamples);
    all.add_examples(audit::kExamples);
    all.add_examples(kExamples);
    all.add_examples(cel::kSyntaxExamples);
    all.add_examples(cel::kTypeExamples);
    all.add_examples(policy::kExamples);
    all.add_examples(survey::kDecisionExamples);
    all.add_examples(survey::kFileExamples);
    all.add_examples(survey::kManifestExamples);
    all.add_examples(survey::kRegisterExamples);
    all.add_examples(survey::kRowExamples);
    all.add_examples(table::kExamples);
    all.add_examples(toml_doc::kExamples);
    return all;
  }();
  return kRegistry;
}

}  // namespace kijun::cli
