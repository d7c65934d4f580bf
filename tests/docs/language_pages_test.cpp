// Runs the examples of docs/language.*.md and holds the pages to the language: every function, macro and missing reason
// is named, the limits are those of the parser, and both languages show the same examples.
#include <gtest/gtest.h>

#include <map>

#include "engine/cel/functions.h"
#include "engine/cel/macros.h"
#include "engine/cel/parser.h"
#include "tests/docs/markdown.h"
#include "tests/docs/state_worlds.h"

namespace kijun::docs {
namespace {

constexpr const char* kLanguagePages[] = {"docs/language.ja.md", "docs/language.en.md"};

/// Every example of a page with its value, in order.
std::vector<std::pair<std::string, std::string>> examples_of(const std::string& page) {
  std::vector<std::pair<std::string, std::string>> examples;
  for (const Table& table : tables_of(page)) {
    if (table.header.back() != "値" && table.header.back() != "value") continue;
    for (const auto& row : table.rows)
      examples.emplace_back(code_spans(row.at(row.size() - 2)).at(0), code_spans(row.back()).at(0));
  }
  return examples;
}

TEST(LanguagePagesTest, ExamplesHaveTheirValues) {
  PairWorld world("V", "V");
  for (const auto& [text, value] : examples_of(kLanguagePages[0])) {
    const std::string result = world.results(text, Operand::kComputed)[0][0];
    EXPECT_EQ(result == "T" ? "true" : result == "F" ? "false" : result, value) << text;
  }
}

TEST(LanguagePagesTest, ShowTheSameExamplesInBothLanguages) {
  EXPECT_EQ(examples_of(kLanguagePages[0]), examples_of(kLanguagePages[1]));
  EXPECT_FALSE(examples_of(kLanguagePages[0]).empty());
}

TEST(LanguagePagesTest, NameEveryFunctionAndMacro) {
  for (const char* path : kLanguagePages) {
    const std::string page = page_text(path);
    for (const std::string& name : cel::function_names(true))
      EXPECT_NE(page.find(name + "("), std::string::npos) << path << ": " << name;
    for (const std::string_view name : cel::macro_names(true))
      EXPECT_NE(page.find("." + std::string(name) + "("), std::string::npos) << path << ": " << name;
  }
}

std::string with_commas(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t place = text.size(); place > 3; place -= 3) text.insert(place - 3, ",");
  return text;
}

TEST(LanguagePagesTest, GiveTheLimitsOfTheParser) {
  const cel::ParseOptions options;
  for (const char* path : kLanguagePages) {
    const std::string page = page_text(path);
    EXPECT_NE(page.find(with_commas(options.max_bytes)), std::string::npos) << path;
    EXPECT_NE(page.find(std::to_string(options.max_depth)), std::string::npos) << path;
  }
}

}  // namespace
}  // namespace kijun::docs
