#include "reports/model/tile_map.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

/// 架空県 with the tiles that a test gives its municipalities.
class DrawnModel : public FakeModel {
 public:
  explicit DrawnModel(std::map<std::string, survey::Tile> tiles) : tiles_(std::move(tiles)) {}

  audit::SubjectInfo subject(table::SubjectRef subject) const override {
    audit::SubjectInfo info = FakeModel::subject(subject);
    if (const auto found = tiles_.find(info.name.name.ja); found != tiles_.end()) info.tile = found->second;
    return info;
  }

 private:
  std::map<std::string, survey::Tile> tiles_;
};

/// Names by row, "・" where there is no tile.
std::string drawn(const GapReport& report) {
  const TileMap map = build_tile_map(report);
  std::string text;
  for (std::size_t at = 0; at < map.grid.size(); ++at) {
    text += map.grid[at] == TileMap::kEmpty ? "・" : report.subjects[map.tiles[map.grid[at]].subject].name.ja;
    text += at % map.num_columns == map.num_columns - 1 ? "\n" : " ";
  }
  return text;
}

TEST(TileMapTest, PutsMunicipalitiesWhereTheRegisterHasThem) {
  const DrawnModel model({{"甲市", {2, 1}}, {"乙町", {1, 2}}, {"丙村", {3, 2}}});
  const GapReport report = build_gap_report(model);
  EXPECT_EQ(drawn(report), "・ 甲市 ・\n乙町 ・ 丙村\n");
  EXPECT_EQ(build_tile_map(report).num_unplaced, 0U);
}

TEST(TileMapTest, PutsThoseWithoutATileBelow) {
  const DrawnModel model({{"丙村", {2, 1}}});
  const GapReport report = build_gap_report(model);
  EXPECT_EQ(drawn(report), "・ 丙村\n甲市 乙町\n");
  EXPECT_EQ(build_tile_map(report).num_unplaced, 2U);
  EXPECT_FALSE(build_tile_map(report).is_list());
}

TEST(TileMapTest, IsAListInTheirOrderWhereTheRegisterDrawsNone) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  EXPECT_EQ(drawn(report), "甲市 乙町 丙村\n");
  EXPECT_TRUE(build_tile_map(report).is_list());
}

TEST(TileMapTest, SaysHowEachStandsInEachTopic) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  const TileMap map = build_tile_map(report);
  ASSERT_EQ(map.tiles.size(), 3U);
  ASSERT_FALSE(report.topics.empty());
  ASSERT_EQ(report.topics[0].id, "council");
  EXPECT_EQ(map.tiles[0].standings[0], Standing::kDraftOnly);
  EXPECT_EQ(map.tiles[1].standings[0], Standing::kUnmet);
  EXPECT_EQ(map.tiles[2].standings[0], Standing::kUndecided);
}

TEST(TileMapTest, NamesAreShort) {
  EXPECT_EQ(tile_name({"横浜市", "Yokohama City"}).en, "Yokohama");
  EXPECT_EQ(tile_name({"横浜市", "Yokohama City"}).ja, "横浜市");
  EXPECT_EQ(tile_name({"港区", "Minato"}).en, "Minato");
}

TEST(TileMapTest, NotesSayWhatThePlacesMean) {
  const FakeModel listed;
  EXPECT_EQ(tile_notes(listed.run(), build_tile_map(build_gap_report(listed))).size(), 1U);
  const DrawnModel drawn_in_part({{"丙村", {2, 1}}});
  const std::vector<LocalizedText> notes =
      tile_notes(drawn_in_part.run(), build_tile_map(build_gap_report(drawn_in_part)));
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_EQ(notes[1].ja, "名簿に配置のない2団体は、下に建制順で並べています。");
}

TEST(TileMapTest, IsNoneOfASurveyThatListsOtherSubjects) {
  class Shelters : public FakeModel {
   public:
    audit::SubjectInfo subject(table::SubjectRef subject) const override {
      audit::SubjectInfo info = FakeModel::subject(subject);
      if (info.name.kind == "municipality") info.name.kind = "shelter";
      return info;
    }
  };
  const Shelters model;
  EXPECT_TRUE(build_tile_map(build_gap_report(model)).tiles.empty());
}

}  // namespace
}  // namespace kijun::reports
