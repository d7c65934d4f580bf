#include "engine/toml/literal.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace kijun::toml_doc {
namespace {

struct Piece {
  std::size_t begin;  // in the decoded text
  std::size_t end;
  std::string written;  // the bytes of the file behind it
};

struct LiteralCase {
  std::string name;
  std::string literal;
  std::string decoded;
  std::vector<Piece> pieces;
};

TEST(LiteralTest, DecodesEveryFormWithExactPlaces) {
  const LiteralCase cases[] = {
      {"empty", R"("")", "", {{0, 0, ""}}},
      {"basic", R"("council == 'x'")", "council == 'x'", {{0, 7, "council"}, {11, 14, "'x'"}}},
      {"quote escaped", R"("a\"b")", "a\"b", {{0, 1, "a"}, {1, 2, "\\\""}, {2, 3, "b"}}},
      {"every short escape",
       R"("\b\t\n\f\r\\.")",
       "\b\t\n\f\r\\.",
       {{0, 1, "\\b"}, {1, 2, "\\t"}, {2, 3, "\\n"}, {3, 4, "\\f"}, {4, 5, "\\r"}, {5, 6, "\\\\"}, {6, 7, "."}}},
      {"short code point", R"("a\u5354b")", "a協b", {{0, 1, "a"}, {1, 4, "\\u5354"}, {4, 5, "b"}, {1, 5, "\\u5354b"}}},
      {"long code point", R"("\U00020BB7!")", "𠮷!", {{0, 4, "\\U00020BB7"}, {4, 5, "!"}}},
      {"lower case digits", R"("\u00e9")", "é", {{0, 2, "\\u00e9"}}},
      {"Japanese as written", R"("協議の場")", "協議の場", {{3, 6, "議"}, {0, 12, "協議の場"}}},
      {"literal", R"('a\nb "x"')", R"(a\nb "x")", {{1, 3, "\\n"}, {5, 8, "\"x\""}}},
      {"literal empty", "''", "", {{0, 0, ""}}},
      {"multi-line basic", "\"\"\"\na\nb\"\"\"", "a\nb", {{0, 1, "a"}, {1, 2, "\n"}, {2, 3, "b"}, {0, 3, "a\nb"}}},
      {"first line end kept when not first", "\"\"\" \na\"\"\"", " \na", {{0, 1, " "}, {2, 3, "a"}}},
      {"multi-line on one line", R"("""a""")", "a", {{0, 1, "a"}}},
      {"multi-line empty", "\"\"\"\"\"\"", "", {{0, 0, ""}}},
      {"multi-line only a line end", "\"\"\"\n\"\"\"", "", {{0, 0, ""}}},
      {"CRLF", "\"\"\"\r\na\r\nb\"\"\"", "a\nb", {{0, 1, "a"}, {1, 2, "\r\n"}, {2, 3, "b"}}},
      {"line-ending backslash", "\"\"\"a \\\n   b\"\"\"", "a b", {{0, 2, "a "}, {2, 3, "b"}, {0, 3, "a \\\n   b"}}},
      {"line-ending backslash over several lines", "\"\"\"a\\  \r\n\r\n\t b\"\"\"", "ab", {{0, 1, "a"}, {1, 2, "b"}}},
      {"line-ending backslash at the end", "\"\"\"a\\\n  \"\"\"", "a", {{0, 1, "a"}}},
      {"line-ending backslash at the start", "\"\"\"\\\n  a\"\"\"", "a", {{0, 1, "a"}}},
      {"line-ending backslash keeps a full-width space", "\"\"\"a\\\n　b\"\"\"", "a　b", {{0, 1, "a"}, {1, 4, "　"}}},
      {"escaped backslash before a line end", "\"\"\"a\\\\\nb\"\"\"", "a\\\nb", {{1, 2, "\\\\"}, {2, 3, "\n"}}},
      {"quotes inside", R"("""a "b" ""c""")", R"(a "b" ""c)", {{2, 5, "\"b\""}, {6, 8, "\"\""}}},
      {"one quote at the end", R"("""a"""")", "a\"", {{0, 1, "a"}, {1, 2, "\""}}},
      {"two quotes at the end", R"("""a""""")", "a\"\"", {{1, 3, "\"\""}}},
      {"escaped quotes", R"("""a\"""b""")", R"(a"""b)", {{1, 2, "\\\""}, {2, 4, "\"\""}}},
      {"multi-line literal", "'''\na\\\nb'''", "a\\\nb", {{1, 2, "\\"}, {2, 3, "\n"}, {3, 4, "b"}}},
      {"multi-line literal CRLF", "'''\r\na\r\n'''", "a\n", {{0, 1, "a"}, {1, 2, "\r\n"}}},
      {"multi-line literal quotes", "'''it''s'''''", "it''s''", {{2, 4, "''"}, {5, 7, "''"}}},
  };
  for (const LiteralCase& item : cases) {
    SCOPED_TRACE(item.name);
    const std::string before = "説明 = ";
    const diag::Source source("a.toml", before + item.literal + " # \"end\"\n");
    const std::size_t end = skip_string(source.text(), before.size());
    ASSERT_EQ(end, before.size() + item.literal.size());
    const diag::EmbeddedText text = decode_string(source, before.size(), end);
    EXPECT_EQ(text.text(), item.decoded);
    for (const Piece& piece : item.pieces) EXPECT_EQ(text.span(piece.begin, piece.end).text(), piece.written);
  }
}

TEST(LiteralTest, EndsAnOpenStringWithItsLine) {
  EXPECT_EQ(skip_string("\"abc\ndef\"", 0), 4U);
  EXPECT_EQ(skip_string("\"abc\\\r\n\"", 0), 5U);
  EXPECT_EQ(skip_string("'abc", 0), 4U);
  EXPECT_EQ(skip_string("\"\"\"abc\n\"\"", 0), 9U);
  EXPECT_EQ(skip_string("\"\"\"abc\\", 0), 7U);
  EXPECT_EQ(skip_string("\"", 0), 1U);
}

TEST(LiteralTest, WritesStringsThatReadBackAsTheyWere) {
  EXPECT_EQ(string_literal("協議の場"), R"("協議の場")");
  EXPECT_EQ(string_literal(R"(a "b" \c)"), R"("a \"b\" \\c")");
  EXPECT_EQ(string_literal("a\nb\r\tc\x01\x7F"), R"("a\nb\r\tc\u0001\u007F")");
  const std::string every = "x = " + string_literal("'\"\\\n\r\t\x1F\x7F協");
  const diag::Source source("t.toml", every);
  EXPECT_EQ(decode_string(source, 4, every.size()).text(), "'\"\\\n\r\t\x1F\x7F協");
}

TEST(LiteralTest, WritesNumbersThatStayFloats) {
  EXPECT_EQ(float_literal(3), "3.0");
  EXPECT_EQ(float_literal(0.1), "0.1");
  EXPECT_EQ(float_literal(1e300), "1e+300");
  EXPECT_EQ(float_literal(std::numeric_limits<double>::infinity()), "inf");
}

}  // namespace
}  // namespace kijun::toml_doc
