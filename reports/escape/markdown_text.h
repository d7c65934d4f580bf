#pragma once

#include <string>
#include <string_view>

namespace kijun::reports {

/// `text` as running GitHub Flavored Markdown: what could start markup or become a link is escaped by a
/// backslash, `&`, `<` and `>` become entities, line breaks become `<br>`, controls visible `\u{XXXX}`. Safe within table
/// cells, headings, list items and links.
[[nodiscard]] std::string escape_markdown(std::string_view text);

/// `text` as a block quote of its own lines, unaltered but for the escapes; ends with a line feed.
[[nodiscard]] std::string quote_markdown(std::string_view text);

}  // namespace kijun::reports
