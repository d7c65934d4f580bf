#include "engine/base/unicode.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>

#include "engine/base/utf8.h"

namespace kijun {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range kAmbiguous[] = {
#include "engine/base/ambiguous_width.inc"
};

// Where XID_Start and XID_Continue of Unicode 15 differ from the general categories they are derived from (UAX #31:
// Other_ID_Start, Other_ID_Continue, and the closure under NFKC).
constexpr Range kStartToo[] = {{0x1885, 0x1886}, {0x2118, 0x2118}, {0x212E, 0x212E}};
constexpr Range kNeverStart[] = {{0x0E33, 0x0E33}, {0x0EB3, 0x0EB3}, {0xFF9E, 0xFF9F}};
constexpr Range kContinueToo[] = {{0x00B7, 0x00B7}, {0x0387, 0x0387}, {0x1369, 0x1371}, {0x19DA, 0x19DA}};
constexpr Range kNeither[] = {{0x037A, 0x037A}, {0x2E2F, 0x2E2F}, {0xFC5E, 0xFC63}, {0xFDFA, 0xFDFB},
                              {0xFE70, 0xFE70}, {0xFE72, 0xFE72}, {0xFE74, 0xFE74}, {0xFE76, 0xFE76},
                              {0xFE78, 0xFE78}, {0xFE7A, 0xFE7A}, {0xFE7C, 0xFE7C}, {0xFE7E, 0xFE7E}};

// The ranges are sorted and disjoint.
template <std::size_t N>
bool contains(const Range (&ranges)[N], char32_t code_point) {
  const Range* after = std::upper_bound(std::begin(ranges), std::end(ranges), code_point,
                                        [](char32_t wanted, const Range& range) { return wanted < range.first; });
  return after != std::begin(ranges) && code_point <= std::prev(after)->last;
}

utf8proc_int32_t raw(char32_t code_point) { return static_cast<utf8proc_int32_t>(code_point); }

std::size_t code_point_width(char32_t code_point, std::size_t ambiguous_width) {
  const auto width = static_cast<std::size_t>(utf8proc_charwidth(raw(code_point)));
  return width == 1 && ambiguous_width != 1 && contains(kAmbiguous, code_point) ? ambiguous_width : width;
}

std::string normalize(std::string_view text, int options) {
  if (is_ascii(text)) return std::string(text);
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &mapped, static_cast<utf8proc_option_t>(options));
  if (size < 0) return std::string(text);
  std::string normalized(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  return normalized;
}

bool is_white_space(char32_t code_point) {
  if (code_point < 0x80) return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
  switch (utf8proc_category(raw(code_point))) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return code_point == 0x85;
  }
}

bool is_letter(char32_t code_point) {
  switch (utf8proc_category(raw(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
      return true;
    default:
      return false;
  }
}

bool is_mark_digit_or_connector(char32_t code_point) {
  switch (utf8proc_category(raw(code_point))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
      return true;
    default:
      return false;
  }
}

bool is_bidi_control(char32_t code_point) {
  return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
         (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

bool disturbs_terminal(char32_t code_point) {
  if (code_point == '\n' || code_point == '\t') return false;
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || code_point == 0x2028 ||
         code_point == 0x2029 || is_bidi_control(code_point);
}

}  // namespace

std::size_t display_width(std::string_view text, std::size_t ambiguous_width) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto decoded = decode_utf8(text);
    width += decoded ? code_point_width(decoded->code_point, ambiguous_width) : 1;
    text.remove_prefix(decoded ? decoded->num_bytes : 1);
  }
  return width;
}

std::string nfkc(std::string_view text) {
  return normalize(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

std::string nfc(std::string_view text) { return normalize(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE); }

std::string fold_name(std::string_view text) {
  const std::string normalized = nfkc(text);
  std::string folded;
  folded.reserve(normalized.size());
  for (std::string_view rest = normalized; !rest.empty();) {
    const auto decoded = decode_utf8(rest);
    const std::string_view bytes = rest.substr(0, decoded ? decoded->num_bytes : 1);
    rest.remove_prefix(bytes.size());
    const char32_t code_point = decoded ? decoded->code_point : 0;
    if (code_point >= U'A' && code_point <= U'Z') {
      folded += static_cast<char>(code_point - U'A' + U'a');
    } else if (code_point == U'ヶ' || code_point == U'ガ' || code_point == U'が') {
      folded += "ケ";
    } else if (!decoded || !is_white_space(code_point)) {
      folded += bytes;
    }
  }
  return folded;
}

bool is_identifier_start(char32_t code_point) {
  if (code_point < 0x80) {
    return code_point == '_' || (code_point >= 'a' && code_point <= 'z') || (code_point >= 'A' && code_point <= 'Z');
  }
  if (is_letter(code_point)) return !contains(kNeverStart, code_point) && !contains(kNeither, code_point);
  return contains(kStartToo, code_point);
}

bool is_identifier_continue(char32_t code_point) {
  if (code_point < 0x80) return is_identifier_start(code_point) || (code_point >= '0' && code_point <= '9');
  if (is_letter(code_point) || is_mark_digit_or_connector(code_point)) return !contains(kNeither, code_point);
  return contains(kStartToo, code_point) || contains(kContinueToo, code_point);
}

std::string escape_controls(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  while (!text.empty()) {
    const auto decoded = decode_utf8(text);
    const std::string_view bytes = text.substr(0, decoded ? decoded->num_bytes : 1);
    text.remove_prefix(bytes.size());
    if (!decoded) {
      escaped += fmt::format("\\x{{{:02X}}}", static_cast<unsigned>(static_cast<std::uint8_t>(bytes.front())));
    } else if (disturbs_terminal(decoded->code_point)) {
      escaped += fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(decoded->code_point));
    } else {
      escaped += bytes;
    }
  }
  return escaped;
}

std::string single_line(std::string_view text) {
  std::string line = escape_controls(text);
  for (std::size_t at = line.find('\n'); at != std::string::npos; at = line.find('\n', at)) line.replace(at, 1, " / ");
  // The runner of GitHub Actions takes `::` at the start of a line for a command, and `##[` wherever it stands.
  const std::size_t start = line.find_first_not_of(" \t");
  if (start != std::string::npos && line.compare(start, 2, "::") == 0) line.replace(start, 1, "\\u{003A}");
  for (std::size_t at = line.find("##["); at != std::string::npos; at = line.find("##[", at))
    line.replace(at, 1, "\\u{0023}");
  return line;
}

}  // namespace kijun
