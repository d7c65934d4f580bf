#include "reports/xlsx/cell_formats.h"

namespace kijun::reports {
namespace {

constexpr lxw_color_t kGrey = 0xF0F0F0;
constexpr lxw_color_t kHeadingGrey = 0xD9D9D9;
constexpr lxw_color_t kLine = 0x808080;
constexpr lxw_color_t kEntryBlue = 0xE8F1FE;
constexpr lxw_color_t kLinkBlue = 0x00118F;

bool is_framed(CellStyle style) {
  switch (style) {
    case CellStyle::kTitle:
    case CellStyle::kNote:
    case CellStyle::kSection:
    case CellStyle::kSentence:
      return false;
    case CellStyle::kPlain:
    case CellStyle::kReadOnly:
    case CellStyle::kHeading:
    case CellStyle::kChanged:
    case CellStyle::kValue:
    case CellStyle::kCount:
    case CellStyle::kYear:
    case CellStyle::kShare:
    case CellStyle::kAmount:
    case CellStyle::kFigure:
    case CellStyle::kDay:
    case CellStyle::kMark:
    case CellStyle::kTile:
    case CellStyle::kUpright:
    case CellStyle::kEntry:
    case CellStyle::kEntryDay:
    case CellStyle::kLink:
      return true;
  }
  return true;
}

const char* number_format(CellStyle style) {
  if (style == CellStyle::kCount) return "#,##0";
  if (style == CellStyle::kYear) return "0";
  if (style == CellStyle::kShare) return "0.0%";
  if (style == CellStyle::kAmount) return "General";
  if (style == CellStyle::kDay || style == CellStyle::kEntryDay) return "yyyy-mm-dd";
  return "@";
}

/// Whether a text goes on in a second line. Numbers have no line to break.
bool wraps(CellStyle style) {
  const bool is_number = style == CellStyle::kCount || style == CellStyle::kYear || style == CellStyle::kShare ||
                         style == CellStyle::kAmount || style == CellStyle::kDay;
  return style == CellStyle::kSentence || (is_framed(style) && style != CellStyle::kValue && !is_number);
}

std::uint8_t vertical_alignment(CellStyle style) {
  if (style == CellStyle::kTile) return LXW_ALIGN_VERTICAL_CENTER;
  return style == CellStyle::kUpright ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP;
}

void set_colours(lxw_format* made, CellStyle style) {
  if (style == CellStyle::kReadOnly) format_set_bg_color(made, kGrey);
  if (style == CellStyle::kHeading || style == CellStyle::kUpright) format_set_bg_color(made, kHeadingGrey);
  if (style == CellStyle::kEntry || style == CellStyle::kEntryDay) format_set_bg_color(made, kEntryBlue);
  if (style == CellStyle::kLink) format_set_font_color(made, kLinkBlue);
}

void set_font(lxw_format* made, CellStyle style, Language language) {
  constexpr double kTitleSize = 14;
  constexpr double kSectionSize = 12;
  constexpr double kTextSize = 10;
  format_set_font_name(made, language == Language::kJapanese ? "游ゴシック" : "Calibri");
  const double size = style == CellStyle::kSection ? kSectionSize : kTextSize;
  format_set_font_size(made, style == CellStyle::kTitle ? kTitleSize : size);
  if (style == CellStyle::kHeading || style == CellStyle::kTitle || style == CellStyle::kSection) format_set_bold(made);
  if (style == CellStyle::kChanged || style == CellStyle::kLink) format_set_underline(made, LXW_UNDERLINE_SINGLE);
}

}  // namespace

std::array<lxw_format*, kNumCellStyles> make_cell_formats(lxw_workbook* book, Language language) {
  constexpr std::int16_t kQuarterTurn = 90;
  std::array<lxw_format*, kNumCellStyles> formats{};
  for (std::size_t i = 0; i < kNumCellStyles; ++i) {
    lxw_format* made = workbook_add_format(book);
    const auto style = static_cast<CellStyle>(i);
    set_font(made, style, language);
    format_set_align(made, vertical_alignment(style));
    if (style == CellStyle::kFigure) format_set_align(made, LXW_ALIGN_RIGHT);
    if (style == CellStyle::kMark || style == CellStyle::kTile) format_set_align(made, LXW_ALIGN_CENTER);
    if (style == CellStyle::kUpright) format_set_rotation(made, kQuarterTurn);
    if (is_framed(style)) {
      format_set_border(made, LXW_BORDER_THIN);
      format_set_border_color(made, kLine);
      format_set_num_format(made, number_format(style));
    }
    if (wraps(style)) format_set_text_wrap(made);
    if (style == CellStyle::kPlain) format_set_unlocked(made);
    set_colours(made, style);
    formats.at(i) = made;
  }
  return formats;
}

}  // namespace kijun::reports
