#include "engine/toml/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/diag/renderer.h"

namespace kijun::toml_doc {
namespace {

using testing::ElementsAre;

// Writes a value with everything that the model keeps, so that a whole tree is compared at once.
std::string dump(const Value& value);

std::string dump(const Table& table) {
  std::string text;
  for (const Entry& entry : table.entries) {
    text += (text.empty() ? "" : ", ") + entry.key + ": " + dump(entry.value.front());
  }
  return "{" + text + "}";
}

std::string dump(const Value& value) {
  if (const auto* array = value.as_array()) {
    std::string text;
    for (const Value& element : array->elements) text += (text.empty() ? "" : ", ") + dump(element);
    return "[" + text + "]";
  }
  if (const auto* table = value.as_table()) return dump(*table);
  if (const auto* text = value.as_string()) return "'" + text->text() + "'";
  if (const auto* number = value.as_int()) return std::to_string(*number);
  if (const auto* number = value.as_double()) return std::to_string(*number);
  if (const auto* truth = value.as_bool()) return *truth ? "true" : "false";
  return value.as_date()->iso();
}

std::string parse_and_dump(const std::string& text) {
  const diag::Source source("a.toml", text);
  diag::Sink sink;
  const auto table = parse_document(source, sink);
  return table ? dump(*table) : diag::render_all(sink.diagnostics(), {Language::kEnglish, false, 1});
}

TEST(DocumentTest, ReadsEveryKindOfValue) {
  struct Case {
    std::string text;
    std::string expected;
  };
  const Case cases[] = {
      {"", "{}"},
      {"# only a comment", "{}"},
      {"a = 1\nb = 0x1F\nc = 0b101 # x\nd = -1_000", "{a: 1, b: 31, c: 5, d: -1000}"},
      {"a = 1.5\nb = -2e3", "{a: 1.500000, b: -2000.000000}"},
      {"a = true\nb=false", "{a: true, b: false}"},
      {"a = 2019-03-31", "{a: 2019-03-31}"},
      {"a = 1979-05-27T07:32:00Z\nb = 07:32:00\nc = 1979-05-27 07:32:00.5 # x",
       "{a: '1979-05-27T07:32:00Z', b: '07:32:00', c: '1979-05-27 07:32:00.5'}"},
      {"a = []\nb = [1, [2, 3], \"x\"]\nc = [\n 1, # one\n 2,\n]", "{a: [], b: [1, [2, 3], 'x'], c: [1, 2]}"},
      {"a = {}\nb = { x = 1, y.z = 2, y.w = [ { v = 3 } ] }", "{a: {}, b: {x: 1, y: {z: 2, w: [{v: 3}]}}}"},
      {"\"a b\" = 1\n'c.d' = 2\n\"\" = 3\n\"\\u5354\" = 4", "{a b: 1, c.d: 2, : 3, 協: 4}"},
      {"a . \"b\" . c = 1", "{a: {b: {c: 1}}}"},
      {"3.14 = 1", "{3: {14: 1}}"},
      {"\xEF\xBB\xBF"
       "a = 1\r\nb = 2\r\n",
       "{a: 1, b: 2}"},
  };
  for (const Case& item : cases) {
    EXPECT_EQ(parse_and_dump(item.text), item.expected) << item.text;
  }
}

TEST(DocumentTest, KeepsTheOrderOfTheFile) {
  EXPECT_EQ(parse_and_dump("z = 1\na = 2\n[t]\ny = 1\nb = 2\n[s]\n"), "{z: 1, a: 2, t: {y: 1, b: 2}, s: {}}");
  EXPECT_EQ(parse_and_dump("[b.x]\n[a]\n[b]\nw = 1\n[b.v]"), "{b: {x: {}, w: 1, v: {}}, a: {}}");
}

TEST(DocumentTest, BuildsArraysOfTables) {
  const std::string text =
      "[[rule]]\nid = \"a\"\n  [[rule.case]]\n  id = \"x\"\n  [[rule.case]]\n  id = \"y\"\n"
      "[[rule]]\nid = \"b\"\n  [rule.more]\n  z = 1\n  [[rule.case]]\n  id = \"w\"\n";
  EXPECT_EQ(parse_and_dump(text),
            "{rule: [{id: 'a', case: [{id: 'x'}, {id: 'y'}]}, {id: 'b', more: {z: 1}, case: [{id: 'w'}]}]}");
}

TEST(DocumentTest, GivesExactPlacesOfKeysAndValues) {
  const diag::Source source("a.toml",
                            "\"値 1\" = \"x\"  # c\n"
                            "a . 'b c' = 12\n"
                            "[top.sub]\n"
                            "d = [ 1,\n 2 ] # e\n"
                            "t = 07:32:00  \n"
                            "i = { u = true }\n"
                            "[[rule]]\n"
                            "[[rule.case]]\n"
                            "[[rule]]\n");
  diag::Sink sink;
  const auto table = parse_document(source, sink);
  ASSERT_TRUE(table.has_value());
  const auto& entries = table->entries;
  EXPECT_EQ(entries[0].key_span.text(), "\"値 1\"");
  EXPECT_EQ(entries[0].value[0].span.text(), "\"x\"");
  EXPECT_EQ(entries[0].value[0].as_string()->span().text(), "x");
  EXPECT_EQ(entries[1].key_span.text(), "a");
  EXPECT_EQ(entries[1].value[0].span.text(), "a");
  const Entry& dotted = entries[1].value[0].as_table()->entries[0];
  EXPECT_EQ(dotted.key_span.text(), "'b c'");
  EXPECT_EQ(dotted.value[0].span.text(), "12");
  EXPECT_EQ(entries[2].key_span.text(), "top");
  const Entry& sub = entries[2].value[0].as_table()->entries[0];
  EXPECT_EQ(sub.key_span.text(), "sub");
  EXPECT_EQ(sub.value[0].span.text(), "[top.sub]");
  const Table& body = *sub.value[0].as_table();
  EXPECT_EQ(body.find("d")->span.text(), "[ 1,\n 2 ]");
  EXPECT_EQ(body.find("t")->span.text(), "07:32:00");
  EXPECT_EQ(body.find("t")->as_string()->span(3, 5).text(), "32");
  EXPECT_EQ(body.find("i")->span.text(), "{ u = true }");
  EXPECT_EQ(body.find("none"), nullptr);
  const Entry& rule = entries[3];
  EXPECT_EQ(rule.key_span.text(), "rule");
  EXPECT_EQ(rule.value[0].span.text(), "[[rule]]");
  EXPECT_EQ(rule.value[0].as_array()->elements[1].span.begin, source.text().rfind("[[rule]]"));
  const Value& first_rule = rule.value[0].as_array()->elements[0];
  EXPECT_EQ(first_rule.as_table()->entries[0].value[0].span.text(), "[[rule.case]]");
}

TEST(DocumentTest, PromotesAnImpliedTableToItsOwnHeader) {
  const diag::Source source("a.toml", "[a.b]\n[a]\nx = 1\n");
  diag::Sink sink;
  const auto table = parse_document(source, sink);
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->entries[0].value[0].span.text(), "[a]");
  EXPECT_EQ(table->entries[0].key_span.begin, 7U);
}

TEST(DocumentTest, PointsIntoEmbeddedExpressions) {
  const diag::Source source("a.toml", "[[rule]]\nrequire = \"\"\"\n  council == \\\n    \\\"none\\\"\\n\"\"\"\n");
  diag::Sink sink;
  const auto table = parse_document(source, sink);
  ASSERT_TRUE(table.has_value());
  const auto& rule = table->find("rule")->as_array()->elements[0];
  const diag::EmbeddedText& text = *rule.as_table()->find("require")->as_string();
  ASSERT_EQ(text.text(), "  council == \"none\"\n");
  EXPECT_EQ(text.span(2, 9).text(), "council");
  const diag::Span word = text.span(13, 19);
  EXPECT_EQ(word.text(), "\\\"none\\\"");
  EXPECT_EQ(source.line_column(word.begin).line, 4U);
  EXPECT_EQ(source.line_column(word.begin).column, 5U);
}

TEST(DocumentTest, NamesTypes) {
  const diag::Source source("a.toml",
                            "a = 'x'\nb = 1\nc = 1.0\nd = true\ne = 2019-03-31\nf = 07:32:00\ng = []\nh = {}\n");
  diag::Sink sink;
  const auto table = parse_document(source, sink);
  ASSERT_TRUE(table.has_value());
  std::vector<std::string> names;
  for (const Entry& entry : table->entries) names.emplace_back(type_name(entry.value[0]));
  EXPECT_THAT(names, ElementsAre("string", "integer", "float", "boolean", "date", "date-time", "array", "table"));
}

TEST(DocumentTest, RefusesBytesThatAreNotUtf8) {
  EXPECT_EQ(parse_and_dump("a = 1\nb = \"\x8B\xA6\x8B\x63\"\n"),
            "error[KJ1002]: the file is not UTF-8 (byte 12 is `0x8B`)\n"
            " --> a.toml:2:6\n"
            "  |\n"
            "2 | b = \"\\x{8B}\\x{A6}\\x{8B}c\"\n"
            "  |      ^^^^^^\n"
            "  = hint: it looks like Shift_JIS (CP932); save the file as UTF-8\n"
            "\n"
            "1 error\n");
  EXPECT_EQ(parse_and_dump("a\xFF").substr(0, 50), "error[KJ1002]: the file is not UTF-8 (byte 2 is `0");
}

TEST(DocumentTest, RefusesWhatExceedsItsBudgets) {
  const auto code = [](const std::string& text) { return parse_and_dump(text).substr(0, 13); };
  EXPECT_EQ(code(std::string((16U << 20) + 1, ' ')), "error[KJ1010]");
  EXPECT_EQ(code("a = " + std::string(100000, '[')), "error[KJ1011]");
  std::string key = "a";
  for (int i = 0; i < 100000; ++i) key += ".a";
  EXPECT_EQ(code(key + " = 1"), "error[KJ1011]");
}

}  // namespace
}  // namespace kijun::toml_doc
