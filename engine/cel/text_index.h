#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kijun::cel {

/// Where each code point of a text begins, so that strings can be indexed as CEL does. ASCII text needs no table. An
/// ill-formed byte counts as one code point.
class TextIndex {
 public:
  explicit TextIndex(std::string_view text);

  /// Number of code points.
  [[nodiscard]] std::size_t size() const { return is_ascii_ ? text_.size() : starts_.size() - 1; }
  /// Byte offset of a code point; `size()` gives the end of the text.
  [[nodiscard]] std::size_t byte(std::size_t index) const { return is_ascii_ ? index : starts_[index]; }
  /// Code points [begin, end).
  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(byte(begin), byte(end) - byte(begin));
  }
  /// The code point that begins at this byte offset.
  [[nodiscard]] std::size_t index_of_byte(std::size_t offset) const;

 private:
  std::string_view text_;
  bool is_ascii_;
  std::vector<std::size_t> starts_;
};

}  // namespace kijun::cel
