#include "engine/toml/outline.h"

#include <gtest/gtest.h>

namespace kijun::toml_doc {
namespace {

TEST(OutlineTest, FindsBothPlacesOfADoubledDefinition) {
  struct Case {
    std::string text;
    std::string path;
    std::string first;
    std::size_t first_begin;
    std::string second;
    std::size_t second_begin;
  };
  const Case cases[] = {
      {"a = 1\na = 2", "a", "a", 0, "a", 6},
      {"a = 1\n'a' = 2", "a", "a", 0, "'a'", 6},
      {"[r]\nid = 1\nid = 2", "id", "id", 4, "id", 11},
      {"a.b = 1\na.b = 2", "a.b", "b", 2, "b", 10},
      {"a = 1\na.b = 2", "a", "a", 0, "a", 6},
      {"a.b = 1\na = 2", "a", "a", 0, "a", 8},
      {"x = {a = 1, a = 2}", "a", "a", 5, "a", 12},
      {"[t]\n[t]", "t", "[t]", 0, "[t]", 4},
      {"a = 1\n[a]", "a", "a", 0, "[a]", 6},
      {"a = 1\n[a.b]", "a", "a", 0, "a", 7},
      {"a = {}\n[a.b]", "a", "a", 0, "a", 8},
      {"a = []\n[[a]]", "a", "a", 0, "[[a]]", 7},
      {"[[a]]\n[a]", "a", "[[a]]", 0, "[a]", 6},
      {"[a]\n[[a]]", "a", "[a]", 0, "[[a]]", 4},
      {"[a.b]\nc = 1\n[a]\nb.d = 2", "b", "[a.b]", 0, "b", 16},
      {"[a]\nb.c = 1\n[a.b]", "a.b", "b", 4, "[a.b]", 12},
  };
  for (const Case& item : cases) {
    SCOPED_TRACE(item.text);
    const diag::Source source("a.toml", item.text);
    const auto conflict = read_outline(source, source.text().size()).conflict;
    ASSERT_TRUE(conflict.has_value());
    EXPECT_EQ(conflict->path, item.path);
    EXPECT_EQ(conflict->first.text(), item.first);
    EXPECT_EQ(conflict->first.begin, item.first_begin);
    EXPECT_EQ(conflict->second.text(), item.second);
    EXPECT_EQ(conflict->second.begin, item.second_begin);
  }
}

TEST(OutlineTest, FindsKeysOfLargeTables) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "k" + std::to_string(i) + " = 1\n";
  for (const std::string key : {"k0", "k16", "k17", "k99"}) {
    const diag::Source source("a.toml", text + key + " = 2\n");
    const auto conflict = read_outline(source, source.text().size()).conflict;
    ASSERT_TRUE(conflict.has_value());
    EXPECT_EQ(conflict->first.begin, text.find(key + " "));
  }
  const diag::Source source("a.toml", text + "other = 2\n");
  EXPECT_EQ(read_outline(source, source.text().size()).root.entries.size(), 101U);
}

TEST(OutlineTest, AcceptsTablesThatGrow) {
  for (const std::string_view text : {"[a.b]\n[a]\nc = 1", "[[a]]\nx = 1\n[[a]]\nx = 2", "a.b = 1\na.c = 2",
                                      "[[a]]\n[a.b]\n[[a]]\n[a.b]", "x = {a.b = 1, a.c = 2}", "[a]\n[b]\n[a.c]"}) {
    const diag::Source source("a.toml", std::string(text));
    EXPECT_FALSE(read_outline(source, source.text().size()).conflict.has_value()) << text;
  }
}

TEST(OutlineTest, SurvivesTextThatIsNoToml) {
  for (const std::string_view text :
       {"[",          "[[",           "]",      "=",       "a",           "a.",       ".",  "a =",     "a = [",
        "a = {",      "a = {b",       "a = \"", "a = '''", "a = \"\\u12", "a = \"\\", "\"", "a = [}]", "a = {]}",
        "[a.]\n[.b]", "a = \"\"\"\\", "{}",     ",",       "a = [,,,",    "\\"}) {
    const diag::Source source("a.toml", std::string(text));
    for (std::size_t limit = 0; limit <= text.size(); ++limit) {
      static_cast<void>(read_outline(source, limit));
    }
  }
}

}  // namespace
}  // namespace kijun::toml_doc
