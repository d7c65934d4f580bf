#include "reports/model/tile_map.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "reports/model/standings.h"
#include "reports/words/record_words.h"

namespace kijun::reports {
namespace {

/// A list is about as much wider than high as a page across.
constexpr double kListShape = 1.6;

std::vector<MapTile> tiles_of(const GapReport& report) {
  const audit::ResultModel& result = *report.result;
  std::vector<Standings> standings;
  for (const TopicSummary& topic : report.topics) standings.emplace_back(result, topic.id);
  std::set<table::SubjectRef> municipalities;
  for (const table::SubjectRef ref : result.municipalities()) municipalities.insert(ref);
  std::vector<MapTile> tiles;
  for (std::size_t at = 0; at < report.subjects.size(); ++at) {
    const table::SubjectRef ref = report.subjects[at].ref;
    if (!municipalities.contains(ref)) continue;
    MapTile tile{at, {}};
    for (const Standings& topic : standings) tile.standings.push_back(topic.of(ref));
    tiles.push_back(std::move(tile));
  }
  return tiles;
}

/// Whether the survey is of municipalities, which alone have a place.
bool has_places(const GapReport& report) {
  const audit::SubjectList& municipalities = report.result->municipalities();
  return report.shows_records && municipalities.size() <= kMaxTiles && !municipalities.empty() &&
         report.result->subject(*municipalities.begin()).name.kind == "municipality";
}

std::size_t width_of_list(std::size_t num_tiles) {
  return static_cast<std::size_t>(std::ceil(std::sqrt(kListShape * static_cast<double>(num_tiles))));
}

/// Puts each tile where the register has it; the numbers of those it does not have.
std::vector<std::size_t> place_tiles(const GapReport& report, TileMap& map) {
  std::vector<std::size_t> unplaced;
  std::map<survey::Tile, std::size_t> placed;
  std::size_t num_rows = 0;
  for (std::size_t at = 0; at < map.tiles.size(); ++at) {
    const std::optional<survey::Tile> tile = report.subjects[map.tiles[at].subject].info.tile;
    if (!tile || !placed.emplace(*tile, at).second) {
      unplaced.push_back(at);
      continue;
    }
    map.num_columns = std::max<std::size_t>(map.num_columns, tile->column);
    num_rows = std::max<std::size_t>(num_rows, tile->row);
  }
  if (placed.empty()) map.num_columns = width_of_list(unplaced.size());
  map.grid.assign(num_rows * map.num_columns, TileMap::kEmpty);
  for (const auto& [tile, at] : placed) map.grid[(tile.row - 1) * map.num_columns + tile.column - 1] = at;
  return unplaced;
}

}  // namespace

LocalizedText tile_name(LocalizedText name) {
  for (const std::string_view kind : {" City", " Town", " Village", " Ward"})
    if (name.en.ends_with(kind)) name.en.resize(name.en.size() - kind.size());
  return name;
}

std::vector<LocalizedText> tile_notes(const audit::RunInfo& run, const TileMap& map) {
  if (map.is_list()) return {word_for(run, Word::kMapIsList)};
  std::vector<LocalizedText> notes{word_for(run, Word::kMapNote)};
  if (map.num_unplaced > 0) notes.push_back(fill(Word::kMapUnplaced, {{"n", map.num_unplaced}}));
  return notes;
}

TileMap build_tile_map(const GapReport& report) {
  TileMap map;
  if (!has_places(report)) return map;
  map.tiles = tiles_of(report);
  const std::vector<std::size_t> unplaced = place_tiles(report, map);
  map.num_unplaced = unplaced.size();
  map.grid.insert(map.grid.end(), unplaced.begin(), unplaced.end());
  const std::size_t num_rows = (map.grid.size() + map.num_columns - 1) / map.num_columns;
  map.grid.resize(num_rows * map.num_columns, TileMap::kEmpty);
  return map;
}

}  // namespace kijun::reports
