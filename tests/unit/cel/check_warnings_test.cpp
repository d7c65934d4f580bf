#include <gtest/gtest.h>

#include <string>

#include "tests/unit/cel/front_end_support.h"

namespace kijun::cel {
namespace {

std::string warnings_of(const std::string& text) {
  const std::string checked = ProfileSample().type(text);
  const std::size_t line = checked.find('\n');
  return line == std::string::npos ? "" : checked.substr(line + 1);
}

struct Constant {
  const char* text;
  bool value;
};

TEST(CheckWarningsTest, SaysWhichComparisonsAreAlwaysAlike) {
  constexpr Constant kConstants[] = {
      // An operand beside itself.
      {"council == council", true},
      {"self.funded != self.funded", false},
      {"children <= children", true},
      {"children + 1 > children + 1", false},
      {"zone.members.count(m, m.funded) == zone.members.count(m, m.funded)", true},
      {"council >= council", true},
      {"1 == 1", true},
      // An empty list.
      {"council in []", false},
      {"children in []", false},
      {"note in []", false},
      // The domain of an enum.
      {"council >= \"none\"", true},
      {"\"established\" < council", false},
      {"coordinator in [\"no\", \"yes\"]", true},
      // Bounds of what a function gives.
      {"size(note) >= 0", true},
      {"note.size() < 0", false},
      {"-1 < size(services)", true},
      {"zone.members.count(m, m.funded) >= 0", true},
      {"zone.members.distinct(m, m.council) == -1", false},
      {"planned_date.month() == 13", false},
      {"planned_date.month() != 0", true},
      {"planned_date.day() <= 31", true},
      {"0 > planned_date.year()", false},
      {"uint(children) >= 0u", true},
      {"1 < 2", true},
      {"2.5 < 2", false},
  };
  for (const Constant& row : kConstants) {
    const std::string text = row.text;
    const std::string expected = "KJ3030@0-" + std::to_string(text.size()) + " `" + text + "` is always " +
                                 (row.value ? "true" : "false") + " where there is an answer";
    const std::string shown = warnings_of(text);
    // Long comparisons are cut in the message.
    if (text.size() <= 40) {
      EXPECT_EQ(shown, expected);
    }
    EXPECT_TRUE(shown.starts_with("KJ3030@0-" + std::to_string(text.size()))) << text << "\n" << shown;
    EXPECT_TRUE(shown.ends_with(std::string(row.value ? "true" : "false") + " where there is an answer")) << shown;
  }
}

TEST(CheckWarningsTest, RemindsThatASharedIsNoPercentage) {
  EXPECT_EQ(warnings_of("bodies.share(b, b.confirmed) >= 80"),
            "KJ3030@0-34 `bodies.share(b, b.confirmed) >= 80` is always false where there is an answer; a `share` is a "
            "number from 0 to 1");
}

TEST(CheckWarningsTest, KnowsTheNamesOfEras) {
  const std::string eras = " where there is an answer; eras: `明治`, `大正`, `昭和`, `平成`, `令和`";
  EXPECT_EQ(warnings_of("planned_date.era() == \"平静\""),
            "KJ3030@0-30 `planned_date.era() == \"平静\"` is always false" + eras);
  EXPECT_EQ(warnings_of("\"R\" != planned_date.era()"),
            "KJ3030@0-25 `\"R\" != planned_date.era()` is always true" + eras);
  EXPECT_EQ(warnings_of("planned_date.era() == \"平成\""), "");
}

TEST(CheckWarningsTest, RewritesComparisonsWithTrueAndFalse) {
  EXPECT_EQ(warnings_of("funded == true"),
            "KJ3034@0-14 `funded` is a bool already and need not be compared with true; write `funded`");
  EXPECT_EQ(warnings_of("false == funded"),
            "KJ3034@0-15 `funded` is a bool already and need not be compared with false; write `!funded`");
  EXPECT_EQ(warnings_of("funded != false"),
            "KJ3034@0-15 `funded` is a bool already and need not be compared with false; write `funded`");
  EXPECT_EQ(
      warnings_of("(children > 3) != true"),
      "KJ3034@0-22 `(children > 3)` is a bool already and need not be compared with true; write `!(children > 3)`");
}

TEST(CheckWarningsTest, RewritesConditionalsThatWereMeantToAbsorb) {
  const std::string reason = " a `?:` whose condition is unknown stays unknown and looks at neither branch; ";
  EXPECT_EQ(warnings_of("council == \"none\" ? true : funded"),
            "KJ3031@0-33" + reason + "`council == \"none\" || funded` also decides where one side is enough");
  EXPECT_EQ(warnings_of("funded ? children > 3 : false"),
            "KJ3031@0-29" + reason + "`funded && children > 3` also decides where one side is enough");
  EXPECT_EQ(warnings_of("funded ? children > 3 : true"),
            "KJ3031@0-28" + reason + "`!funded || children > 3` also decides where one side is enough");
  EXPECT_EQ(warnings_of("funded && answered(note) ? false : children > 3"),
            "KJ3031@0-47" + reason +
                "`!(funded && answered(note)) && children > 3` also decides where one side is "
                "enough");
}

TEST(CheckWarningsTest, KeepsQuietWhereAnAnswerDecides) {
  for (const char* const text : {"council == previous.council",
                                 "children >= 0",
                                 "面積 > 0",
                                 "cost >= 0",
                                 "council >= \"planned\"",
                                 "coordinator in [\"no\"]",
                                 "size(note) > 0",
                                 "size(note) >= size(code)",
                                 "zone.members.count(m, m.funded) >= 1",
                                 "zone.members.share(m, m.funded) >= 0.8",
                                 "zone.members.share(m, m.funded) == 1",
                                 "planned_date.month() == 12",
                                 "answered(note) ? council == \"none\" : false",
                                 "answered(note) ? funded : true",
                                 "funded ? council : \"none\"",
                                 "funded ? children : 0",
                                 "funded == has_council",
                                 "zone.members.exists(m, m.council != council)",
                                 "missing_reason(note) == \"blank\"",
                                 "uint(children) > 0u",
                                 "planned_date.eraYear() >= 31"}) {
    EXPECT_EQ(warnings_of(text), "") << text;
  }
}

}  // namespace
}  // namespace kijun::cel
