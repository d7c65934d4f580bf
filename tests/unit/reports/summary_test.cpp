#include <gtest/gtest.h>

#include "reports/model/gap_report.h"
#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

const ActorTasks* find_actor(const GapReport& report, std::string_view id) {
  for (const ActorTasks& actor : report.actors) {
    if (actor.id == id) return &actor;
  }
  return nullptr;
}

TEST(SummaryTest, CountsEachMunicipalityOncePerTopicAtItsWorst) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  ASSERT_EQ(report.topics.size(), 2U);
  const TopicSummary& council = report.topics[0];
  EXPECT_EQ(council.total, 3U);
  EXPECT_EQ(council.of(Standing::kUnmet), 1U);      // 乙町, in spite of its trial finding
  EXPECT_EQ(council.of(Standing::kUndecided), 1U);  // 丙村
  EXPECT_EQ(council.of(Standing::kDraftOnly), 1U);  // 甲市: undecided by a rule on trial only
  EXPECT_EQ(council.of(Standing::kClear), 0U);
  const TopicSummary& answers = report.topics[1];
  EXPECT_EQ(answers.of(Standing::kNoteOnly), 3U);
}

TEST(SummaryTest, CountsZonesApart) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  ASSERT_EQ(report.zone_rows.size(), 2U);
  EXPECT_EQ(report.zone_rows[0].num_municipalities, 2U);
  EXPECT_EQ(report.zone_rows[0].topics[0].of(Standing::kUnmet), 1U);
  EXPECT_EQ(report.zone_rows[1].topics[0].of(Standing::kUnmet), 0U);
  EXPECT_EQ(report.zone_rows[1].topics[0].of(Standing::kUndecided), 1U);
}

TEST(SummaryTest, CountsNoZonesForWhoSeesOneRecordOnly) {
  FakeModel model;
  model.run_info().readers.who = audit::Readership::kMunicipality;
  EXPECT_TRUE(build_gap_report(model).zone_rows.empty());
}

TEST(SummaryTest, GivesThePrefecturesFindingsToThePrefecture) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  const ActorTasks* prefecture = find_actor(report, "prefecture");
  ASSERT_NE(prefecture, nullptr);
  ASSERT_EQ(prefecture->subjects.size(), 1U);  // its rule names the municipality as actor
  EXPECT_EQ(report.subjects[prefecture->subjects[0].subject].name.ja, "架空県");
  const ActorTasks* body = find_actor(report, "body");
  ASSERT_NE(body, nullptr);
  EXPECT_EQ(body->num_findings, 1U);
  EXPECT_EQ(find_actor(report, "zone"), nullptr);  // undecided is no task
}

TEST(SummaryTest, ListsTasksWorstFirstAndTrialsLast) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  const ActorTasks* municipality = find_actor(report, "municipality");
  ASSERT_NE(municipality, nullptr);
  ASSERT_EQ(municipality->subjects.size(), 3U);
  const SubjectTasks& otsu = municipality->subjects[1];
  ASSERT_EQ(otsu.findings.size(), 3U);
  EXPECT_EQ(report.findings[otsu.findings[0]].rule->id, "council.municipality");
  EXPECT_EQ(report.findings[otsu.findings[1]].rule->id, "answer.blank");
  EXPECT_EQ(report.findings[otsu.findings[2]].rule->id, "council.trial");
  EXPECT_EQ(municipality->num_findings, 5U);
}

TEST(SummaryTest, LeadsWithTheTopicThatMissesItsTarget) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  ASSERT_FALSE(report.headline.empty());
  EXPECT_EQ(report.headline[0].ja, "「協議の場」は、3市町村のうち1市町村が目標未達です（ほかに判定保留1）。");
}

TEST(SummaryTest, SaysNotYetDueBeforeTheDeadline) {
  FakeModel model;
  model.judge_before_deadline();
  const GapReport report = build_gap_report(model);
  EXPECT_EQ(report.topics[0].of(Standing::kUnmet), 0U);
  EXPECT_EQ(report.topics[0].of(Standing::kNotYetDue), 1U);
  EXPECT_NE(report.headline[0].ja.find("期限（2019年3月31日（平成31年3月31日））の前"), std::string::npos)
      << report.headline[0].ja;
}

}  // namespace
}  // namespace kijun::reports
