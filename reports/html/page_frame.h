#pragma once

#include <string>

#include "reports/html/html_writer.h"

namespace kijun::reports {

/// What every page of ours has around its content: one file that loads nothing, in two languages.

/// The head, with the content policy of our style and script. `more_style` follows the common one.
void write_page_head(HtmlWriter& html, const LocalizedText& title, const std::string& more_style, Language language);
/// The radio buttons the switch works by; first in the body.
void write_language_buttons(HtmlWriter& html, const LocalizedText& title, Language language);
/// 日本語 / English, in the masthead.
void write_language_switch(HtmlWriter& html);
/// The script; last in the body.
void write_page_script(HtmlWriter& html);

}  // namespace kijun::reports
