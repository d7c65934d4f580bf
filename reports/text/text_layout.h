#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "reports/model/format.h"

namespace kijun::reports {

/// Columns a line may take.
inline constexpr std::size_t kTextColumns = 80;

/// `text` filled with spaces up to `width` columns; longer text comes back as it is.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width, std::size_t ambiguous_width = 1);

/// `text` filled from the left, for numbers.
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width, std::size_t ambiguous_width = 1);

/// Colours of a terminal (ANSI), only as an addition: every word stands there without them.
enum class Paint : std::uint8_t { kNone, kBold, kRed, kYellow, kCyan, kBlue };

/// Lays text out for a terminal of 80 columns. Texts are made harmless first: controls escaped, line breaks as " / ", and
/// nothing a CI runner would obey at the start of a line.
class TextLayout {
 public:
  TextLayout(std::ostream& out, TerminalStyle style) : out_(out), style_(style) {}

  /// A blank line and the title of what follows.
  void heading(std::string_view title) const {
    blank_line();
    wrapped("", title, Paint::kNone, Paint::kBold);
  }
  void blank_line() const { out_ << '\n'; }
  /// Writes `text` after `first` wrapped at `kTextColumns`; further lines are indented by the width of `first`. Japanese
  /// breaks anywhere but before 、。，．）」』・ー and behind （「『 and the like, other text at spaces.
  void wrapped(std::string_view first, std::string_view text, Paint first_paint = Paint::kNone,
               Paint text_paint = Paint::kNone) const;
  /// Rows of cells in columns as wide as their widest cell, two spaces apart; cells from `first_right_aligned` on end at
  /// the right. Where a table would be too wide, the first column is wrapped. Every row has as many cells as the first.
  void table(const std::vector<std::vector<std::string>>& rows, std::string_view indent,
             std::size_t first_right_aligned) const;
  /// A line that is already laid out.
  void line(std::string_view indent, std::string_view text, Paint paint = Paint::kNone) const;

  [[nodiscard]] std::size_t width(std::string_view text) const;
  [[nodiscard]] const TerminalStyle& style() const { return style_; }

 private:
  /// `text` made harmless and cut into lines of at most `columns`.
  [[nodiscard]] std::vector<std::string> split_lines(std::string_view text, std::size_t columns) const;
  void write_row(const std::vector<std::string>& row, const std::vector<std::size_t>& widths, std::string_view indent,
                 std::size_t first_right_aligned) const;
  [[nodiscard]] std::string painted(std::string_view text, Paint paint) const;

  std::ostream& out_;
  TerminalStyle style_;
};

}  // namespace kijun::reports
