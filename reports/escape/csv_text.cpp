#include "reports/escape/csv_text.h"

#include <algorithm>
#include <array>

namespace kijun::reports {
namespace {

constexpr std::array<std::string_view, 10> kFormulaStarts{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

bool starts_like_formula(std::string_view text) {
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

std::string csv_cell(std::string_view text, bool formula_safe) {
  std::string cell;
  if (formula_safe && starts_like_formula(text)) cell += '\'';
  cell += text;
  const bool quoted =
      cell.find_first_of(",\"\r\n") != std::string::npos || cell.starts_with(' ') || cell.ends_with(' ');
  if (!quoted) return cell;
  std::string result = "\"";
  for (const char c : cell) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

}  // namespace kijun::reports
