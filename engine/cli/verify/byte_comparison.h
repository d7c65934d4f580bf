#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace kijun::cli {

/// The first place at which two texts are not the same.
struct ByteDifference {
  std::size_t offset = 0;  ///< Bytes that are the same before it.
  std::size_t line = 1;    ///< 1-based.
  std::size_t column = 1;  ///< 1-based, in code points.
  std::string expected;    ///< What stands there, with what leads to it on the line; whole characters.
  std::string made;        ///< The same of the other text.
  bool expected_ends = false;
  bool made_ends = false;
};

/// Compares a text with what `write` writes while it is written: nothing of it is kept but a few characters. Nothing when
/// they are the same to the last byte.
[[nodiscard]] std::optional<ByteDifference> compare_bytes(std::string_view expected,
                                                          const std::function<void(std::ostream&)>& write);

}  // namespace kijun::cli
