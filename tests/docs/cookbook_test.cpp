// Runs every recipe of docs/cookbook.*.md as a rule over the shipped vocabulary, and each of its rows as an example of
// that rule.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/analysis/example_runner.h"
#include "engine/policy/ruleset_loader.h"
#include "engine/table/vocabulary_file.h"
#include "tests/docs/markdown.h"

namespace kijun::docs {
namespace {

constexpr const char* kCookbookPages[] = {"docs/cookbook.ja.md", "docs/cookbook.en.md"};
constexpr std::size_t kMinRecipes = 30;

struct Row {
  std::string given;
  std::string outcome;
  std::string severity;
  bool operator==(const Row&) const = default;
};

struct Recipe {
  std::string number;
  std::string rule;   ///< The keys of the `[[rule]]`.
  std::string other;  ///< Tables beside it.
  std::vector<Row> rows;
  bool operator==(const Recipe&) const = default;
};

struct Page {
  std::string preamble;
  std::vector<Recipe> recipes;
};

Recipe recipe_of(const Section& section) {
  Recipe recipe;
  recipe.number = section.title.substr(0, section.title.find('.'));
  for (const CodeBlock& block : section.blocks)
    (block.text.starts_with("[") ? recipe.other : recipe.rule) += block.text;
  for (const Table& table : section.tables) {
    for (const auto& cells : table.rows) {
      const std::vector<std::string> expected = code_spans(cells.at(1));
      recipe.rows.push_back({code_spans(cells.at(0)).at(0), expected.at(0), expected.size() > 1 ? expected[1] : ""});
    }
  }
  return recipe;
}

Page read_page(const std::string& path) {
  Page page;
  for (const Section& section : parse_sections(page_text(path))) {
    if (section.level == 3) page.recipes.push_back(recipe_of(section));
    if (section.level == 2)
      for (const CodeBlock& block : section.blocks) page.preamble += block.text;
  }
  return page;
}

bool has_key(const std::string& toml, const std::string& key) {
  return ("\n" + toml).find("\n" + key + " = ") != std::string::npos;
}

std::string rule_text(const Recipe& recipe) {
  std::string text = "[[rule]]\nid = \"recipe_" + recipe.number + "\"\ntitle = { ja = \"題\", en = \"title\" }\n" +
                     "topic = \"council\"\nactor = \"municipality\"\nmessage = { ja = \"文\", en = \"text\" }\n" +
                     recipe.rule;
  if (!has_key(recipe.rule, "for_each")) text += "for_each = \"municipality\"\n";
  if (!has_key(recipe.rule, "kind")) text += "kind = \"policy\"\n";
  if (!has_key(recipe.rule, "severity")) text += "severity = \"error\"\n";
  for (const Row& row : recipe.rows) {
    text += "[[rule.example]]\nname = '''" + row.given + "'''\ngiven = { " + row.given + " }\nexpect = \"" +
            row.outcome + "\"\n";
    if (!row.severity.empty()) text += "severity = \"" + row.severity + "\"\n";
  }
  return text;
}

std::string problems_of(const diag::Sink& sink) {
  std::string text;
  for (const diag::Diagnostic& diagnostic : sink.diagnostics())
    text += std::string(diagnostic.definition->code) + " " + diagnostic.message.en + " `" +
            std::string(diagnostic.span.text()) + "`\n";
  return text;
}

class CookbookTest : public testing::TestWithParam<const char*> {
 protected:
  const Page page_ = read_page(GetParam());
};

TEST_P(CookbookTest, EveryRowGivesItsOutcome) {
  std::string text = page_.preamble;
  for (const Recipe& recipe : page_.recipes) text += recipe.other + rule_text(recipe);
  MemoryFileSystem files;
  diag::SourceMap sources;
  diag::Sink sink;
  const auto vocabulary =
      table::load_vocabulary(sources.add("fields.toml", page_text("rules/mcare/fields.toml")), sink);
  ASSERT_TRUE(vocabulary.has_value());
  ASSERT_TRUE(files.write("cookbook.toml", text).has_value());
  auto ruleset = policy::load_ruleset("cookbook.toml", *Date::from_ymd(2019, 3, 31), {files, sources, sink});
  ASSERT_TRUE(ruleset.has_value()) << problems_of(sink);
  const auto plan = audit::make_plan(std::move(*ruleset), *vocabulary, sink);
  ASSERT_NE(plan, nullptr) << problems_of(sink);
  for (const analysis::ExampleResult& result : analysis::run_examples(*plan, sink))
    EXPECT_TRUE(result.passed) << GetParam() << " " << result.rule << " " << result.field << ": " << result.example
                               << ": " << result.difference.en;
  EXPECT_EQ(problems_of(sink), "");
}

TEST_P(CookbookTest, EveryRecipeShowsWhatPassesWhatFailsAndWhatABlankDoes) {
  EXPECT_GE(page_.recipes.size(), kMinRecipes);
  std::size_t number = 0;
  for (const Recipe& recipe : page_.recipes) {
    EXPECT_EQ(recipe.number, std::to_string(++number));
    std::set<std::string> outcomes;
    for (const Row& row : recipe.rows) outcomes.insert(row.outcome);
    EXPECT_TRUE(outcomes.contains("pass")) << recipe.number;
    EXPECT_TRUE(outcomes.contains("fail")) << recipe.number;
  }
  for (const Section& section : parse_sections(page_text(GetParam()))) {
    if (section.level != 3) continue;
    const bool says = std::ranges::any_of(section.paragraphs, [](const std::string& line) {
      return line.starts_with("無回答のとき：") || line.starts_with("When unanswered: ");
    });
    EXPECT_TRUE(says) << section.title;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, CookbookTest, testing::ValuesIn(kCookbookPages));

TEST(CookbookPagesTest, HaveTheSameRecipesInBothLanguages) {
  const Page japanese = read_page(kCookbookPages[0]);
  const Page english = read_page(kCookbookPages[1]);
  EXPECT_EQ(japanese.preamble, english.preamble);
  ASSERT_EQ(japanese.recipes.size(), english.recipes.size());
  for (std::size_t i = 0; i < japanese.recipes.size(); ++i)
    EXPECT_EQ(japanese.recipes[i], english.recipes[i]) << japanese.recipes[i].number;
}

}  // namespace
}  // namespace kijun::docs
