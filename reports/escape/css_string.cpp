#include "reports/escape/css_string.h"

#include "engine/base/ascii.h"
#include "engine/base/unicode.h"

namespace kijun::reports {
namespace {

bool stays(char byte) { return is_alphanumeric(byte) || byte == ' ' || static_cast<unsigned char>(byte) >= 0x80U; }

}  // namespace

std::string css_string(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = "\"";
  for (const char byte : escape_controls(text)) {
    if (stays(byte)) {
      out += byte;
      continue;
    }
    const auto code = static_cast<unsigned char>(byte);
    out += "\\0000";
    out += kHex[code >> 4U];
    out += kHex[code & 15U];
  }
  out += '"';
  return out;
}

}  // namespace kijun::reports
