#include "engine/toml/plain.h"

#include <gtest/gtest.h>

#include <random>

#include "engine/toml/document.h"

namespace kijun::toml_doc {
namespace {

TEST(PlainTest, TakesWhatPeopleWrite) {
  for (const char* text : {"", "# 説明", "a = 1\nb=-2 # x\r\n\n[t]\nc-d_9 = 'x'\n", "[[a]]\n[[a.b]]\nd = 2019-03-31",
                           "a = 1.5\nb = -0.25", "a = \"\\\"\\\\\\n\"\nb = '\\'", "a = '''\nx\n'y'\n'''",
                           "a = [\n 1, # one\n [2],\n]\nb = []", "a = { x = true, y = { z = 'q' } }\nb = {}"}) {
    EXPECT_TRUE(is_plain(text)) << text;
  }
}

TEST(PlainTest, LeavesTheRestToTheParser) {
  for (const char* text : {"a",
                           "a =",
                           "a = 1 b = 2",
                           "a.b = 1",
                           "\"a\" = 1",
                           "[a",
                           "[ a ]",
                           "[a]]",
                           "[[a]",
                           "[]",
                           "a = +1",
                           "a = 01",
                           "a = 1_000",
                           "a = 0x1F",
                           "a = 1e3",
                           "a = .5",
                           "a = 5.",
                           "a = 1.2345678901234567",
                           "a = 1234567890123456789",
                           "a = inf",
                           "a = True",
                           "a = 2019-02-29",
                           "a = 2019-03-31T00:00:00",
                           "a = 2019-03-31 00:00:00",
                           "a = 07:32:00",
                           "a = \"x",
                           "a = \"x\ny\"",
                           "a = \"\\u3042\"",
                           "a = \"\\x\"",
                           "a = \"\x01\"",
                           "a = '\x7f'",
                           "# \x01",
                           "a = '''x",
                           "a = ''''x''''",
                           "a = \"\"\"x\\\n y\"\"\"",
                           "a = [1",
                           "a = [,]",
                           "a = [1 2]",
                           "a = [1,,2]",
                           "a = {x = 1,}",
                           "a = {\nx = 1}",
                           "a = {x}",
                           "a = 1\rb = 2",
                           "a = 'x'y",
                           "= 1",
                           "?"}) {
    EXPECT_FALSE(is_plain(text)) << text;
  }
}

// Writes a whole tree with the places of its values.
std::string dump_with_places(const Value& value) {
  std::string text = std::to_string(value.span.begin) + "-" + std::to_string(value.span.end) + ":";
  if (const auto* array = value.as_array()) {
    for (const Value& element : array->elements) text += "[" + dump_with_places(element) + "]";
  } else if (const auto* table = value.as_table()) {
    for (const Entry& entry : table->entries)
      text += "{" + entry.key + "=" + dump_with_places(entry.value.front()) + "}";
  } else if (const auto* string = value.as_string()) {
    text += "s" + string->text();
  } else if (const auto* number = value.as_int()) {
    text += "i" + std::to_string(*number);
  } else if (const auto* fraction = value.as_double()) {
    text += "f" + std::to_string(*fraction);
  } else if (const auto* truth = value.as_bool()) {
    text += *truth ? "true" : "false";
  } else {
    text += value.as_date()->iso();
  }
  return text;
}

// What parsing gives; empty when the document is refused. A document that has a quoted key is never plain, so that with
// `by_parser` toml++ reads it. The key stands in the place of a comment of the same length.
std::string parsed(const std::string& body, bool by_parser) {
  const diag::Source source("a.toml", (by_parser ? "\"!\"=0\n" : "#1234\n") + body);
  diag::Sink sink;
  const auto table = parse_document(source, sink);
  if (!table) return "";
  std::string text = "document ";
  for (const Entry& entry : table->entries)
    if (entry.key != "!") text += entry.key + "=" + dump_with_places(entry.value.front()) + "\n";
  return text;
}

// The parser is the oracle: a document near a plain one is either not plain, or read as the parser reads it.
TEST(PlainTest, AgreesWithTheParserOnMutations) {
  const std::string sample =
      "a = 1 # x\nb = \"y\\n\"\nc = '''\nz\n'''\n[t]\nd = [1, -2.5, [true],\n]\ne = { f = 'g', h = 2019-03-31 }\n"
      "[[u]]\nv = \"\"\"w\"\"\"\n[[u.x]]\n[t.y]\nz = false\n";
  ASSERT_NE(parsed(sample, false), "");
  ASSERT_EQ(parsed(sample, false), parsed(sample, true));
  const std::string bytes = "\"'[]{}=,.#\\\n\r\t -+_0123abtuv\x01";
  std::mt19937 random(20190331);
  const auto below = [&](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  std::size_t num_plain = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string text = sample;
    for (std::size_t change = below(3) + 1; change > 0; --change) {
      const std::size_t at = below(text.size());
      const char byte = bytes[below(bytes.size())];
      switch (below(4)) {
        case 0:
          text.erase(at, below(4) + 1);
          break;
        case 1:
          text.insert(at, 1, byte);
          break;
        case 2:
          text[at] = byte;
          break;
        default:
          text.insert(at, text.substr(below(text.size()), below(12)));
      }
    }
    if (!is_plain(text)) continue;
    ++num_plain;
    EXPECT_EQ(parsed(text, false), parsed(text, true)) << text;
  }
  EXPECT_GT(num_plain, 300U);
}

}  // namespace
}  // namespace kijun::toml_doc
