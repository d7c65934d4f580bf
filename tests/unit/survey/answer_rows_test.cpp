#include "engine/survey/answer_rows.h"

#include <gtest/gtest.h>

#include "engine/base/cp932.h"
#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

using testing::SmallSurvey;

TEST(AnswerRowsTest, ReportsAMunicipalityWithoutARowAtItsLineOfTheRegister) {
  SmallSurvey survey;
  survey.edit("answers.csv", "月影市,×,,0\n", "");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4201"),
            "error[KJ4201]: there is no row for 月影市 (992038)\n"
            " --> pref/municipalities.csv:5:1\n"
            "  |\n"
            "5 | 992038,月影市,つきかげし,Tsukikage City,,city,chubu,,5,,,\n"
            "  | ^^^^^^\n"
            "  = hint: add its row to `pref/2018/answers.csv`; without answers, a row with only the name\n");
}

TEST(AnswerRowsTest, NeedsNoRowForThePrefectureOrForSomebodyNotValidThatDay) {
  SmallSurvey survey;
  survey.edit("answers.csv", "架空県,○,,\n", "");
  survey.edit("municipalities.csv", "chubu,,5,,,", "chubu,,5,2019-04-01,,");
  survey.edit("answers.csv", "月影市,×,,0\n", "");
  EXPECT_NE(survey.load(), nullptr) << survey.codes();
}

TEST(AnswerRowsTest, ReportsASecondRowWithTheFirst) {
  SmallSurvey survey;
  survey.edit("answers.csv", "夢見町,,,\n", "夢見町,,,\n月影市,○,,1\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4202"),
            "error[KJ4202]: 月影市 has two rows\n"
            " --> pref/2018/answers.csv:8:1\n"
            "  |\n"
            "8 | 月影市,○,,1\n"
            "  | ^^^^^^\n"
            " ::: pref/2018/answers.csv:6:1\n"
            "  |\n"
            "6 | 月影市,×,,0\n"
            "  | ------ the first row is here\n"
            "  = hint: find out which one is right and remove the other\n");
}

TEST(AnswerRowsTest, SuggestsTheNearestNameForAnUnknownOne) {
  SmallSurvey survey;
  survey.edit("answers.csv", "月影市", "月蔭市");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4203 KJ4201");
  EXPECT_EQ(survey.report("KJ4203"),
            "error[KJ4203]: `月蔭市` is not in the register\n"
            " --> pref/2018/answers.csv:6:1\n"
            "  |\n"
            "6 | 月蔭市,×,,0\n"
            "  | ^^^^^^\n"
            "  = hint: did you mean `月影市`? correct it to the register's name or code, or add it to name_variants\n");
}

TEST(AnswerRowsTest, NoticesANameWrittenOtherwiseThanTheRegister) {
  SmallSurvey survey;
  survey.edit("answers.csv", "霧ヶ丘市", "霧ケ丘市");
  EXPECT_NE(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4205"),
            "notice[KJ4205]: `霧ケ丘市` was taken for 霧ヶ丘市 (992020)\n"
            " --> pref/2018/answers.csv:4:1\n"
            "  |\n"
            "4 | 霧ケ丘市,△,\"北部協議会を活用\n"
            "  | ^^^^^^^^\n");
}

TEST(AnswerRowsTest, ReportsAnAmbiguousName) {
  SmallSurvey survey;
  survey.edit("municipalities.csv", "993018,",
              "993611,夢見村,ゆめみむら,Yumemi Village,,village,chubu,南夢郡,6,,,\n993018,");
  survey.edit("answers.csv", "夢見町", "夢見");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4204").find("`夢見` may be several municipalities"), std::string::npos);
  EXPECT_NE(survey.report("KJ4204").find("write one of `南夢郡夢見村`, `北夢郡夢見町`"), std::string::npos);
}

TEST(AnswerRowsTest, OffersTheSuccessorOfASubjectNoLongerValid) {
  SmallSurvey survey;
  survey.edit("municipalities.csv", "北夢郡,4,,,", "北夢郡,4,,2018-09-30,992038");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4102"),
            "error[KJ4102]: code `993018` (夢見町) is not valid on 2019-03-01, when the answers were given\n"
            " --> pref/2018/answers.csv:7:1\n"
            "  |\n"
            "7 | 夢見町,,,\n"
            "  | ^^^^^^\n"
            "  = hint: use the code valid on that day; succeeded by 月影市 (992038)\n");
}

TEST(AnswerRowsTest, ReadsSubjectsByCodeAndComparesTheName) {
  SmallSurvey survey;
  survey.edit("survey.toml", "subject_column = \"団体名\"\nsubject_by = \"name\"",
              "subject_column = \"コード\"\nsubject_by = \"code\"\nname_column = \"団体名\"");
  survey.write("answers.csv",
               "コード,団体名,協議の場,備考,回数\n"
               "990001,架空県,○,,\n"
               "99201,中津原,○,,\n"
               "992020,月影市,○,,\n"
               "992039,月影市,○,,\n"
               "99,夢見町,○,,\n"
               "992054,夢見町,○,,\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4206 KJ4101 KJ4103 KJ4203 KJ4201 KJ4201");
  EXPECT_NE(survey.report("KJ4206").find("code `992020` is 霧ヶ丘市's, but the name is `月影市`"), std::string::npos);
  EXPECT_NE(survey.report("KJ4101").find("the code is `992038`"), std::string::npos);
}

TEST(AnswerRowsTest, ReportsRowsWithoutAName) {
  SmallSurvey survey;
  survey.edit("answers.csv", "夢見町,,,\n", "夢見町,,,\n,○,,\n,,,\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4207 KJ4010");
  EXPECT_NE(survey.report("KJ4207").find("this row names no subject\n --> pref/2018/answers.csv:8:1\n"),
            std::string::npos);
}

TEST(AnswerRowsTest, SaysThatOnlyTheHeadingIsThere) {
  SmallSurvey survey;
  survey.write("answers.csv", "団体名,協議の場,備考,回数\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4208");
  EXPECT_NE(survey.report("KJ4208").find("check the number of heading rows (header_rows = 1)"), std::string::npos);
  survey.write("answers.csv", "");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4004");
}

TEST(AnswerRowsTest, ReportsAMissingColumnWhereTheManifestNamesIt) {
  SmallSurvey survey;
  survey.edit("answers.csv", "協議の場,備考,回数", "協議の場の状況,備考,備考");
  survey.edit("survey.toml", "header = \"回数\"", "index = 9");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4301 KJ4302 KJ4301 KJ4303");
  EXPECT_NE(survey.report("KJ4301").find("error[KJ4301]: `pref/2018/answers.csv` has no column `協議の場`\n"
                                         "  --> pref/2018/survey.toml:18:11\n"),
            std::string::npos)
      << survey.report("KJ4301");
  EXPECT_NE(survey.report("KJ4301").find("`pref/2018/answers.csv` has no column 9"), std::string::npos);
  EXPECT_EQ(survey.report("KJ4302"),
            "error[KJ4302]: two columns have the heading `備考`\n"
            "  --> pref/2018/survey.toml:21:11\n"
            "   |\n"
            "21 | header = \"備考\"\n"
            "   |           ^^^^\n"
            "  ::: pref/2018/answers.csv:1:13\n"
            "   |\n"
            " 1 | 団体名,協議の場の状況,備考,備考\n"
            "   |                       ---- column 3\n"
            "  ::: pref/2018/answers.csv:1:16\n"
            "   |\n"
            " 1 | 団体名,協議の場の状況,備考,備考\n"
            "   |                            ---- column 4\n"
            "   = hint: write `index` (the column's position, from 1) instead of `header` in survey.toml\n");
}

TEST(AnswerRowsTest, NoticesHeadingsNobodyReads) {
  SmallSurvey survey;
  survey.edit("survey.toml", "[[column]]\nheader = \"回数\"\nfield = \"meetings\"\n", "");
  EXPECT_NE(survey.load(), nullptr);
  EXPECT_NE(
      survey.report("KJ4303").find("notice[KJ4303]: column `回数` answers no field\n --> pref/2018/answers.csv:1:13"),
      std::string::npos)
      << survey.report("KJ4303");
  EXPECT_EQ(survey.answer("中津原市", "meetings"), "(absent)");
}

TEST(AnswerRowsTest, ReadsColumnsByPositionWithoutHeadings) {
  SmallSurvey survey;
  survey.edit("survey.toml", "header_rows = 1\nsubject_column = \"団体名\"", "header_rows = 0\nsubject_column = 1");
  survey.edit("survey.toml", "header = \"協議の場\"", "index = 2");
  survey.edit("survey.toml", "header = \"備考\"", "index = 3");
  survey.edit("survey.toml", "header = \"回数\"", "index = 4");
  survey.edit("answers.csv", "団体名,協議の場,備考,回数\n", "");
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.answer("中津原市", "meetings"), "3");
  survey.edit("survey.toml", "index = 4", "index = 5");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4301").find("has no column 5"), std::string::npos);
}

TEST(AnswerRowsTest, JoinsTheHeadingsOfTwoRows) {
  SmallSurvey survey;
  survey.edit("survey.toml", "header_rows = 1", "header_rows = 2");
  survey.edit("survey.toml", "header = \"協議の場\"", "header = \"協議の場_状況\"");
  survey.edit("answers.csv", "団体名,協議の場,備考,回数\n", "団体名,協議の場,,\n,状況,備考,回数\n");
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.answer("月影市", "council"), "none");
}

TEST(AnswerRowsTest, WarnsOfMarksOutsideTheLegendAndNumbersNobodyCanRead) {
  SmallSurvey survey;
  survey.edit("answers.csv", "中津原市,○,要綱により設置,3", "中津原市,◎,要綱により設置,三回");
  ASSERT_NE(survey.load(), nullptr);
  EXPECT_EQ(
      survey.report("KJ4309"),
      "warning[KJ4309]: `◎` is not in the legend of `council`\n"
      " --> pref/2018/answers.csv:3:6\n"
      "  |\n"
      "3 | 中津原市,◎,要綱により設置,三回\n"
      "  |          ^^\n"
      "  = hint: ask for one of ○ △ ×, or add the mark to [[legend]] if this form uses it; it counts as unreadable\n");
  EXPECT_EQ(survey.report("KJ4310"),
            "warning[KJ4310]: `三回` cannot be read as an answer to `meetings` (an integer)\n"
            " --> pref/2018/answers.csv:3:16\n"
            "  |\n"
            "3 | 中津原市,◎,要綱により設置,三回\n"
            "  |                            ^^^^\n"
            "  = hint: numbers stand without units, dates with their era or western year; it counts as unreadable\n");
  EXPECT_EQ(survey.answer("中津原市", "council"), "(unreadable)");
  EXPECT_EQ(survey.cell("中津原市", "council").raw, "◎");
  EXPECT_EQ(survey.answer("中津原市", "meetings"), "(unreadable)");
}

TEST(AnswerRowsTest, CountsLookAlikesOfOneColumnInOneNotice) {
  SmallSurvey survey;
  survey.edit("answers.csv", "架空県,○", "架空県,〇");
  survey.edit("answers.csv", "中津原市,○,要綱により設置,3", "中津原市,〇,要綱により設置,３");
  ASSERT_NE(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4311");
  EXPECT_NE(survey.report("KJ4311").find("notice[KJ4311]: `〇` in `council` was read as `○` (2 cells)\n"
                                         " --> pref/2018/answers.csv:2:5\n"),
            std::string::npos);
  EXPECT_EQ(survey.table().num_normalised(), 3U);
  EXPECT_EQ(survey.cell("架空県", "council").raw, "〇");
}

TEST(AnswerRowsTest, SetsAsideAnAnswerToAQuestionNotAsked) {
  SmallSurvey survey;
  survey.edit("answers.csv", "架空県,○,,", "架空県,○,,9");
  ASSERT_NE(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4312").find("架空県 answers `meetings`, which it is not asked"), std::string::npos);
  EXPECT_EQ(survey.answer("架空県", "meetings"), "(not_applicable)");
  EXPECT_EQ(survey.cell("架空県", "meetings").raw, "9");
}

TEST(AnswerRowsTest, ReportsTheByteThatDoesNotDecode) {
  SmallSurvey survey;
  survey.write("answers.csv", "団体名,備考\n月影市,ab\x82\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4002"),
            "error[KJ4002]: byte 0x82 is not UTF-8 (offset 29 of the file)\n"
            " --> pref/2018/answers.csv:2:7\n"
            "  |\n"
            "2 | 月影市,ab\xEF\xBF\xBD\n"
            "  |          ^^\n"
            "  = hint: `encoding` in survey.toml says how the answer file is saved (\"utf-8\" or \"cp932\"); all other "
            "files are UTF-8\n");
}

TEST(AnswerRowsTest, RefusesANulByte) {
  SmallSurvey survey;
  survey.write("answers.csv", std::string_view("a,b\n1,\0\n", 8));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4003").find("a NUL byte, which no text has (offset 6 of the file)"), std::string::npos);
}

TEST(AnswerRowsTest, ReadsCp932WithPlacesInTheDecodedText) {
  SmallSurvey survey;
  survey.edit("survey.toml", "encoding = \"utf-8\"", "encoding = \"cp932\"");
  const auto bytes = encode_cp932(
      "団体名,協議の場,備考,回数\r\n架空県,○,,\r\n中津原市,〇,ア,3\r\n霧ヶ丘市,△,,\r\n"
      "月影市,×,,0\r\n夢見町,,,\r\n");
  ASSERT_TRUE(bytes.has_value());
  survey.write("answers.csv", *bytes);
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.answer("中津原市", "council"), "established");
  const diag::Span place = survey.cell("中津原市", "council").place;
  EXPECT_EQ(place.text(), "〇");
  EXPECT_EQ(place.source->line_column(place.begin).column, 6U);
  survey.write("answers.csv", *bytes + "\x81");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4002").find("byte 0x81 is not CP932"), std::string::npos) << survey.codes();
}

TEST(AnswerRowsTest, ReportsDamageAndWhatItCost) {
  SmallSurvey survey;
  survey.edit("answers.csv", "月影市,×,,0", "月影市,×,,0,余分");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4008 KJ4201");
}

}  // namespace
}  // namespace kijun::survey
