#include "engine/exec/text/text_pattern.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>
#include <string>
#include <vector>

#include "engine/exec/text/text_search.h"

namespace kijun::exec {
namespace {

/// Expects of a pattern with an automaton which of the texts it is found in.
void expect_matches(const std::string& pattern, const std::vector<std::string>& yes,
                    const std::vector<std::string>& no) {
  const auto automaton = compile_automaton(pattern);
  ASSERT_TRUE(automaton.has_value()) << pattern;
  for (const std::string& text : yes) EXPECT_TRUE(automaton->matches(text)) << pattern << " in " << text;
  for (const std::string& text : no) EXPECT_FALSE(automaton->matches(text)) << pattern << " in " << text;
}

TEST(TextPatternTest, FindsLiteralsAnywhere) {
  expect_matches("年度", {"年度", "平成31年度から"}, {"", "年", "度年", "年 度"});
  expect_matches("aab", {"aab", "aaab", "xaabx"}, {"aa", "abab"});
  expect_matches("", {"", "x"}, {});
}

TEST(TextPatternTest, KeepsToAnchors) {
  expect_matches("^ab", {"ab", "abc"}, {"", "xab", "a"});
  expect_matches("ab$", {"ab", "xxab"}, {"", "abx", "ab\n"});
  expect_matches("^$", {""}, {"x", "\n"});
  expect_matches("^a|b$", {"a", "ax", "xb"}, {"", "xa", "bx"});
  expect_matches("(検討|未定)$", {"検討", "国の検討", "未定"}, {"検討中", "定", ""});
}

TEST(TextPatternTest, CountsRepetitions) {
  expect_matches("^[0-9]{10}$", {"0123456789"}, {"012345678", "01234567890", "01234567 9", "x0123456789"});
  expect_matches("^a{2,3}$", {"aa", "aaa"}, {"a", "aaaa"});
  expect_matches("^a{2,}b?$", {"aa", "aaaaab"}, {"a", "ab", "aabb"});
  expect_matches("^(ab)*$", {"", "ab", "abab"}, {"a", "aba", "ba"});
  expect_matches("x+?y", {"xy", "xxy"}, {"y", "x"});
}

TEST(TextPatternTest, TakesClassesByCodePoint) {
  expect_matches("^[ぁ-ん]+$", {"ひらがな", "ん"}, {"カタカナ", "ひらガな", ""});
  expect_matches("^.$", {"a", "あ", "𠮷"}, {"", "ab", "\n", "ああ"});
  expect_matches("^[^0-9あ]$", {"a", "い", "\n"}, {"1", "あ", ""});
  expect_matches("^\\d{3}-\\d{4}$", {"100-0001"}, {"100-001", "１００-0001"});
  expect_matches("^[\\w.+-]+@", {"a.b-c+d@x"}, {"@x", "あ@x"});
  expect_matches("\\S\\s\\.", {"x ."}, {"x　.", " .", "xa."});
}

TEST(TextPatternTest, LeavesTheRestToRe2) {
  for (const char* pattern : {"(?i)abc", "\\bword", "a(?P<n>b)", "[[:alpha:]]", "a^b", "(a$|b)", "\\pL", "x{2}{3}"}) {
    EXPECT_FALSE(compile_automaton(pattern).has_value()) << pattern;
  }
  EXPECT_TRUE(TextPattern("(?i)abc").matches("xABCx"));
  EXPECT_FALSE(TextPattern("\\bword").matches("sword"));
}

TEST(TextPatternTest, SaysWhenItIsNoPattern) {
  for (const char* pattern : {"(", ")", "[", "a**", "+", "[b-a]", "x{2,1}", "\\", "(?x"}) {
    EXPECT_FALSE(compile_automaton(pattern).has_value()) << pattern;
    EXPECT_FALSE(TextPattern(pattern).ok()) << pattern;
  }
}

TEST(TextPatternTest, RefusesWhatWouldGrowTooLarge) {
  EXPECT_FALSE(compile_automaton("^(a|b)*a(a|b){12}$x").has_value());
  EXPECT_FALSE(compile_automaton("(a|b)*a(a|b){12}c").has_value());
  EXPECT_TRUE(TextPattern("(a|b)*a(a|b){12}c").matches("abbbbbbbbbbbbc"));
}

/// Patterns and texts by chance, over few characters so that they meet.
class Chance {
 public:
  std::uint32_t operator()(std::uint32_t limit) { return static_cast<std::uint32_t>(generator_() % limit); }
  std::string character() {
    constexpr const char* kCharacters[] = {"a", "b", "1", "-", "あ", "い", "年", "𠮷", "\n", " "};
    return kCharacters[(*this)(10)];
  }
  std::string text() {
    std::string text;
    for (std::uint32_t size = (*this)(12); size > 0; --size) text += character();
    return text;
  }
  std::string atom(int depth) {
    constexpr const char* kClasses[] = {"[ab]", "[^a]", "[あ-ん]", "[0-9]",   ".",
                                        "\\d",  "\\w",  "\\s",     "[a\\d-]", "[^い年]"};
    const std::uint32_t kind = (*this)(depth > 0 ? 10 : 8);
    if (kind < 5) return character();
    if (kind < 8) return kClasses[(*this)(10)];
    return (kind == 8 ? "(" : "(?:") + choice(depth - 1) + ")";
  }
  std::string sequence(int depth) {
    constexpr const char* kRepeats[] = {"*", "+", "?", "{2}", "{1,3}", "{2,}", "*?", "{0,1}"};
    std::string sequence;
    for (std::uint32_t size = (*this)(4); size > 0; --size) {
      sequence += atom(depth);
      if ((*this)(4) == 0) sequence += kRepeats[(*this)(8)];
    }
    return sequence;
  }
  std::string choice(int depth) {
    std::string choice = sequence(depth);
    while ((*this)(4) == 0) choice += "|" + sequence(depth);
    return choice;
  }
  std::string pattern() {
    std::string pattern;
    for (std::uint32_t branch = 0; branch == 0 || (*this)(4) == 0; ++branch) {
      if (branch > 0) pattern += "|";
      if ((*this)(3) == 0) pattern += "^";
      pattern += sequence(2);
      if ((*this)(3) == 0) pattern += "$";
    }
    return pattern;
  }

 private:
  std::mt19937 generator_;  // seeded with its default
};

TEST(TextPatternTest, GivesWhatRe2GivesForPatternsByChance) {
  Chance chance;
  std::size_t num_automata = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::string pattern = chance.pattern();
    const auto automaton = compile_automaton(pattern);
    if (!automaton.has_value()) continue;
    ++num_automata;
    const re2::RE2 re2(pattern, re2::RE2::Quiet);
    ASSERT_TRUE(re2.ok()) << pattern << ": " << re2.error();
    for (int i = 0; i < 20; ++i) {
      const std::string text = chance.text();
      ASSERT_EQ(automaton->matches(text), re2::RE2::PartialMatch(text, re2))
          << "`" << pattern << "` in `" << text << "`";
    }
  }
  EXPECT_GT(num_automata, 1000U);  // else the test says little
}

TEST(TextPatternTest, SearchFindsWhatTheLibraryFindsForTextsByChance) {
  Chance chance;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = chance.text() + chance.text() + chance.text() + chance.text();
    const std::string part = round % 2 == 0 ? chance.character() + chance.character() : chance.text();
    ASSERT_EQ(contains(text, part), text.find(part) != std::string::npos) << "`" << part << "` in `" << text << "`";
    if (part.empty()) continue;
    const std::size_t from = chance(20);
    ASSERT_EQ(find_text(text, part, from), text.find(part, from)) << "`" << part << "` in `" << text << "`";
  }
}

}  // namespace
}  // namespace kijun::exec
