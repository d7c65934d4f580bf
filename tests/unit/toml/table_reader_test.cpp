#include "engine/toml/table_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "engine/diag/renderer.h"

namespace kijun::toml_doc {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A document read as rule `r`.
class TableReaderTest : public testing::Test {
 protected:
  TableReader read(const std::string& text) {
    source_ = std::make_unique<diag::Source>("r.toml", text);
    table_ = parse_document(*source_, sink_).value();
    return {table_, {source_.get(), 0, 1}, "rule `r`", sink_};
  }

  // What was reported so far, head lines and hints, one line each.
  std::vector<std::string> reported(Language language) const {
    std::vector<std::string> lines;
    for (const diag::Diagnostic& diagnostic : sink_.diagnostics()) {
      std::string line(diagnostic.definition->code);
      line += " " + diagnostic.message.in(language);
      if (!diagnostic.hint.empty()) line += " / " + diagnostic.hint.in(language);
      lines.push_back(line + " @" + std::string(diagnostic.span.text()));
    }
    return lines;
  }

  diag::Sink sink_;
  std::unique_ptr<diag::Source> source_;
  Table table_;
};

TEST_F(TableReaderTest, ReadsEveryType) {
  TableReader reader = read(
      "s = \"x\"\nb = true\ni = 7\nd = 2019-03-31\nl = { ja = \"題\", en = \"title\" }\n"
      "list = [\"p\", 'q']\nw = \"error\"\n[t]\nz = 1\n[[case]]\n[[case]]\n");
  EXPECT_EQ(reader.string("s"), "x");
  EXPECT_EQ(reader.text("s")->span().text(), "x");
  EXPECT_EQ(reader.boolean("b"), true);
  EXPECT_EQ(reader.integer("i"), 7);
  EXPECT_EQ(reader.date("d")->iso(), "2019-03-31");
  EXPECT_EQ(reader.localized("l"), (LocalizedText{"題", "title"}));
  const auto list = reader.strings("list");
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[1].text(), "q");
  EXPECT_EQ(reader.one_of("w", {"error", "warning"}), "error");
  EXPECT_EQ(reader.table("t")->entries.size(), 1U);
  EXPECT_EQ(reader.tables("case").size(), 2U);
  EXPECT_EQ(reader.require_integer("i"), 7);
  EXPECT_EQ(reader.span_of("i").text(), "7");
  EXPECT_EQ(reader.span_of("none").begin, reader.place().begin);
  EXPECT_TRUE(reader.has("s"));
  EXPECT_FALSE(reader.has("none"));
  reader.finish();
  EXPECT_THAT(reported(Language::kEnglish), IsEmpty());
}

TEST_F(TableReaderTest, SaysNothingAboutAbsentOptionalKeys) {
  TableReader reader = read("x = 1");
  EXPECT_EQ(reader.string("s"), std::nullopt);
  EXPECT_EQ(reader.boolean("b"), std::nullopt);
  EXPECT_EQ(reader.integer("i"), std::nullopt);
  EXPECT_EQ(reader.date("d"), std::nullopt);
  EXPECT_EQ(reader.localized("l"), std::nullopt);
  EXPECT_THAT(reader.strings("list"), IsEmpty());
  EXPECT_EQ(reader.one_of("w", {"error"}), std::nullopt);
  EXPECT_EQ(reader.table("t"), nullptr);
  EXPECT_THAT(reader.tables("case"), IsEmpty());
  EXPECT_EQ(reader.value("v"), nullptr);
  EXPECT_THAT(reported(Language::kEnglish), IsEmpty());
}

TEST_F(TableReaderTest, ReportsMissingKeys) {
  TableReader reader = read("x = 1");
  EXPECT_EQ(reader.require_string("id"), std::nullopt);
  EXPECT_EQ(reader.require_localized("title"), std::nullopt);
  EXPECT_THAT(reported(Language::kEnglish), ElementsAre("KJ1003 rule `r` has no key `id` / add `id = …` @x",
                                                        "KJ1003 rule `r` has no key `title` / add `title = …` @x"));
  EXPECT_EQ(reported(Language::kJapanese)[0], "KJ1003 rule `r`にキー`id`がありません / `id = …`を書いてください @x");
}

TEST_F(TableReaderTest, ReportsAWrongTypeOnceWhereItStands) {
  TableReader reader = read("s = 1\nb = \"true\"\ni = 1.0\nlist = \"x\"\nmixed = [\"a\", 2]\nt = 1\n[case]\n[[l]]\n");
  EXPECT_EQ(reader.require_string("s"), std::nullopt);
  EXPECT_EQ(reader.boolean("b"), std::nullopt);
  EXPECT_EQ(reader.require_integer("i"), std::nullopt);
  EXPECT_THAT(reader.strings("list"), IsEmpty());
  EXPECT_EQ(reader.strings("mixed").size(), 1U);
  EXPECT_EQ(reader.table("t"), nullptr);
  EXPECT_THAT(reader.tables("case"), IsEmpty());
  EXPECT_EQ(reader.localized("l"), std::nullopt);
  EXPECT_THAT(reported(Language::kEnglish),
              ElementsAre("KJ1005 `s` of rule `r` has the wrong type (expected string, found integer) / "
                          "put it in quotes: `\"…\"` @1",
                          "KJ1005 `b` of rule `r` has the wrong type (expected boolean, found string) / "
                          "write `true` or `false` without quotes @\"true\"",
                          "KJ1005 `i` of rule `r` has the wrong type (expected integer, found float) @1.0",
                          "KJ1005 `list` of rule `r` has the wrong type (expected array of strings, found string) / "
                          "write `[\"…\", \"…\"]` @\"x\"",
                          "KJ1005 `mixed` of rule `r` has the wrong type (expected string, found integer) @2",
                          "KJ1005 `t` of rule `r` has the wrong type (expected table, found integer) @1",
                          "KJ1005 `case` of rule `r` has the wrong type (expected array of tables, found table) / "
                          "write the header in double brackets: `[[…]]` @[case]",
                          "KJ1005 `l` of rule `r` has the wrong type (expected table, found array) / "
                          "write `l = { ja = \"…\", en = \"…\" }` @[[l]]"));
  EXPECT_EQ(
      reported(Language::kJapanese)[0],
      "KJ1005 rule `r`の`s`の値の種類が違います（必要：文字列、実際：整数） / 引用符で囲んでください（`\"…\"`） @1");
}

TEST_F(TableReaderTest, ReportsUnknownKeysWithTheNearestKnownOne) {
  TableReader reader = read("severty = \"error\"\nxyzzy = 1\nid = \"a\"");
  reader.string("id");
  reader.string("severity");
  reader.string("id");
  reader.finish();
  EXPECT_THAT(reported(Language::kEnglish),
              ElementsAre("KJ1004 unknown key `severty` in rule `r` / did you mean `severity`? @severty",
                          "KJ1004 unknown key `xyzzy` in rule `r` / known keys: `id`, `severity` @xyzzy"));
  EXPECT_THAT(reported(Language::kJapanese),
              ElementsAre("KJ1004 rule `r`に未知のキー`severty`があります / `severity`ではありませんか @severty",
                          "KJ1004 rule `r`に未知のキー`xyzzy`があります / 使えるキー：`id`、`severity` @xyzzy"));
}

TEST_F(TableReaderTest, ReportsAWordThatIsNotAllowed) {
  TableReader reader = read("a = \"eror\"\nb = \"fatal\"");
  EXPECT_EQ(reader.one_of("a", {"error", "warning"}), std::nullopt);
  EXPECT_EQ(reader.one_of("b", {"error", "warning"}), std::nullopt);
  EXPECT_THAT(reported(Language::kEnglish),
              ElementsAre("KJ1006 `eror` is not a value of `a` in rule `r` / "
                          "did you mean `error`? (one of: `error`, `warning`) @\"eror\"",
                          "KJ1006 `fatal` is not a value of `b` in rule `r` / one of: `error`, `warning` @\"fatal\""));
  EXPECT_EQ(reported(Language::kJapanese)[0],
            "KJ1006 rule `r`の`a`に`eror`は使えません / "
            "`error`ではありませんか（使える値：`error`、`warning`） @\"eror\"");
}

TEST_F(TableReaderTest, RequiresBothLanguages) {
  TableReader reader =
      read("a = { ja = \"題\" }\nb = { ja = \"\", en = \"t\" }\nc = { ja = \"題\", en = 1, fr = \"x\" }");
  EXPECT_EQ(reader.localized("a"), std::nullopt);
  EXPECT_EQ(reader.localized("b"), std::nullopt);
  EXPECT_EQ(reader.localized("c"), std::nullopt);
  const std::string both = "write both languages: ";
  EXPECT_THAT(reported(Language::kEnglish),
              ElementsAre("KJ1007 `a` of rule `r` has no English text (`en`) / " + both +
                              "`a = { ja = \"…\", en = \"…\" }` @{ ja = \"題\" }",
                          "KJ1007 `b` of rule `r` has no Japanese text (`ja`) / " + both +
                              "`b = { ja = \"…\", en = \"…\" }` @\"\"",
                          "KJ1005 `en` of `c` has the wrong type (expected string, found integer) / "
                          "put it in quotes: `\"…\"` @1",
                          "KJ1004 unknown key `fr` in `c` / known keys: `ja`, `en` @fr"));
  EXPECT_EQ(reported(Language::kJapanese)[0],
            "KJ1007 rule `r`の`a`に英語の文（`en`）がありません / "
            "`a = { ja = \"…\", en = \"…\" }`のように両方の言語で書いてください @{ ja = \"題\" }");
}

TEST_F(TableReaderTest, HelpsWithDatesWrittenAnotherWay) {
  TableReader reader = read(
      "a = \"2019-03-31\"\nb = \"平成31年3月31日\"\nc = 2019-03-31T00:00:00\nd = \"soon\"\ne = 2019\nf = 07:32:00");
  for (const std::string_view key : {"a", "b", "c", "d", "e", "f"}) EXPECT_EQ(reader.date(key), std::nullopt);
  const std::string exact = "write `2019-03-31`, without quotes or a time";
  const std::string general = "write an existing day without quotes, like `2026-03-31`";
  EXPECT_THAT(reported(Language::kEnglish),
              ElementsAre("KJ1008 `\"2019-03-31\"` is not a date / " + exact + " @\"2019-03-31\"",
                          "KJ1008 `\"平成31年3月31日\"` is not a date / " + exact + " @\"平成31年3月31日\"",
                          "KJ1008 `2019-03-31T00:00:00` is not a date / " + exact + " @2019-03-31T00:00:00",
                          "KJ1008 `\"soon\"` is not a date / " + general + " @\"soon\"",
                          "KJ1005 `e` of rule `r` has the wrong type (expected date, found integer) @2019",
                          "KJ1008 `07:32:00` is not a date / " + general + " @07:32:00"));
  EXPECT_EQ(reported(Language::kJapanese)[0],
            "KJ1008 `\"2019-03-31\"`は日付として読めません / 引用符や時刻を付けずに`2019-03-31`と書いてください "
            "@\"2019-03-31\"");
}

TEST_F(TableReaderTest, TakesNoDateTimeForAString) {
  TableReader reader = read("a = 07:32:00");
  EXPECT_EQ(reader.string("a"), std::nullopt);
  EXPECT_THAT(reported(Language::kEnglish),
              ElementsAre("KJ1005 `a` of rule `r` has the wrong type (expected string, found date-time) / "
                          "put it in quotes: `\"…\"` @07:32:00"));
}

}  // namespace
}  // namespace kijun::toml_doc
