#include "engine/diag/source.h"

#include <algorithm>
#include <cstring>

#include "engine/base/utf8.h"

// A large file has millions of lines and few places that anybody asks for, so only every kStride bytes it is kept how many
// lines began before; the rest is counted from there.
namespace kijun::diag {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kStride = 1024;

std::size_t first_line_start(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

/// Whether a line ends with the byte at `at`: LF does, and CR that no LF follows.
bool ends_line(std::string_view text, std::size_t at) {
  return text[at] == '\n' || (text[at] == '\r' && text.substr(at + 1, 1) != "\n");
}

/// The next position behind `offset` at which a line starts, or the end of the text.
std::size_t next_line_start(std::string_view text, std::size_t offset) {
  const std::size_t end = text.find_first_of("\r\n", offset);
  if (end == std::string_view::npos) return text.size();
  return end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
}

/// How many lines start in (begin, end].
std::size_t count_line_starts(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view window = text.substr(begin, end - begin);
  auto count = static_cast<std::size_t>(std::count(window.begin(), window.end(), '\n'));
  for (std::size_t cr = window.find('\r'); cr != std::string_view::npos; cr = window.find('\r', cr + 1))
    if (ends_line(text, begin + cr)) ++count;
  return count;
}

}  // namespace

const std::vector<std::size_t>& Source::line_counts() const {
  return line_counts_.get([this] {
    std::vector<std::size_t> counts{0};
    for (std::size_t at = 0; at + kStride <= text_.size(); at += kStride)
      counts.push_back(counts.back() + count_line_starts(text_, at, at + kStride));
    return counts;
  });
}

LineColumn Source::line_column(std::size_t offset) const {
  offset = std::clamp(offset, first_line_start(text_), text_.size());
  const std::size_t stride = offset / kStride;
  const std::size_t line = line_counts()[stride] + count_line_starts(text_, stride * kStride, offset) + 1;
  std::size_t start = offset;
  while (start > first_line_start(text_) && !ends_line(text_, start - 1)) --start;
  return {line, count_code_points(text_.substr(start, offset - start)) + 1};
}

std::string_view Source::line_text(std::size_t line) const {
  if (line == 0 || line > num_lines()) return {};
  const std::string_view from_start = text_.substr(line_start(line));
  return from_start.substr(0, from_start.find_first_of("\r\n"));
}

std::size_t Source::line_start(std::size_t line) const {
  if (line <= 1) return first_line_start(text_);
  const std::vector<std::size_t>& counts = line_counts();
  // The last stride with fewer starts before it than are wanted.
  const auto behind = std::lower_bound(counts.begin(), counts.end(), line - 1);
  const auto stride = static_cast<std::size_t>(behind - counts.begin()) - 1;
  std::size_t at = stride * kStride;
  for (std::size_t count = counts[stride]; count < line - 1; ++count) at = next_line_start(text_, at);
  return at;
}

std::size_t Source::num_lines() const {
  const std::size_t counted = (line_counts().size() - 1) * kStride;
  return line_counts().back() + count_line_starts(text_, counted, text_.size()) + 1;
}

}  // namespace kijun::diag
