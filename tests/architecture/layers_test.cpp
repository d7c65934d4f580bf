#include "tests/architecture/layers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kijun::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(LayersTest, NamesTheModuleOfAPath) {
  EXPECT_EQ(module_of("engine/cel/parser.h"), "cel");
  EXPECT_EQ(module_of("reports/html/page.h"), "reports/html");
  EXPECT_EQ(module_of("tests/unit/cel/parser_test.cpp"), "");
  EXPECT_EQ(module_of("fmt/format.h"), "");
}

TEST(LayersTest, AllowsLowerLayersAndTheOwnModule) {
  EXPECT_THAT(check_include_edges({{"engine/cel/a.h", "#include \"engine/cel/b.h\"\n#include \"engine/base/c.h\"\n"},
                                   {"engine/cli/main.cpp", "#include \"reports/html/page.h\"\n#include <map>\n"},
                                   {"reports/html/page.h", "#include \"reports/model/report.h\"\n"}}),
              IsEmpty());
}

TEST(LayersTest, RefusesAnIncludeOfAHigherLayer) {
  EXPECT_THAT(check_include_edges({{"engine/base/a.h", "#pragma once\n#include \"engine/diag/b.h\"\n"}}),
              ElementsAre("engine/base/a.h:2: base may not include diag"));
}

TEST(LayersTest, RefusesSurveyAndPolicyOfEachOther) {
  EXPECT_THAT(check_include_edges({{"engine/policy/a.h", "#include \"engine/survey/b.h\"\n"},
                                   {"engine/survey/b.h", "#include \"engine/policy/a.h\"\n"}}),
              ElementsAre("engine/policy/a.h:1: policy may not include survey",
                          "engine/survey/b.h:1: survey may not include policy"));
}

TEST(LayersTest, RefusesAFormatThatIncludesAnother) {
  EXPECT_THAT(check_include_edges({{"reports/html/page.cpp", "#include \"reports/markdown/table.h\"\n"}}),
              ElementsAre("reports/html/page.cpp:1: reports/html may not include reports/markdown"));
}

TEST(LayersTest, RefusesUnknownModulesAndRelativeIncludes) {
  EXPECT_THAT(check_include_edges({{"engine/helpers/a.h", ""}, {"engine/cel/a.h", "#include \"b.h\"\n"}}),
              ElementsAre("engine/helpers/a.h: the module `helpers` is not in the layer table",
                          "engine/cel/a.h:1: \"b.h\" is not a root-relative path"));
}

TEST(LayersTest, RefusesThatAPublicHeaderLeaksTheEngine) {
  EXPECT_THAT(check_public_includes({{"engine/library/include/kijun/a.h",
                                      "#include <kijun/b.h>\n#include <tl/expected.hpp>\n#include <vector>\n"
                                      "#include \"engine/base/date.h\"\n#include <fmt/core.h>\n"},
                                     {"engine/library/a.cpp", "#include \"engine/base/date.h\"\n"}}),
              ElementsAre("engine/library/include/kijun/a.h:4: a public header may not include engine/base/date.h",
                          "engine/library/include/kijun/a.h:5: a public header may not include fmt/core.h"));
}

TEST(LayersTest, ReportsEachCycleOnce) {
  EXPECT_THAT(check_include_cycles({{"engine/cel/a.h", "#include \"engine/cel/b.h\"\n"},
                                    {"engine/cel/b.h", "#include \"engine/cel/c.h\"\n"},
                                    {"engine/cel/c.h", "#include \"engine/cel/a.h\"\n"},
                                    {"engine/cel/d.h", "#include \"engine/cel/a.h\"\n"}}),
              ElementsAre("include cycle: engine/cel/a.h → engine/cel/b.h → engine/cel/c.h → engine/cel/a.h"));
}

TEST(LayersTest, AllowsADiamond) {
  EXPECT_THAT(check_include_cycles({{"engine/cel/a.h", "#include \"engine/cel/b.h\"\n#include \"engine/cel/c.h\"\n"},
                                    {"engine/cel/b.h", "#include \"engine/cel/d.h\"\n"},
                                    {"engine/cel/c.h", "#include \"engine/cel/d.h\"\n"},
                                    {"engine/cel/d.h", ""}}),
              IsEmpty());
}

TEST(LayersTest, ConfinesLibrariesAndTheClockToTheirFolder) {
  EXPECT_THAT(check_confined_uses({{"engine/toml/document.cpp", "#include <toml++/toml.h>\n"},
                                   {"engine/policy/a.cpp", "#include <toml++/toml.h>\n// <spdlog/spdlog.h>\n"},
                                   {"reports/html/a.cpp", "\nnow = std::chrono::system_clock::now();\n"},
                                   {"tests/unit/a_test.cpp", "#include <thread>\n"}}),
              ElementsAre("engine/policy/a.cpp:1: `<toml++/` belongs to engine/toml/ only",
                          "reports/html/a.cpp:2: `system_clock` belongs to engine/base/ only"));
}

}  // namespace
}  // namespace kijun::architecture
