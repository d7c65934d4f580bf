#include "reports/escape/html_text.h"

#include "engine/base/ascii.h"
#include "engine/base/unicode.h"
#include "reports/escape/markup_entity.h"

namespace kijun::reports {
namespace {

bool stays_in_id(char byte) { return is_alphanumeric(byte) || byte == '.' || byte == '-' || byte == '_'; }

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char byte : escape_controls(text)) {
    const std::string_view entity = markup_entity(byte);
    if (entity.empty())
      out += byte;
    else
      out += entity;
  }
  return out;
}

// Outside of strings JSON has no `<`.
std::string json_in_html(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char byte : json) {
    if (byte == '<')
      out += "\\u003c";
    else
      out += byte;
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
