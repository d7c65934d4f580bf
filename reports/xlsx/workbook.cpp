/// The one place that calls libxlsxwriter, whose workbooks are the same bytes on every run as long as the day of making
/// is given. Strings are written as strings: nothing that a survey or a rule says becomes a formula.
#include "reports/xlsx/workbook.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/assert.h"
#include "engine/base/scratch_file.h"
#include "engine/base/utf8.h"
#include "reports/escape/visible_text.h"
#include "reports/xlsx/cell_formats.h"
#include "reports/xlsx/sheet_layout.h"
#include "reports/xlsx/sheet_parts.h"

namespace kijun::reports {
namespace {

constexpr std::time_t kFixedDay = 946'684'800;  // 2000-01-01: when a workbook was made is no content of it.
constexpr std::time_t kSecondsOfDay = 86'400;

class WorkbookWriter {
 public:
  WorkbookWriter(const Workbook& content, const std::string& path) : content_(content) {
    lxw_workbook_options options{};
    // Rows that are made while they are written are not kept either.
    const bool is_long = std::any_of(content.sheets.begin(), content.sheets.end(),
                                     [](const Sheet& sheet) { return static_cast<bool>(sheet.more_rows); });
    options.constant_memory = is_long ? LXW_TRUE : LXW_FALSE;
    options.use_zip64 = LXW_FALSE;
    book_ = workbook_new_opt(path.c_str(), &options);
    formats_ = make_cell_formats(book_, content.language);
    set_properties();
  }
  WorkbookWriter(const WorkbookWriter&) = delete;
  WorkbookWriter& operator=(const WorkbookWriter&) = delete;
  WorkbookWriter(WorkbookWriter&&) = delete;
  WorkbookWriter& operator=(WorkbookWriter&&) = delete;
  ~WorkbookWriter() {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }

  /// An error of the library, or of a cell that is too long for it.
  lxw_error write() {
    std::set<std::string> taken;
    for (const Sheet& sheet : content_.sheets) names_.push_back(free_sheet_name(sheet.name, taken));
    for (std::size_t i = 0; i < names_.size(); ++i) written_name_.emplace(content_.sheets[i].name, names_[i]);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      lxw_worksheet* sheet = workbook_add_worksheet(book_, names_[i].c_str());
      if (sheet == nullptr) return LXW_ERROR_CREATING_TMPFILE;
      write_sheet(content_.sheets[i], names_[i], sheet);
    }
    lxw_workbook* closed = std::exchange(book_, nullptr);
    const lxw_error error = workbook_close(closed);  // Frees it.
    return error_ != LXW_NO_ERROR ? error_ : error;
  }

 private:
  [[nodiscard]] lxw_format* format(CellStyle style) const { return formats_.at(static_cast<std::size_t>(style)); }

  void set_properties() {
    lxw_doc_properties properties{};
    std::string title = visible_text(content_.title);
    std::string author = content_.author;
    std::string description = visible_text(content_.description);
    properties.title = title.data();
    properties.author = author.data();
    if (!description.empty()) properties.comments = description.data();
    properties.created = content_.created ? content_.created->days() * kSecondsOfDay : kFixedDay;
    workbook_set_properties(book_, &properties);
  }

  void keep(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  void write_cell(lxw_worksheet* sheet, std::size_t row, std::size_t column, const SheetCell& cell) {
    const auto at_row = static_cast<lxw_row_t>(row);
    const auto at_column = static_cast<lxw_col_t>(column);
    lxw_format* look = format(cell.style);
    const std::string text = written_text(cell.text);
    if (cell.span > 1)
      keep(worksheet_merge_range(sheet, at_row, at_column, at_row, static_cast<lxw_col_t>(column + cell.span - 1),
                                 text.c_str(), look));
    else if (cell.number)
      keep(worksheet_write_number(sheet, at_row, at_column, *cell.number, look));
    else if (!cell.sheet.empty())
      keep(worksheet_write_url_opt(sheet, at_row, at_column, link_to(cell.sheet).c_str(), look, text.c_str(), nullptr));
    else if (text.empty())
      keep(worksheet_write_blank(sheet, at_row, at_column, look));
    else
      keep(worksheet_write_string(sheet, at_row, at_column, text.c_str(), look));
  }

  [[nodiscard]] std::string link_to(const std::string& sheet) const {
    const auto found = written_name_.find(sheet);
    KIJUN_ASSERT(found != written_name_.end());
    return fmt::format("internal:'{}'!A1", found->second);
  }

  void write_sheet(const Sheet& content, const std::string& name, lxw_worksheet* sheet) {
    const std::vector<std::size_t> widths = column_widths(content);
    std::size_t row = 0;
    for (const std::vector<SheetCell>& cells : content.preface) write_row(sheet, row++, cells, widths);
    if (!content.preface.empty()) ++row;
    if (!content.heading_groups.empty()) write_row(sheet, row++, content.heading_groups, widths);
    const std::size_t top = row;
    if (!content.headings.empty()) write_row(sheet, row++, heading_cells(content), widths);
    for (const std::vector<SheetCell>& cells : content.rows) write_row(sheet, row++, cells, widths);
    if (content.more_rows)
      content.more_rows([&](const std::vector<SheetCell>& cells) { write_cells(sheet, row++, cells); });
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, column, column, static_cast<double>(widths[i]), nullptr);
    }
    write_validations(content, sheet, top + 1);
    write_marks(content, book_, sheet, row);
    if (!write_charts(content, name, book_, sheet)) keep(LXW_ERROR_MEMORY_MALLOC_FAILED);
    set_view(content, sheet, top, row);
    set_print(content, sheet, top, std::accumulate(widths.begin(), widths.end(), std::size_t{0}));
  }

  static std::vector<SheetCell> heading_cells(const Sheet& content) {
    std::vector<SheetCell> cells;
    const std::size_t num_level = content.headings.size() - content.num_upright_headings;
    for (std::size_t i = 0; i < content.headings.size(); ++i)
      cells.push_back({content.headings[i], i < num_level ? CellStyle::kHeading : CellStyle::kUpright});
    return cells;
  }

  void write_cells(lxw_worksheet* sheet, std::size_t row, const std::vector<SheetCell>& cells) {
    std::size_t column = 0;
    for (const SheetCell& cell : cells) {
      write_cell(sheet, row, column, cell);
      column += cell.span;
    }
  }

  /// The row is as high as its texts need: not every program finds that out by itself.
  void write_row(lxw_worksheet* sheet, std::size_t row, const std::vector<SheetCell>& cells,
                 const std::vector<std::size_t>& widths) {
    constexpr double kLineHeight = 17;  // points, of a font of 10
    constexpr double kMaxHeight = 409;  // what Excel takes
    write_cells(sheet, row, cells);
    const std::size_t lines = std::max(count_lines(cells, widths), count_upright_lines(cells));
    const double height = std::max(min_height(cells), static_cast<double>(lines) * kLineHeight);
    if (has_own_height(cells))
      worksheet_set_row(sheet, static_cast<lxw_row_t>(row), std::min(kMaxHeight, height), nullptr);
  }

  /// Notes run on in a line as high as every program makes it.
  static bool has_own_height(const std::vector<SheetCell>& cells) {
    return std::any_of(cells.begin(), cells.end(),
                       [](const SheetCell& cell) { return cell.style != CellStyle::kNote; });
  }

  /// Large letters need more than a line.
  static double min_height(const std::vector<SheetCell>& cells) {
    constexpr double kTitleHeight = 26;
    constexpr double kSectionHeight = 22;
    constexpr double kTileHeight = 34;
    const auto is_tile = [](const SheetCell& cell) { return cell.style == CellStyle::kTile; };
    if (std::any_of(cells.begin(), cells.end(), is_tile)) return kTileHeight;
    const CellStyle first = cells.empty() ? CellStyle::kPlain : cells.front().style;
    if (first == CellStyle::kTitle) return kTitleHeight;
    return first == CellStyle::kSection ? kSectionHeight : 0;
  }

  static void set_view(const Sheet& content, lxw_worksheet* sheet, std::size_t top, std::size_t end) {
    const auto heading = static_cast<lxw_row_t>(top);
    if (content.headings.empty()) {
      if (content.num_fixed_columns != 0)
        worksheet_freeze_panes(sheet, 0, static_cast<lxw_col_t>(content.num_fixed_columns));
    } else {
      worksheet_freeze_panes(sheet, heading + 1, static_cast<lxw_col_t>(content.num_fixed_columns));
      if (content.is_filtered)
        worksheet_autofilter(sheet, heading, 0, static_cast<lxw_row_t>(end - 1),
                             static_cast<lxw_col_t>(content.headings.size() - 1));
    }
    if (!content.is_protected) return;
    lxw_protection allowed{};
    allowed.format_columns = LXW_TRUE;
    allowed.format_rows = LXW_TRUE;
    allowed.autofilter = LXW_TRUE;
    worksheet_protect(sheet, nullptr, &allowed);
  }

  /// A page wide where that stays legible; else on several, each with the fixed columns.
  void set_print(const Sheet& content, lxw_worksheet* sheet, std::size_t top, std::size_t width) const {
    constexpr std::uint8_t kA4 = 9;
    constexpr std::size_t kMaxPageWidth = 260;  // half-width characters, at about half size
    constexpr std::uint16_t kReducedPercent = 60;
    constexpr double kSideMargin = 0.4;  // inches
    constexpr double kTopMargin = 0.8;   // two lines of a header
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, kA4);
    if (!content_.running_head.empty()) worksheet_set_margins(sheet, kSideMargin, kSideMargin, kTopMargin, kTopMargin);
    if (content.fits_page) {
      worksheet_fit_to_pages(sheet, 1, 1);
    } else if (width <= kMaxPageWidth) {
      worksheet_fit_to_pages(sheet, 1, 0);
    } else {
      worksheet_set_print_scale(sheet, kReducedPercent);
      if (content.num_fixed_columns != 0)
        worksheet_repeat_columns(sheet, 0, static_cast<lxw_col_t>(content.num_fixed_columns - 1));
    }
    const std::size_t first_heading = content.heading_groups.empty() ? top : top - 1;
    if (!content.headings.empty())
      worksheet_repeat_rows(sheet, static_cast<lxw_row_t>(first_heading), static_cast<lxw_row_t>(top));
    const std::string header = page_header();
    if (!header.empty()) worksheet_set_header(sheet, header.c_str());
    worksheet_set_footer(sheet, "&R&P / &N");
  }

  /// What the workbook is and, below it, the running head; the latter alone where both are too long for Excel.
  [[nodiscard]] std::string page_header() const {
    constexpr std::size_t kMaxHeader = 255;
    const std::string below = content_.running_head.empty() ? "" : "\n" + literal(content_.running_head);
    const std::string both = "&L" + literal(content_.title) + below;
    if (both.size() <= kMaxHeader || count_code_points(both) < kMaxHeader) return both;
    return below.empty() || count_code_points(below) + 2 >= kMaxHeader ? "" : "&L" + below.substr(1);
  }

  /// A text for the head of a page, where `&` starts a code.
  static std::string literal(const std::string& text) {
    std::string escaped;
    for (const char c : visible_text(text)) escaped += c == '&' ? std::string("&&") : std::string(1, c);
    return escaped;
  }

  const Workbook& content_;
  lxw_workbook* book_ = nullptr;
  std::array<lxw_format*, kNumCellStyles> formats_{};
  std::vector<std::string> names_;
  std::map<std::string, std::string> written_name_;  ///< By `Sheet::name`.
  lxw_error error_ = LXW_NO_ERROR;
};

/// What Excel cannot hold.
Status check_limits(const Workbook& workbook) {
  for (const Sheet& sheet : workbook.sheets) {
    if (sheet.preface.size() + sheet.rows.size() + 2 > kMaxSheetRows)
      return fail_with({fmt::format("シート「{}」の行が{}を超えます", sheet.name, kMaxSheetRows),
                        fmt::format("sheet \"{}\" has more than {} rows", sheet.name, kMaxSheetRows)});
    if (sheet.columns.size() > kMaxSheetColumns)
      return fail_with({fmt::format("シート「{}」の列が{}を超えます", sheet.name, kMaxSheetColumns),
                        fmt::format("sheet \"{}\" has more than {} columns", sheet.name, kMaxSheetColumns)});
    for (const std::vector<SheetCell>& cells : sheet.rows)
      for (const SheetCell& cell : cells)
        if (count_code_points(cell.text) > kMaxCellCharacters)
          return fail_with(
              {fmt::format("シート「{}」に{}字を超えるセルがあります", sheet.name, kMaxCellCharacters),
               fmt::format("sheet \"{}\" has a cell of more than {} characters", sheet.name, kMaxCellCharacters)});
  }
  return {};
}

}  // namespace

std::string written_text(std::string_view text) {
  constexpr std::size_t kCodeSize = 7;  // ECMA-376 part 1, 22.9.2.19: `_x` four hexadecimal digits `_`
  constexpr std::string_view kUnderscore = "_x005F";
  std::string written = visible_text(text);
  const auto is_code = [&](std::size_t at) {
    return at + kCodeSize <= written.size() && written[at + kCodeSize - 1] == '_' &&
           std::all_of(written.begin() + static_cast<std::ptrdiff_t>(at + 2),
                       written.begin() + static_cast<std::ptrdiff_t>(at + kCodeSize - 1), is_hex_digit);
  };
  for (std::size_t at = written.find("_x"); at != std::string::npos; at = written.find("_x", at + 1)) {
    if (!is_code(at)) continue;
    written.insert(at, kUnderscore);
    at += kUnderscore.size();
  }
  return written;
}

const SheetCell* cell_at(const Sheet& content, std::size_t row, std::size_t column) {
  const auto in = [&](const std::vector<SheetCell>& cells) { return column < cells.size() ? &cells[column] : nullptr; };
  if (row < content.preface.size()) return in(content.preface[row]);
  std::size_t num_above = content.preface.empty() ? 0 : content.preface.size() + 1;
  num_above += (content.heading_groups.empty() ? 0U : 1U) + (content.headings.empty() ? 0U : 1U);
  return row >= num_above && row - num_above < content.rows.size() ? in(content.rows[row - num_above]) : nullptr;
}

double day_number(Date day) {
  constexpr std::int32_t kDaysFrom1899To1970 = 25'569;  // ECMA-376 part 1, 18.17.4.1: the 1900 date system
  return day.days() + kDaysFrom1899To1970;
}

Result<std::string> workbook_bytes(const Workbook& workbook) {
  if (Status status = check_limits(workbook); !status) return tl::unexpected(status.error());
  Result<ScratchFile> file = ScratchFile::open();
  if (!file) return tl::unexpected(file.error());
  WorkbookWriter writer(workbook, file->path());
  if (const lxw_error error = writer.write(); error != LXW_NO_ERROR) return fail(lxw_strerror(error));
  return file->bytes();
}

}  // namespace kijun::reports
