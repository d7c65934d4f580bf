#include "engine/cel/full_width.h"

#include <array>

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"

namespace kijun::cel {
namespace {

struct Meant {
  char32_t code_point;
  std::string_view ascii;
};

/// Beside U+FF01 … U+FF5E, which map by offset.
constexpr std::array kMeant{
    Meant{U'\u3000', " "},  Meant{U'\u00A0', " "},  Meant{U'\u201C', "\""}, Meant{U'\u201D', "\""},
    Meant{U'\u2018', "'"},  Meant{U'\u2019', "'"},  Meant{U'\u300C', "\""}, Meant{U'\u300D', "\""},
    Meant{U'\u300E', "\""}, Meant{U'\u300F', "\""}, Meant{U'\u301D', "\""}, Meant{U'\u301F', "\""},
    Meant{U'\u2260', "!="}, Meant{U'\u2264', "<="}, Meant{U'\u2265', ">="}, Meant{U'\u2266', "<="},
    Meant{U'\u2267', ">="}, Meant{U'\u00D7', "*"},  Meant{U'\u00F7', "/"},  Meant{U'\u2212', "-"},
    Meant{U'\u2010', "-"},  Meant{U'\u2013', "-"},  Meant{U'\u2014', "-"},  Meant{U'\u3001', ","},
    Meant{U'\u3002', "."},
};

constexpr char32_t kFirstFullWidth = U'\uFF01';
constexpr char32_t kLastFullWidth = U'\uFF5E';
constexpr std::string_view kAsciiGraphic =
    "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
static_assert(kAsciiGraphic.size() == kLastFullWidth - kFirstFullWidth + 1);
/// Printable ASCII that stands in no expression outside strings: its full-width forms are nothing to write otherwise.
constexpr std::string_view kNotOfTheLanguage = "#$;@\\^`~";

/// Spaces of other widths: en space, thin space …
constexpr bool is_wide_blank(char32_t code_point) { return code_point >= U'\u2000' && code_point <= U'\u200A'; }

enum class Group { kNone, kBlank, kWord, kQuote, kOperator };

Group group_of(std::string_view ascii) {
  if (ascii.empty()) return Group::kNone;
  const char c = ascii.front();
  if (c == ' ') return Group::kBlank;
  if (c == '"' || c == '\'') return Group::kQuote;
  const bool is_word = c == '_' || is_alphanumeric(c);
  return is_word ? Group::kWord : Group::kOperator;
}

/// True when a full-width digit stands `offset` bytes behind the run.
bool starts_with_digit(std::string_view text, const FullWidthRun& run, std::size_t offset) {
  const auto decoded = decode_utf8(text.substr(run.num_bytes + offset));
  return decoded && decoded->code_point >= U'\uFF10' && decoded->code_point <= U'\uFF19';
}

}  // namespace

std::string_view ascii_meant(char32_t code_point) {
  if (code_point >= kFirstFullWidth && code_point <= kLastFullWidth) {
    const std::string_view ascii = kAsciiGraphic.substr(code_point - kFirstFullWidth, 1);
    return kNotOfTheLanguage.find(ascii) == std::string_view::npos ? ascii : std::string_view{};
  }
  if (is_wide_blank(code_point)) return " ";
  for (const Meant& entry : kMeant) {
    if (entry.code_point == code_point) return entry.ascii;
  }
  return {};
}

FullWidthRun full_width_run(std::string_view text) {
  FullWidthRun run;
  Group group = Group::kNone;
  while (const auto decoded = decode_utf8(text.substr(run.num_bytes))) {
    const std::string_view ascii = ascii_meant(decoded->code_point);
    const bool is_point = ascii == "." && group == Group::kWord && starts_with_digit(text, run, decoded->num_bytes);
    const Group next = is_point ? Group::kWord : group_of(ascii);
    if (next == Group::kNone || (group != Group::kNone && next != group)) break;
    run.ascii += ascii;
    run.num_bytes += decoded->num_bytes;
    group = next;
    if (group == Group::kQuote) break;
  }
  return run;
}

char32_t closing_quote(char32_t opening) {
  switch (opening) {
    case U'\u300C':
      return U'\u300D';
    case U'\u300E':
      return U'\u300F';
    case U'\u201C':
    case U'\u201D':
      return U'\u201D';
    case U'\u2018':
    case U'\u2019':
      return U'\u2019';
    case U'\u301D':
      return U'\u301F';
    case U'\uFF02':
      return U'\uFF02';
    case U'\uFF07':
      return U'\uFF07';
    default:
      return 0;
  }
}

}  // namespace kijun::cel
