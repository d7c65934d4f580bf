#include "reports/xlsx/sheet_parts.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "engine/base/utf8.h"
#include "reports/escape/visible_text.h"

namespace kijun::reports {
namespace {

constexpr lxw_color_t kSolidBlue = 0x00118F;
constexpr lxw_color_t kPaleBlue = 0xC5D7FB;

lxw_row_t as_row(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t as_column(std::size_t column) { return static_cast<lxw_col_t>(column); }

/// A list as a workbook holds it: words with commas between them, at most so long.
bool fits_list(const std::vector<std::string>& words) {
  constexpr std::size_t kMaxListCharacters = 255;
  std::size_t size = words.empty() ? 0 : words.size() - 1;
  for (const std::string& word : words) {
    if (word.find(',') != std::string::npos || word.find('"') != std::string::npos) return false;
    size += count_code_points(word);
  }
  return size != 0 && size <= kMaxListCharacters;
}

/// Cells of a column, first to last row.
struct CellRange {
  std::size_t first_row = 0;
  std::size_t last_row = 0;
  std::size_t column = 0;
};

void write_list(std::vector<std::string> words, bool takes_others, const CellRange& range, lxw_worksheet* sheet) {
  if (!fits_list(words)) return;
  std::vector<char*> list;  // The library takes what it could change.
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = list.data();
  validation.ignore_blank = LXW_VALIDATION_ON;
  validation.dropdown = LXW_VALIDATION_ON;
  if (takes_others) validation.show_error = LXW_VALIDATION_OFF;
  worksheet_data_validation_range(sheet, as_row(range.first_row), as_column(range.column), as_row(range.last_row),
                                  as_column(range.column), &validation);
}

void write_days(const CellRange& range, lxw_worksheet* sheet) {
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_DATE;
  validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
  validation.value_datetime = {2000, 1, 1, 0, 0, 0};
  validation.ignore_blank = LXW_VALIDATION_ON;
  worksheet_data_validation_range(sheet, as_row(range.first_row), as_column(range.column), as_row(range.last_row),
                                  as_column(range.column), &validation);
}

bool is_for_writing(const Sheet& content, std::size_t row, std::size_t column) {
  if (row >= content.rows.size() || column >= content.rows[row].size()) return false;
  const CellStyle style = content.rows[row][column].style;
  return style == CellStyle::kPlain || style == CellStyle::kEntry || style == CellStyle::kEntryDay;
}

/// Runs of cells of a column that can be written into.
std::vector<CellRange> writable_ranges(const Sheet& content, std::size_t column, std::size_t num_above) {
  std::vector<CellRange> ranges;
  for (std::size_t first = 0; first < content.rows.size(); ++first) {
    if (!is_for_writing(content, first, column)) continue;
    std::size_t last = first;
    while (is_for_writing(content, last + 1, column)) ++last;
    ranges.push_back({num_above + first, num_above + last, column});
    first = last;
  }
  return ranges;
}

/// What the cells of a chart's range hold, for readers that do not look them up. The library frees the points.
bool fill_cache(const Sheet& content, const BarChart& chart, std::size_t column, lxw_series_range* range) {
  bool is_text = false;
  for (std::size_t row = chart.first_row; row < chart.first_row + chart.num_rows; ++row) {
    const SheetCell* cell = cell_at(content, row, column);
    auto* point = static_cast<lxw_series_data_point*>(std::calloc(1, sizeof(lxw_series_data_point)));
    if (point == nullptr) return false;
    const bool has_text = cell != nullptr && !cell->number && !cell->text.empty();
    const bool has_number = cell != nullptr && cell->number;
    is_text = is_text || has_text;
    if (has_number) point->number = *cell->number;
    point->no_data = has_text || has_number ? LXW_FALSE : LXW_TRUE;
    point->is_string = has_text ? LXW_TRUE : LXW_FALSE;
    if (has_text) point->string = ::strdup(visible_text(cell->text).c_str());
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  }
  range->has_string_cache = is_text ? LXW_TRUE : LXW_FALSE;
  range->num_data_points = static_cast<std::uint16_t>(chart.num_rows);
  return true;
}

/// Makes one chart of a sheet.
class ChartMaker {
 public:
  ChartMaker(const Sheet& content, const BarChart& chart, const std::string& sheet_name)
      : content_(content), chart_(chart), sheet_name_(sheet_name) {}

  /// Null where the library failed.
  lxw_chart* make(lxw_workbook* book) {
    made_ = workbook_add_chart(book, chart_.is_upright ? LXW_CHART_COLUMN_STACKED : LXW_CHART_BAR_STACKED);
    if (made_ == nullptr || !add_bars()) return nullptr;
    set_axes();
    chart_title_set_name(made_, chart_.title.c_str());
    lxw_chart_font title_font{};
    title_font.size = 12;
    title_font.bold = LXW_TRUE;
    chart_title_set_name_font(made_, &title_font);
    chart_legend_set_position(made_, LXW_CHART_LEGEND_BOTTOM);
    return made_;
  }

 private:
  /// One part of the bars.
  lxw_chart_series* add_series(std::size_t column, const std::string& name) {
    const std::size_t last_row = chart_.first_row + chart_.num_rows - 1;
    lxw_chart_series* series = chart_add_series(made_, nullptr, nullptr);
    if (series == nullptr) return nullptr;
    chart_series_set_categories(series, sheet_name_.c_str(), as_row(chart_.first_row), as_column(chart_.name_column),
                                as_row(last_row), as_column(chart_.name_column));
    chart_series_set_values(series, sheet_name_.c_str(), as_row(chart_.first_row), as_column(column), as_row(last_row),
                            as_column(column));
    chart_series_set_name(series, name.c_str());
    lxw_chart_line outline{};
    outline.color = kSolidBlue;
    chart_series_set_line(series, &outline);
    const bool is_filled = fill_cache(content_, chart_, chart_.name_column, series->categories) &&
                           fill_cache(content_, chart_, column, series->values);
    return is_filled ? series : nullptr;
  }

  bool add_bars() {
    lxw_chart_series* solid = add_series(chart_.solid_column, chart_.solid_name);
    lxw_chart_series* hatched = add_series(chart_.hatched_column, chart_.hatched_name);
    if (solid == nullptr || hatched == nullptr) return false;
    lxw_chart_fill fill{};
    fill.color = kSolidBlue;
    chart_series_set_fill(solid, &fill);
    lxw_chart_pattern pattern{};
    pattern.type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL;
    pattern.fg_color = kSolidBlue;
    pattern.bg_color = kPaleBlue;
    chart_series_set_pattern(hatched, &pattern);
    return true;
  }

  void set_axes() {
    constexpr std::uint16_t kGap = 60;  // percent of a bar
    chart_set_series_gap(made_, kGap);
    if (!chart_.is_upright) {
      chart_axis_set_reverse(made_->y_axis);  // the names: the first on top
      chart_axis_set_crossing_max(made_->y_axis);
    }
    lxw_chart_axis* shares = chart_.is_upright ? made_->y_axis : made_->x_axis;
    chart_axis_set_min(shares, 0);
    chart_axis_set_max(shares, 1);
    chart_axis_set_num_format(shares, "0%");
    constexpr double kStep = 0.25;
    if (chart_.is_upright) chart_axis_set_major_unit(shares, kStep);
  }

  const Sheet& content_;
  const BarChart& chart_;
  const std::string& sheet_name_;
  lxw_chart* made_ = nullptr;
};

}  // namespace

void write_validations(const Sheet& content, lxw_worksheet* sheet, std::size_t num_above) {
  for (std::size_t column = 0; column < content.columns.size(); ++column) {
    const SheetColumn& takes = content.columns[column];
    if (takes.words.empty() && !takes.takes_days) continue;
    for (const CellRange& range : writable_ranges(content, column, num_above)) {
      if (takes.takes_days)
        write_days(range, sheet);
      else
        write_list(takes.words, takes.takes_others, range, sheet);
    }
  }
  for (const CellWords& cell : content.cell_words)
    write_list(cell.words, false, {num_above + cell.row, num_above + cell.row, cell.column}, sheet);
}

void write_marks(const Sheet& content, lxw_workbook* book, lxw_worksheet* sheet, std::size_t num_rows) {
  if (num_rows == 0 || content.columns.empty()) return;
  for (const MarkColours& mark : content.marks) {
    lxw_format* format = workbook_add_format(book);
    format_set_bg_color(format, mark.background);
    format_set_font_color(format, mark.text);
    std::string wanted = mark.is_leading ? mark.mark + ' ' : '"' + mark.mark + '"';
    lxw_conditional_format condition{};
    condition.type = mark.is_leading ? LXW_CONDITIONAL_TYPE_TEXT : LXW_CONDITIONAL_TYPE_CELL;
    condition.criteria =
        mark.is_leading ? LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH : LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
    condition.value_string = wanted.data();
    condition.format = format;
    worksheet_conditional_format_range(sheet, 0, 0, as_row(num_rows - 1), as_column(content.columns.size() - 1),
                                       &condition);
  }
}

bool write_charts(const Sheet& content, const std::string& name, lxw_workbook* book, lxw_worksheet* sheet) {
  constexpr double kRowHeight = 20;    // pixels of a row of a line
  constexpr double kUsualWidth = 480;  // of a chart, as the library makes it
  constexpr double kUsualHeight = 288;
  for (const BarChart& chart : content.charts) {
    lxw_chart* made = ChartMaker(content, chart, name).make(book);
    if (made == nullptr) return false;
    std::string description = visible_text(chart.description);
    lxw_chart_options options{};
    options.x_offset = static_cast<std::int32_t>(chart.left);
    options.x_scale = static_cast<double>(chart.width) / kUsualWidth;
    options.y_scale = static_cast<double>(chart.height) * kRowHeight / kUsualHeight;
    options.description = description.data();
    if (worksheet_insert_chart_opt(sheet, as_row(chart.row), 0, made, &options) != LXW_NO_ERROR) return false;
  }
  return true;
}

}  // namespace kijun::reports
