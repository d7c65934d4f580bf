#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "engine/base/lazy.h"
#include "engine/survey/survey.h"

namespace kijun::survey {

/// Whole columns of a survey for the later surveys of its series, and whom its rows were in earlier ones. Each is read when
/// first asked for and then kept. Safe to use from several threads.
class SurveyTable::WholeColumns {
 public:
  explicit WholeColumns(const SurveyTable& survey) : survey_(survey) {}

  /// The answers of one field, all rows. Texts live as long as this object.
  [[nodiscard]] const table::Column& column(table::FieldIndex field);

  /// A row of an earlier survey; without one, `row` is kNoRow and the reason says why.
  struct EarlierRow {
    static constexpr std::uint32_t kNoRow = table::kNoGroup;
    std::uint32_t row = kNoRow;
    table::MissingReason missing = table::MissingReason::kNone;
  };
  /// By row of this survey: the same subject in an earlier one (which may be this survey).
  [[nodiscard]] const std::vector<EarlierRow>& rows_in(const SurveyTable& earlier);

 private:
  /// Entries are never moved or changed once made.
  struct Kept {
    std::map<table::FieldIndex, table::Column> columns;
    std::map<const SurveyTable*, std::vector<EarlierRow>> rows;
    std::deque<std::string> texts;  ///< Of the columns: those that stand in no file.
  };

  const SurveyTable& survey_;
  Guarded<Kept> kept_;
};

}  // namespace kijun::survey
