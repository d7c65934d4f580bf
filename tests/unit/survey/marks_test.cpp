#include "engine/survey/marks.h"

#include <gtest/gtest.h>

namespace kijun::survey {
namespace {

const Legend kLegend{{"○", 0}, {"△", 1}, {"×", 2}, {"－", 0, table::MissingReason::kNotApplicable}, {"単独", 3}};

std::optional<std::uint32_t> value_of(std::string_view text) {
  const auto match = match_mark(kLegend, text);
  return match ? std::optional(match->value) : std::nullopt;
}

TEST(MarksTest, FoldsLookAlikesOfCircleCrossAndTriangle) {
  for (const char* circle : {"○", "〇", "◯", "⭕", "⭕️", "O", "o", "Ｏ", "マル", " ○", "○\xE3\x80\x80"})
    EXPECT_EQ(value_of(circle), 0U) << circle;
  for (const char* cross : {"×", "✕", "✖", "☓", "Ｘ", "x", "バツ", "ﾊﾞﾂ"}) EXPECT_EQ(value_of(cross), 2U) << cross;
  for (const char* triangle : {"△", "∆", "Δ"}) EXPECT_EQ(value_of(triangle), 1U) << triangle;
}

TEST(MarksTest, SaysWhetherTheMarkWasTakenAsWritten) {
  EXPECT_FALSE(match_mark(kLegend, "○")->folded);
  EXPECT_TRUE(match_mark(kLegend, "〇")->folded);
  EXPECT_EQ(match_mark(kLegend, "〇")->mark, "○");
  EXPECT_TRUE(match_mark(kLegend, "○ ")->folded);
}

TEST(MarksTest, RefusesMarksThatMeanSomethingElseUnlessDeclared) {
  for (const char* other : {"◎", "●", "▲", "▽", "0", "済", "○（一部）", "△※1", "○→△", "--"})
    EXPECT_EQ(value_of(other), std::nullopt) << other;
  const Legend with_double{{"◎", 0}, {"○", 1}};
  EXPECT_EQ(match_mark(with_double, "◎")->value, 0U);
  EXPECT_EQ(match_mark(with_double, "〇")->value, 1U);
}

TEST(MarksTest, ReadsADeclaredDashAsItsMissingReason) {
  EXPECT_EQ(match_mark(kLegend, "－")->missing, table::MissingReason::kNotApplicable);
  EXPECT_EQ(match_mark(kLegend, "-")->missing, table::MissingReason::kNotApplicable);
}

TEST(MarksTest, PrefersAMarkAsWrittenToALookAlike) {
  const Legend both{{"○", 0}, {"〇", 1}};
  EXPECT_EQ(match_mark(both, "〇")->value, 1U);
  EXPECT_EQ(match_mark(both, "◯")->value, 0U);
}

TEST(MarksTest, OffersTheUsualMarksOfABool) {
  table::Field field;
  field.type = table::FieldType::kBool;
  const Legend legend = default_legend(field);
  EXPECT_EQ(match_mark(legend, "有")->value, 1U);
  EXPECT_EQ(match_mark(legend, "いいえ")->value, 0U);
  EXPECT_FALSE(match_mark(legend, "済").has_value());
}

}  // namespace
}  // namespace kijun::survey
