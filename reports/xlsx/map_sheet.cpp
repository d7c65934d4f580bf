#include <algorithm>

#include "reports/model/standing_words.h"
#include "reports/words/record_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr std::size_t kTileWidth = 10;
constexpr std::size_t kGapWidth = 2;

/// How many maps stand side by side, so that all of them are as large as one page across takes them.
std::size_t maps_in_a_row(const TileMap& map, std::size_t num_maps) {
  constexpr double kCharacterWidth = 5.5;  // points of a half-width character
  constexpr double kTileHeight = 34;       // two lines
  constexpr double kLinesAround = 3;       // caption, numbers and a blank row, in tiles
  constexpr double kPageShape = 1.45;      // of A4 within its margins
  std::size_t best = 1;
  double best_size = 0;
  for (std::size_t across = 1; across <= num_maps; ++across) {
    const std::size_t down = (num_maps + across - 1) / across;
    const double width = static_cast<double>(across * (map.num_columns * kTileWidth + kGapWidth)) * kCharacterWidth;
    const double height =
        static_cast<double>(down) * (static_cast<double>(map.num_rows()) + kLinesAround) * kTileHeight;
    const double size = std::min(kPageShape / width, 1 / height);
    if (size <= best_size) continue;
    best = across;
    best_size = size;
  }
  return best;
}

class Maps {
 public:
  Maps(const Book& book, const TileMap& map)
      : book_(book), map_(map), num_across_(maps_in_a_row(map, book.report().topics.size())) {}

  Sheet make() {
    sheet_.name = book_.say(sheet_name(BookSheet::kMap));
    sheet_.fits_page = true;
    for (std::size_t at = 0; at < num_across_; ++at) {
      if (at > 0) sheet_.columns.push_back({kGapWidth});
      sheet_.columns.insert(sheet_.columns.end(), map_.num_columns, SheetColumn{kTileWidth});
    }
    sheet_.marks = mark_colours(book_.language());
    for (MarkColours& colours : sheet_.marks) colours.is_leading = true;
    add_notes();
    const std::size_t num_maps = book_.report().topics.size();
    for (std::size_t first = 0; first < num_maps; first += num_across_)
      add_maps(first, std::min(first + num_across_, num_maps));
    return std::move(sheet_);
  }

 private:
  void add(std::vector<SheetCell> cells) { sheet_.preface.push_back(std::move(cells)); }
  void add_sentence(const LocalizedText& text) {
    add(book_.sentence(text, static_cast<std::uint16_t>(sheet_.columns.size())));
  }

  void add_notes() {
    const audit::RunInfo& run = book_.result().run();
    add({book_.text(word(Word::kMap), CellStyle::kTitle)});
    for (const LocalizedText& note : tile_notes(run, map_)) add_sentence(note);
    add_sentence(word(Word::kBookMapNote));
    LocalizedText legend = word(Word::kMapLegend);
    for (std::size_t at = 0; at < kNumStandings; ++at) {
      const auto standing = static_cast<Standing>(at);
      if (standing_mark(standing).empty()) continue;
      append(legend, fill(Word::kMapOf, {{"name", standing_mark(standing)}, {"standing", standing_word(standing)}}),
             {"　", "   "});
    }
    add_sentence(legend);
  }

  /// Maps of some topics side by side.
  void add_maps(std::size_t first, std::size_t end) {
    add({});
    std::vector<SheetCell> captions;
    std::vector<SheetCell> numbers;
    for (std::size_t topic = first; topic < end; ++topic) {
      if (topic > first) {
        captions.push_back(outside());
        numbers.push_back(outside());
      }
      captions.push_back(over_map(caption(topic), CellStyle::kSection));
      numbers.push_back(over_map(standings(book_.report().topics[topic]), CellStyle::kSentence));
    }
    add(std::move(captions));
    add(std::move(numbers));
    for (std::size_t row = 0; row < map_.num_rows(); ++row) {
      std::vector<SheetCell> cells;
      for (std::size_t topic = first; topic < end; ++topic) {
        if (topic > first) cells.push_back(outside());
        for (std::size_t column = 0; column < map_.num_columns; ++column) cells.push_back(place(row, column, topic));
      }
      add(std::move(cells));
    }
  }

  static SheetCell outside() { return {"", CellStyle::kSentence}; }

  [[nodiscard]] SheetCell over_map(const LocalizedText& text, CellStyle style) const {
    SheetCell cell = book_.text(text, style);
    cell.span = static_cast<std::uint16_t>(map_.num_columns);
    return cell;
  }

  [[nodiscard]] LocalizedText caption(std::size_t topic) const {
    return fill(Word::kMapCaption,
                {{"topic", book_.report().topics[topic].title}, {"members", members_text(book_.result().run())}});
  }

  /// The map in words: how many stand how.
  static LocalizedText standings(const TopicSummary& topic) {
    LocalizedText text;
    for (std::size_t at = 0; at < kNumStandings; ++at) {
      const auto standing = static_cast<Standing>(at);
      if (topic.of(standing) == 0) continue;
      append(text, fill(Word::kBookStandingCount, {{"standing", standing_word(standing)}, {"n", topic.of(standing)}}),
             {"、", ", "});
    }
    return text;
  }

  [[nodiscard]] SheetCell place(std::size_t row, std::size_t column, std::size_t topic) const {
    const std::size_t at = map_.grid[row * map_.num_columns + column];
    if (at == TileMap::kEmpty) return outside();
    const MapTile& tile = map_.tiles[at];
    LocalizedText text = standing_mark(tile.standings[topic]);
    append(text, tile_name(book_.subject(tile.subject).name), {" ", " "});
    return book_.text(text, CellStyle::kTile);
  }

  const Book& book_;
  const TileMap& map_;
  std::size_t num_across_;
  Sheet sheet_;
};

}  // namespace

Sheet map_sheet(const Book& book, const TileMap& map) { return Maps(book, map).make(); }

}  // namespace kijun::reports
