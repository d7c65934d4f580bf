#include "engine/policy/band_set_reader.h"

#include <gtest/gtest.h>

#include "tests/unit/policy/ruleset_fixture.h"

namespace kijun::policy {
namespace {

constexpr std::string_view kIndicators = R"(
[[indicator]]
id = "council.net"
title = { ja = "設置率", en = "Councils" }
for_each = "municipality"
met = 'council == "established"'
target = 1.0
[[indicator]]
id = "coordinator.placed"
title = { ja = "配置率", en = "Coordinators" }
for_each = "municipality"
met = 'council == "established"'
target = 1.0
)";

class BandSetReaderTest : public RulesetFixture {
 protected:
  /// A set of these indicators, with bands from these bounds.
  static std::string set(std::string_view indicators, const std::vector<std::string_view>& bounds) {
    std::string text(kIndicators);
    text += "[[band_set]]\nid = \"progress\"\ntitle = { ja = \"進捗\", en = \"Progress\" }\nindicators = [";
    text += std::string(indicators) + "]\n";
    for (std::size_t at = 0; at < bounds.size(); ++at)
      text += "[[band_set.band]]\nid = \"band" + std::to_string(at) +
              "\"\ntitle = { ja = \"区分\", en = \"band\" }\nat_least = \"" + std::string(bounds[at]) + "\"\n";
    return text;
  }

  std::string codes_of(std::string_view indicators, const std::vector<std::string_view>& bounds) {
    add("edition.toml", whole() + set(indicators, bounds));
    (void)load("edition.toml");
    return codes();
  }
};

TEST_F(BandSetReaderTest, ReadsBoundsAsExactFractions) {
  add("edition.toml", whole() + set("\"council.net\", \"coordinator.placed\"", {"1", "2/3", "1/2", "0"}));
  const auto ruleset = load("edition.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  ASSERT_EQ(ruleset->band_sets.size(), 1U);
  const BandSet& set = ruleset->band_sets[0];
  EXPECT_EQ(set.id, "progress");
  ASSERT_EQ(set.indicators.size(), 2U);
  EXPECT_EQ(set.indicators[1].text(), "coordinator.placed");
  ASSERT_EQ(set.bands.size(), 4U);
  EXPECT_EQ(set.bands[1].at_least.part, 2);
  EXPECT_EQ(set.bands[1].at_least.whole, 3);
}

TEST_F(BandSetReaderTest, ComparesWithoutRounding) {
  const Fraction two_thirds{2, 3};
  EXPECT_TRUE(two_thirds.is_reached(2, 3));
  EXPECT_TRUE(two_thirds.is_reached(4, 6));
  EXPECT_FALSE(two_thirds.is_reached(666'666, 1'000'000));
  EXPECT_TRUE(two_thirds.is_reached(666'667, 1'000'000));
}

TEST_F(BandSetReaderTest, RefusesWhatIsNoShare) {
  for (const std::string_view bound : {"0.66", "3/2", "1/0", "-1/2", "2/", "", "1/2/3", " 1/2"}) {
    sink_ = {};
    EXPECT_EQ(codes_of("\"council.net\"", {"1", bound, "0"}), "KJ1219") << bound;
  }
}

TEST_F(BandSetReaderTest, RefusesBandsThatDoNotLeadDownToZero) {
  const std::vector<std::vector<std::string_view>> wrong{{"1", "1/2"}, {"1/2", "1", "0"}, {"1", "2/4", "1/2", "0"}};
  for (const std::vector<std::string_view>& bounds : wrong) {
    sink_ = {};
    EXPECT_EQ(codes_of("\"council.net\"", bounds), "KJ1227");
  }
}

TEST_F(BandSetReaderTest, NeedsIndicatorsThatTheRulesetHas) {
  EXPECT_EQ(codes_of("\"council.nett\"", {"1", "0"}), "KJ1202");
}

TEST_F(BandSetReaderTest, NamesAnIndicatorOnce) {
  EXPECT_EQ(codes_of("\"council.net\", \"council.net\"", {"1", "0"}), "KJ1201");
}

TEST_F(BandSetReaderTest, NeedsBandsAndIndicators) {
  add("edition.toml", whole() + "[[band_set]]\nid = \"progress\"\ntitle = { ja = \"進捗\", en = \"Progress\" }\n");
  EXPECT_FALSE(load("edition.toml").has_value());
  EXPECT_EQ(codes(), "KJ1003 KJ1003");
}

TEST_F(BandSetReaderTest, AnEditionAddsItsIndicatorsAndChangesABand) {
  add("base.toml", whole() + set("", {"1", "1/2", "0"}));
  add("edition.toml", std::string(kHead) + R"(extends = ["base.toml"]
[[override]]
id = "progress"
indicators = { add = ["council.net"] }
  [[override.band]]
  id = "band1"
  at_least = "2/3"
)");
  const auto ruleset = load("edition.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  const BandSet& set = ruleset->band_sets.at(0);
  ASSERT_EQ(set.indicators.size(), 1U);
  ASSERT_EQ(set.bands.size(), 3U);
  EXPECT_EQ(set.bands[1].at_least.part, 2);
  EXPECT_EQ(set.bands[1].at_least.whole, 3);
}

TEST_F(BandSetReaderTest, AnInheritedSetIsNotWrittenAgain) {
  add("base.toml", whole() + set("\"council.net\"", {"1", "0"}));
  add("edition.toml", std::string(kHead) +
                          "extends = [\"base.toml\"]\n[[band_set]]\nid = \"progress\"\ntitle = { ja = \"進捗\", en = "
                          "\"Progress\" }\nindicators = []\n");
  EXPECT_FALSE(load("edition.toml").has_value());
  EXPECT_EQ(codes(), "KJ1201");
}

}  // namespace
}  // namespace kijun::policy
