#include "engine/survey/register_file.h"

#include <gtest/gtest.h>

#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

using testing::SmallSurvey;

TEST(RegisterFileTest, ReportsABadCheckDigitWithTheRightOne) {
  SmallSurvey survey;
  survey.edit("municipalities.csv", "992020", "992021");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4101"),
            "error[KJ4101]: check digit of code `992021` is wrong\n"
            " --> pref/municipalities.csv:4:1\n"
            "  |\n"
            "4 | 992021,霧ヶ丘市,きりがおかし,Kirigaoka City,霧ケ丘市,city,hokubu,,3,,,\n"
            "  | ^^^^^^\n"
            "  = hint: if the first five digits are right, the code is `992020`; compare it with the list of codes\n");
}

TEST(RegisterFileTest, ReadsTilesOfAMap) {
  SmallSurvey survey;
  survey.write("municipalities.csv",
               "code,name,kana,name_en,kind,zone,order,valid_from,valid_to,tile_column,tile_row\n"
               "990001,架空県,かくうけん,Kakuu Prefecture,prefecture,,1,,,,\n"
               "992011,中津原市,なかつはらし,Nakatsuhara City,core_city,chubu,2,,,1,2\n"
               "992020,霧ヶ丘市,きりがおかし,Kirigaoka City,city,hokubu,3,,,,\n"
               "992038,月影市,つきかげし,Tsukikage City,city,chubu,5,,,3,1\n"
               "993018,夢見町,ゆめみまち,Yumemi Town,town,hokubu,4,2015-04-01,,2,2\n"
               "993620,虹橋町,にじはしまち,Nijihashi Town,town,hokubu,6,,2015-03-31,2,2\n");
  ASSERT_NE(survey.load(), nullptr) << survey.reports();
  EXPECT_EQ(survey.table().tile(survey.row("中津原市")), (Tile{1, 2}));
  EXPECT_EQ(survey.table().tile(survey.row("霧ヶ丘市")), std::nullopt);
}

TEST(RegisterFileTest, RefusesATileThatIsTakenOutsideTheMapOrHalfWritten) {
  SmallSurvey survey;
  survey.write("municipalities.csv",
               "code,name,kana,name_en,kind,zone,order,tile_column,tile_row\n"
               "990001,架空県,かくうけん,Kakuu Prefecture,prefecture,,1,,\n"
               "992011,中津原市,なかつはらし,Nakatsuhara City,core_city,chubu,2,1,2\n"
               "992020,霧ヶ丘市,きりがおかし,Kirigaoka City,city,hokubu,3,1,2\n"
               "992038,月影市,つきかげし,Tsukikage City,city,chubu,5,3,\n"
               "993018,夢見町,ゆめみまち,Yumemi Town,town,hokubu,4,0,100\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4114 KJ4108 KJ4108 KJ4108");
  EXPECT_NE(survey.report("KJ4114").find("the tile of `霧ヶ丘市` (column 1, row 2) is that of `中津原市`"),
            std::string::npos);
}

TEST(RegisterFileTest, AsksForBothColumnsOfATile) {
  SmallSurvey survey;
  survey.write("municipalities.csv", "code,name,kana,name_en,kind,order,tile_row\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4107").find("the register has no column `tile_column`"), std::string::npos);
}

TEST(RegisterFileTest, ReportsAllMistakesOfTheRegisterAtOnce) {
  SmallSurvey survey;
  survey.write("municipalities.csv",
               "code,name,kana,name_en,name_variants,kind,zone,county,order,valid_from,valid_to,sucessors\n"
               "990001,架空県,かくうけん,Kakuu Prefecture,,prefecture,chubu,,1,,,\n"
               "99201,中津原市,なかつはらし,Nakatsuhara City,,core_city,chubu,,2,,,\n"
               "992020,霧ヶ丘市,きりがおかし,,,hamlet,hokbu,,x,2019-13-01,,\n"
               "992038,月影市,つきかげし,Tsukikage City,,city,chubu,,4,2019-04-01,2018-03-31,\n"
               "992038,月影市,つきかげし,Tsukikage City,,city,chubu,,4,,,\n");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4112 KJ4113 KJ4103 KJ4108 KJ4105 KJ4106 KJ4108 KJ4108 KJ4110 KJ4104 KJ4402 KJ4402");
  EXPECT_EQ(survey.report("KJ4112"),
            "warning[KJ4112]: column `sucessors` of the register is not used\n"
            " --> pref/municipalities.csv:1:81\n"
            "  |\n"
            "1 | code,name,kana,name_en,name_variants,kind,zone,county,order,valid_from,valid_to,sucessors\n"
            "  |                                                                                 ^^^^^^^^^\n"
            "  = hint: did you mean `successors`? check the column's name\n");
  EXPECT_NE(survey.report("KJ4106").find("hint: did you mean `hokubu`? use an id of zones.toml"), std::string::npos);
  EXPECT_NE(survey.report("KJ4105").find("prefecture, designated_city, core_city"), std::string::npos);
  EXPECT_NE(survey.report("KJ4110").find("`月影市` is valid until 2018-03-31, which is before 2019-04-01"),
            std::string::npos);
  EXPECT_NE(survey.report("KJ4104").find("first listed here"), std::string::npos);
  EXPECT_NE(survey.report("KJ4113").find("prefecture `架空県` is given a zone"), std::string::npos);
  EXPECT_NE(survey.report("KJ4103").find("`99201` is no municipality code"), std::string::npos);
}

TEST(RegisterFileTest, ReportsAMissingColumnOnce) {
  SmallSurvey survey;
  survey.edit("municipalities.csv", "code,name,kana", "code,name,yomi");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4107"),
            "error[KJ4107]: the register has no column `kana`\n"
            " --> pref/municipalities.csv:1:1\n"
            "  |\n"
            "1 | code,name,yomi,name_en,name_variants,kind,zone,county,order,valid_from,valid_to,successors\n"
            "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
            "  = hint: add `kana` to the heading row\n");
}

TEST(RegisterFileTest, ReportsSuccessorsNobodyKnows) {
  SmallSurvey survey;
  survey.edit("municipalities.csv", "北夢郡,4,,,", "北夢郡,4,,2019-09-30,992054;992038");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4109");
  EXPECT_NE(survey.report("KJ4109").find("successor `992054` is not in the register"), std::string::npos);
}

TEST(RegisterFileTest, ReportsAPrefectureThatIsNone) {
  SmallSurvey survey;
  survey.edit("register.toml", "990001", "992011");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4111"),
            "error[KJ4111]: `prefecture` names `992011`, which is no record of kind `prefecture`\n"
            " --> pref/register.toml:3:14\n"
            "  |\n"
            "3 | prefecture = \"992011\"\n"
            "  |              ^^^^^^^^\n"
            "  = hint: write the prefecture's code and give its record the kind `prefecture`\n");
}

TEST(RegisterFileTest, ReportsAFileThatIsNotThereWhereItIsNamed) {
  SmallSurvey survey;
  survey.edit("register.toml", "\"zones.toml\"", "\"zonen.toml\"");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4001"),
            "error[KJ4001]: file `../zonen.toml` cannot be read: no such file\n"
            " --> pref/register.toml:6:10\n"
            "  |\n"
            "6 | zones = \"zonen.toml\"\n"
            "  |          ^^^^^^^^^^\n"
            "  = hint: write the path relative to the folder of the file that names it\n");
}

TEST(RegisterFileTest, ReportsMembersThatCannotBelongToABody) {
  SmallSurvey survey;
  survey.edit("bodies.toml", "[\"993018\", \"992020\"]",
              "[\"993018\", \"月影市\", \"993018\", \"990001\", \"992054\"]");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4402 KJ4404 KJ4403 KJ4402");
  EXPECT_NE(survey.report("KJ4402").find("member `月影市` is not in the register\n --> pref/bodies.toml:4:23\n"),
            std::string::npos)
      << survey.report("KJ4402");
  EXPECT_NE(survey.report("KJ4402").find("did you mean `992038`? write a code of six digits"), std::string::npos);
  EXPECT_NE(survey.report("KJ4403").find("prefecture `架空県` cannot be a member"), std::string::npos);
}

TEST(RegisterFileTest, ReportsZonesAndBodiesDefinedTwice) {
  SmallSurvey survey;
  survey.edit("zones.toml", "id = \"nanbu\"", "id = \"chubu\"");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4401").find("`chubu` is defined twice\n  --> pref/zones.toml:10:6\n"), std::string::npos)
      << survey.report("KJ4401");
}

TEST(RegisterFileTest, RefusesAnEmptyRegister) {
  SmallSurvey survey;
  survey.write("municipalities.csv", "");
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4004").find("there is no heading row"), std::string::npos);
}

}  // namespace
}  // namespace kijun::survey
