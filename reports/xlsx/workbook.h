#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/base/result.h"

namespace kijun::reports {

/// How a cell looks.
enum class CellStyle : std::uint8_t {
  kPlain,     ///< For writing into.
  kReadOnly,  ///< Grey and locked.
  kHeading,
  kTitle,    ///< Large, without a border.
  kNote,     ///< Small, without a border.
  kChanged,  ///< Underlined, as a 新旧対照表 has it.
};

/// One cell. A text is always a text, whatever it starts with.
struct SheetCell {
  std::string text;
  CellStyle style = CellStyle::kPlain;
};

/// A column: how wide it is at most, in half-width characters, and the words it takes.
struct SheetColumn {
  std::size_t max_width = 40;
  std::vector<std::string> words;
};

/// A sheet with one table under some lines of text.
struct Sheet {
  std::string name;                ///< Made fit for a sheet name: at most 31 characters, none of `[]:*?/\`.
  std::vector<SheetCell> preface;  ///< Lines above the table; for data sheets none, so that the heading is row 1.
  std::vector<SheetColumn> columns;
  std::vector<std::string> headings;
  std::vector<std::vector<SheetCell>> rows;
  std::size_t num_fixed_columns = 0;  ///< Stay in sight when scrolled.
  bool is_filtered = true;
  bool is_protected = false;  ///< Only cells of style `kPlain` can be written into.
};

/// A workbook as it is written: the same content gives the same bytes.
struct Workbook {
  std::string title;
  std::string author;
  Language language = Language::kJapanese;
  std::vector<Sheet> sheets;
};

/// The bytes of an `.xlsx` file: A4 landscape, a page wide where that stays legible, headings repeated on every page, no
/// clock. Excel takes at most 1,048,576 rows and 32,767 characters a cell; more is a failure.
[[nodiscard]] Result<std::string> workbook_bytes(const Workbook& workbook);

}  // namespace kijun::reports
