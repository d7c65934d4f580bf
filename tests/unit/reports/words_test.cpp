#include "reports/words/words.h"

#include <gtest/gtest.h>

#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

TEST(WordsTest, FillsPlaceholdersInBothLanguages) {
  const LocalizedText text =
      fill(Word::kHeadlineQuestions, {{"addressees", std::size_t{2}}, {"questions", std::size_t{3}}});
  EXPECT_EQ(text.ja, "照会事項が2か所に3件あります。");
  EXPECT_EQ(text.en, "There are 3 questions to send back to 2 addressees.");
}

TEST(WordsTest, ReadsNoPlaceholderInAValue) {
  EXPECT_EQ(fill(Word::kInputsCaption, {}).ja, word(Word::kInputsCaption).ja);
  EXPECT_EQ(fill(Word::kNarrowed, {{"how", std::string("{how}")}}).en, "This report covers only: {how}");
}

TEST(WordsTest, SeesUnequalPlaceholders) {
  EXPECT_TRUE(same_placeholders({"{a}と{b}", "{b} and {a}"}));
  EXPECT_FALSE(same_placeholders({"{a}", "{b}"}));
  EXPECT_FALSE(same_placeholders({"{a}", "none"}));
}

TEST(WordsTest, NeverSpeaksOfViolationNorUsesAnswersAsVerdicts) {
  for (const WordEntry& entry : kWords) {
    const bool denies_it = entry.id == "kMeaningUnmet";
    EXPECT_TRUE(denies_it || entry.text.ja.find("違反") == std::string_view::npos) << entry.id;
    for (const std::string_view answer : {"○", "△", "×"}) {
      EXPECT_EQ(entry.text.ja.find(answer), std::string_view::npos) << entry.id;
    }
  }
}

TEST(WordsTest, MarksWhatIsOnTrialAndWhatRestsOnAnUnconfirmedText) {
  EXPECT_EQ(rule_mark(true, true).ja, "案・根拠要確認");
  EXPECT_EQ(rule_mark(true, false).ja, "案");
  EXPECT_EQ(rule_mark(false, true).ja, "根拠要確認");
  EXPECT_TRUE(rule_mark(false, false).empty());
}

TEST(WordsTest, GivesEachVerdictAMarkOfItsOwn) {
  std::string marks;
  for (const audit::Verdict verdict : kVerdictOrder) {
    marks += verdict_mark(verdict).ja;
  }
  EXPECT_EQ(marks, "未！？前確留達－");
}

}  // namespace
}  // namespace kijun::reports
