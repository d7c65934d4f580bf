#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace kijun::reports {

/// Columns a line may take.
inline constexpr std::size_t kTextColumns = 80;

/// `text` filled with spaces up to `width` columns; longer text comes back as it is.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width);

/// `text` filled from the left, for numbers.
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);

/// Writes `text` after `first` wrapped at `kTextColumns`; further lines are indented by the width of `first`. Line
/// breaks of the text itself become " / ", so that no part of a note can start a line. Japanese breaks anywhere but before
/// 、。，．）」』・ー and the like, other text at spaces.
void write_wrapped(std::ostream& out, std::string_view first, std::string_view text);

/// Rows of cells in columns as wide as their widest cell, two spaces apart, made harmless like wrapped text; cells of
/// `right_aligned` columns end at the right. Every row has as many cells as the first.
void write_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows, std::string_view indent,
                 std::size_t first_right_aligned);

}  // namespace kijun::reports
