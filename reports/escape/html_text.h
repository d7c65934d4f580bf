#pragma once

#include <string>
#include <string_view>

namespace kijun::reports {

/// `text` as the content of an HTML element or of a double-quoted attribute: the five special characters become
/// entities, controls and bidi controls visible `\u{XXXX}` (they are no HTML, or could reorder the page), ill-formed
/// bytes `\x{XX}`.
[[nodiscard]] std::string escape_html(std::string_view text);

/// A JSON text as the content of a `script` element: nothing in it ends the element, and it reads as the same JSON.
[[nodiscard]] std::string json_in_html(std::string_view json);

/// `text` as part of an id attribute and of a link's fragment: ASCII letters, digits, `.`, `_` and `-` stay, every
/// other byte becomes `:` and two hex digits, so that different texts keep different ids.
[[nodiscard]] std::string html_id(std::string_view text);

}  // namespace kijun::reports
