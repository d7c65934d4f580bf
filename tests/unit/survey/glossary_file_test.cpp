#include "engine/survey/glossary_file.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

using testing::SmallSurvey;

/// A small survey whose register names a glossary with this text.
struct SurveyWithGlossary : SmallSurvey {
  explicit SurveyWithGlossary(std::string_view glossary) {
    edit("register.toml", "bodies = \"bodies.toml\"\n", "bodies = \"bodies.toml\"\nglossary = \"glossary.toml\"\n");
    write("glossary.toml", glossary);
  }
};

TEST(GlossaryFileTest, ReadsTermsOfOneLanguageOrBoth) {
  SurveyWithGlossary survey(
      "[[term]]\nfrom.ja = \"障害\"\nto.ja = \"障がい\"\ncomment = \"県の表記\"\n"
      "[[term]]\nfrom = { ja = \"圏域\", en = \"zone\" }\nto = { ja = \"地域\", en = \"area\" }\n"
      "[[term]]\nfrom.en = \"zones\"\nto.en = \"areas\"\n");
  ASSERT_NE(survey.load(), nullptr) << survey.reports();
  EXPECT_EQ(survey.codes(), "");
  const Glossary& glossary = survey.table().glossary();
  EXPECT_EQ(glossary.reword(LocalizedText{"障害と圏域", "zone and zones"}),
            (LocalizedText{"障がいと地域", "area and areas"}));
  const std::vector<WrittenTerm>& written = survey.table().parts().loaded_register->glossary.written;
  ASSERT_EQ(written.size(), 4U);
  EXPECT_EQ(written[3].text, "zones");
  EXPECT_EQ(written[3].language, Language::kEnglish);
}

TEST(GlossaryFileTest, ARegisterWithoutOneHasNoTerms) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  EXPECT_TRUE(survey.table().glossary().empty());
}

TEST(GlossaryFileTest, IsAnInputOfTheSurvey) {
  SurveyWithGlossary survey("[[term]]\nfrom.ja = \"障害\"\nto.ja = \"障がい\"\n");
  ASSERT_NE(survey.load(), nullptr) << survey.reports();
  const std::vector<InputFile>& inputs = survey.table().inputs();
  const auto found =
      std::find_if(inputs.begin(), inputs.end(), [](const InputFile& input) { return input.role == "glossary"; });
  ASSERT_NE(found, inputs.end());
  EXPECT_EQ(found->name, "../glossary.toml");
}

TEST(GlossaryFileTest, WordsWhatZonesAreCalledUnlessTheRegisterSaysIt) {
  constexpr std::string_view kZone = "[[term]]\nfrom.ja = \"圏域\"\nto.ja = \"地域\"\n";
  SurveyWithGlossary survey(kZone);
  ASSERT_NE(survey.load(), nullptr) << survey.reports();
  EXPECT_EQ(survey.table().reg().head().zone_term, (LocalizedText{"地域", "zone"}));
  survey.edit("register.toml", "bodies =", "zone_term = { ja = \"福祉圏域\", en = \"welfare zone\" }\nbodies =");
  ASSERT_NE(survey.load(), nullptr) << survey.reports();
  EXPECT_EQ(survey.table().reg().head().zone_term.ja, "福祉圏域");
}

TEST(GlossaryFileTest, ReportsAFileThatIsNotThere) {
  SmallSurvey survey;
  survey.edit("register.toml", "bodies = \"bodies.toml\"\n", "bodies = \"bodies.toml\"\nglossary = \"none.toml\"\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4001");
}

TEST(GlossaryFileTest, ReportsATermThatIsGivenTwiceWithBothPlaces) {
  SurveyWithGlossary survey(
      "[[term]]\nfrom.ja = \"圏域\"\nto.ja = \"地域\"\n"
      "[[term]]\nfrom.ja = \"圏域\"\nto.ja = \"区域\"\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4116"),
            "error[KJ4116]: the glossary replaces `圏域` twice\n"
            " --> pref/glossary.toml:5:11\n"
            "  |\n"
            "5 | from.ja = \"圏域\"\n"
            "  |           ^^^^^^\n"
            " ::: pref/glossary.toml:2:11\n"
            "  |\n"
            "2 | from.ja = \"圏域\"\n"
            "  |           ------ the other is here\n"
            "  = hint: remove one of the two\n");
}

TEST(GlossaryFileTest, TakesACapitalForNoOtherEnglishTerm) {
  SurveyWithGlossary survey(
      "[[term]]\nfrom.en = \"zone\"\nto.en = \"area\"\n"
      "[[term]]\nfrom.en = \"Zone\"\nto.en = \"Area\"\n"
      "[[term]]\nfrom.ja = \"zone\"\nto.ja = \"地域\"\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4116");
}

TEST(GlossaryFileTest, ReportsEmptyTermsBracesAndSidesWithoutTheOther) {
  struct Case {
    const char* text;
    const char* codes;
  };
  for (const Case& each : std::initializer_list<Case>{
           {"[[term]]\nfrom.ja = \"\"\nto.ja = \"地域\"\n", "KJ4115"},
           {"[[term]]\nfrom.ja = \"圏域\"\nto.ja = \"　\"\n", "KJ4115"},
           {"[[term]]\nfrom = {}\nto = {}\n", "KJ4115"},
           {"[[term]]\nfrom.ja = \"圏域\"\nto.ja = \"{name}地域\"\n", "KJ4117"},
           {"[[term]]\nfrom.ja = \"{name}圏域\"\nto.ja = \"}\"\n", "KJ4117 KJ4117"},
           {"[[term]]\nfrom = { ja = \"圏域\", en = \"zone\" }\nto = { ja = \"地域\" }\n", "KJ4118"},
           {"[[term]]\nfrom = { ja = \"圏域\" }\nto = { ja = \"地域\", en = \"area\" }\n", "KJ4118"},
           {"[[term]]\nfrom.ja = \"圏域\"\nto.en = \"area\"\n", "KJ4118 KJ4118"},
           {"[[term]]\nfrom.ja = \"圏域\"\n", "KJ1003"},
           {"[[term]]\nfrom = \"圏域\"\nto.ja = \"地域\"\n", "KJ1005"},
           {"[[term]]\nfrom.ja = \"圏域\"\nto.ja = \"地域\"\nnote = \"\"\n", "KJ1004"},
           {"[[term]]\nfrom.jp = \"圏域\"\nto.ja = \"地域\"\n", "KJ1004 KJ4118"},
           {"[[terms]]\nfrom.ja = \"圏域\"\nto.ja = \"地域\"\n", "KJ1004"}}) {
    SurveyWithGlossary survey(each.text);
    EXPECT_EQ(survey.load(), nullptr) << each.text;
    EXPECT_EQ(survey.codes(), each.codes) << each.text;
  }
}

}  // namespace
}  // namespace kijun::survey
