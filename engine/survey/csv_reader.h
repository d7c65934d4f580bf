#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"

namespace kijun::survey {

/// One cell of a record.
struct CsvCell {
  std::string_view text;         ///< Decoded: without the enclosing quotes, `""` read as `"`.
  diag::Span span;               ///< The cell in the file, quotes included. Line and column come from its source.
  bool owned_by_reader = false;  ///< The text had doubled quotes: valid only until the next record is read.
};

/// One record: as many cells as the first record of the file has.
struct CsvRecord {
  std::vector<CsvCell> cells;
  diag::Span span;  ///< Without the line end.
};

/// Reads RFC 4180 text record by record: quoted cells may hold commas, line breaks and doubled quotes; LF, CRLF and CR
/// end a record. Empty lines are skipped. A damaged record (stray or unterminated quote, wrong number of cells, a cell
/// over the budget) is reported with its place and lost, and reading goes on behind it (KJ4005–KJ4009). When the first
/// record is damaged nothing can be read, because it says how many cells a record has.
class CsvReader {
 public:
  /// Largest cell, in bytes of the file.
  static constexpr std::size_t kMaxCellBytes = std::size_t{1} << 20;

  /// Both must outlive the reader and the records read.
  CsvReader(const diag::Source& source, diag::Sink& sink);
  /// Reads from a record on whose place is known, as are the cells of a record.
  CsvReader(const diag::Source& source, diag::Sink& sink, std::size_t begin, std::size_t num_columns);

  /// Reads the next sound record into `record`, or gives false at the end of the file.
  [[nodiscard]] bool next(CsvRecord& record);
  /// Byte offset behind what was read.
  [[nodiscard]] std::size_t position() const { return position_; }
  /// Cells of every record; 0 before the first was read.
  [[nodiscard]] std::size_t num_columns() const { return num_columns_; }

 private:
  struct Damage {
    const diag::Definition* definition = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t opened = 0;  ///< Where the quoted cell began; `begin` when no quote is involved.
  };

  [[nodiscard]] std::optional<Damage> parse_record(CsvRecord& record, std::size_t& position);
  [[nodiscard]] std::optional<Damage> parse_quoted(CsvCell& cell, std::size_t& position);
  [[nodiscard]] std::optional<Damage> parse_unquoted(CsvCell& cell, std::size_t& position) const;
  void report(const Damage& damage, std::size_t num_cells, std::size_t record_begin, std::size_t resume);
  [[nodiscard]] std::size_t resume_after(const Damage& damage, std::size_t record_begin, std::size_t record_end);
  [[nodiscard]] bool parses_at(std::size_t position);
  [[nodiscard]] std::size_t next_line(std::size_t position) const;
  [[nodiscard]] diag::Span span(std::size_t begin, std::size_t end) const { return {&source_, begin, end}; }

  const diag::Source& source_;
  diag::Sink& sink_;
  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t num_columns_ = 0;        ///< 0 until the first record is read.
  std::deque<std::string> unescaped_;  ///< Texts of the present record that had doubled quotes.
};

}  // namespace kijun::survey
