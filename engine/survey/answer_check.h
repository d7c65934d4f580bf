#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "engine/survey/answer_findings.h"
#include "engine/survey/column_reader.h"
#include "engine/survey/survey.h"

namespace kijun::survey {

/// Looks at consecutive rows of an answer file, block after block, beside a reader that takes the answers of some columns.
/// Belongs to one thread.
class AnswerCheck {
 public:
  /// Of the rows from `first_row` on. All are borrowed; `columns` reads the cells.
  AnswerCheck(const SurveyParts& parts, std::uint32_t first_row, ColumnReader& columns, AnswerFindings& findings);

  /// Looks at the codes of listed subjects: false when one is blank.
  [[nodiscard]] bool look_at_codes(const SplitBlock& block, RowRange rows);
  /// What is odd about the cells of a column, for the reader that takes its answers from the rows at hand.
  [[nodiscard]] OddCells& taken(std::size_t position);
  /// Looks at the columns of the rows at hand that were not taken, and is done with the rows.
  void look_at_others(const SplitBlock& block, RowRange rows);
  /// Adds what was found to the findings.
  void finish();

 private:
  /// Of one column of the rows at hand.
  struct ColumnState {
    OddCells odd;
    bool is_taken = false;
  };

  void look_at_column(const SplitBlock& block, RowRange rows, std::size_t position);
  void find_not_asked(const SplitBlock& block, RowRange rows, std::size_t position);

  const SurveyParts& parts_;
  ColumnReader& columns_;
  AnswerFindings& findings_;
  std::vector<ColumnState> states_;  ///< Beside `Manifest::columns`.
  std::deque<std::string> texts_;
  RangeFindings found_;
};

/// Finds the rows of an answer file that lists its subjects, whose records begin at `begin` and have `num_cells` cells, by
/// vectors. Nothing comes back when the file is not in plain form; whether every record is a row shows when it is read.
[[nodiscard]] std::optional<AnswerIndex> find_plain_rows(const diag::Source& source, std::size_t begin,
                                                         std::size_t num_cells);

/// Looks at all rows of a file that `find_plain_rows` found; false when they have to be read carefully. Reports like
/// `check_answers` otherwise.
[[nodiscard]] bool check_plain_answers(SurveyParts& parts, diag::Sink& sink);

/// The same when somebody has read all rows and found `findings` beside.
[[nodiscard]] bool confirm_plain_answers(const AnswerFindings& findings, SurveyParts& parts, diag::Sink& sink);

/// Reads every answer of `parts` whose rows are found, reports what is wrong with cells (KJ4309–KJ4312) in order of the
/// rows, and counts those not taken as written.
void check_answers(SurveyParts& parts, diag::Sink& sink);

}  // namespace kijun::survey
