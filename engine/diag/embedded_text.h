#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/diag/source.h"

namespace kijun::diag {

/// Text decoded from a literal inside a source file (a TOML string, a CSV cell), with the way back: every byte of the
/// decoded text knows the byte range of the file it came from, escapes and trimmed line ends included.
class EmbeddedText {
 public:
  EmbeddedText() = default;
  /// `offsets` has one entry per byte of `text` plus one for its end: the byte offset in `source`. `ends` has one entry
  /// per byte of `text`: where the file's bytes behind it end. It may be empty when nothing in the file was skipped
  /// between characters, so that each one ends where the next begins.
  EmbeddedText(std::string text, const Source* source, std::vector<std::size_t> offsets,
               std::vector<std::size_t> ends = {});
  /// The bytes [begin, end) of `source` as they stand.
  [[nodiscard]] static EmbeddedText verbatim(const Source& source, std::size_t begin, std::size_t end);
  /// Text with no file behind it (a command line expression, a test): spans point into `source` one to one.
  [[nodiscard]] static EmbeddedText whole(const Source& source);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// The file's bytes behind the decoded bytes [begin, end); an empty range gives the place of `begin`.
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;
  /// The decoded bytes [begin, end) as a text of their own with the same places.
  [[nodiscard]] EmbeddedText slice(std::size_t begin, std::size_t end) const;
  /// The file's bytes behind the whole text.
  [[nodiscard]] Span span() const { return span(0, text_.size()); }

 private:
  [[nodiscard]] std::size_t offset(std::size_t index) const;
  [[nodiscard]] std::size_t end_before(std::size_t index) const;

  std::string text_;
  const Source* source_ = nullptr;
  std::size_t begin_ = 0;  // place of the first byte when `offsets_` is empty and bytes map one to one
  std::vector<std::size_t> offsets_;
  std::vector<std::size_t> ends_;
};

}  // namespace kijun::diag
