#include "reports/text/text_layout.h"

#include <algorithm>
#include <array>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

namespace kijun::reports {
namespace {

/// Characters no line may start with (a small kinsoku: JIS X 4051 行頭禁則 reduced to what our texts use).
constexpr std::array<std::string_view, 18> kNoLineStart{"、", "。", "，", "．", "）", "」", "』", "・", "ー",
                                                        "；", "：", "？", "！", "］", "】", ")",  ".",  ","};

/// Text is cut into the smallest parts that stay together: an ASCII word, or one other character.
std::vector<std::string_view> split_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = begin;
    while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80 && text[end] != ' ') ++end;
    if (end == begin) {
      const auto decoded = decode_utf8(text.substr(begin));
      end = begin + (decoded ? decoded->num_bytes : 1);
    }
    parts.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return parts;
}

/// CI runners take a line whose first characters are `::` for a command, whatever blanks stand before it; a line may be
/// broken there. (`single_line` leaves no `##[`.)
std::string harmless_start(std::string_view part) {
  if (part.starts_with("::")) return "\\u{003A}" + std::string(part.substr(1));
  return std::string(part);
}

bool may_start_line(std::string_view part) {
  return std::none_of(kNoLineStart.begin(), kNoLineStart.end(),
                      [&](std::string_view mark) { return part.starts_with(mark); });
}

}  // namespace

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

void write_wrapped(std::ostream& out, std::string_view first, std::string_view text) {
  const std::size_t indent = display_width(first);
  const std::string safe = single_line(text);
  std::string line(first);
  std::size_t used = indent;
  for (const std::string_view part : split_parts(safe)) {
    const std::size_t width = display_width(part);
    if (used + width > kTextColumns && used > indent && may_start_line(part)) {
      while (line.ends_with(' ')) line.pop_back();
      out << line << '\n';
      line.assign(indent, ' ');
      used = indent;
      if (part == " ") continue;
    }
    line += used == indent ? harmless_start(part) : std::string(part);
    used += width;
  }
  out << line << '\n';
}

void write_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows, std::string_view indent,
                 std::size_t first_right_aligned) {
  std::vector<std::vector<std::string>> cells = rows;
  std::vector<std::size_t> widths;
  for (std::vector<std::string>& row : cells) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = single_line(row[i]);
      if (i == 0) row[i] = harmless_start(row[i]);
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  for (const std::vector<std::string>& row : cells) {
    std::string line(indent);
    for (std::size_t i = 0; i < row.size(); ++i)
      line += (i == 0 ? "" : "  ") +
              (i >= first_right_aligned ? pad_left(row[i], widths[i]) : pad_right(row[i], widths[i]));
    while (line.ends_with(' ')) line.pop_back();
    out << line << '\n';
  }
}

}  // namespace kijun::reports
