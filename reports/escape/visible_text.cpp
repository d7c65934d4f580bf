#include "reports/escape/visible_text.h"

#include "engine/base/unicode.h"

namespace kijun::reports {

std::string visible_text(std::string_view text) {
  constexpr std::string_view kNonCharacter = "\xEF\xBF";  // U+FFFE and U+FFFF continue with BE and BF
  std::string visible = escape_controls(text);
  for (std::size_t at = visible.find(kNonCharacter); at != std::string::npos;
       at = visible.find(kNonCharacter, at + 1)) {
    const char last = at + 2 < visible.size() ? visible[at + 2] : '\0';
    if (last == '\xBE' || last == '\xBF') visible.replace(at, 3, last == '\xBE' ? "\\u{FFFE}" : "\\u{FFFF}");
  }
  return visible;
}

}  // namespace kijun::reports
