/// The one place that calls libxlsxwriter, whose workbooks are the same bytes on every run as long as the day of making
/// is given. Strings are written as strings: nothing that a survey or a rule says becomes a formula.
#include "reports/xlsx/workbook.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <numeric>
#include <set>
#include <utility>

#include "engine/base/scratch_file.h"
#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

namespace kijun::reports {
namespace {

constexpr std::size_t kMaxNameCharacters = 31;
constexpr std::size_t kMaxRows = 1'048'576;
constexpr std::size_t kMaxCellCharacters = 32'767;
constexpr std::size_t kNumStyles = 6;
constexpr std::time_t kFixedDay = 946'684'800;  // 2000-01-01: when a workbook was made is no content of it.

constexpr lxw_color_t kGrey = 0xF0F0F0;
constexpr lxw_color_t kHeadingGrey = 0xD9D9D9;
constexpr lxw_color_t kLine = 0x808080;

/// The first characters of a text.
std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t size = 0;
  for (; count > 0 && size < text.size(); --count) {
    const auto decoded = decode_utf8(text.substr(size));
    size += decoded ? decoded->num_bytes : 1;
  }
  return text.substr(0, size);
}

/// A name that no sheet has yet, as Excel allows it: no `[]:*?/\`, at most 31 characters, no apostrophe at either end.
std::string free_sheet_name(const std::string& wanted, std::set<std::string>& taken) {
  std::string allowed = wanted.empty() ? "_" : wanted;
  for (char& c : allowed)
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = '_';
  std::string name(first_characters(allowed, kMaxNameCharacters));
  for (std::size_t number = 2; !taken.insert(name).second; ++number) {
    const std::string ending = fmt::format("_{}", number);
    name = std::string(first_characters(allowed, kMaxNameCharacters - ending.size())) + ending;
  }
  return name;
}

/// How wide the lines are, in half-width characters.
std::vector<std::size_t> line_widths(std::string_view text) {
  std::vector<std::size_t> widths;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    widths.push_back(display_width(text.substr(begin, end - begin), 2));
    begin = end + 1;
  }
  return widths;
}

/// Of the widest line.
std::size_t width_of(std::string_view text) {
  const std::vector<std::size_t> widths = line_widths(text);
  return *std::max_element(widths.begin(), widths.end());
}

/// How wide the columns are, in half-width characters.
std::vector<std::size_t> widths_of(const Sheet& content) {
  constexpr std::size_t kMinWidth = 6;
  constexpr std::size_t kMargin = 2;
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < content.columns.size(); ++i) {
    std::size_t width = i < content.headings.size() ? width_of(content.headings[i]) : 0;
    for (const std::vector<SheetCell>& cells : content.rows)
      if (i < cells.size()) width = std::max(width, width_of(cells[i].text));
    widths.push_back(std::clamp(width + kMargin, kMinWidth, std::max(kMinWidth, content.columns[i].max_width)));
  }
  return widths;
}

/// Lines that a text takes in a column.
std::size_t num_lines(std::string_view text, std::size_t width) {
  std::size_t lines = 0;
  for (const std::size_t line : line_widths(text)) lines += std::max<std::size_t>(1, (line + width - 1) / width);
  return lines;
}

class WorkbookWriter {
 public:
  WorkbookWriter(const Workbook& content, const std::string& path) : content_(content) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_FALSE;
    options.use_zip64 = LXW_FALSE;
    book_ = workbook_new_opt(path.c_str(), &options);
    make_formats();
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
    std::set<std::string> names;
    for (const Sheet& sheet : content_.sheets)
      write_sheet(sheet, workbook_add_worksheet(book_, free_sheet_name(sheet.name, names).c_str()));
    lxw_workbook* closed = std::exchange(book_, nullptr);
    const lxw_error error = workbook_close(closed);  // Frees it.
    return error_ != LXW_NO_ERROR ? error_ : error;
  }

 private:
  [[nodiscard]] lxw_format* format(CellStyle style) const { return formats_.at(static_cast<std::size_t>(style)); }

  void make_formats() {
    for (std::size_t i = 0; i < kNumStyles; ++i) {
      lxw_format* made = workbook_add_format(book_);
      const auto style = static_cast<CellStyle>(i);
      const bool framed = style != CellStyle::kTitle && style != CellStyle::kNote;
      format_set_font_name(made, content_.language == Language::kJapanese ? "游ゴシック" : "Calibri");
      format_set_font_size(made, style == CellStyle::kTitle ? 14 : 10);
      format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
      if (framed) {
        format_set_border(made, LXW_BORDER_THIN);
        format_set_border_color(made, kLine);
        format_set_text_wrap(made);
        format_set_num_format(made, "@");
      }
      if (style == CellStyle::kPlain) format_set_unlocked(made);
      if (style == CellStyle::kReadOnly) format_set_bg_color(made, kGrey);
      if (style == CellStyle::kHeading) format_set_bg_color(made, kHeadingGrey);
      if (style == CellStyle::kHeading || style == CellStyle::kTitle) format_set_bold(made);
      if (style == CellStyle::kChanged) format_set_underline(made, LXW_UNDERLINE_SINGLE);
      formats_.at(i) = made;
    }
  }

  void set_properties() {
    lxw_doc_properties properties{};
    std::string title = content_.title;
    std::string author = content_.author;
    properties.title = title.data();
    properties.author = author.data();
    properties.created = kFixedDay;
    workbook_set_properties(book_, &properties);
  }

  void write_text(lxw_worksheet* sheet, std::size_t row, std::size_t column, const SheetCell& cell) {
    const auto at_row = static_cast<lxw_row_t>(row);
    const auto at_column = static_cast<lxw_col_t>(column);
    const lxw_error error =
        cell.text.empty() ? worksheet_write_blank(sheet, at_row, at_column, format(cell.style))
                          : worksheet_write_string(sheet, at_row, at_column, cell.text.c_str(), format(cell.style));
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  void write_sheet(const Sheet& content, lxw_worksheet* sheet) {
    const std::vector<std::size_t> widths = widths_of(content);
    std::size_t row = 0;
    for (const SheetCell& line : content.preface) write_text(sheet, row++, 0, line);
    if (!content.preface.empty()) ++row;
    const std::size_t top = row;
    if (!content.headings.empty()) {
      std::vector<SheetCell> headings;
      for (const std::string& heading : content.headings) headings.push_back({heading, CellStyle::kHeading});
      write_row(sheet, row++, headings, widths);
    }
    for (const std::vector<SheetCell>& cells : content.rows) write_row(sheet, row++, cells, widths);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, column, column, static_cast<double>(widths[i]), nullptr);
      set_words(content, i, sheet, top);
    }
    set_view(content, sheet, top);
    set_print(content, sheet, top, std::accumulate(widths.begin(), widths.end(), std::size_t{0}));
  }

  /// The row is as high as its texts need: not every program finds that out by itself.
  void write_row(lxw_worksheet* sheet, std::size_t row, const std::vector<SheetCell>& cells,
                 const std::vector<std::size_t>& widths) {
    constexpr double kLineHeight = 17;  // points, of a font of 10
    constexpr double kMaxHeight = 409;  // what Excel takes
    std::size_t lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      write_text(sheet, row, i, cells[i]);
      if (i < widths.size()) lines = std::max(lines, num_lines(cells[i].text, widths[i]));
    }
    worksheet_set_row(sheet, static_cast<lxw_row_t>(row),
                      std::min(kMaxHeight, static_cast<double>(lines) * kLineHeight), nullptr);
  }

  /// Where a column takes words, a list to choose from in every cell that can be written into.
  static void set_words(const Sheet& content, std::size_t column, lxw_worksheet* sheet, std::size_t top) {
    std::vector<std::string> words = content.columns[column].words;  // The library takes what it could change.
    if (words.empty()) return;
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    validation.ignore_blank = LXW_VALIDATION_ON;
    validation.dropdown = LXW_VALIDATION_ON;
    const auto takes_words = [&](std::size_t row) {
      return row < content.rows.size() && column < content.rows[row].size() &&
             content.rows[row][column].style == CellStyle::kPlain;
    };
    for (std::size_t first = 0; first < content.rows.size(); ++first) {
      if (!takes_words(first)) continue;
      std::size_t last = first;
      while (takes_words(last + 1)) ++last;
      const auto at = static_cast<lxw_col_t>(column);
      worksheet_data_validation_range(sheet, static_cast<lxw_row_t>(top + 1 + first), at,
                                      static_cast<lxw_row_t>(top + 1 + last), at, &validation);
      first = last;
    }
  }

  static void set_view(const Sheet& content, lxw_worksheet* sheet, std::size_t top) {
    const auto heading = static_cast<lxw_row_t>(top);
    const auto last_row = static_cast<lxw_row_t>(top + content.rows.size());
    if (!content.headings.empty()) {
      worksheet_freeze_panes(sheet, heading + 1, static_cast<lxw_col_t>(content.num_fixed_columns));
      if (content.is_filtered)
        worksheet_autofilter(sheet, heading, 0, last_row, static_cast<lxw_col_t>(content.headings.size() - 1));
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
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, kA4);
    if (width <= kMaxPageWidth) {
      worksheet_fit_to_pages(sheet, 1, 0);
    } else {
      worksheet_set_print_scale(sheet, kReducedPercent);
      if (content.num_fixed_columns != 0)
        worksheet_repeat_columns(sheet, 0, static_cast<lxw_col_t>(content.num_fixed_columns - 1));
    }
    if (!content.headings.empty())
      worksheet_repeat_rows(sheet, static_cast<lxw_row_t>(top), static_cast<lxw_row_t>(top));
    std::string header = "&L";
    for (const char c : content_.title) header += c == '&' ? std::string("&&") : std::string(1, c);
    constexpr std::size_t kMaxHeader = 255;
    if (header.size() <= kMaxHeader) worksheet_set_header(sheet, header.c_str());
    worksheet_set_footer(sheet, "&R&P / &N");
  }

  const Workbook& content_;
  lxw_workbook* book_ = nullptr;
  std::array<lxw_format*, kNumStyles> formats_{};
  lxw_error error_ = LXW_NO_ERROR;
};

/// What Excel cannot hold.
Status check_limits(const Workbook& workbook) {
  for (const Sheet& sheet : workbook.sheets) {
    if (sheet.preface.size() + sheet.rows.size() + 2 > kMaxRows)
      return fail_with({fmt::format("シート「{}」の行が{}を超えます", sheet.name, kMaxRows),
                        fmt::format("sheet \"{}\" has more than {} rows", sheet.name, kMaxRows)});
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

Result<std::string> workbook_bytes(const Workbook& workbook) {
  if (Status status = check_limits(workbook); !status) return tl::unexpected(status.error());
  Result<ScratchFile> file = ScratchFile::open();
  if (!file) return tl::unexpected(file.error());
  WorkbookWriter writer(workbook, file->path());
  if (const lxw_error error = writer.write(); error != LXW_NO_ERROR) return fail(lxw_strerror(error));
  return file->bytes();
}

}  // namespace kijun::reports
