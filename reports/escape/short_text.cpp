#include "reports/escape/short_text.h"

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

namespace kijun::reports {

std::string shorten(std::string_view text, std::size_t max) {
  const std::string_view kept = first_code_points(text, max);
  return kept.size() == text.size() ? std::string(text) : std::string(kept) + "…";
}

std::string inert_text(std::string_view text, std::size_t max) {
  // Shortened first, so that a huge cell is not escaped as a whole, and again, since escapes are longer.
  return shorten(escape_controls(shorten(text, max)), max);
}

}  // namespace kijun::reports
