#pragma once

#include <string>
#include <string_view>

namespace kijun::reports {

/// `text` as a CSS string with its quotes (CSS Syntax 4.3.7): everything but letters, digits, spaces and non-ASCII
/// characters becomes a hex escape, so that nothing can close the string, the rule or the style element.
[[nodiscard]] std::string css_string(std::string_view text);

}  // namespace kijun::reports
