#pragma once

#include <ostream>

#include "reports/model/briefing_page.h"

namespace kijun::reports {

/// Writes the page for the council as Markdown.
void write_markdown_briefing(const BriefingPage& page, Language language, std::ostream& out);

}  // namespace kijun::reports
