#include "reports/words/words.h"

#include <gtest/gtest.h>

#include "engine/base/glossary_scope.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

TEST(WordsTest, FillsPlaceholdersInBothLanguages) {
  const LocalizedText text =
      fill(Word::kHeadlineQuestions, {{"addressees", std::size_t{2}}, {"questions", std::size_t{3}}});
  EXPECT_EQ(text.ja, "照会事項が2か所に3件あります。");
  EXPECT_EQ(text.en, "There are 3 questions to send back to 2 addressees.");
}

TEST(WordsTest, SpeaksOfOneInTheSingular) {
  const LocalizedText one =
      fill(Word::kHeadlineQuestions, {{"addressees", std::size_t{1}}, {"questions", std::size_t{1}}});
  EXPECT_EQ(one.ja, "照会事項が1か所に1件あります。");
  EXPECT_EQ(one.en, "There is 1 question to send back to 1 addressee.");
  EXPECT_EQ(fill(Word::kHeadlineWaived, {{"n", std::size_t{1}}}).en,
            "1 finding is accepted by the prefecture until a date; its verdict stays as it is.");
  EXPECT_EQ(fill(Word::kVerdictsOnReadings, {{"n", std::size_t{0}}}).en, "0 verdicts rest on readings of notes.");
  EXPECT_EQ(fill(Word::kVerdictsOnReadings, {{"n", std::size_t{11}}}).en, "11 verdicts rest on readings of notes.");
}

/// True where a placeholder that is no choice stands before the noun.
bool counts_in_the_plural_alone(std::string_view text, const std::string& noun) {
  for (std::size_t at = text.find("} " + noun); at != std::string_view::npos; at = text.find("} " + noun, at + 1)) {
    const std::size_t open = text.rfind('{', at);
    if (!read_placeholder(text.substr(open + 1, at - open - 1)).is_choice) return true;
  }
  return false;
}

TEST(WordsTest, SaysNoNounInThePluralAloneOfANumber) {
  EXPECT_TRUE(counts_in_the_plural_alone("{n} findings changed", "findings"));
  constexpr std::array kNouns{"findings", "questions", "notes",    "verdicts", "results",
                              "days",     "fields",    "subjects", "answers",  "decisions"};
  for (const WordEntry& entry : kWords)
    for (const char* const noun : kNouns)
      EXPECT_FALSE(counts_in_the_plural_alone(entry.text.en, noun)) << entry.id << ": " << noun;
}

TEST(WordsTest, ReadsNoPlaceholderInAValue) {
  EXPECT_EQ(fill(Word::kInputsCaption, {}).ja, word(Word::kInputsCaption).ja);
  EXPECT_EQ(fill(Word::kNarrowed, {{"how", std::string("{how}")}}).en, "This report covers only: {how}");
}

TEST(WordsTest, TellsEveryTextInTheTermsOfTheGlossaryInScope) {
  const Glossary glossary({{{"照会事項", "questions"}, {"照会", "queries"}},
                           {{"", "question"}, {"", "query"}},
                           {{"", "addressees"}, {"", "offices"}},
                           {{"判定保留", "undecided"}, {"保留", "left open"}},
                           {{"無回答", "no answer"}, {"未回答", "left blank"}}});
  const auto ask = [](std::size_t number) {
    return fill(Word::kHeadlineQuestions, {{"addressees", number}, {"questions", number}});
  };
  {
    const GlossaryScope scope(glossary);
    EXPECT_EQ(ask(2).ja, "照会が2か所に2件あります。");
    EXPECT_EQ(ask(2).en, "There are 2 queries to send back to 2 offices.");
    EXPECT_EQ(ask(1).en, "There is 1 query to send back to 1 addressee.");
    EXPECT_EQ(verdict_word(audit::Verdict::kUndecided), (LocalizedText{"保留", "left open"}));
    EXPECT_EQ(reason_word(table::MissingReason::kBlank), (LocalizedText{"未回答", "left blank"}));
  }
  EXPECT_EQ(verdict_word(audit::Verdict::kUndecided).ja, "判定保留");
}

TEST(WordsTest, LeavesPlaceholdersAndValuesToThemselves) {
  const Glossary glossary({{{"", "addressees"}, {"", "offices"}}, {{"", "how"}, {"", "way"}}});
  const GlossaryScope scope(glossary);
  const LocalizedText open = word(Word::kHeadlineQuestions);
  EXPECT_NE(open.en.find("{addressees}"), std::string::npos) << open.en;
  EXPECT_NE(open.en.find("|offices}"), std::string::npos) << open.en;
  EXPECT_EQ(fill(Word::kNarrowed, {{"how", std::string("how addressees")}}).en,
            "This report covers only: how addressees");
}

TEST(WordsTest, SeesUnequalPlaceholders) {
  EXPECT_TRUE(same_placeholders({"{a}と{b}", "{b} and {a}"}));
  EXPECT_FALSE(same_placeholders({"{a}", "{b}"}));
  EXPECT_FALSE(same_placeholders({"{a}", "none"}));
  EXPECT_TRUE(same_placeholders({"{a}件", "{a} {a?finding|findings}"}));
  EXPECT_FALSE(same_placeholders({"{a}件", "{a?finding|findings}"}));
  EXPECT_FALSE(same_placeholders({"{a}件", "{a} {b?finding|findings}"}));
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
