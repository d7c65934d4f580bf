#include "engine/survey/series.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/survey/world.h"
#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

using table::MissingReason;
using testing::SmallSurvey;

/// A survey of another year beside the small one, with a row for each name: mark by mark.
void add_year(SmallSurvey& survey, const std::string& folder, int year, std::string_view status,
              std::string_view rows) {
  survey.write_path(
      "pref/" + folder + "/survey.toml",
      fmt::format("[survey]\nid = \"kakuu-{}\"\nseries = \"kakuu\"\nfiscal_year = {}\n"
                  "title = {{ ja = \"調査\", en = \"Survey\" }}\nanswers_as_of = {}-03-01\nas_of = {}-03-31\n"
                  "status = \"{}\"\nregister = \"../register.toml\"\n[answers]\nfile = \"answers.csv\"\n"
                  "encoding = \"utf-8\"\nsubject_column = \"団体名\"\nsubject_by = \"name\"\n"
                  "[[column]]\nheader = \"協議の場\"\nfield = \"council\"\n",
                  folder, year, year + 1, year + 1, status));
  survey.write_path("pref/" + folder + "/answers.csv", std::string("団体名,協議の場\n") + std::string(rows));
}

constexpr std::string_view kAllRows = "中津原市,○\n霧ヶ丘市,○\n月影市,○\n夢見町,△\n";

TEST(SeriesTest, LoadsEarlierYearsOfTheSeriesNewestFirst) {
  SmallSurvey survey;
  add_year(survey, "2016", 2016, "final", kAllRows);
  add_year(survey, "2017", 2017, "final", kAllRows);
  add_year(survey, "2019", 2019, "final", kAllRows);
  survey.write_path("pref/other/survey.toml", "[survey]\nseries = \"other\"\nfiscal_year = 2015\nbroken = \n");
  survey.write_path("pref/README.md", "not a survey");
  const SurveySeries* series = survey.load("pref/2018", true);
  ASSERT_NE(series, nullptr) << survey.codes();
  ASSERT_EQ(series->surveys.size(), 3U);
  EXPECT_EQ(series->surveys[1]->manifest().fiscal_year, 2017);
  EXPECT_EQ(series->surveys[2]->manifest().fiscal_year, 2016);
  EXPECT_EQ(series->registers.size(), 1U);
  EXPECT_EQ(survey.load("pref/2018", false)->surveys.size(), 1U);
}

TEST(SeriesTest, TakesTheFinalSurveyOfAYear) {
  SmallSurvey survey;
  add_year(survey, "2017", 2017, "preliminary", "中津原市,×\n霧ヶ丘市,×\n月影市,×\n夢見町,×\n");
  add_year(survey, "2017-final", 2017, "final", kAllRows);
  const SurveySeries* series = survey.load("pref/2018", true);
  ASSERT_NE(series, nullptr) << survey.codes();
  ASSERT_EQ(series->surveys.size(), 2U);
  EXPECT_EQ(series->surveys[1]->manifest().id, "kakuu-2017-final");
  EXPECT_NE(
      survey.report("KJ4314").find("`kakuu-2017` is set aside because `kakuu-2017-final` stands for fiscal year 2017"),
      std::string::npos)
      << survey.report("KJ4314");
  add_year(survey, "2017", 2017, "final", kAllRows);
  EXPECT_EQ(survey.load("pref/2018", true), nullptr);
  EXPECT_NE(survey.report("KJ4313").find("fiscal year 2017 has two surveys"), std::string::npos);
}

constexpr std::string_view kResubmissions =
    "[[resubmission]]\nfile = \"again.csv\"\nreceived = 2019-04-10\n"
    "[[resubmission]]\nfile = \"third.csv\"\nreceived = 2019-05-20\n";

/// The small survey with two resubmissions: 夢見町's council mark becomes × and then ○.
class ResubmittedSeriesTest : public ::testing::Test {
 protected:
  ResubmittedSeriesTest() {
    add_year(survey_, "2018", 2018, "final", kAllRows);
    survey_.edit("survey.toml", "[[column]]", std::string(kResubmissions) + "[[column]]");
    survey_.write_path("pref/2018/again.csv", "団体名,協議の場\n中津原市,○\n霧ヶ丘市,○\n月影市,○\n夢見町,×\n");
    survey_.write_path("pref/2018/third.csv", "団体名,協議の場\n中津原市,○\n霧ヶ丘市,○\n月影市,○\n夢見町,○\n");
  }

  /// What counts at a revision: the answer, the day it was received, how many files came later.
  std::string at(std::optional<Date> revision) {
    survey_.set_revision(revision);
    if (survey_.load() == nullptr) return survey_.codes();
    const SurveyParts& parts = survey_.table().parts();
    return fmt::format("{} {} {}", survey_.answer("夢見町", "council"),
                       parts.answers_received ? parts.answers_received->iso() : "-", parts.num_later_resubmissions);
  }

  SmallSurvey survey_;
};

TEST_F(ResubmittedSeriesTest, TheLastFileReceivedUntilTheRevisionCounts) {
  EXPECT_EQ(at(std::nullopt), "established 2019-05-20 0");
  EXPECT_EQ(at(Date::from_ymd(2019, 5, 20)), "established 2019-05-20 0");
  EXPECT_EQ(at(Date::from_ymd(2019, 5, 19)), "none 2019-04-10 1");
  EXPECT_EQ(at(Date::from_ymd(2019, 4, 10)), "none 2019-04-10 1");
  EXPECT_EQ(at(Date::from_ymd(2019, 4, 9)), "planned - 2");
}

TEST_F(ResubmittedSeriesTest, ACorrectionOfTheAnswerBeforeIsVoid) {
  survey_.edit("survey.toml", "register = ", "decisions = \"decisions.toml\"\nregister = ");
  survey_.write("decisions.toml",
                "[[decision]]\nkind = \"correction\"\nsubject = \"993018\"\nfield = \"council\"\nanswer = \"△\"\n"
                "value = \"none\"\nreason = { ja = \"理由\", en = \"reason\" }\nsource = \"reply\"\nby = \"架空\"\n"
                "when = 2019-04-01\n");
  EXPECT_EQ(at(Date::from_ymd(2019, 4, 9)), "none - 2");
  EXPECT_EQ(at(std::nullopt), "established 2019-05-20 0");
  EXPECT_NE(survey_.codes().find("KJ4507"), std::string::npos);
}

TEST_F(ResubmittedSeriesTest, AFileThatIsNotThereIsReportedWhereItIsNamed) {
  survey_.edit("survey.toml", "third.csv", "fourth.csv");
  EXPECT_EQ(at(std::nullopt), "KJ4001");
  EXPECT_EQ(at(Date::from_ymd(2019, 5, 19)), "none 2019-04-10 1");
}

TEST_F(ResubmittedSeriesTest, TheyStandInTheOrderTheyWereReceived) {
  survey_.edit("survey.toml", "2019-05-20", "2019-04-10");
  EXPECT_EQ(at(std::nullopt), "KJ4319");
}

TEST(SeriesTest, FindsTheManifestBehindAFolderOrAFile) {
  MemoryFileSystem files;
  (void)files.write("pref/2018/survey.toml", "");
  EXPECT_EQ(manifest_path("pref/2018", files), "pref/2018/survey.toml");
  EXPECT_EQ(manifest_path("./pref/2018/survey.toml", files), "pref/2018/survey.toml");
}

/// 夢見町 became 月影市's part or got a new code before the answers of 2018; `register_rows` say which.
class JoinSeriesTest : public ::testing::Test {
 protected:
  /// Loads 2018 with 2017 and gives the join of a subject: "row 1", "(merged) 夢見町", …
  std::string join(std::string_view name) {
    const SurveySeries* series = survey_.load("pref/2018", true);
    if (series == nullptr) return survey_.codes();
    const JoinedRow joined = join_row(series->audited(), survey_.row(name), *series->surveys[1]);
    std::string text =
        joined.row ? fmt::format("row {}", *joined.row) : fmt::format("({})", table::reason_id(joined.missing));
    for (const RegisterIndex index : joined.predecessors) text += " " + series->audited().reg().at(index).name;
    return text;
  }
  SmallSurvey survey_;
};

TEST_F(JoinSeriesTest, JoinsByCode) {
  add_year(survey_, "2017", 2017, "final", kAllRows);
  EXPECT_EQ(join("月影市"), "row 2");
  EXPECT_EQ(join("架空県"), "(new_subject)");
}

TEST_F(JoinSeriesTest, CallsASubjectMergedThatTookAnotherIn) {
  survey_.edit("municipalities.csv", "北夢郡,4,,,", "北夢郡,4,,2018-09-30,992038");
  survey_.edit("answers.csv", "夢見町,,,\n", "");
  add_year(survey_, "2017", 2017, "final", kAllRows);
  EXPECT_EQ(join("月影市"), "(merged) 夢見町");
  EXPECT_EQ(join("中津原市"), "row 0");
}

TEST_F(JoinSeriesTest, FollowsACodeThatOnlyChanged) {
  survey_.edit("municipalities.csv", "北夢郡,4,,,",
               "北夢郡,4,,2018-09-30,992054\n992054,夢見市,ゆめみし,Yumemi City,,city,hokubu,,4,2018-10-01,,");
  survey_.edit("answers.csv", "夢見町,,,\n", "夢見市,,,\n");
  add_year(survey_, "2017", 2017, "final", kAllRows);
  EXPECT_EQ(join("夢見市"), "row 3 夢見町");
}

TEST_F(JoinSeriesTest, FollowsACodeThatChangedTwice) {
  survey_.edit("municipalities.csv", "北夢郡,4,,,",
               "北夢郡,4,,2018-04-30,992062\n992062,夢見市,ゆめみし,Yumemi City,,city,hokubu,,4,2018-05-01,2018-09-30,"
               "992054\n992054,新夢見市,しんゆめみし,Shinyumemi City,,city,hokubu,,4,2018-10-01,,");
  survey_.edit("answers.csv", "夢見町,,,\n", "新夢見市,,,\n");
  add_year(survey_, "2017", 2017, "final", kAllRows);
  EXPECT_EQ(join("新夢見市"), "row 3 夢見町");
}

TEST_F(JoinSeriesTest, CallsAMergerMergedHoweverManyStepsAgo) {
  survey_.edit("municipalities.csv", "北夢郡,4,,,",
               "北夢郡,4,,2018-04-30,992062\n992062,夢見市,ゆめみし,Yumemi City,,city,hokubu,,4,2018-05-01,2018-09-30,"
               "992038");
  survey_.edit("answers.csv", "夢見町,,,\n", "");
  add_year(survey_, "2017", 2017, "final", kAllRows);
  EXPECT_EQ(join("月影市"), "(merged) 夢見町");
}

TEST_F(JoinSeriesTest, CallsASubjectMergedThatKeptItsCodeAndGaveAPartAway) {
  survey_.edit("municipalities.csv", "北夢郡,4,,,",
               "北夢郡,4,,,993018;992054\n992054,東市,ひがしし,Higashi City,,city,hokubu,,4,2018-10-01,,");
  survey_.edit("answers.csv", "夢見町,,,\n", "夢見町,,,\n東市,,,\n");
  add_year(survey_, "2017", 2017, "final", kAllRows);
  EXPECT_EQ(join("夢見町"), "(merged) 夢見町");
  EXPECT_EQ(join("東市"), "(merged) 夢見町");
}

TEST_F(JoinSeriesTest, CallsTheParentsOfASplitMerged) {
  survey_.edit("municipalities.csv", "北夢郡,4,,,",
               "北夢郡,4,,2018-09-30,992054;992062\n992054,東市,ひがしし,Higashi City,,city,hokubu,,4,2018-10-01,,\n"
               "992062,西市,にしし,Nishi City,,city,hokubu,,6,2018-10-01,,");
  survey_.edit("answers.csv", "夢見町,,,\n", "東市,,,\n西市,,,\n");
  add_year(survey_, "2017", 2017, "final", kAllRows);
  EXPECT_EQ(join("東市"), "(merged) 夢見町");
}

TEST_F(JoinSeriesTest, JoinsAsLongAsAMergerIsStillToCome) {
  survey_.edit("municipalities.csv", "北夢郡,4,,,", "北夢郡,4,,2019-09-30,992038");
  add_year(survey_, "2017", 2017, "final", kAllRows);
  EXPECT_EQ(join("月影市"), "row 2");
  EXPECT_EQ(join("夢見町"), "row 3");
}

TEST_F(JoinSeriesTest, JoinsBothPartsOnceASplitIsPast) {
  survey_.edit("municipalities.csv", "北夢郡,4,,,",
               "北夢郡,4,,,993018;992054\n992054,東市,ひがしし,Higashi City,,city,hokubu,,4,2016-10-01,,");
  survey_.edit("answers.csv", "夢見町,,,\n", "夢見町,,,\n東市,,,\n");
  add_year(survey_, "2017", 2017, "final", std::string(kAllRows) + "東市,○\n");
  EXPECT_EQ(join("夢見町"), "row 3");
  EXPECT_EQ(join("東市"), "row 4");
}

TEST(SeriesWorldTest, AnswersAsTheNaiveEvaluatorAsks) {
  SmallSurvey survey;
  add_year(survey, "2016", 2016, "final", kAllRows);
  const SurveySeries* series = survey.load("pref/2018", true);
  ASSERT_NE(series, nullptr) << survey.codes();
  const SurveyWorld world(*series);
  const cel::RecordRef city{0, {table::kRecordSpace, 3}};
  EXPECT_EQ(*world.cell({city, false, survey.field("council")}).as<std::string>(), "none");
  EXPECT_EQ(*world.cell({city, false, survey.field("meetings")}).as<std::int64_t>(), 0);
  const cel::CellRef absent{city, false, survey.field("shared")};
  ASSERT_NE(world.cell(absent).as<cel::Unknown>(), nullptr);
  EXPECT_EQ(world.cell(absent).as<cel::Unknown>()->causes, (std::vector<cel::Cause>{{absent, MissingReason::kAbsent}}));
  EXPECT_EQ(world.missing_reason(absent), MissingReason::kAbsent);
  EXPECT_EQ(world.raw({city, false, survey.field("council")}), "×");
  EXPECT_EQ(world.describe(city).kind, "city");
  EXPECT_EQ(world.describe(city).name.ja, "月影市");
  ASSERT_NE(world.cell({{0, {table::kRecordSpace, 0}}, false, survey.field("meetings")}).as<cel::NotApplicable>(),
            nullptr);

  const cel::RecordRef zone = world.groups_of(city, table::kZoneGroup).at(0);
  EXPECT_EQ(world.describe(zone).code, "chubu");
  EXPECT_EQ(world.members(zone), (std::vector<cel::RecordRef>{{0, {table::kRecordSpace, 1}}, city}));
  const cel::RecordRef body{0, {table::group_space(table::kBodyGroup), 0}};
  EXPECT_EQ(*world.cell({body, true, table::kBodyConfirmed}).as<bool>(), true);
  EXPECT_EQ(*world.cell({body, true, table::kBodyAgreementDate}).as<Date>(), *Date::from_ymd(2018, 6, 1));
  EXPECT_NE(world.cell({body, true, table::kBodyPrefectureInvolved}).as<cel::Unknown>(), nullptr);
}

TEST(SeriesWorldTest, GoesBackInTheSeries) {
  SmallSurvey survey;
  add_year(survey, "2016", 2016, "final", kAllRows);
  const SurveySeries* series = survey.load("pref/2018", true);
  ASSERT_NE(series, nullptr) << survey.codes();
  const SurveyWorld world(*series);
  const cel::RecordRef city{0, {table::kRecordSpace, 3}};
  const cel::RecordRef before{1, {table::kRecordSpace, 2}};
  EXPECT_EQ(*world.earlier(city, 1).as<cel::RecordRef>(), before);
  EXPECT_EQ(*world.cell({before, false, survey.field("council")}).as<std::string>(), "established");
  EXPECT_EQ(*world.at_year(city, 2016).as<cel::RecordRef>(), before);
  EXPECT_EQ(*world.at_year(city, 2018).as<cel::RecordRef>(), city);
  const cel::Value none = world.earlier(city, 2);
  ASSERT_NE(none.as<cel::NotApplicable>(), nullptr);
  EXPECT_EQ(none.as<cel::NotApplicable>()->causes,
            (std::vector<cel::Cause>{{{city, false, cel::kWholeRecord}, MissingReason::kNoSurvey}}));
  EXPECT_NE(world.at_year(city, 2017).as<cel::NotApplicable>(), nullptr);
  const cel::RecordRef zone{0, {table::group_space(table::kZoneGroup), 2}};
  EXPECT_EQ(*world.earlier(zone, 1).as<cel::RecordRef>(), (cel::RecordRef{1, zone.subject}));

  const table::Column previous =
      series->audited().earlier_field({false, 1}, survey.field("council"), {table::kRecordSpace, 2, 3});
  ASSERT_EQ(previous.num_rows(), 3U);
  EXPECT_EQ(previous.codes, (std::vector<std::uint32_t>{0, 0, 1}));
  EXPECT_EQ(
      series->audited().earlier_field({true, 2016}, survey.field("council"), {table::kRecordSpace, 0, 1}).missing[0],
      MissingReason::kNewSubject);
  EXPECT_EQ(
      series->audited().earlier_field({true, 2015}, survey.field("council"), {table::kRecordSpace, 1, 1}).missing[0],
      MissingReason::kNoSurvey);
  EXPECT_EQ(
      series->audited().earlier_field({true, 2018}, survey.field("meetings"), {table::kRecordSpace, 1, 1}).ints[0], 3);
}

}  // namespace
}  // namespace kijun::survey
