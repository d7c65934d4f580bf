#include "engine/survey/manifest.h"

#include <gtest/gtest.h>

#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

using testing::SmallSurvey;

TEST(ManifestTest, HoldsWhatTheSurveySays) {
  SmallSurvey survey;
  survey.edit("survey.toml", "[[column]]",
              "[source]\nfile = \"source.txt\"\n[[legend]]\nfield = \"council\"\nmarks = { \"◎\" = "
              "\"established\", \"－\" = { missing = \"not_applicable\" } }\n[[column]]");
  survey.edit("answers.csv", "架空県,○", "架空県,◎");
  ASSERT_NE(survey.load(), nullptr);
  const Manifest& manifest = survey.table().manifest();
  EXPECT_EQ(manifest.id, "kakuu-2018");
  EXPECT_EQ(manifest.series, "kakuu");
  EXPECT_EQ(manifest.fiscal_year, 2018);
  EXPECT_EQ(manifest.answers_as_of, Date::from_ymd(2019, 3, 1));
  EXPECT_TRUE(manifest.final_status);
  EXPECT_EQ(manifest.source.file, "source.txt");
  EXPECT_EQ(manifest.columns.size(), 3U);
  EXPECT_EQ(survey.answer("架空県", "council"), "established");
}

TEST(ManifestTest, ReportsFieldsAndColumnsThatCannotBe) {
  SmallSurvey survey;
  survey.edit(
      "survey.toml", "header = \"回数\"\nfield = \"meetings\"",
      "field = \"meetins\"\n[[column]]\nheader = \"a\"\nfield = \"evidence\"\n[[column]]\nindex = 0\nfield = "
      "\"shared\"\n[[column]]\nindex = 2\nfield = \"council\"\n[[column]]\nheader = \"z\"\nfield = \"zone_council\"");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4307 KJ4304 KJ4306 KJ4307 KJ4305 KJ4306");
  EXPECT_EQ(survey.report("KJ4304"),
            "error[KJ4304]: unknown field `meetins`\n"
            "  --> pref/2018/survey.toml:24:10\n"
            "   |\n"
            "24 | field = \"meetins\"\n"
            "   |          ^^^^^^^\n"
            "   = hint: did you mean `meetings`? use an id of fields.toml\n");
  EXPECT_NE(survey.report("KJ4306").find("field `evidence` is not answered in a column"), std::string::npos);
}

TEST(ManifestTest, ReportsALegendThatDoesNotFitItsField) {
  SmallSurvey survey;
  survey.edit("survey.toml", "[[column]]",
              "[[legend]]\nfield = \"council\"\nmarks = { \"○\" = \"establishd\", \"×\" = true }\n[[column]]");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4308 KJ4308");
  EXPECT_NE(survey.report("KJ4308").find("did you mean `established`? write a value id, true/false, or { missing = "),
            std::string::npos)
      << survey.report("KJ4308");
}

TEST(ManifestTest, ReportsAYearOutsideThePossible) {
  SmallSurvey survey;
  survey.edit("survey.toml", "fiscal_year = 2018", "fiscal_year = 30");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4315").find("`fiscal_year` is 30, but must lie between 1900 and 2999"), std::string::npos);
}

TEST(ManifestTest, FailsWhenThereIsNone) {
  MemoryFileSystem files;
  diag::SourceMap sources;
  diag::Sink sink;
  const table::Vocabulary vocabulary;
  const auto loaded = load_survey("pref/2018", {files, sources, sink, vocabulary});
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().message, "no such file");
}

TEST(ManifestTest, GivesNothingForATomlThatDoesNotParse) {
  SmallSurvey survey;
  survey.write("survey.toml", "[survey\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_TRUE(survey.sink().has_errors());
}

}  // namespace
}  // namespace kijun::survey
