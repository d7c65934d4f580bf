#include "reports/text/text_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

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

/// The first column of a table is never narrower.
constexpr std::size_t kFewestColumns = 16;

constexpr std::string_view kReset = "\x1b[0m";

std::string_view escape_of(Paint paint) {
  switch (paint) {
    case Paint::kNone:
      return "";
    case Paint::kBold:
      return "\x1b[1m";
    case Paint::kRed:
      return "\x1b[1;31m";
    case Paint::kYellow:
      return "\x1b[1;33m";
    case Paint::kCyan:
      return "\x1b[36m";
    case Paint::kBlue:
      return "\x1b[1;34m";
  }
  return "";
}

/// Characters no line may end with (行末禁則).
constexpr std::array<std::string_view, 6> kNoLineEnd{"（", "「", "『", "〔", "［", "【"};

bool may_end_line(std::string_view part) {
  return std::find(kNoLineEnd.begin(), kNoLineEnd.end(), part) == kNoLineEnd.end();
}

bool may_start_line(std::string_view part) {
  return std::none_of(kNoLineStart.begin(), kNoLineStart.end(),
                      [&](std::string_view mark) { return part.starts_with(mark); });
}

bool may_break(std::string_view before, std::string_view after) {
  return may_end_line(before) && may_start_line(after);
}

}  // namespace

std::string pad_right(std::string_view text, std::size_t width, std::size_t ambiguous_width) {
  const std::size_t used = display_width(text, ambiguous_width);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width, std::size_t ambiguous_width) {
  const std::size_t used = display_width(text, ambiguous_width);
  return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

std::vector<std::string> TextLayout::split_lines(std::string_view text, std::size_t columns) const {
  const std::string safe = single_line(text);
  const std::vector<std::string_view> parts = split_parts(safe);
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  const auto end_line = [&] {
    while (lines.back().ends_with(' ')) lines.back().pop_back();
    lines.emplace_back();
    used = 0;
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    // What may not start a line stays with what stands before it, and what may not end one with what follows.
    std::size_t needed = width(parts[i]);
    for (std::size_t next = i + 1; next < parts.size() && !may_break(parts[next - 1], parts[next]); ++next)
      needed += width(parts[next]);
    if (used + needed > columns && used > 0 && (i == 0 || may_break(parts[i - 1], parts[i]))) {
      end_line();
      if (parts[i] == " ") continue;
    }
    lines.back() += used == 0 ? harmless_start(parts[i]) : std::string(parts[i]);
    used += width(parts[i]);
  }
  while (lines.back().ends_with(' ')) lines.back().pop_back();
  return lines;
}

void TextLayout::wrapped(std::string_view first, std::string_view text, Paint first_paint, Paint text_paint) const {
  const std::size_t indent = width(first);
  const std::vector<std::string> lines = split_lines(text, kTextColumns - std::min(kTextColumns, indent));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string margin = i == 0 ? std::string(first) : std::string(indent, ' ');
    if (lines[i].empty())
      while (margin.ends_with(' ')) margin.pop_back();
    out_ << painted(margin, i == 0 ? first_paint : Paint::kNone) << painted(lines[i], text_paint) << '\n';
  }
}

void TextLayout::table(const std::vector<std::vector<std::string>>& rows, std::string_view indent,
                       std::size_t first_right_aligned) const {
  std::vector<std::vector<std::string>> cells = rows;
  std::vector<std::size_t> widths;
  for (std::vector<std::string>& row : cells) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = single_line(row[i]);
      widths[i] = std::max(widths[i], width(row[i]));
    }
  }
  std::size_t others = width(indent);
  for (std::size_t i = 1; i < widths.size(); ++i) others += 2 + widths[i];
  const std::size_t room = std::max(kFewestColumns, kTextColumns - std::min(kTextColumns, others));
  if (!widths.empty()) widths.front() = std::min(widths.front(), room);
  for (const std::vector<std::string>& row : cells) write_row(row, widths, indent, first_right_aligned);
}

void TextLayout::write_row(const std::vector<std::string>& row, const std::vector<std::size_t>& widths,
                           std::string_view indent, std::size_t first_right_aligned) const {
  std::vector<std::string> lines = split_lines(row.front(), widths.front());
  // Lines of about the same length, so that none is left with a single character.
  for (std::size_t columns = width(row.front()) / lines.size(); lines.size() > 1 && columns < widths.front();
       ++columns) {
    std::vector<std::string> even = split_lines(row.front(), columns);
    if (even.size() != lines.size()) continue;
    lines = std::move(even);
    break;
  }
  for (std::size_t at = 0; at < lines.size(); ++at) {
    std::string line(indent);
    line += pad_right(lines[at], widths.front(), style_.ambiguous_width);
    for (std::size_t i = 1; at == 0 && i < row.size(); ++i) {
      const auto pad = i >= first_right_aligned ? pad_left : pad_right;
      line += "  " + pad(row[i], widths[i], style_.ambiguous_width);
    }
    while (line.ends_with(' ')) line.pop_back();
    out_ << line << '\n';
  }
}

void TextLayout::line(std::string_view indent, std::string_view text, Paint paint) const {
  out_ << indent << painted(text, paint) << '\n';
}

std::size_t TextLayout::width(std::string_view text) const { return display_width(text, style_.ambiguous_width); }

std::string TextLayout::painted(std::string_view text, Paint paint) const {
  if (!style_.color || paint == Paint::kNone || text.empty()) return std::string(text);
  return fmt::format("{}{}{}", escape_of(paint), text, kReset);
}

}  // namespace kijun::reports
