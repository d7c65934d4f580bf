#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kijun::survey {

/// The check digit of a five-digit local government code (総務省 全国地方公共団体コード): the last digit of
/// 11 − (6a+5b+4c+3d+2e mod 11). Nothing unless `code5` is five ASCII digits.
[[nodiscard]] std::optional<char> check_digit(std::string_view code5);

/// True when `code6` is six digits and the last one is the check digit of the others.
[[nodiscard]] bool has_valid_check_digit(std::string_view code6);

/// Six digits from five or six; nothing for anything else, a wrong check digit included.
[[nodiscard]] std::optional<std::string> complete_code(std::string_view code);

}  // namespace kijun::survey
