#include "engine/diag/source.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace kijun::diag {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Source::Source(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  const std::string_view all = text_;
  line_starts_.push_back(all.substr(0, kByteOrderMark.size()) == kByteOrderMark ? kByteOrderMark.size() : 0);
  for (std::size_t i = all.find_first_of("\r\n"); i != std::string_view::npos; i = all.find_first_of("\r\n", i)) {
    i += all.substr(i, 2) == "\r\n" ? std::size_t{2} : std::size_t{1};
    line_starts_.push_back(i);
  }
}

LineColumn Source::line_column(std::size_t offset) const {
  offset = std::clamp(offset, line_starts_.front(), text_.size());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin());
  const std::size_t start = line_starts_[line - 1];
  return {line, count_code_points(text().substr(start, offset - start)) + 1};
}

std::string_view Source::line_text(std::size_t line) const {
  if (line == 0 || line > line_starts_.size()) return {};
  const std::string_view from_start = text().substr(line_starts_[line - 1]);
  return from_start.substr(0, from_start.find_first_of("\r\n"));
}

std::size_t Source::line_start(std::size_t line) const {
  if (line == 0) return line_starts_.front();
  return line > line_starts_.size() ? text_.size() : line_starts_[line - 1];
}

}  // namespace kijun::diag
