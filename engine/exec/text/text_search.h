#pragma once

#include <string_view>

namespace kijun::exec {

/// Whether `part` stands in `text`. The empty part stands in every text.
[[nodiscard]] bool contains(std::string_view text, std::string_view part);

/// Where `part`, which is not empty, first stands in `text` from `from` on, or `npos`.
[[nodiscard]] std::size_t find_text(std::string_view text, std::string_view part, std::size_t from);

}  // namespace kijun::exec
