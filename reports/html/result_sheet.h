#pragma once

#include "reports/model/format.h"

namespace kijun::reports {

/// The result sheet of one record as a page of its own, to print or to send: what it answered, what people read in its
/// notes, what the rules say of it, the questions to it and the legend, in both languages. `model` is of a run for that
/// record (`Readership::kMunicipality`), so that nothing of others is in it. It carries no provenance.
void write_result_sheet(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

}  // namespace kijun::reports
