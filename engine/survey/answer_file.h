#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/lazy.h"
#include "engine/diag/source.h"
#include "engine/table/block.h"

namespace kijun::survey {

/// Where the rows of an answer file are: the sound records below the headings that name a subject of their own.
struct AnswerIndex {
  std::size_t num_cells = 0;  ///< Of every record.
  std::uint32_t num_rows = 0;
  std::vector<std::uint64_t> offsets;  ///< Byte offset of row 0, kBlockRows, 2 × kBlockRows …
  std::vector<std::uint64_t> skipped;  ///< Byte offsets of sound records that are no rows, ascending.

  /// Rows of a block that `offsets` has.
  [[nodiscard]] std::uint32_t rows_of(std::uint32_t block) const;
};

/// Consecutive rows of a block.
struct RowRange {
  std::uint32_t first = 0;  ///< Counted from the block's first row.
  std::uint32_t count = 0;
};

/// The cells of a block of rows: kBlockRows of them, fewer in the last block. Cells are as they are written, quotes
/// included.
class SplitBlock {
 public:
  /// Splits a block of an index anew; `end` is where the next block begins. False when the text in between is not in the
  /// form that `CsvScanner` takes, or is more than the block's rows.
  [[nodiscard]] bool split_plain(const diag::Source& source, const AnswerIndex& index, std::uint32_t block,
                                 std::size_t end);
  /// Likewise in any form that `CsvReader` takes.
  void split_carefully(const diag::Source& source, const AnswerIndex& index, std::uint32_t block);

  [[nodiscard]] std::uint32_t first_row() const { return first_row_; }
  [[nodiscard]] std::uint32_t num_rows() const { return static_cast<std::uint32_t>(begins_.size()); }
  /// A cell as written; `row` counts from the block's first.
  [[nodiscard]] std::string_view written(std::uint32_t row, std::size_t cell) const {
    const std::size_t at = row * num_cells_ + cell;
    const std::uint32_t begin = cell == 0 ? begins_[row] : ends_[at - 1] + 1;
    return {text_ + begin, ends_[at] - begin};
  }
  /// Where memory ends that may be read behind a cell.
  [[nodiscard]] const char* readable_end() const { return source_->text().data() + source_->text().size(); }
  /// A cell's place in the file.
  [[nodiscard]] diag::Span span(std::uint32_t row, std::size_t cell) const;

 private:
  void begin(const diag::Source& source, std::size_t begin, std::uint32_t first_row, std::uint32_t num_rows,
             std::size_t num_cells);

  const diag::Source* source_ = nullptr;
  const char* text_ = nullptr;  ///< At the block's first record; offsets count from here.
  std::uint32_t first_row_ = 0;
  std::size_t num_cells_ = 0;
  std::vector<std::uint32_t> begins_;  ///< Per row: where its first cell begins.
  std::vector<std::uint32_t> ends_;    ///< Per row and cell.
};

/// A cell's text: without the enclosing quotes, `""` read as `"`. Borrowed from `written`, or kept in `texts` when a
/// doubled quote makes the text stand nowhere as it is.
[[nodiscard]] std::string_view cell_text(std::string_view written, std::deque<std::string>& texts);

/// The answer file of a survey, split again whenever somebody asks for rows: nothing is kept of a cell. Safe to use from
/// several threads.
class AnswerFile {
 public:
  /// `source` is borrowed.
  AnswerFile(const diag::Source& source, AnswerIndex index) : source_(source), index_(std::move(index)) {}

  [[nodiscard]] const diag::Source& source() const { return source_; }
  [[nodiscard]] std::uint32_t num_rows() const { return index_.num_rows; }
  [[nodiscard]] std::uint32_t num_blocks() const { return static_cast<std::uint32_t>(index_.offsets.size()); }
  [[nodiscard]] const AnswerIndex& index() const { return index_; }

  /// Cuts the blocks into as many runs as there are processors, if they are worth a thread each, and works on all at once:
  /// `work` is given the first block of a run and the one behind its last.
  void each_run(const std::function<void(std::uint32_t first_block, std::uint32_t end_block)>& work) const;

  /// Splits a block of rows. Rows that turn out not to be there, in a file that nobody has checked, have blank cells.
  void split(std::uint32_t block, SplitBlock& rows) const;
  /// Splits a block of a file that nobody has checked yet. False when its records are not plain rows.
  [[nodiscard]] bool split_unchecked(std::uint32_t block, SplitBlock& rows) const;

  /// One cell's text and place. The text lives as long as the file.
  struct PlacedText {
    std::string_view text;
    diag::Span place;
  };
  [[nodiscard]] PlacedText cell(std::uint32_t row, std::size_t cell) const;

 private:
  static constexpr std::size_t kCachedBlocks = 4;
  /// Shared, so that a block outlives its place in the cache while a thread reads it.
  using CachedBlock = std::shared_ptr<const SplitBlock>;
  [[nodiscard]] CachedBlock cached(std::uint32_t block) const;

  /// What was asked for lately.
  struct Cache {
    std::array<CachedBlock, kCachedBlocks> blocks;                   ///< The latest first.
    std::unordered_map<std::size_t, std::deque<std::string>> texts;  ///< By offset: cells with doubled quotes.
  };

  const diag::Source& source_;
  AnswerIndex index_;
  Guarded<Cache> cache_;
};

}  // namespace kijun::survey
