#include "reports/escape/html_text.h"

#include "engine/base/unicode.h"

namespace kijun::reports {
namespace {

bool stays_in_id(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '.' ||
         byte == '-' || byte == '_';
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char byte : escape_controls(text)) {
    switch (byte) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += byte;
    }
  }
  return out;
}

std::string html_id(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (stays_in_id(byte)) {
      out += byte;
    } else {
      const auto code = static_cast<unsigned char>(byte);
      out += ':';
      out += kHex[code >> 4U];
      out += kHex[code & 15U];
    }
  }
  return out;
}

}  // namespace kijun::reports
