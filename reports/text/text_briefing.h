#pragma once

#include <ostream>

#include "reports/model/briefing_page.h"

namespace kijun::reports {

/// Writes the page for the council in one line after the other, for those who have it read to them (テキスト版): no tables,
/// each is introduced by the order its values stand in. UTF-8.
void write_text_briefing(const BriefingPage& page, Language language, std::ostream& out);

}  // namespace kijun::reports
