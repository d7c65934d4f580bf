#include "engine/policy/params.h"

#include <gtest/gtest.h>

#include "tests/unit/policy/ruleset_fixture.h"

namespace kijun::policy {
namespace {

class ParamsTest : public RulesetFixture {
 protected:
  /// The value of the only parameter on a day, "days" for a date, or the codes of what is wrong.
  std::string value_on(const std::string& params, int year, unsigned month, unsigned day) {
    sink_ = diag::Sink();
    add("r.toml", std::string(kHead) + params);
    const auto ruleset = load("r.toml", *Date::from_ymd(year, month, day));
    if (!ruleset) return codes();
    return std::to_string(std::get<std::int64_t>(ruleset->params.at(0).value));
  }
};

constexpr std::string_view kDated = R"([params.limit]
unit = "人"
values = [
  { from = 2018-04-01, value = 1 },
  { from = 2021-04-01, value = 2 },
]
)";

TEST_F(ParamsTest, TakesTheValueInForceOnTheDay) {
  EXPECT_EQ(value_on(std::string(kDated), 2018, 4, 1), "1");
  EXPECT_EQ(value_on(std::string(kDated), 2021, 3, 31), "1");
  EXPECT_EQ(value_on(std::string(kDated), 2021, 4, 1), "2");
  EXPECT_EQ(value_on(std::string(kDated), 2030, 1, 1), "2");
  EXPECT_EQ(value_on(std::string(kDated), 2018, 3, 31), "KJ1214");
}

TEST_F(ParamsTest, WantsTheDatesInOrder) {
  EXPECT_EQ(
      value_on("[params]\nlimit = { values = [{ from = 2021-04-01, value = 1 }, { from = 2018-04-01, value = 2 }] "
               "}\n",
               2022, 1, 1),
      "KJ1213");
  EXPECT_EQ(
      value_on("[params]\nlimit = { values = [{ from = 2021-04-01, value = 1 }, { from = 2021-04-01, value = 2 }] "
               "}\n",
               2022, 1, 1),
      "KJ1213");
}

TEST_F(ParamsTest, KeepsWhatIsNotSaidAnew) {
  add("base.toml", std::string(kHead) +
                       "[params]\nlimit = { value = 1, unit = \"人\", description = { ja = \"数\", en "
                       "= \"number\" } }\n");
  add("edition.toml", std::string(kHead) + "extends = [\"base.toml\"]\n[params]\nlimit = 3\n");
  const auto ruleset = load("edition.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_EQ(std::get<std::int64_t>(ruleset->params.at(0).value), 3);
  EXPECT_EQ(ruleset->params[0].unit, "人");
  EXPECT_EQ(ruleset->params[0].description.en, "number");
  EXPECT_EQ(ruleset->params[0].span.source->path(), "edition.toml");
}

TEST_F(ParamsTest, LaterFilesAddDatedValues) {
  add("base.toml", std::string(kHead) + std::string(kDated));
  add("edition.toml",
      std::string(kHead) +
          "extends = [\"base.toml\"]\n[params.limit.values]\nadd = [{ from = 2024-04-01, value = 5 }]\n");
  const auto ruleset = load("edition.toml", *Date::from_ymd(2024, 4, 1));
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_EQ(std::get<std::int64_t>(ruleset->params.at(0).value), 5);
  EXPECT_EQ(ruleset->params[0].changes.size(), 3U);
}

TEST_F(ParamsTest, APlainValuePutsAnEndToDatedOnes) {
  add("base.toml", std::string(kHead) + std::string(kDated));
  add("edition.toml", std::string(kHead) + "extends = [\"base.toml\"]\n[params]\nlimit = 7\n");
  const auto ruleset = load("edition.toml", *Date::from_ymd(2017, 1, 1));
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_EQ(std::get<std::int64_t>(ruleset->params.at(0).value), 7);
  EXPECT_TRUE(ruleset->params[0].changes.empty());
}

TEST_F(ParamsTest, KeepsItsType) {
  add("base.toml", std::string(kHead) + "[params]\nlimit = 1\n");
  add("edition.toml", std::string(kHead) + "extends = [\"base.toml\"]\n[params]\nlimit = \"one\"\n");
  EXPECT_FALSE(load("edition.toml").has_value());
  ASSERT_EQ(codes(), "KJ1212");
  EXPECT_EQ(sink_.diagnostics()[0].notes.at(0).span.source->path(), "base.toml");
}

}  // namespace
}  // namespace kijun::policy
