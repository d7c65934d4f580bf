#include <algorithm>

#include "reports/escape/html_text.h"
#include "reports/html/sections.h"
#include "reports/model/standing_words.h"
#include "reports/model/tile_map.h"
#include "reports/words/record_words.h"

namespace kijun::reports {
namespace {

/// Where a tile stands in the grid.
std::size_t place_of(const TileMap& map, std::size_t tile) {
  return static_cast<std::size_t>(std::find(map.grid.begin(), map.grid.end(), tile) - map.grid.begin());
}

/// Writes the maps of one report: for each topic a list of the municipalities in their order, which the style lays out as
/// the register has them. A tile is a link to the municipality's sheet.
class MapWriter {
 public:
  MapWriter(const Page& page, const TileMap& map) : page_(page), html_(page.html), map_(map) {}

  void write() {
    for (const LocalizedText& note : tile_notes(page_.result().run(), map_)) html_.leaf("p", {{"class", "hint"}}, note);
    const auto maps = html_.element("div", {{"class", "maps"}});
    for (std::size_t topic = 0; topic < page_.report.topics.size(); ++topic) write_map(topic);
  }

  void write_legend() {
    const auto list = html_.element("ul", {{"class", "counts map-legend"}});
    for (std::size_t at = 0; at < kNumStandings; ++at) {
      const auto standing = static_cast<Standing>(at);
      if (!any(standing)) continue;
      const auto item = html_.element("li");
      write_mark(standing);
      html_.leaf("span", {{"class", "word"}}, standing_word(standing));
    }
  }

 private:
  [[nodiscard]] bool any(Standing standing) const {
    return std::any_of(map_.tiles.begin(), map_.tiles.end(), [&](const MapTile& tile) {
      return std::find(tile.standings.begin(), tile.standings.end(), standing) != tile.standings.end();
    });
  }

  void write_map(std::size_t topic) {
    const auto part = html_.element("div", {{"class", "map-of-topic"}});
    html_.leaf("h3", {},
               fill(Word::kMapCaption,
                    {{"topic", page_.report.topics[topic].title}, {"members", members_text(page_.result().run())}}));
    const auto list = html_.element("ul", {{"class", "tiles"}});
    for (std::size_t at = 0; at < map_.tiles.size(); ++at) write_item(at, topic);
  }

  void write_item(std::size_t at, std::size_t topic) {
    const MapTile& tile = map_.tiles[at];
    const Standing standing = tile.standings[topic];
    const std::size_t place = place_of(map_, at);
    const std::string css_class = "tile s-" + std::string(standing_id(standing)) + " x" +
                                  std::to_string(place % map_.num_columns + 1) + " y" +
                                  std::to_string(place / map_.num_columns + 1);
    const auto item = html_.element("li", {{"class", css_class}});
    const SubjectView& subject = page_.subject(tile.subject);
    if (page_.report.sheets.empty()) {
      const auto box = html_.element("span", {{"class", "in-tile"}});
      write_tile(subject, standing);
      return;
    }
    const auto link = html_.element("a", {{"class", "in-tile"}, {"href", "#" + html_id(subject.anchor)}});
    write_tile(subject, standing);
  }

  void write_tile(const SubjectView& subject, Standing standing) {
    html_.leaf("span", {{"class", "name"}}, tile_name(subject.name));
    write_mark(standing);
    html_.leaf("span", {{"class", "vh"}}, standing_word(standing));
  }

  void write_mark(Standing standing) {
    html_.leaf("span", {{"class", "mk s-" + std::string(standing_id(standing))}, {"aria-hidden", "true"}},
               standing_mark(standing));
  }

  const Page& page_;
  HtmlWriter& html_;
  const TileMap& map_;
};

std::string rules_of(const char* prefix, const char* property, std::size_t number) {
  std::string style;
  for (std::size_t at = 1; at <= number; ++at)
    style += "." + (prefix + std::to_string(at)) + "{" + property + ":" + std::to_string(at) + "}";
  return style;
}

}  // namespace

std::string tile_places(const GapReport& report) {
  const TileMap map = build_tile_map(report);
  return rules_of("x", "grid-column", map.num_columns) + rules_of("y", "grid-row", map.num_rows()) + "\n";
}

void write_map_section(const Page& page) {
  const Section section(page, "map", Word::kMap);
  const TileMap map = build_tile_map(page.report);
  if (map.tiles.empty()) {
    page.html.leaf("p", {{"class", "nothing"}}, fill(Word::kNoMap, {{"max", kMaxTiles}}));
    return;
  }
  MapWriter writer(page, map);
  writer.write();
  writer.write_legend();
}

}  // namespace kijun::reports
