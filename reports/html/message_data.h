#pragma once

#include <string>

#include "reports/html/components.h"
#include "reports/model/verdict_grid.h"

namespace kijun::reports {

/// What the listed failing results of the grid say, as JSON: `texts` in both languages, where `{name}` stands for the
/// record, and `of` by column, the row and the text's number in turn. Both are empty where messages have so little in
/// common that they would outgrow the page.
[[nodiscard]] std::string message_data(const Page& page, const VerdictGrid& grid);

}  // namespace kijun::reports
