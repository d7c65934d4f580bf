#include "engine/survey/check_digit.h"

#include <algorithm>

#include "engine/base/ascii.h"

namespace kijun::survey {
namespace {}  // namespace

std::optional<char> check_digit(std::string_view code5) {
  if (code5.size() != 5 || !std::all_of(code5.begin(), code5.end(), is_digit)) return std::nullopt;
  int sum = 0;
  for (int i = 0; i < 5; ++i) sum += (6 - i) * (code5[static_cast<std::size_t>(i)] - '0');
  return static_cast<char>('0' + (11 - sum % 11) % 10);
}

bool has_valid_check_digit(std::string_view code6) {
  return code6.size() == 6 && check_digit(code6.substr(0, 5)) == code6[5];
}

std::optional<std::string> complete_code(std::string_view code) {
  if (code.size() == 5) {
    const std::optional<char> digit = check_digit(code);
    return digit ? std::optional(std::string(code) + *digit) : std::nullopt;
  }
  return has_valid_check_digit(code) ? std::optional(std::string(code)) : std::nullopt;
}

}  // namespace kijun::survey
