#pragma once

#include <compare>
#include <cstdint>

namespace kijun::survey {

/// Where a municipality stands on the tile map of its register, which gives each one tile of the same size. Both count
/// from 1, from the west and from the north.
struct Tile {
  std::uint32_t column = 0;
  std::uint32_t row = 0;
  auto operator<=>(const Tile&) const = default;
};

}  // namespace kijun::survey
