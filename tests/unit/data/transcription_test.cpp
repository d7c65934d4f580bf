#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "engine/base/sha256.h"
#include "tests/unit/data/shipped.h"

namespace kijun::shipped {
namespace {

constexpr const char* kSource = "data/kanagawa/2018/source.txt";
constexpr const char* kAnswers = "data/kanagawa/2018/answers.csv";

// Columns of answers.csv.
constexpr std::size_t kName = 0;
constexpr std::size_t kCouncil = 1;
constexpr std::size_t kCouncilNote = 2;
constexpr std::size_t kCoordinator = 3;
constexpr std::size_t kBudget = 4;
constexpr std::size_t kCoordinatorNote = 5;

std::vector<Row> answer_rows() {
  std::vector<Row> rows = csv(kAnswers);
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

Row row_of(const std::string& name) {
  for (const Row& row : answer_rows()) {
    if (row.at(kName) == name) return row;
  }
  ADD_FAILURE() << "no row for " << name;
  return Row(6);
}

/// The table body: from the first entity's name up to the displaced upper heading row.
std::string table_body() {
  const std::string source = read(kSource);
  const std::size_t begin = source.find("神奈川県");
  const std::size_t end = source.find("協議の場の設置状況");
  EXPECT_LT(begin, end);
  return end == std::string::npos ? std::string() : source.substr(begin, end - begin);
}

/// Glyphs that are neither a space nor a line end; U+3000 is part of the answers and counts.
std::vector<std::string> glyphs(std::string_view text) {
  std::vector<std::string> kept;
  for (std::string& glyph : code_points(text)) {
    if (glyph != " " && glyph != "\n") kept.push_back(std::move(glyph));
  }
  return kept;
}

/// Answers of one column: how many ○, △, ×, and empty cells.
using Counts = std::array<int, 4>;

void add_mark(Counts& counts, const std::string& mark) {
  static const std::array<std::string, 4> kMarks = {"○", "△", "×", ""};
  for (std::size_t i = 0; i < kMarks.size(); ++i) {
    if (mark == kMarks[i]) ++counts[i];
  }
}

struct Totals {
  int entities = 0;
  Counts council = {};
  Counts coordinator = {};
  Counts budget = {};

  void add(const Row& row) {
    ++entities;
    add_mark(council, row.at(kCouncil));
    add_mark(coordinator, row.at(kCoordinator));
    add_mark(budget, row.at(kBudget));
  }
};

TEST(TranscriptionTest, SourceIsThePublishedTextByteForByte) {
  const std::string source = read(kSource);
  EXPECT_EQ(source.size(), 5992U);
  EXPECT_EQ(sha256_hex(source), "eba55c5daff50a51a2bacc2a6e9d5b9ec545b2999224d7b87b25a6d375c1bf66");
}

TEST(TranscriptionTest, EveryGlyphOfTheTableComesOnceAndInOrder) {
  std::string transcribed;
  for (const Row& row : answer_rows()) {
    for (const std::string& cell : row) transcribed += cell;
  }
  const std::vector<std::string> expected = glyphs(table_body());
  EXPECT_EQ(expected.size(), 1893U);
  EXPECT_EQ(glyphs(transcribed), expected);
}

TEST(TranscriptionTest, FileIsPlainUtf8WithLineFeedsAndNoSpaces) {
  const std::string bytes = read(kAnswers);
  EXPECT_EQ(bytes.substr(0, 9), "団体名");
  EXPECT_EQ(bytes.find('\r'), std::string::npos);
  EXPECT_EQ(bytes.find(' '), std::string::npos);
  EXPECT_EQ(bytes.back(), '\n');
}

TEST(TranscriptionTest, OneHeadingRowNamesSixColumnsOfThirtyFourEntities) {
  const std::vector<Row> rows = csv(kAnswers);
  ASSERT_EQ(rows.size(), 35U);
  EXPECT_EQ(rows.front(), (Row{"団体名", "協議の場_状況", "協議の場_備考", "コーディネーター_配置想定",
                               "コーディネーター_予算措置", "コーディネーター_備考"}));
  for (const Row& row : rows) EXPECT_EQ(row.size(), 6U) << row.front();
}

TEST(TranscriptionTest, OnlyTheSevenRealLineBreaksAreKeptWithinCells) {
  struct Break {
    std::string name;
    std::size_t column;
    std::string around;
  };
  const std::vector<Break> breaks = {
      {"神奈川県", kCoordinatorNote, "（参考資料参照）\nただし、配置については"},
      {"横浜市", kCouncilNote, "準備会開催\n平成31年度に設置予定"},
      {"横須賀市", kCouncilNote, "実施地区\n終了後は市が引継ぎ予定"},
      {"平塚市", kCoordinatorNote, "内部検討中\n平成31年度当初予算措置はなし"},
      {"藤沢市", kCoordinatorNote, "訪問看護師を予定\n平成31年度当初予算措置はなし"},
      {"小田原市", kCouncilNote, "庁内連絡会議を開催中。\n今後、連絡会議の位置づけ"},
      {"箱根町", kCouncilNote, "推進部会」\nほか、一市三町の連携"},
  };
  for (const Break& expected : breaks) {
    EXPECT_NE(row_of(expected.name).at(expected.column).find(expected.around), std::string::npos) << expected.name;
  }
  std::size_t line_feeds = 0;
  for (const Row& row : answer_rows()) {
    for (const std::string& cell : row) line_feeds += occurrences(cell, "\n");
  }
  EXPECT_EQ(line_feeds, breaks.size());
}

TEST(TranscriptionTest, MarksAddUpToThoseOfTheSource) {
  const std::string body = table_body();
  const std::string answers = read(kAnswers);
  struct Mark {
    std::string glyph;
    std::size_t count;
  };
  for (const Mark& mark : {Mark{"○", 25}, Mark{"△", 16}, Mark{"×", 57}}) {
    EXPECT_EQ(occurrences(body, mark.glyph), mark.count) << mark.glyph;
    EXPECT_EQ(occurrences(answers, mark.glyph), mark.count) << mark.glyph;
  }
}

TEST(TranscriptionTest, MarkColumnsHoldOneLegendMarkOrNothing) {
  for (const Row& row : answer_rows()) {
    for (const std::size_t column : {kCouncil, kCoordinator, kBudget}) {
      const std::string& mark = row.at(column);
      EXPECT_TRUE(mark.empty() || mark == "○" || mark == "△" || mark == "×") << row.front() << ": " << mark;
    }
  }
}

TEST(TranscriptionTest, DoubtfulCellsStandAsTheSourceShowsThem) {
  const std::string kamakura = "既存会議体「鎌倉市発達支援システムネットワーク」を位置付けるべく庁内調整中";
  EXPECT_EQ(row_of("鎌倉市"), (Row{"鎌倉市", "△", kamakura, "", "", ""}));
  EXPECT_EQ(row_of("清川村"), (Row{"清川村", "", "", "", "", ""}));
  EXPECT_EQ(row_of("綾瀬市"), (Row{"綾瀬市", "×", "", "△", "×", "児童発達支援センターの相談員を想定している"}));
  EXPECT_EQ(row_of("山北町").at(kCoordinatorNote), "県域による体制確保が現実的と考えている");

  const Row ninomiya = row_of("二宮町");
  EXPECT_EQ(ninomiya.at(kCoordinator), "×");
  EXPECT_EQ(ninomiya.at(kBudget), "×");
  EXPECT_EQ(ninomiya.at(kCoordinatorNote), "×");
}

TEST(TranscriptionTest, TotalsByZoneAreThoseCountedByHand) {
  std::map<std::string, std::string> zone_of;
  for (const auto& entity : csv_by_column("data/kanagawa/municipalities.csv")) {
    zone_of[entity.at("name")] = entity.at("zone");
  }
  std::map<std::string, Totals> totals;
  for (const Row& row : answer_rows()) {
    totals["all"].add(row);
    const std::string& zone = zone_of.at(row.at(kName));
    if (zone.empty()) continue;  // the prefecture
    totals["municipalities"].add(row);
    totals[zone].add(row);
  }
  struct Expected {
    std::string set;
    Totals totals;
  };
  const std::vector<Expected> expected = {
      {"all", {34, {17, 13, 3, 1}, {6, 3, 23, 2}, {2, 0, 30, 2}}},
      {"municipalities", {33, {16, 13, 3, 1}, {5, 3, 23, 2}, {1, 0, 30, 2}}},
      {"yokohama", {1, {1, 0, 0, 0}, {1, 0, 0, 0}, {1, 0, 0, 0}}},
      {"kawasaki", {1, {1, 0, 0, 0}, {0, 0, 1, 0}, {0, 0, 1, 0}}},
      {"sagamihara", {1, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}}},
      {"yokosuka-miura", {5, {2, 3, 0, 0}, {0, 0, 4, 1}, {0, 0, 4, 1}}},
      {"shonan-east", {3, {1, 2, 0, 0}, {1, 0, 2, 0}, {0, 0, 3, 0}}},
      {"shonan-west", {5, {2, 2, 1, 0}, {1, 0, 4, 0}, {0, 0, 5, 0}}},
      {"ken-o", {7, {1, 3, 2, 1}, {2, 2, 2, 1}, {0, 0, 6, 1}}},
      {"kensei", {10, {7, 3, 0, 0}, {0, 0, 10, 0}, {0, 0, 10, 0}}},
  };
  EXPECT_EQ(totals.size(), expected.size());
  for (const Expected& row : expected) {
    const Totals& counted = totals[row.set];
    EXPECT_EQ(counted.entities, row.totals.entities) << row.set;
    EXPECT_EQ(counted.council, row.totals.council) << row.set;
    EXPECT_EQ(counted.coordinator, row.totals.coordinator) << row.set;
    EXPECT_EQ(counted.budget, row.totals.budget) << row.set;
  }
}

TEST(TranscriptionTest, MunicipalCoordinatorAndBudgetMarksPairAsCountedByHand) {
  std::map<std::string, int> pairs;
  for (const Row& row : answer_rows()) {
    if (row.at(kName) != "神奈川県") ++pairs[row.at(kCoordinator) + row.at(kBudget)];
  }
  EXPECT_EQ(pairs, (std::map<std::string, int>{{"○○", 1}, {"○×", 4}, {"△×", 3}, {"××", 23}, {"", 2}}));
}

TEST(TranscriptionTest, CopiedNotesAreIdenticalToTheCharacter) {
  struct Group {
    std::size_t column;
    std::vector<std::string> names;
  };
  const std::vector<Group> groups = {
      {kCouncilNote, {"大磯町", "二宮町"}},
      {kCouncilNote, {"大井町", "松田町", "山北町"}},
      {kCouncilNote, {"中井町", "開成町"}},
      {kCouncilNote, {"真鶴町", "湯河原町"}},
      {kCoordinatorNote, {"川崎市", "横須賀市", "小田原市"}},
  };
  for (const Group& group : groups) {
    const std::string first = row_of(group.names.front()).at(group.column);
    EXPECT_FALSE(first.empty());
    for (const std::string& name : group.names) EXPECT_EQ(row_of(name).at(group.column), first) << name;
  }
}

}  // namespace
}  // namespace kijun::shipped
