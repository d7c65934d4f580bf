#pragma once

#include <functional>
#include <string>

#include "reports/html/html_writer.h"

namespace kijun::reports {

/// Writes a whole page, one file that loads nothing, in two languages: `write_content` writes the masthead and the main
/// part, whose id is "main". `more_style` and `more_script` follow the common style and script.
void write_page(HtmlWriter& html, const LocalizedText& title, const std::string& more_style, Language language,
                const std::function<void()>& write_content, std::string_view more_script = {});
/// 日本語 / English, in the masthead.
void write_language_switch(HtmlWriter& html);

}  // namespace kijun::reports
