#pragma once

#include <string>
#include <string_view>

namespace kijun::reports {

/// `text` as one cell of RFC 4180 text: quoted when it holds a comma, quote, line break or outer space. With
/// `formula_safe`, text that a spreadsheet would read as a formula (first character `= + - @`, their full-width forms,
/// tab or carriage return) gets an apostrophe before it.
[[nodiscard]] std::string csv_cell(std::string_view text, bool formula_safe);

}  // namespace kijun::reports
