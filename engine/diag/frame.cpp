#include "engine/diag/frame.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

// A line is taken apart into cells, one per code point, each with its shown text and its columns. A line of more than
// the columns asked for is cut to a window of cells: kColumnsBefore columns in front of the span (more when the line ends
// soon after it), and as many behind as fit. Only bytes near the span are looked at, so that a line of megabytes costs
// nothing.
namespace kijun::diag {
namespace {

constexpr std::size_t kColumnsBefore = 30;
constexpr std::size_t kMostBytesBefore = 2000;
constexpr std::size_t kMostBytesAfter = 2000;
constexpr std::string_view kTab = "    ";
constexpr std::string_view kEllipsis = "…";
// What the runner of GitHub Actions takes for a command wherever it stands.
constexpr std::string_view kRunnerCommand = "##[";

struct Cell {
  std::string shown;
  std::size_t width = 0;
  bool marked = false;
};

// The bytes of the line that are looked at, and whether the line goes on beyond them.
struct NearbyText {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_before = false;
  bool cut_after = false;
};

NearbyText nearby(std::string_view text, std::size_t line_begin, std::size_t line_end, std::size_t place) {
  NearbyText near{line_begin, line_end};
  if (place - line_begin > kMostBytesBefore) {
    near.begin = place - kMostBytesBefore;
    while (near.begin < place && is_continuation_byte(text[near.begin])) ++near.begin;
    near.cut_before = true;
  }
  if (line_end - place > kMostBytesAfter) {
    near.end = place + kMostBytesAfter;
    while (near.end > place && is_continuation_byte(text[near.end])) --near.end;
    near.cut_after = true;
  }
  return near;
}

std::vector<Cell> split_cells(std::string_view text, const NearbyText& near, const Span& span, std::size_t ambiguous) {
  std::vector<Cell> cells;
  for (std::size_t offset = near.begin; offset < near.end;) {
    const auto decoded = decode_utf8(text.substr(offset, near.end - offset));
    const std::size_t num_bytes = decoded ? decoded->num_bytes : 1;
    const std::string_view bytes = text.substr(offset, num_bytes);
    const bool is_command = text.substr(offset).starts_with(kRunnerCommand);
    Cell cell{is_command ? "\\u{0023}" : bytes == "\t" ? std::string(kTab) : escape_controls(bytes)};
    cell.width = display_width(cell.shown, ambiguous);
    cell.marked = offset < span.end && offset + num_bytes > span.begin;
    cells.push_back(std::move(cell));
    offset += num_bytes;
  }
  return cells;
}

std::size_t columns(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  std::size_t total = 0;
  for (std::size_t i = begin; i < end; ++i) total += cells[i].width;
  return total;
}

// The cells shown when the whole line is too long: [begin, end) around the cell `place`.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Window choose_window(const std::vector<Cell>& cells, std::size_t place, std::size_t most) {
  const std::size_t after = columns(cells, place, cells.size());
  const std::size_t before = std::max(std::min(kColumnsBefore, most / 2), most - std::min(most, after));
  Window window{place, place};
  std::size_t used = 0;
  while (window.begin > 0 && used + cells[window.begin - 1].width <= before) used += cells[--window.begin].width;
  while (window.end < cells.size() && used + cells[window.end].width <= most) used += cells[window.end++].width;
  return window;
}

}  // namespace

Frame make_frame(const Span& span, char mark, std::size_t ambiguous_width, std::size_t most_columns) {
  const Source& source = *span.source;
  Frame frame;
  frame.line = source.line_column(span.begin).line;
  const std::size_t line_begin = source.line_start(frame.line);
  const std::size_t line_end = line_begin + source.line_text(frame.line).size();
  const std::size_t place = std::clamp(span.begin, line_begin, line_end);
  const NearbyText near = nearby(source.text(), line_begin, line_end, place);
  const std::vector<Cell> cells = split_cells(source.text(), near, span, ambiguous_width);
  const auto num_before = static_cast<std::size_t>(
      place == line_end ? cells.size() : count_code_points(source.text().substr(near.begin, place - near.begin)));

  Window window{0, cells.size()};
  if (near.cut_before || near.cut_after || columns(cells, 0, cells.size()) > most_columns) {
    window = choose_window(cells, num_before, most_columns);
  }
  const bool dots_before = near.cut_before || window.begin > 0;
  const bool dots_after = near.cut_after || window.end < cells.size();

  if (dots_before) frame.text = kEllipsis;
  std::size_t indent = display_width(frame.text, ambiguous_width);
  std::size_t marks = 0;
  for (std::size_t i = window.begin; i < window.end; ++i) {
    frame.text += cells[i].shown;
    if (i < num_before) indent += cells[i].width;
    if (cells[i].marked) marks += cells[i].width;
  }
  if (dots_after) frame.text += kEllipsis;
  frame.underline.assign(indent, ' ');
  frame.underline.append(std::max<std::size_t>(1, marks), mark);
  return frame;
}

}  // namespace kijun::diag
