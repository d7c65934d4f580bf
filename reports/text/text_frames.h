#pragma once

#include <string_view>

#include "reports/model/gap_report.h"
#include "reports/text/text_layout.h"

namespace kijun::reports {

/// Shows a finding in the files: the line of the answer with a caret below the cell that decided it (or holds it open), and
/// the line of the rule with its condition marked. Of a condition that has only a name the line is shown that says what
/// it means. What stands in no file is left out. Paths are named as `CiOptions::folders` has them.
void write_frames(const GapReport& report, const Finding& finding, const ReportOptions& options,
                  std::string_view indent, const TextLayout& layout);

}  // namespace kijun::reports
