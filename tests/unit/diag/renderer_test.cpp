#include "engine/diag/renderer.h"

#include <gtest/gtest.h>

#include "tests/unit/diag/span_of.h"

namespace kijun::diag {
namespace {

constexpr Definition kUnknown{
    "KJ1998", "unknown", Level::kError, {"{1}に未知のキー`{0}`があります", "unknown key `{0}` in {1}"}, {"", ""}};
constexpr Definition kTwice{"KJ1997",
                            "twice",
                            Level::kWarning,
                            {"`{0}`が二度あります", "`{0}` stands twice"},
                            {"一つにしてください", "keep one"}};
constexpr Definition kRemark{"KJ1996", "remark", Level::kNotice, {"備考があります", "there is a remark"}, {"", ""}};

constexpr RenderOptions kJapanese{Language::kJapanese, false, 1};
constexpr RenderOptions kEnglish{Language::kEnglish, false, 1};

TEST(RendererTest, DrawsAFrameWithAHint) {
  const Source source("rules/base.toml", std::string(11, '\n') + "  severty = \"error\"\n");
  Sink sink;
  sink.report(kUnknown, span_of(source, "severty"), "severty", "rule `council.municipality`").hint = {
      "`severity`ではありませんか", "did you mean `severity`?"};
  EXPECT_EQ(render(sink.diagnostics().front(), kEnglish),
            "error[KJ1998]: unknown key `severty` in rule `council.municipality`\n"
            "  --> rules/base.toml:12:3\n"
            "   |\n"
            "12 |   severty = \"error\"\n"
            "   |   ^^^^^^^\n"
            "   = hint: did you mean `severity`?\n");
  EXPECT_EQ(render(sink.diagnostics().front(), kJapanese),
            "エラー[KJ1998]: rule `council.municipality`に未知のキー`severty`があります\n"
            "  --> rules/base.toml:12:3\n"
            "   |\n"
            "12 |   severty = \"error\"\n"
            "   |   ^^^^^^^\n"
            "   = ヒント: `severity`ではありませんか\n");
}

TEST(RendererTest, PlacesTheCaretForBothAmbiguousWidths) {
  const Source source("調査.csv", "架空市,○,設置予定\n");
  Sink sink;
  sink.report(kRemark, span_of(source, "設置予定"));
  EXPECT_EQ(render(sink.diagnostics().front(), kJapanese),
            "注意[KJ1996]: 備考があります\n"
            " --> 調査.csv:1:7\n"
            "  |\n"
            "1 | 架空市,○,設置予定\n"
            "  |          ^^^^^^^^\n");
  EXPECT_EQ(render(sink.diagnostics().front(), {Language::kJapanese, false, 2}),
            "注意[KJ1996]: 備考があります\n"
            " --> 調査.csv:1:7\n"
            "  |\n"
            "1 | 架空市,○,設置予定\n"
            "  |           ^^^^^^^^\n");
}

TEST(RendererTest, DrawsNotesWithTheirOwnFrames) {
  const Source base("base.toml", "id = \"a\"\n");
  const Source edition("edition.toml", std::string(99, '\n') + "id = \"b\"\n");
  Sink sink;
  Diagnostic& diagnostic = sink.report(kTwice, span_of(edition, "id"), "id");
  diagnostic.notes.push_back({span_of(base, "id"), {"最初の定義", "first defined here"}});
  diagnostic.notes.push_back({{}, {"版が継承しています", "the edition extends the base"}});
  EXPECT_EQ(render(sink.diagnostics().front(), kEnglish),
            "warning[KJ1997]: `id` stands twice\n"
            "   --> edition.toml:100:1\n"
            "    |\n"
            "100 | id = \"b\"\n"
            "    | ^^\n"
            "   ::: base.toml:1:1\n"
            "    |\n"
            "  1 | id = \"a\"\n"
            "    | -- first defined here\n"
            "    = note: the edition extends the base\n"
            "    = hint: keep one\n");
  EXPECT_EQ(render(sink.diagnostics().front(), kJapanese),
            "警告[KJ1997]: `id`が二度あります\n"
            "   --> edition.toml:100:1\n"
            "    |\n"
            "100 | id = \"b\"\n"
            "    | ^^\n"
            "   ::: base.toml:1:1\n"
            "    |\n"
            "  1 | id = \"a\"\n"
            "    | -- 最初の定義\n"
            "    = 補足: 版が継承しています\n"
            "    = ヒント: 一つにしてください\n");
}

TEST(RendererTest, ShowsTheHeadAloneWithoutASource) {
  Sink sink;
  sink.report(kRemark, {});
  sink.report(kTwice, {}, "x");
  EXPECT_EQ(render(sink.diagnostics()[0], kEnglish), "notice[KJ1996]: there is a remark\n");
  EXPECT_EQ(render(sink.diagnostics()[1], kEnglish), "warning[KJ1997]: `x` stands twice\n = hint: keep one\n");
}

TEST(RendererTest, DrawsAnEmptyLineWithoutTrailingSpace) {
  const Source source("a.toml", "\n");
  Sink sink;
  sink.report(kRemark, {&source, 0, 0});
  EXPECT_EQ(render(sink.diagnostics().front(), kEnglish),
            "notice[KJ1996]: there is a remark\n --> a.toml:1:1\n  |\n1 |\n  | ^\n");
}

TEST(RendererTest, EscapesControlsOfUserText) {
  const Source source("a\x1B.toml", "\x1B[2J\n");
  Sink sink;
  sink.report(kUnknown, {&source, 0, 4}, "\x1B[2J", "a\xE2\x80\xAE");
  EXPECT_EQ(render(sink.diagnostics().front(), kEnglish),
            "error[KJ1998]: unknown key `\\u{001B}[2J` in a\\u{202E}\n"
            " --> a\\u{001B}.toml:1:1\n"
            "  |\n"
            "1 | \\u{001B}[2J\n"
            "  | ^^^^^^^^^^^\n");
}

TEST(RendererTest, IndentsFurtherLinesOfAHint) {
  Sink sink;
  sink.report(kRemark, {}).hint = {"一行目\n二行目", "first\nsecond"};
  EXPECT_EQ(render(sink.diagnostics().front(), kEnglish),
            "notice[KJ1996]: there is a remark\n = hint: first\n         second\n");
  EXPECT_EQ(render(sink.diagnostics().front(), kJapanese),
            "注意[KJ1996]: 備考があります\n = ヒント: 一行目\n           二行目\n");
}

TEST(RendererTest, ColoursWhenAsked) {
  const Source source("a.toml", "id\n");
  Sink sink;
  sink.report(kTwice, {&source, 0, 2}, "id");
  EXPECT_EQ(render(sink.diagnostics().front(), {Language::kEnglish, true, 1}),
            "\x1b[1;33mwarning[KJ1997]\x1b[0m\x1b[1m: `id` stands twice\x1b[0m\n"
            "\x1b[1;34m -->\x1b[0m a.toml:1:1\n"
            "\x1b[1;34m  |\x1b[0m\n"
            "\x1b[1;34m1 |\x1b[0m id\n"
            "\x1b[1;34m  |\x1b[0m \x1b[1;33m^^\x1b[0m\n"
            "\x1b[1;34m  =\x1b[0m hint: keep one\n");
}

TEST(RendererTest, OrdersByFilePlaceAndCode) {
  const Source a("a.toml", "x\ny\n");
  const Source b("b.toml", "z\n");
  Sink sink;
  sink.report(kTwice, {&b, 0, 1}, "z");
  sink.report(kUnknown, {&a, 2, 3}, "y", "table");
  sink.report(kTwice, {&a, 2, 3}, "y");
  sink.report(kRemark, {&a, 0, 1});
  sink.report(kRemark, {});
  EXPECT_EQ(render_all(sink.diagnostics(), kEnglish),
            "notice[KJ1996]: there is a remark\n"
            "\n"
            "notice[KJ1996]: there is a remark\n --> a.toml:1:1\n  |\n1 | x\n  | ^\n"
            "\n"
            "warning[KJ1997]: `y` stands twice\n --> a.toml:2:1\n  |\n2 | y\n  | ^\n  = hint: keep one\n"
            "\n"
            "error[KJ1998]: unknown key `y` in table\n --> a.toml:2:1\n  |\n2 | y\n  | ^\n"
            "\n"
            "warning[KJ1997]: `z` stands twice\n --> b.toml:1:1\n  |\n1 | z\n  | ^\n  = hint: keep one\n"
            "\n"
            "1 error, 2 warnings, 2 notices\n");
}

TEST(RendererTest, CountsInTheClosingLine) {
  Sink sink;
  EXPECT_EQ(render_all(sink.diagnostics(), kJapanese), "");
  sink.report(kUnknown, {}, "a", "b");
  sink.report(kUnknown, {}, "a", "b");
  sink.report(kTwice, {}, "a");
  const std::string ja = render_all(sink.diagnostics(), kJapanese);
  EXPECT_EQ(ja.substr(ja.rfind("\n\n") + 2), "エラー 2件、警告 1件\n");
  const std::string en = render_all(sink.diagnostics(), kEnglish);
  EXPECT_EQ(en.substr(en.rfind("\n\n") + 2), "2 errors, 1 warning\n");
}

}  // namespace
}  // namespace kijun::diag
