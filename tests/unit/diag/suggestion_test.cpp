#include "engine/diag/suggestion.h"

#include <gtest/gtest.h>

#include <vector>

namespace kijun::diag {
namespace {

TEST(SuggestionTest, FindsTheNearestName) {
  struct Case {
    std::string word;
    std::vector<std::string> candidates;
    std::string expected;  // empty: none is near
  };
  const Case cases[] = {
      {"severty", {"id", "severity", "stage"}, "severity"},
      {"titel", {"title", "tile"}, "title"},           // a swap counts one
      {"councl", {"council", "councils"}, "council"},  // nearer one
      {"aab", {"aaa", "aac"}, "aaa"},                  // ties go to the first
      {"sev", {"title", "severity"}, "severity"},      // prefix
      {"SEVERITY", {"severity"}, "severity"},
      {"ｓｅｖｅｒｉｔｙ", {"severity"}, "severity"},  // full-width
      {"ｶｲｷﾞ", {"カイギ"}, "カイギ"},
      {"協儀の場", {"協議の場", "設置時期"}, "協議の場"},  // one of four code points
      {"ordr", {"bodies", "zone"}, ""},
      {"abc", {"xyz"}, ""},
      {"abcdef", {"abxyef"}, "abxyef"},  // two of six
      {"abcde", {"abxye"}, ""},          // two of five
      {"x", {"y"}, ""},                  // nothing in common
      {"x", {"xy"}, "xy"},
      {"", {"id"}, ""},
      {"id", {}, ""},
  };
  for (const Case& item : cases) {
    EXPECT_EQ(suggest(item.word, item.candidates).value_or(""), item.expected) << item.word;
  }
}

TEST(SuggestionTest, IgnoresWordsTooLongToBeMisspelt) {
  const std::vector<std::string> candidates = {std::string(1000000, 'a')};
  EXPECT_EQ(suggest(std::string(1000000, 'a'), candidates), std::nullopt);
  EXPECT_EQ(suggest("a", candidates), std::nullopt);
}

TEST(SuggestionTest, OffersTheNearestWordOrSomethingElse) {
  const std::vector<std::string> candidates = {"council", "budget"};
  EXPECT_EQ(did_you_mean(suggest("concil", candidates)).en, "did you mean `council`?");
  EXPECT_EQ(did_you_mean(suggest("concil", candidates), {"別", "other"}).ja, "`council`ではありませんか");
  EXPECT_EQ(did_you_mean(suggest("zone", candidates), {"別", "other"}).en, "other");
  EXPECT_TRUE(did_you_mean(suggest("zone", candidates)).empty());
}

}  // namespace
}  // namespace kijun::diag
