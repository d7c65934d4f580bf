#pragma once

#include <functional>
#include <string>

#include "reports/html/html_writer.h"

namespace kijun::reports {

/// Writes a whole page, one file that loads nothing, in two languages with a switch between them: `write_content` writes
/// the masthead and the main part, whose id is "main". `more_style` and `more_script` follow the common style and script.
void write_page(HtmlWriter& html, const LocalizedText& title, const std::string& more_style, Language language,
                const std::function<void()>& write_content, std::string_view more_script = {});

}  // namespace kijun::reports
