#include "reports/escape/short_text.h"

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

namespace kijun::reports {

std::string shorten(std::string_view text, std::size_t max) {
  std::size_t end = 0;
  for (std::size_t num = 0; end < text.size(); ++num) {
    if (num == max) return std::string(text.substr(0, end)) + "…";
    const std::optional<DecodedCodePoint> decoded = decode_utf8(text.substr(end));
    end += decoded ? decoded->num_bytes : 1;
  }
  return std::string(text);
}

std::string inert_text(std::string_view text, std::size_t max) {
  // Shortened first, so that a huge cell is not escaped as a whole, and again, since escapes are longer.
  return shorten(escape_controls(shorten(text, max)), max);
}

}  // namespace kijun::reports
