#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "engine/survey/answer_findings.h"
#include "engine/survey/cell_parser.h"
#include "engine/survey/survey.h"

namespace kijun::survey {

/// Reads typed columns of a survey from blocks of its answer file: the answers, the readings of notes and what decisions lay
/// over them. Belongs to one thread.
class ColumnReader {
 public:
  /// `parts` are borrowed.
  explicit ColumnReader(const SurveyParts& parts);

  /// Appends the answers of some rows of a block to a column of the field's type. Texts that stand in no file go to
  /// `texts`; all others live as long as the survey. What is odd about the cells is added to `odd` unless it is null.
  void append(const SplitBlock& block, RowRange rows, table::FieldIndex field, table::Column& column,
              std::deque<std::string>& texts, OddCells* odd = nullptr);
  /// Looks at what is odd about the cells of a column (a position in `Manifest::columns`) without keeping answers.
  void check(const SplitBlock& block, RowRange rows, std::size_t position, OddCells& odd) {
    parser(position).check(block, parts_.layout.fields[position], rows, odd);
  }
  /// The folded marks met where it was asked what is odd, by column.
  [[nodiscard]] std::vector<ColumnMark> folded_marks() const;
  /// Gives the whole of a string column codes, unless its texts have been found to repeat too seldom. The dictionary lives
  /// as long as the reader.
  void code_texts(table::FieldIndex field, table::Column& column);

 private:
  /// The distinct texts of a column.
  struct Coding {
    TextTable texts;
    std::deque<std::string> kept;  ///< Those that stand in no file.
    std::uint64_t num_rows = 0;    ///< That had a text.
    bool pays = true;
  };

  [[nodiscard]] CellParser& parser(std::size_t position);
  void append_reading(const SplitBlock& block, RowRange rows, table::FieldIndex field, table::Column& column);
  void withhold_other_kinds(const SplitBlock& block, RowRange rows, const table::Field& field, table::Column& column);
  void lay_overlays(const SplitBlock& block, RowRange rows, table::FieldIndex field, table::Column& column);
  [[nodiscard]] NoteStatus note_status(const SplitBlock& block, std::uint32_t row, table::FieldIndex note,
                                       std::size_t cell) const;
  [[nodiscard]] std::uint32_t code_of(Coding& coding, std::string_view text) const;

  const SurveyParts& parts_;
  const table::Vocabulary& vocabulary_;
  std::string_view file_;                             ///< The answer file's text.
  std::vector<std::unique_ptr<CellParser>> parsers_;  ///< Beside `Manifest::columns`; made when first needed.
  std::vector<std::unique_ptr<Coding>> codings_;      ///< By field; likewise.
};

/// Reads one field of all rows into an empty column. Texts that stand in no file go to `texts`.
void read_whole_column(const SurveyTable& survey, table::FieldIndex field, table::Column& column,
                       std::deque<std::string>& texts);

}  // namespace kijun::survey
