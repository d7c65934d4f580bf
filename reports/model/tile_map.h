#pragma once

#include <cstddef>
#include <vector>

#include "reports/model/gap_report.h"

namespace kijun::reports {

/// More municipalities than a prefecture has fit on no map of tiles.
inline constexpr std::size_t kMaxTiles = 200;

/// One municipality on the map.
struct MapTile {
  std::size_t subject = 0;          ///< In `GapReport::subjects`.
  std::vector<Standing> standings;  ///< One per `GapReport::topics`.
};

/// Every municipality as a tile of the same size, where the register draws it; those without a tile there stand below in
/// 建制順, row by row.
struct TileMap {
  static constexpr std::size_t kEmpty = static_cast<std::size_t>(-1);
  std::size_t num_columns = 0;
  std::vector<std::size_t> grid;  ///< By row, then column: in `tiles`, or `kEmpty`.
  std::vector<MapTile> tiles;     ///< In 建制順.
  std::size_t num_unplaced = 0;   ///< Of them, without a tile in the register.

  [[nodiscard]] std::size_t num_rows() const { return num_columns == 0 ? 0 : grid.size() / num_columns; }
  /// No tile is where the register says: the map is but a list.
  [[nodiscard]] bool is_list() const { return num_unplaced == tiles.size(); }
};

/// A name as short as a tile is narrow: in English without "City".
[[nodiscard]] LocalizedText tile_name(LocalizedText name);
/// What the places of the tiles mean: sentences.
[[nodiscard]] std::vector<LocalizedText> tile_notes(const audit::RunInfo& run, const TileMap& map);

/// Empty for a survey of other subjects than municipalities, or of more than `kMaxTiles`.
[[nodiscard]] TileMap build_tile_map(const GapReport& report);

}  // namespace kijun::reports
