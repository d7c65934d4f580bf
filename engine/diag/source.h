#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/file_bytes.h"
#include "engine/base/lazy.h"

namespace kijun::diag {

/// A place in a file as people count it.
struct LineColumn {
  std::size_t line = 1;    ///< 1-based; LF, CRLF and CR end a line.
  std::size_t column = 1;  ///< 1-based, in code points.
};

/// One input file: its display path and its text. Immutable; spans point into it, so it never moves. A byte order mark
/// belongs to no line: line 1 starts behind it. Lines are counted when somebody first asks for a place; that is safe from
/// several threads.
class Source {
 public:
  Source(std::string path, std::string text) : Source(std::move(path), hold_bytes(std::move(text)), 0) {}
  /// The text is what `bytes` holds behind the first `skipped`.
  Source(std::string path, std::unique_ptr<const FileBytes> bytes, std::size_t skipped)
      : path_(std::move(path)), bytes_(std::move(bytes)), text_(bytes_->view().substr(skipped)) {}
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Line and column of a byte offset (clamped to the end of the text).
  [[nodiscard]] LineColumn line_column(std::size_t offset) const;
  /// Text of a 1-based line without its line end; empty past the end.
  [[nodiscard]] std::string_view line_text(std::size_t line) const;
  /// Byte offset at which a 1-based line starts (clamped to the end of the text).
  [[nodiscard]] std::size_t line_start(std::size_t line) const;
  [[nodiscard]] std::size_t num_lines() const;

 private:
  /// Number of lines that start behind the first line and at or before offset 0, kStride, 2 × kStride …
  [[nodiscard]] const std::vector<std::size_t>& line_counts() const;

  std::string path_;
  std::unique_ptr<const FileBytes> bytes_;
  std::string_view text_;
  Lazy<std::vector<std::size_t>> line_counts_;
};

/// A half-open byte range of a source. A null source means "no place" (command line, built-in).
struct Span {
  const Source* source = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool valid() const { return source != nullptr; }
  /// The text the span covers; empty without a source.
  [[nodiscard]] std::string_view text() const {
    return source == nullptr ? std::string_view{} : source->text().substr(begin, end - begin);
  }
};

/// Owns every source of a run; addresses stay valid as long as the map lives.
class SourceMap {
 public:
  /// Adds a file's text and returns its source.
  const Source& add(std::string path, std::string text) {
    return sources_.emplace_back(std::move(path), std::move(text));
  }
  /// Likewise for the bytes of a file behind the first `skipped`.
  const Source& add(std::string path, std::unique_ptr<const FileBytes> bytes, std::size_t skipped) {
    return sources_.emplace_back(std::move(path), std::move(bytes), skipped);
  }
  /// All sources in the order they were added.
  [[nodiscard]] const std::deque<Source>& sources() const { return sources_; }

 private:
  std::deque<Source> sources_;
};

}  // namespace kijun::diag
