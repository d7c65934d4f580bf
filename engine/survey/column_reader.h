#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "engine/survey/cell_parser.h"
#include "engine/survey/survey.h"

namespace kijun::survey {

/// Reads typed columns of a survey from blocks of its answer file: the answers, the readings of notes and what decisions lay
/// over them. Belongs to one thread.
class ColumnReader {
 public:
  /// `survey` is borrowed.
  explicit ColumnReader(const SurveyTable& survey);

  /// Appends the answers of some rows of a block to a column of the field's type. Texts that stand in no file go to
  /// `texts`; all others live as long as the survey.
  void append(const SplitBlock& block, RowRange rows, table::FieldIndex field, table::Column& column,
              std::deque<std::string>& texts);
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

  void append_reading(const SplitBlock& block, RowRange rows, table::FieldIndex field, table::Column& column);
  void withhold_other_kinds(const SplitBlock& block, RowRange rows, const table::Field& field, table::Column& column);
  void lay_overlays(const SplitBlock& block, RowRange rows, table::FieldIndex field, table::Column& column);
  [[nodiscard]] NoteStatus note_status(const SplitBlock& block, std::uint32_t row, table::FieldIndex note,
                                       std::size_t cell) const;
  [[nodiscard]] std::uint32_t code_of(Coding& coding, std::string_view text) const;

  const SurveyTable& survey_;
  std::string_view file_;                             ///< The answer file's text.
  std::vector<std::unique_ptr<CellParser>> parsers_;  ///< By field; made when first needed.
  std::vector<std::unique_ptr<Coding>> codings_;      ///< Likewise.
};

}  // namespace kijun::survey
