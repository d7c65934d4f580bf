#pragma once

#include <string_view>

namespace kijun::reports {

/// What stands for one of the five characters that HTML and XML read as markup; empty for any other.
[[nodiscard]] constexpr std::string_view markup_entity(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace kijun::reports
