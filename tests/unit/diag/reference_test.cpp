#include "engine/diag/reference.h"

#include <gtest/gtest.h>

#include <array>

namespace kijun::diag {
namespace {

constexpr Definition kSyntax{"KJ2001",
                             "foreign-operator",
                             Level::kError,
                             {"`{0}`という演算子はありません", "`{0}` is not an operator here"},
                             {"`{1}`か`{{1}}`と書いてください", "write `{1}` or `{{1}}`"}};
constexpr Definition kData{"KJ4003", "nul-byte", Level::kNotice, {"バイトがあります", "there is a byte"}, {"", ""}};
constexpr Definition kBare{"KJ4004", "empty-file", Level::kWarning, {"空です", "it is empty"}, {"", ""}};
constexpr std::array<const Definition*, 3> kDefinitions{&kData, &kSyntax, &kBare};
constexpr char kNul[] = "a,\0\nb,c";
constexpr std::array kSampleExamples{Example{&kSyntax, ExamplePlace::kExpression, "a = 1", "a == 1"},
                                     Example{&kData, ExamplePlace::kAnswers, {kNul, sizeof(kNul) - 1}, ""}};

Registry registry() {
  Registry registry;
  registry.add(kDefinitions);
  registry.add_examples(kSampleExamples);
  return registry;
}

TEST(ReferenceTest, WritesAnEntryWithoutWhatAPlaceFillsIn) {
  EXPECT_EQ(reference_entry(registry(), kSyntax, Language::kEnglish),
            "KJ2001  foreign-operator  error\n\n"
            "  `…` is not an operator here\n"
            "  what to do: write `…` or `{1}`\n\n"
            "  wrong (expression)\n    a = 1\n"
            "  right\n    a == 1\n");
  EXPECT_EQ(reference_entry(registry(), kBare, Language::kJapanese), "KJ4004  empty-file  警告\n\n  空です\n");
}

TEST(ReferenceTest, ShowsControlsAndEmptyFiles) {
  EXPECT_EQ(reference_entry(registry(), kData, Language::kJapanese),
            "KJ4003  nul-byte  注意\n\n"
            "  バイトがあります\n\n"
            "  誤（回答のCSV）\n    a,\\u{0000}\n    b,c\n"
            "  正\n    （空のファイル）\n");
}

TEST(ReferenceTest, WritesThePageByRangeAndCode) {
  const std::string page = reference_page(registry(), Language::kEnglish);
  const std::size_t syntax =
      page.find("## KJ2xxx Syntax of expressions\n\n### KJ2001 foreign-operator\n\n**error** `…`");
  const std::size_t data = page.find("\n## KJ4xxx Data files\n\n### KJ4003 nul-byte\n\n**notice** there is a byte\n");
  EXPECT_NE(syntax, std::string::npos) << page;
  EXPECT_NE(data, std::string::npos) << page;
  EXPECT_LT(syntax, data);
  EXPECT_NE(page.find("\nwrong (expression)\n\n```cel\na = 1\n```\n\nright\n\n```cel\na == 1\n```\n"),
            std::string::npos)
      << page;
  EXPECT_TRUE(page.ends_with("### KJ4004 empty-file\n\n**warning** it is empty\n")) << page;
  EXPECT_EQ(page.find("KJ3xxx"), std::string::npos);
}

}  // namespace
}  // namespace kijun::diag
