#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace kijun::toml_doc {

/// Brackets that may stand inside each other, and parts that one dotted key may have. A ruleset needs four of each; the
/// limits keep every later recursion shallow.
inline constexpr std::size_t kDeepestBrackets = 64;
inline constexpr std::size_t kMostKeyParts = 16;

/// Offset of the first bracket or dot beyond the limits, or nothing. Works on any text, valid TOML or not.
[[nodiscard]] std::optional<std::size_t> find_excess_nesting(std::string_view text);

/// True when the line [begin, end) neither continues an array, inline table or string of an earlier line nor leaves one
/// open, so that it can be taken out without touching its neighbours.
[[nodiscard]] bool stands_alone(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace kijun::toml_doc
