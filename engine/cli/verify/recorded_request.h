#pragma once

#include <optional>
#include <string>

#include "engine/audit/run.h"
#include "reports/model/format.h"
#include "reports/provenance/provenance.h"

namespace kijun::cli {

/// The options of the audit that a report was made by; places, baseline and narrowing apart. A word that means nothing is
/// put into `wrong`; nothing comes back then.
[[nodiscard]] std::optional<audit::AuditOptions> recorded_audit_options(const reports::Provenance& provenance,
                                                                        std::string& wrong);

/// The options of the report; `ci.folders` apart.
[[nodiscard]] reports::ReportOptions recorded_report_options(const reports::Provenance& provenance);

}  // namespace kijun::cli
