#include "engine/diag/diagnostic.h"

#include <gtest/gtest.h>

namespace kijun::diag {
namespace {

constexpr Definition kMistake{"KJ1998",
                              "mistake",
                              Level::kError,
                              {"{1}の`{0}`が違います", "`{0}` of {1} is wrong"},
                              {"`{0}`を直してください", "mend `{0}`"}};
constexpr Definition kOddity{"KJ1999", "oddity", Level::kWarning, {"変です", "odd"}, {"", ""}};

TEST(DiagnosticTest, FormatsBothLanguagesFromTheSameArguments) {
  Sink sink;
  sink.report(kMistake, {}, "id", std::string("rule {x}"));
  ASSERT_EQ(sink.diagnostics().size(), 1U);
  const Diagnostic& diagnostic = sink.diagnostics().front();
  EXPECT_EQ(diagnostic.message.ja, "rule {x}の`id`が違います");
  EXPECT_EQ(diagnostic.message.en, "`id` of rule {x} is wrong");
  EXPECT_EQ(diagnostic.hint.ja, "`id`を直してください");
  EXPECT_EQ(diagnostic.hint.en, "mend `id`");
}

TEST(DiagnosticTest, CountsErrorsAlone) {
  Sink sink;
  sink.report(kOddity, {});
  EXPECT_FALSE(sink.has_errors());
  sink.report(kMistake, {}, "a", "b");
  sink.report(kMistake, {}, "a", "b");
  EXPECT_TRUE(sink.has_errors());
  EXPECT_EQ(sink.num_errors(), 2U);
  EXPECT_EQ(sink.diagnostics().size(), 3U);
}

TEST(DiagnosticDeathTest, AssertsThatArgumentsFit) {
  Sink sink;
  EXPECT_DEATH(sink.report(kMistake, {}, "alone"), "internal error");
}

}  // namespace
}  // namespace kijun::diag
