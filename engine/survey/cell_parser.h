#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/survey/answer_file.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/text_table.h"
#include "engine/table/column.h"

namespace kijun::survey {

/// Rows of a block whose cells say something that `parse_answer` finds unreadable, and how many cells it does not take
/// as they are written.
struct OddCells {
  std::vector<std::uint32_t> unreadable;
  std::uint64_t num_normalised = 0;
};

/// A mark that was read as another: how it is written and read, where it occurs first, and how often.
struct FoldedMark {
  std::string written;
  std::string read;
  diag::Span first;
  std::uint64_t count = 0;
};

/// Reads the cells of one column of answers, with the results of `parse_answer`. What is plain is read by itself: marks
/// met before, numbers and days in ASCII digits, texts. For all else it calls `parse_answer`. What is odd about cells is
/// found while they are read, for whoever asks. Belongs to one thread.
class CellParser {
 public:
  /// Both are borrowed.
  CellParser(const table::Field& field, const Legend& legend);

  /// Appends the answers of some rows to a column of the field's type. Texts that stand nowhere as they are go to
  /// `texts`; all others are borrowed from the file. What is odd is added to `odd` and to the folded marks unless `odd` is
  /// null.
  void append(const SplitBlock& block, std::size_t cell, RowRange rows, table::Column& column,
              std::deque<std::string>& texts, OddCells* odd);
  /// Likewise without keeping the answers.
  void check(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells& odd);
  /// The folded marks met where it was asked what is odd, by first occurrence.
  [[nodiscard]] std::vector<FoldedMark> folded_marks() const;

 private:
  /// How cells are read: through the marks met before, as numbers or days when plain, as they stand, or by
  /// `parse_answer` alone.
  enum class Form : std::uint8_t { kMark, kInt, kDouble, kDate, kText, kOther };

  /// What a mark says.
  struct Mark {
    std::uint32_t value = 0;  ///< Code of an enum, 0/1 of a bool.
    table::MissingReason missing = table::MissingReason::kNone;
    bool normalised = false;  ///< Not taken as written.
    bool is_odd = false;      ///< That, or unreadable.
  };
  /// What was met of a mark that is not taken as written.
  struct Folded {
    std::string read;
    diag::Span first;
    std::uint64_t count = 0;
  };

  [[nodiscard]] static Form form_of(const table::Field& field, const Legend& legend);
  /// A mark by its number in `written_`.
  [[nodiscard]] std::uint32_t number_of(std::string_view written, const char* readable_end) {
    const std::uint32_t number = written_.number_of(written, readable_end);
    if (number == marks_.size()) add_mark(written);
    return number;
  }
  void add_mark(std::string_view written);
  [[nodiscard]] ParsedAnswer parse(std::string_view written) const;
  /// Reads cells and gives every answer to `keep` (cell_parser.cpp has the two kinds of them).
  template <class Keep>
  void read(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells* odd, Keep keep);
  template <class Keep>
  void read_marks(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells* odd, Keep& keep);
  /// Numbers and days. `read_plain` takes a cell as written, the end of memory and the value's place, and says whether the
  /// cell was plain.
  template <class Number, class ReadPlain, class Keep>
  void read_numbers(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells* odd, ReadPlain read_plain,
                    Keep& keep) const;
  template <class Keep>
  void read_texts(const SplitBlock& block, std::size_t cell, RowRange rows, Keep& keep) const;
  template <class Keep>
  void read_others(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells* odd, Keep& keep) const;
  void note_odd_mark(std::uint32_t number, diag::Span place, std::uint32_t row, OddCells& odd);

  const table::Field& field_;
  const Legend& legend_;
  Form form_;
  TextTable written_;                       ///< Marks as written, quotes included.
  std::vector<Mark> marks_;                 ///< By number in `written_`.
  std::map<std::uint32_t, Folded> folded_;  ///< Likewise.
};

}  // namespace kijun::survey
