#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace kijun::exec {

/// Hash of a text, however it is held.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// Texts that can be looked up by view, without making a string.
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

}  // namespace kijun::exec
