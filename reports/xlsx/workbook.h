#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/base/result.h"

namespace kijun::reports {

/// How a cell looks.
enum class CellStyle : std::uint8_t {
  kPlain,     ///< For writing into.
  kReadOnly,  ///< Grey and locked.
  kHeading,
  kTitle,     ///< Large, without a border.
  kNote,      ///< Small, without a border.
  kChanged,   ///< Underlined, as a 新旧対照表 has it.
  kSection,   ///< Bold, without a border: names what follows.
  kSentence,  ///< Without a border, in as many lines as it takes.
  kValue,     ///< In one line, however long it is: for data.
  kCount,     ///< A number of things.
  kYear,      ///< A year, without separators.
  kShare,     ///< 0 … 1 as a percentage.
  kAmount,    ///< A number with the decimals that it has.
  kFigure,    ///< A text made of numbers, on the right.
  kDay,       ///< A date, western.
  kMark,      ///< One character, centred.
  kTile,      ///< A mark and a name, in the middle of two lines.
  kUpright,   ///< A heading turned to the left, over a narrow column.
  kEntry,     ///< Tinted: to be filled in by the reader.
  kEntryDay,  ///< The same for a date.
  kLink,      ///< Leads to `SheetCell::sheet`.
};

/// One cell. A text is always a text, whatever it starts with; what could disturb a reader (controls, directions) is
/// made visible in it.
struct SheetCell {
  std::string text;
  CellStyle style = CellStyle::kPlain;
  std::optional<double> number = {};  ///< Stands there in place of the text; of a day `day_number`.
  std::uint16_t span = 1;             ///< Columns it takes; the next cell of the row stands behind them.
  std::string sheet = {};             ///< The sheet of the workbook that it leads to, as `Sheet::name` has it.
};

/// A text as it is written: what XML has no place for is visible, and what a spreadsheet would read as the code of a
/// character (`_x0041_`) stays as it is.
[[nodiscard]] std::string written_text(std::string_view text);

/// The number a workbook keeps for a day.
[[nodiscard]] double day_number(Date day);

/// A column: how wide it is at most, in half-width characters, and what it takes.
struct SheetColumn {
  std::size_t max_width = 40;
  std::vector<std::string> words = {};  ///< A list to choose from; empty: none.
  bool takes_others = false;            ///< The words are only suggested.
  bool takes_days = false;
};

/// A list to choose from in one cell of `Sheet::rows`.
struct CellWords {
  std::size_t row = 0;
  std::size_t column = 0;
  std::vector<std::string> words;
};

/// Colours of the cells that hold a mark. The mark itself says the same.
struct MarkColours {
  std::string mark;
  std::uint32_t background = 0;  ///< 0xRRGGBB
  std::uint32_t text = 0;
  bool is_leading = false;  ///< A text follows the mark, after a space.
};

/// Bars of two parts, solid and hatched, drawn from cells of the sheet with 1 as the whole. Rows are those of the sheet.
struct BarChart {
  std::size_t row = 0;      ///< Where its upper left corner lies, in the first column …
  std::size_t left = 0;     ///< … so many pixels to the right.
  std::size_t width = 960;  ///< In pixels.
  std::size_t height = 0;   ///< In rows of a line.
  bool is_upright = false;  ///< Columns from left to right; else bars, the first on top.
  std::string title;
  std::string description;  ///< For those who do not see it.
  std::size_t first_row = 0;
  std::size_t num_rows = 0;
  std::size_t name_column = 0;
  std::size_t solid_column = 0;
  std::size_t hatched_column = 0;
  std::string solid_name;
  std::string hatched_name;
};

/// Takes one row after the other.
using AddRow = std::function<void(const std::vector<SheetCell>& cells)>;

/// A sheet with one table under some rows of other content.
struct Sheet {
  std::string name;  ///< Made fit for a sheet name: at most 31 characters, none of `[]:*?/\`.
  std::vector<std::vector<SheetCell>> preface;  ///< Above the table; for data none, so that the heading is row 1.
  std::vector<SheetColumn> columns;
  std::vector<SheetCell> heading_groups;  ///< A row over the headings; empty: none.
  std::vector<std::string> headings;      ///< Empty: there is no table.
  std::size_t num_upright_headings = 0;   ///< The last ones, over narrow columns.
  std::vector<std::vector<SheetCell>> rows;
  std::function<void(const AddRow& add)> more_rows;  ///< Made while they are written, each one line high.
  std::size_t num_fixed_columns = 0;                 ///< Stay in sight when scrolled.
  bool is_filtered = true;
  bool is_protected = false;  ///< Only cells of style `kPlain` can be written into.
  std::vector<CellWords> cell_words;
  bool fits_page = false;  ///< Printed on one page, however small.
  std::vector<MarkColours> marks;
  std::vector<BarChart> charts;
};

/// A cell by its row in the sheet, where content above the table is followed by a blank row. Null where none stands.
[[nodiscard]] const SheetCell* cell_at(const Sheet& content, std::size_t row, std::size_t column);

/// A workbook as it is written: the same content gives the same bytes.
struct Workbook {
  std::string title;
  std::string author;
  std::string description;   ///< Among its properties.
  std::string running_head;  ///< Above every page, below the title. With it the margins are narrow.
  std::optional<Date> created;
  Language language = Language::kJapanese;
  std::vector<Sheet> sheets;
};

/// Rows and characters of a cell that Excel takes.
inline constexpr std::size_t kMaxSheetRows = 1'048'576;
inline constexpr std::size_t kMaxSheetColumns = 16'384;
inline constexpr std::size_t kMaxCellCharacters = 32'767;

/// The bytes of an `.xlsx` file: A4 landscape, a page wide where that stays legible, headings repeated on every page, no
/// clock. More rows, columns or characters than Excel takes is a failure.
[[nodiscard]] Result<std::string> workbook_bytes(const Workbook& workbook);

}  // namespace kijun::reports
