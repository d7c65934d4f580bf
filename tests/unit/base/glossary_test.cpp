#include "engine/base/glossary.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kijun {
namespace {

struct Replacement {
  const char* from;
  const char* to;
};

std::string in_japanese(const std::vector<Replacement>& pairs, std::string_view text) {
  std::vector<GlossaryTerm> terms;
  for (const Replacement& pair : pairs) terms.push_back({{pair.from, ""}, {pair.to, ""}});
  return Glossary(terms).reword(text, Language::kJapanese);
}

std::string in_english(const std::vector<Replacement>& pairs, std::string_view text) {
  std::vector<GlossaryTerm> terms;
  for (const Replacement& pair : pairs) terms.push_back({{"", pair.from}, {"", pair.to}});
  return Glossary(terms).reword(text, Language::kEnglish);
}

TEST(GlossaryTest, LeavesATextAsItIsWithoutTerms) {
  EXPECT_TRUE(Glossary().empty());
  EXPECT_EQ(Glossary().reword("圏域", Language::kJapanese), "圏域");
  EXPECT_EQ(in_japanese({{"避難所", "収容所"}}, ""), "");
  EXPECT_EQ(in_japanese({{"避難所", "収容所"}}, "圏域の会議"), "圏域の会議");
}

TEST(GlossaryTest, ReplacesJapaneseWhereverItStands) {
  EXPECT_EQ(in_japanese({{"障害", "障がい"}}, "障害福祉と障害者、障害"), "障がい福祉と障がい者、障がい");
  EXPECT_EQ(in_japanese({{"あ", "ん"}}, "ああ"), "んん");
}

TEST(GlossaryTest, TakesTheLongerTermFirstInWhateverOrderTheyStand) {
  for (const bool is_long_first : {true, false}) {
    const Replacement longer{"圏域設置の特例", "広域の特例"};
    const Replacement shorter{"圏域", "障がい保健福祉圏域"};
    const std::vector<Replacement> pairs =
        is_long_first ? std::vector<Replacement>{longer, shorter} : std::vector{shorter, longer};
    EXPECT_EQ(in_japanese(pairs, "圏域の圏域設置の特例"), "障がい保健福祉圏域の広域の特例");
  }
}

TEST(GlossaryTest, ATermReplacedByItselfIsKeptFromShorterOnes) {
  EXPECT_EQ(in_japanese({{"圏域", "障がい保健福祉圏域"}, {"障がい保健福祉圏域", "障がい保健福祉圏域"}},
                        "障がい保健福祉圏域と圏域"),
            "障がい保健福祉圏域と障がい保健福祉圏域");
}

TEST(GlossaryTest, ReplacesNothingThatWasPutIn) {
  EXPECT_EQ(in_japanese({{"甲", "乙"}, {"乙", "甲"}}, "甲乙甲"), "乙甲乙");
  EXPECT_EQ(in_japanese({{"市町村", "市町"}, {"町", "まち"}}, "市町村と町"), "市町とまち");
  // Nor what only comes about by putting in.
  EXPECT_EQ(in_japanese({{"乙丙", "一"}, {"甲", "乙"}}, "甲丙"), "乙丙");
  EXPECT_EQ(in_english({{"zone", "joint zone"}, {"joint", "shared"}}, "a joint zone"), "a shared joint zone");
}

TEST(GlossaryTest, OfTermsThatOverlapTheLongerThenTheFirstWins) {
  EXPECT_EQ(in_japanese({{"甲乙", "一"}, {"乙丙丁", "二"}}, "甲乙丙丁"), "甲二");
  EXPECT_EQ(in_japanese({{"乙丙", "二"}, {"甲乙", "一"}}, "甲乙丙"), "甲二");
}

TEST(GlossaryTest, MeasuresLengthInCharacters) {
  // In bytes "c甲" is the longer one.
  EXPECT_EQ(in_japanese({{"c甲", "二"}, {"abc", "一"}}, "abc甲"), "一甲");
}

TEST(GlossaryTest, TakesNoCharacterForAPattern) {
  EXPECT_EQ(in_japanese({{".*", "星"}, {"(a|b)", "組"}, {"\\1", "引"}, {"$", "円"}}, "x.*(a|b)\\1$a"), "x星組引円a");
  EXPECT_EQ(in_japanese({{"圏域", "$1\\0.*"}}, "圏域"), "$1\\0.*");
  EXPECT_EQ(in_english({{"(zone)", "[area]"}}, "the (zone), zone"), "the [area], zone");
}

TEST(GlossaryTest, TellsFullWidthFromHalfWidth) {
  EXPECT_EQ(in_japanese({{"Ａ", "甲"}}, "AＡ"), "A甲");
  EXPECT_EQ(in_japanese({{"コーディネーター", "調整者"}}, "ｺｰﾃﾞｨﾈｰﾀｰとコーディネーター"), "ｺｰﾃﾞｨﾈｰﾀｰと調整者");
}

TEST(GlossaryTest, ReplacesEnglishByWholeWords) {
  const std::vector<Replacement> zone{{"zone", "area"}};
  EXPECT_EQ(in_english(zone, "a zone, (zone) zone's zone."), "a area, (area) area's area.");
  EXPECT_EQ(in_english(zone, "zones zoned ozone zone_id zone2 9zone"), "zones zoned ozone zone_id zone2 9zone");
  EXPECT_EQ(in_english(zone, "zoneō ōzone"), "zoneō ōzone");
  EXPECT_EQ(in_english(zone, "圏域zoneの"), "圏域areaの");
  EXPECT_EQ(in_english({{"of the zone", "of it"}}, "part of the zone"), "part of it");
}

TEST(GlossaryTest, KeepsTheCapitalAtTheBeginning) {
  const std::vector<Replacement> zone{{"zone", "area"}};
  EXPECT_EQ(in_english(zone, "Zone and zone, ZONE"), "Area and area, ZONE");
  EXPECT_EQ(in_english({{"Zone", "area"}}, "Zone zone"), "area zone");
  EXPECT_EQ(in_english({{"zone", "Area"}}, "zone Zone"), "Area Area");
  EXPECT_EQ(in_english({{"zone", "圏域"}}, "Zone"), "圏域");
}

TEST(GlossaryTest, ReplacesEachLanguageByItsOwnTerms) {
  const Glossary glossary({{{"圏域", "zone"}, {"地域", "area"}}, {{"", "council"}, {"", "forum"}}});
  EXPECT_EQ(glossary.reword(LocalizedText{"圏域 zone council", "圏域 zone council"}),
            (LocalizedText{"地域 zone council", "圏域 area forum"}));
}

TEST(GlossaryTest, SaysWhetherATextHoldsATerm) {
  EXPECT_TRUE(holds_term("圏域設置", "域設", Language::kJapanese));
  EXPECT_FALSE(holds_term("圏域設置", "圈域", Language::kJapanese));
  EXPECT_TRUE(holds_term("Zone council", "zone", Language::kEnglish));
  EXPECT_FALSE(holds_term("Zones", "zone", Language::kEnglish));
  EXPECT_FALSE(holds_term("zone", "zone council", Language::kEnglish));
  EXPECT_FALSE(holds_term("zone", "", Language::kEnglish));
}

}  // namespace
}  // namespace kijun
