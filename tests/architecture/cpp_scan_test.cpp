#include "tests/architecture/cpp_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kijun::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CppScanTest, BlanksCommentsButKeepsLinesAndLiterals) {
  EXPECT_EQ(without_comments("a; // b {\n/* c\n*/ \"// d\";\n"), "a;       \n    \n   \"// d\";\n");
}

TEST(CppScanTest, BlanksLiteralsAndDirectivesWhenCodeIsBared) {
  EXPECT_EQ(bare_code("#define A {\\\n {\nf('{', \"}\\\"\", 1'000);"), "            \n  \nf(' ', \"   \", 1'000);");
  EXPECT_EQ(bare_code("x = R\"t(a\n\")\")t\";"), "x = R\"   \n     \";");
}

TEST(CppScanTest, CountsLinesParametersAndNestingOfFunctions) {
  EXPECT_THAT(outline("int f(int a,\n      std::map<int, int> b) {\n  for (;;) {\n    if (a) {\n      g();\n    }\n"
                      "  }\n  return 0;\n}\nvoid g() {}\n")
                  .functions,
              ElementsAre(Function{"f", 1, 9, 2, 2}, Function{"g", 10, 1, 0, 0}));
}

TEST(CppScanTest, SeesMembersConstructorsAndOperators) {
  EXPECT_THAT(outline("class A : public B {\n public:\n  explicit A(int x, int y) : x_{x}, y_(y) {}\n"
                      "  int operator()(int a) const { return a; }\n  int m() const override {\n    return 1;\n  }\n"
                      " private:\n  int x_{0};\n  int y_ = 0;\n};\nA::~A() {\n}\n")
                  .functions,
              ElementsAre(Function{"A", 3, 1, 2, 0}, Function{"operator", 4, 1, 1, 0}, Function{"m", 5, 3, 0, 0},
                          Function{"A::~A", 12, 2, 0, 0}));
}

TEST(CppScanTest, CountsLambdasAsBlocksAndInitialisersAsNothing) {
  EXPECT_THAT(outline("void f(std::function<void(int, int)> g = {}) {\n  const std::vector<int> a = {1, {2}};\n"
                      "  each(a, [&](int x) {\n    if (x) {\n      use(Point{x, 1});\n    }\n  });\n}\n")
                  .functions,
              ElementsAre(Function{"f", 1, 8, 1, 2}));
}

TEST(CppScanTest, SeesTemplatesAndTrailingReturnTypes) {
  EXPECT_THAT(
      outline("template <class T, class U>\nauto f(T a, U b) -> std::pair<T, U> {\n  return {a, b};\n}\n").functions,
      ElementsAre(Function{"f", 1, 4, 2, 0}));
}

TEST(CppScanTest, FindsNoFunctionInTablesAndTypes) {
  EXPECT_THAT(
      outline("constexpr std::array kTable{\n    Row{\"a\", 1},\n    Row{\"b\", 2},\n};\n"
              "enum class E { kA, kB };\nstruct S {\n  int a = 0;\n  bool operator==(const S&) const = default;\n"
              "};\n")
          .functions,
      IsEmpty());
}

TEST(CppScanTest, ListsDeclarationsOfNamespaceLevelOnly) {
  EXPECT_THAT(outline("namespace a {\nstruct S {\n  int m();\n};\nint f(int x);\ninline int g() { return h(1); }\n"
                      "enum class E { kA };\n}  // namespace a\n")
                  .declarations,
              ElementsAre(Declaration{"struct S", 2, true}, Declaration{"int f(int x)", 5, false},
                          Declaration{"inline int g()", 6, true}, Declaration{"enum class E", 7, true}));
}

}  // namespace
}  // namespace kijun::architecture
