#pragma once

#include <ostream>

#include "reports/model/briefing_page.h"

namespace kijun::reports {

/// Writes the page for the council, in both languages; on paper one A4 sheet, upright.
void write_briefing_page(const BriefingPage& page, Language language, std::ostream& out);

}  // namespace kijun::reports
