#include "tests/architecture/conventions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kijun::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ConventionsTest, ReportsATestNameThatOccursTwice) {
  EXPECT_THAT(
      check_test_names({{"tests/oracle/a_test.cpp", "TEST(OneTest, Works) {}\n"},
                        {"tests/oracle/b_test.cpp", "\nTEST_F(OneTest,\n       Works) {}\nTEST(OneTest, Other) {}\n"},
                        {"tests/oracle/c_test.cpp", "// TEST(OneTest, Works)\n  \"TEST(OneTest, Works)\"\n"}}),
      ElementsAre("tests/oracle/b_test.cpp:2: OneTest.Works is also at tests/oracle/a_test.cpp:1: "));
}

TEST(ConventionsTest, ReportsAUnitSuiteThatIsNotNamedAfterItsFile) {
  EXPECT_THAT(check_test_names({{"tests/unit/base/fiscal_year_test.cpp", "TEST(FiscalYearTest, A) {}\n"},
                                {"tests/unit/base/utf8_test.cpp", "TEST(SlowUTF8Test, A) {}\nTEST(TextTest, A) {}\n"}}),
              ElementsAre("tests/unit/base/utf8_test.cpp:2: the suite TextTest is not named after the file"));
}

TEST(ConventionsTest, ReportsAHeaderWithoutAGuard) {
  EXPECT_THAT(check_headers({{"tests/a.h", "#ifndef A\n#define A\n#endif\n"}, {"tests/b.h", "// b\n\n#pragma once\n"}}),
              ElementsAre("tests/a.h: does not begin with #pragma once"));
}

TEST(ConventionsTest, ReportsAPublicDeclarationWithoutAComment) {
  EXPECT_THAT(
      check_headers({{"engine/base/a.h",
                      "#pragma once\n\nnamespace kijun {\n\nclass Forward;\n\n/// Documented.\nstruct A {\n  int "
                      "x;\n};\n\n/// A group.\nint f();\nint g();\n\nstruct B {};\n\nint h();\n\n/// T.\ntemplate "
                      "<class T>\nT t();\n\nenum class E { kA };  ///< Beside.\n\n}  // namespace kijun\n"}}),
      ElementsAre("engine/base/a.h:16: no /// comment: struct B", "engine/base/a.h:18: no /// comment: int h()"));
}

TEST(ConventionsTest, ReportsASourceThatDoesNotIncludeItsOwnHeaderFirst) {
  EXPECT_THAT(check_own_header_first({{"engine/base/a.h", ""},
                                      {"engine/base/a.cpp", "#include <map>\n#include \"engine/base/a.h\"\n"},
                                      {"engine/base/b.h", ""},
                                      {"engine/base/b.cpp", "#include \"engine/base/b.h\"\n"},
                                      {"engine/cli/main.cpp", "#include <map>\n"}}),
              ElementsAre("engine/base/a.cpp: the first include is not \"engine/base/a.h\""));
}

TEST(ConventionsTest, ReportsADiagnosticCodeThatNoCaseShows) {
  const SourceFile source{"engine/cel/a.cpp",
                          "constexpr Definition kA{\"KJ2001\", \"a\"};\n// {\"KJ2009\"\n"
                          "constexpr Definition kB{\n    \"KJ2002\", \"b\"};\nx == \"KJ2007\";\n"};
  EXPECT_THAT(check_diagnostic_coverage({source, {"tests/diag/KJ2001-a/expected.txt", "error[KJ2001]: x\n"}}),
              ElementsAre("engine/cel/a.cpp:4: KJ2002 has no case in tests/diag"));
}

TEST(ConventionsTest, ReportsADiagnosticCaseThatShowsAnotherCode) {
  const SourceFile source{"engine/cel/a.cpp", "constexpr Definition kA{\"KJ2001\", \"a\"};\n"};
  EXPECT_THAT(check_diagnostic_coverage({source,
                                         {"tests/diag/KJ2001-a/expected.txt", "error[KJ9999]: x\n"},
                                         {"tests/diag/KJ2003-b/expected.txt", "error[KJ2003]: x\n"}}),
              ElementsAre("tests/diag/KJ2001-a/expected.txt: does not show KJ2001",
                          "tests/diag/KJ2003-b/expected.txt: the folder is not named after a defined code",
                          "engine/cel/a.cpp:1: KJ2001 has no case in tests/diag"));
}

TEST(ConventionsTest, ReportsADiagnosticCodeThatIsDefinedTwice) {
  EXPECT_THAT(check_diagnostic_coverage({{"engine/cel/a.cpp", "kA{\"KJ2001\", \"a\"};\n"},
                                         {"engine/cel/b.cpp", "kB{\"KJ2001\", \"b\"};\n"},
                                         {"tests/diag/KJ2001-a/expected.txt", "error[KJ2001]: x\n"}}),
              ElementsAre("engine/cel/b.cpp:1: KJ2001 is already defined at engine/cel/a.cpp:1"));
}

TEST(ConventionsTest, ReportsMachinePaths) {
  const std::string path = std::string("/") + "home/";
  EXPECT_THAT(check_machine_paths({{"a.md", "ok\nsee " + path + "someone/x\n"}, {"b.md", "see docs/home\n"}}),
              ElementsAre("a.md:2: a path of somebody's machine: `" + path + "`"));
}

TEST(ConventionsTest, ReportsWordsOfARulePack) {
  const std::string council = "\"council\"";
  EXPECT_THAT(check_pack_words({{"engine/a.cpp", "// " + council + "\nif (id == " + council + ") {}\n"},
                                {"reports/b.js", "x = '協議の場';\n"}}),
              ElementsAre("engine/a.cpp:2: knows what a rule pack is about: `council`",
                          "reports/b.js:1: knows what a rule pack is about: `協議`"));
  EXPECT_THAT(check_pack_words({{"engine/cli/c.cpp", "constexpr V kExamples{\n  " + council + "};\nint x = 1;\n"},
                                {"engine/cel/d_examples.h", "inline V x{" + council + "};\n"},
                                {"engine/cli/f.cpp", "app.add_subcommand(" + council + ", say(kSummary));\n"},
                                {"tests/e.cpp", "x = " + council + ";\n"}}),
              IsEmpty());
  EXPECT_THAT(
      check_pack_words({{"engine/a.cpp", "ids = {\"internal\", " + council + ", \"municipality\", \"public\"};\n"}}),
      IsEmpty());
  EXPECT_THAT(check_pack_words({{"engine/cli/c.cpp", "constexpr V kExamples{\"\"};\nid = " + council + ";\n"}}),
              ElementsAre("engine/cli/c.cpp:2: knows what a rule pack is about: `council`"));
}

TEST(ConventionsTest, ReportsUnusedUsingDeclarations) {
  EXPECT_THAT(check_using_declarations({{"a.cpp", "using audit::Verdict;\nusing audit::Verdicts;\nVerdicts all;\n"}}),
              ElementsAre("a.cpp:1: unused: using audit::Verdict;"));
  EXPECT_THAT(check_using_declarations({{"a.cpp", "using audit::Verdict;\nVerdict one; // a verdict\n"}}), IsEmpty());
}

TEST(ConventionsTest, ReportsUnfinishedMarks) {
  const std::string mark = std::string("TO") + "DO";
  EXPECT_THAT(check_unfinished_marks({{"a.cpp", "// " + mark + ": later\n"}}),
              ElementsAre("a.cpp:1: unfinished: `" + mark + "`"));
  EXPECT_THAT(check_unfinished_marks({{"a.cpp", "// done\n"}}), IsEmpty());
}

}  // namespace
}  // namespace kijun::architecture
