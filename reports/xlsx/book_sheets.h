#pragma once

#include <span>

#include "reports/model/earlier_answers.h"
#include "reports/model/tile_map.h"
#include "reports/model/trend.h"
#include "reports/xlsx/book.h"

namespace kijun::reports {

/// A sheet with how many rows its table has, for the contents.
struct MadeSheet {
  BookSheet which = BookSheet::kCover;
  Sheet sheet;
  std::optional<std::size_t> num_rows;  ///< Nothing for what is no list.
  LocalizedText why_none;               ///< Not empty: there is no such sheet, for this reason.
};

/// The scope, the dates, the rules, the headline, the contents (of `others`), the legend and where the data come from.
[[nodiscard]] Sheet cover_sheet(const Book& book, const std::vector<MadeSheet>& others);
/// Indicators with a chart, topics, who must act, zones.
[[nodiscard]] Sheet summary_sheet(const Book& book);
/// One row per finding that somebody has to do something about, with columns for the officer to fill in.
[[nodiscard]] Sheet task_sheet(const Book& book);
/// Record × rule by mark.
[[nodiscard]] Sheet matrix_sheet(const Book& book);
/// How each zone stands in each topic and indicator.
[[nodiscard]] Sheet zone_sheet(const Book& book);
/// Every municipality as a tile where it lies, topic by topic, on one page.
[[nodiscard]] Sheet map_sheet(const Book& book, const TileMap& map);
/// What changed since the survey before in numbers, and what the findings rest on of earlier years beside this year's
/// answer.
[[nodiscard]] Sheet earlier_sheet(const Book& book, const std::vector<EarlierAnswer>& answers);
/// One row per result that is another than in the survey before.
[[nodiscard]] Sheet change_sheet(const Book& book, const CompareReport& comparison);
/// One row per indicator and year, those without a result included, and a chart per indicator.
[[nodiscard]] Sheet trend_sheet(const Book& book, const std::vector<TrendLine>& lines);
/// One row per question.
[[nodiscard]] Sheet question_sheet(const Book& book);
/// One row per note with what people read in it.
[[nodiscard]] Sheet note_sheet(const Book& book);
/// One row per rule.
[[nodiscard]] Sheet rule_sheet(const Book& book);
/// One row per rule and basis.
[[nodiscard]] Sheet basis_sheet(const Book& book);
/// One row per listed result.
[[nodiscard]] Sheet result_sheet(const Book& book);
/// One row per code. `others` are the sheets of data that a book need not have.
[[nodiscard]] Sheet code_sheet(const Book& book, std::span<const BookSheet> others);

/// The columns of sheets of data, for the table of codes.
[[nodiscard]] std::span<const BookColumn> result_columns();
[[nodiscard]] std::span<const BookColumn> change_columns();
[[nodiscard]] std::span<const BookColumn> trend_columns();
/// How many results the report lists, as far as the reader wants them.
[[nodiscard]] std::size_t count_listed(const audit::ResultModel& model, ResultsShown shown);
/// What an officer can plan to do about a finding.
[[nodiscard]] std::vector<LocalizedText> task_plans();
/// Colours of the verdicts' marks, by lightness as much as by hue.
[[nodiscard]] std::vector<MarkColours> mark_colours(Language language);

}  // namespace kijun::reports
