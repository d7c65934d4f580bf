// What a careful auditor concludes from the real 2018 survey, typed by hand from the published table and its notes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/audit/judge.h"
#include "tests/unit/audit/audit_support.h"

namespace kijun::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kShippedPack = "rules/mcare";
constexpr const char* kShippedSurvey = "data/kanagawa/2018";

class KanagawaTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { run_ = run_files(repository_files(), kShippedPack, kShippedSurvey).release(); }
  static void TearDownTestSuite() {
    delete run_;
    run_ = nullptr;
  }
  void SetUp() override { ASSERT_NE(run_->model, nullptr) << run_->codes(); }

  static AuditRun* run_;
};
AuditRun* KanagawaTest::run_ = nullptr;

TEST_F(KanagawaTest, HasThirtyThreeMunicipalitiesAndThePrefectureApart) {
  EXPECT_EQ(run_->model->summary().num_records, 34U);
  EXPECT_EQ(run_->model->summary().num_municipalities, 33U);
  EXPECT_EQ(run_->model->zones().size(), 8U);
}

TEST_F(KanagawaTest, NoRuleErrsAndEveryExpressionHasAKernel) {
  EXPECT_EQ(run_->model->summary().by_outcome[static_cast<std::size_t>(Outcome::kError)], 0U);
  EXPECT_EQ(run_->model->summary().num_fallback_nodes, 0U);
}

TEST_F(KanagawaTest, CouncilRatesAreIntervalsDeclaredNetAndStrict) {
  struct Row {
    const char* id;
    std::size_t lower, upper;
  };
  for (const Row& row : {Row{"council.declared", 16, 17}, Row{"council.net", 15, 16}, Row{"council.strict", 12, 13},
                         Row{"coordinator.intended", 5, 7}, Row{"coordinator.funded", 1, 3}}) {
    const IndicatorResult* result = run_->indicator(row.id);
    ASSERT_NE(result, nullptr) << row.id;
    EXPECT_EQ(result->lower, row.lower) << row.id;
    EXPECT_EQ(result->upper, row.upper) << row.id;
    EXPECT_EQ(result->of, 33U) << row.id;
  }
  EXPECT_EQ(run_->indicator("council.declared")->answered, 32U);
}

TEST_F(KanagawaTest, PlainNoIsUnmetAndArrangingIsUnmetAfterTheDeadline) {
  EXPECT_THAT(run_->subjects("council.municipality", Outcome::kFail, "none"),
              ElementsAre("秦野市", "海老名市", "綾瀬市"));
  EXPECT_THAT(run_->subjects("council.municipality", Outcome::kFail, "arranging"),
              ElementsAre("鎌倉市", "藤沢市", "逗子市", "三浦市", "厚木市", "座間市", "南足柄市", "寒川町", "大磯町",
                          "二宮町", "中井町", "開成町", "愛川町"));
  EXPECT_EQ(run_->code("council.municipality", "秦野市")->severity, policy::Severity::kError);
  EXPECT_EQ(run_->code("council.municipality", "鎌倉市")->severity, policy::Severity::kError);
}

TEST_F(KanagawaTest, BlanksStayUnknownWithTheirCells) {
  EXPECT_THAT(run_->subjects("council.municipality", Outcome::kUnknown), ElementsAre("清川村"));
  EXPECT_THAT(run_->subjects("coordinator.plan", Outcome::kUnknown), ElementsAre("鎌倉市", "清川村"));
  const auto detail = run_->detail("council.municipality", "清川村");
  ASSERT_TRUE(detail.has_value());
  ASSERT_THAT(detail->unknown_because, SizeIs(1));
  EXPECT_EQ(detail->unknown_because[0].cell.field, "council");
  EXPECT_EQ(detail->unknown_because[0].cell.missing, table::MissingReason::kBlank);
  EXPECT_TRUE(detail->unknown_because[0].asks);
  EXPECT_THAT(run_->subjects("answer.blank", Outcome::kFail),
              ElementsAre("清川村", "鎌倉市", "清川村", "鎌倉市", "清川村"));
}

TEST_F(KanagawaTest, ContradictionsAreReportedAndNoAnswerIsChanged) {
  EXPECT_THAT(run_->subjects("council.not_yet", Outcome::kFail), ElementsAre("横浜市"));
  EXPECT_THAT(run_->subjects("answer.contradiction", Outcome::kFail), ElementsAre("神奈川県", "平塚市"));
  const std::vector<CellView> answers = run_->model->answers(run_->model->records()[1]);
  const auto council =
      std::find_if(answers.begin(), answers.end(), [](const CellView& cell) { return cell.field == "council"; });
  ASSERT_NE(council, answers.end());
  EXPECT_EQ(council->subject.name.ja, "横浜市");
  EXPECT_EQ(council->raw, "○");
  EXPECT_EQ(council->value_id, "established");
}

TEST_F(KanagawaTest, AMessageMadeAloneIsThatOfTheDetail) {
  const ResultModel& model = *run_->model;
  std::size_t num_seen = 0;
  for (std::size_t column = 0; column < model.columns().size(); ++column)
    for (std::size_t position = 0; position < model.columns()[column].size(); ++position, ++num_seen) {
      const LocalizedText alone = model.message(column, position);  // before the detail is kept
      EXPECT_EQ(alone, model.detail(column, position).message) << model.columns()[column].rule().id << position;
      EXPECT_EQ(model.message(column, position), alone);
    }
  EXPECT_GT(num_seen, 0U);
}

TEST_F(KanagawaTest, TheAshigarakamiBodyIsOneFindingForItsSecretariat) {
  EXPECT_THAT(run_->subjects("council.same_body", Outcome::kFail), SizeIs(2));
  for (const RuleColumn& column : run_->model->columns()) {
    if (column.rule().id != "council.same_body") continue;
    EXPECT_EQ(column.rule().actor, "body");
    EXPECT_EQ(run_->model->subject(column.subject(0)).name.kind, "body");
  }
}

TEST_F(KanagawaTest, EveryOtherRuleFindsWhomTheNotesName) {
  EXPECT_THAT(run_->subjects("council.prefecture", Outcome::kPass), ElementsAre("神奈川県"));
  EXPECT_THAT(run_->subjects("council.zone", Outcome::kPass), SizeIs(3));
  EXPECT_THAT(run_->subjects("council.zone", Outcome::kUnknown), SizeIs(5));
  EXPECT_THAT(run_->subjects("council.exception_candidate", Outcome::kFail),
              ElementsAre("厚木市", "南足柄市", "寒川町", "大磯町", "二宮町", "中井町", "開成町"));
  EXPECT_THAT(run_->subjects("council.exception_conditions", Outcome::kFail),
              ElementsAre("大井町", "松田町", "山北町"));
  EXPECT_THAT(run_->subjects("council.planned_late", Outcome::kFail), ElementsAre("横浜市", "海老名市"));
  EXPECT_THAT(run_->subjects("council.date_stated", Outcome::kFail), SizeIs(15));
  EXPECT_THAT(run_->subjects("council.composition", Outcome::kFail), ElementsAre("神奈川県", "相模原市"));
  EXPECT_THAT(run_->subjects("council.continuity", Outcome::kFail), ElementsAre("横須賀市", "小田原市"));
  EXPECT_THAT(run_->subjects("coordinator.plan", Outcome::kFail), SizeIs(23));
  EXPECT_THAT(run_->subjects("coordinator.budget", Outcome::kFail, "intended"),
              ElementsAre("平塚市", "藤沢市", "大和市", "愛川町"));
  EXPECT_THAT(run_->subjects("coordinator.budget", Outcome::kFail, "considering"),
              ElementsAre("相模原市", "厚木市", "綾瀬市"));
  EXPECT_THAT(run_->subjects("answer.mark", Outcome::kFail), IsEmpty());
  EXPECT_THAT(run_->subjects("note.stray_mark", Outcome::kFail), ElementsAre("二宮町"));
  EXPECT_THAT(run_->subjects("note.reason", Outcome::kFail), ElementsAre("綾瀬市"));
  EXPECT_THAT(run_->subjects("answer.budget_without_coordinator", Outcome::kFail), IsEmpty());
  EXPECT_THAT(run_->subjects("note.slip", Outcome::kFail),
              ElementsAre("小田原市", "山北町", "箱根町", "真鶴町", "湯河原町"));
  EXPECT_THAT(run_->subjects("totals.agree", Outcome::kUnknown), SizeIs(1));
  EXPECT_THAT(run_->subjects("note.same_text_council", Outcome::kFail), SizeIs(4));
  EXPECT_THAT(run_->subjects("note.same_text_coordinator", Outcome::kFail), SizeIs(1));
}

TEST_F(KanagawaTest, RulesThatNeedAnEarlierSurveySaySo) {
  EXPECT_THAT(run_->subjects("answer.regression", Outcome::kFail), IsEmpty());
  EXPECT_THAT(run_->subjects("note.unchanged", Outcome::kFail), IsEmpty());
  const auto detail = run_->detail("answer.regression", "秦野市");
  ASSERT_TRUE(detail.has_value());
  EXPECT_EQ(detail->not_applicable_because.ja, "比べる前回以前の調査がないため。");
}

TEST_F(KanagawaTest, BeforeTheDeadlineTheTargetRulesWarn) {
  const auto run = run_files(repository_files(), kShippedPack, kShippedSurvey, Date::from_ymd(2019, 2, 28));
  ASSERT_NE(run->model, nullptr) << run->codes();
  EXPECT_THAT(run->subjects("council.municipality", Outcome::kFail), SizeIs(16));
  EXPECT_EQ(run->code("council.municipality", "秦野市")->severity, policy::Severity::kWarning);
  EXPECT_TRUE(run->code("council.municipality", "秦野市")->before_deadline);
  EXPECT_EQ(run->model->summary().failing_by_severity[0], 0U);
}

TEST_F(KanagawaTest, WithoutReadingsPlainNoIsStillUnmetAndOnlyNotesAreHeld) {
  const auto run = run_files(repository_files("data/kanagawa/2018/decisions.toml", ""), kShippedPack, kShippedSurvey);
  ASSERT_NE(run->model, nullptr) << run->codes();
  EXPECT_THAT(run->subjects("council.municipality", Outcome::kFail, "none"),
              ElementsAre("秦野市", "海老名市", "綾瀬市"));
  EXPECT_THAT(run->subjects("council.municipality", Outcome::kUnknown), ElementsAre("清川村"));
  EXPECT_EQ(run->indicator("council.declared")->lower, 16U);
  EXPECT_EQ(run->indicator("council.net")->lower, 0U);
  EXPECT_EQ(run->indicator("council.net")->upper, 17U);
  EXPECT_THAT(run->subjects("council.not_yet", Outcome::kFail), IsEmpty());
}

}  // namespace
}  // namespace kijun::audit
