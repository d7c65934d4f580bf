#include "tests/architecture/sizes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kijun::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += "//\n";
  }
  return text;
}

TEST(SizesTest, AllowsFilesAndFunctionsAtTheCap) {
  EXPECT_THAT(check_sizes({{"a.h", lines(300)},
                           {"a.cpp", lines(600)},
                           {"b.cpp", "void f(int a, int b, int c, int d, int e, int g) {\n" + lines(58) + "}\n"},
                           {"c.cpp", "void f() {\nif (a) {\nif (a) {\nif (a) {\nif (a) {\n}\n}\n}\n}\n}\n"},
                           {"notes.md", lines(1000)}},
                          ""),
              IsEmpty());
}

TEST(SizesTest, ReportsWhatIsAboveTheCap) {
  EXPECT_THAT(
      check_sizes({{"a.h", lines(301)},
                   {"a.cpp", lines(601)},
                   {"b.cpp", "void f(int a, int b, int c, int d, int e, int g, int h) {\n" + lines(59) + "}\n"},
                   {"c.cpp", "void g() {\nif (a) {\nif (a) {\nif (a) {\nif (a) {\nif (a) {\n}\n}\n}\n}\n}\n}\n"}},
                  ""),
      ElementsAre("a.h: header 301, the cap is 300", "a.cpp: source 601, the cap is 600",
                  "b.cpp#f: function 61, the cap is 60", "b.cpp#f: parameters 7, the cap is 6",
                  "c.cpp#g: nesting 5, the cap is 4"));
}

TEST(SizesTest, AcceptsAnExcessThatTheAllowListGrants) {
  EXPECT_THAT(check_sizes({{"a.cpp", lines(601)}}, "# comment\n\nsource a.cpp a generated table\n"), IsEmpty());
}

TEST(SizesTest, RefusesEntriesThatAreIdleOrGiveNoReason) {
  EXPECT_THAT(check_sizes({{"a.cpp", lines(10)}}, "source a.cpp was long once\nheader b.h\n"),
              ElementsAre("allow-list: an entry is `<metric> <place> <reason>`: header b.h",
                          "allow-list: not needed any more: source a.cpp"));
}

TEST(SizesTest, GrantsOnlyTheMetricThatTheEntryNames) {
  EXPECT_THAT(check_sizes({{"a.cpp", lines(601)}}, "header a.cpp wrong metric\n"),
              ElementsAre("a.cpp: source 601, the cap is 600", "allow-list: not needed any more: header a.cpp"));
}

}  // namespace
}  // namespace kijun::architecture
