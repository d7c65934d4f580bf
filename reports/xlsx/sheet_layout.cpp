#include "reports/xlsx/sheet_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

namespace kijun::reports {
namespace {

constexpr std::size_t kMaxNameCharacters = 31;

/// How wide the lines are, in half-width characters.
std::vector<std::size_t> line_widths(std::string_view text) {
  std::vector<std::size_t> widths;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    widths.push_back(display_width(text.substr(begin, end - begin), 2));
    begin = end + 1;
  }
  return widths;
}

/// Of the widest line.
std::size_t width_of(std::string_view text) {
  const std::vector<std::size_t> widths = line_widths(text);
  return *std::max_element(widths.begin(), widths.end());
}

/// Lines that a text takes in a column.
std::size_t num_lines(std::string_view text, std::size_t width) {
  std::size_t lines = 0;
  for (const std::size_t line : line_widths(text)) lines += std::max<std::size_t>(1, (line + width - 1) / width);
  return lines;
}

/// True for what runs on over the cells beside it.
bool runs_on(CellStyle style) {
  return style == CellStyle::kTitle || style == CellStyle::kNote || style == CellStyle::kSection;
}

/// What a cell asks of the width of its column.
std::size_t wanted_width(const SheetCell& cell) {
  if (cell.span != 1 || runs_on(cell.style) || cell.style == CellStyle::kUpright) return 0;
  constexpr std::size_t kDayWidth = 10;
  constexpr std::size_t kEntryWidth = 60;  // as wide as the column gets
  if (cell.style == CellStyle::kDay || cell.style == CellStyle::kEntryDay) return kDayWidth;
  return cell.style == CellStyle::kEntry ? kEntryWidth : width_of(cell.text);
}

void widen(const std::vector<SheetCell>& cells, std::vector<std::size_t>& widths) {
  std::size_t column = 0;
  for (const SheetCell& cell : cells) {
    if (column < widths.size()) widths[column] = std::max(widths[column], wanted_width(cell));
    column += cell.span;
  }
}

}  // namespace

std::string free_sheet_name(const std::string& wanted, std::set<std::string>& taken) {
  std::string allowed = wanted.empty() ? "_" : wanted;
  for (char& c : allowed)
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = '_';
  std::string name(first_code_points(allowed, kMaxNameCharacters));
  for (std::size_t number = 2; !taken.insert(name).second; ++number) {
    const std::string ending = fmt::format("_{}", number);
    name = std::string(first_code_points(allowed, kMaxNameCharacters - ending.size())) + ending;
  }
  return name;
}

std::vector<std::size_t> column_widths(const Sheet& content) {
  constexpr std::size_t kMinWidth = 6;
  constexpr std::size_t kMargin = 2;
  std::vector<std::size_t> widths(content.columns.size());
  const std::size_t num_level = content.headings.size() - content.num_upright_headings;
  for (std::size_t i = 0; i < widths.size() && i < num_level; ++i) widths[i] = width_of(content.headings[i]);
  for (const std::vector<SheetCell>& cells : content.preface) widen(cells, widths);
  for (const std::vector<SheetCell>& cells : content.rows) widen(cells, widths);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::size_t max_width = content.columns[i].max_width;
    // What is still to be made is not known yet.
    widths[i] =
        content.more_rows ? max_width : std::clamp(widths[i] + kMargin, std::min(kMinWidth, max_width), max_width);
  }
  return widths;
}

std::size_t count_lines(const std::vector<SheetCell>& cells, const std::vector<std::size_t>& widths) {
  std::size_t lines = 1;
  std::size_t column = 0;
  for (const SheetCell& cell : cells) {
    const std::size_t end = std::min(column + cell.span, widths.size());
    if (column < end && !runs_on(cell.style) && cell.style != CellStyle::kUpright && !cell.number) {
      const auto first = widths.begin() + static_cast<std::ptrdiff_t>(column);
      const std::size_t width =
          std::accumulate(first, widths.begin() + static_cast<std::ptrdiff_t>(end), std::size_t{0});
      lines = std::max(lines, num_lines(cell.text, width));
    }
    column += cell.span;
  }
  return lines;
}

std::size_t count_upright_lines(const std::vector<SheetCell>& cells) {
  constexpr std::size_t kMaxLines = 11;      // beyond it the heading takes a second line
  constexpr double kCharacterOfLine = 0.34;  // a half-width character against a line's height
  std::size_t lines = 0;
  for (const SheetCell& cell : cells)
    if (cell.style == CellStyle::kUpright)
      lines =
          std::max(lines, 1 + static_cast<std::size_t>(static_cast<double>(width_of(cell.text)) * kCharacterOfLine));
  return std::min(lines, kMaxLines);
}

}  // namespace kijun::reports
