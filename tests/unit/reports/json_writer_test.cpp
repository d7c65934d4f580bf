#include "reports/escape/json_writer.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

std::string written_string(std::string_view text) {
  JsonWriter json;
  json.value(text);
  return json.text();
}

TEST(JsonWriterTest, WritesObjectsAndArraysWithCommasBetween) {
  JsonWriter json;
  json.object([&] {
    json.member("a", 1);
    json.array_member("b", [&] {
      json.value(true);
      json.object([] {});
      json.array([] {});
      json.null();
    });
    json.object_member("c", [&] { json.member("d", std::size_t{18'446'744'073'709'551'615U}); });
    json.member("e", -0.5);
  });
  EXPECT_EQ(json.text(), R"({"a":1,"b":[true,{},[],null],"c":{"d":18446744073709551615},"e":-0.5})");
}

TEST(JsonWriterTest, AListIsAnArray) {
  JsonWriter json;
  json.object([&] {
    json.member("a", std::vector<std::string>{"a", "b,"});
    json.member("b", std::vector<std::size_t>{});
  });
  EXPECT_EQ(json.text(), R"({"a":["a","b,"],"b":[]})");
}

TEST(JsonWriterTest, NothingIsNull) {
  JsonWriter json;
  json.array([&] {
    json.value(std::optional<std::string>());
    json.value(std::optional<std::string>("x"));
    json.value(std::optional<double>(0.683));
    json.value(std::optional<double>(1.0));
  });
  EXPECT_EQ(json.text(), R"([null,"x",0.683,1.0])");
}

TEST(JsonWriterTest, EscapesWhatJsonDemandsAndNothingElse) {
  EXPECT_EQ(written_string("a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(written_string("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(written_string(std::string_view("\0\x1f", 2)), R"("\u0000\u001f")");
  EXPECT_EQ(written_string("\x7f協議の場𠮷"), "\"\x7f協議の場𠮷\"");
}

TEST(JsonWriterTest, ReplacesIllFormedText) { EXPECT_EQ(written_string("a\xff\"b"), "\"a\xEF\xBF\xBD\\\"b\""); }

TEST(JsonWriterTest, StartsAnewWhenCleared) {
  JsonWriter json;
  json.value(1);
  json.clear();
  json.value(2);
  EXPECT_EQ(json.text(), "2");
}

}  // namespace
}  // namespace kijun::reports
