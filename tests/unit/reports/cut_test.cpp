#include <gtest/gtest.h>

#include "reports/model/gap_report.h"
#include "reports/model/unlisted.h"
#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

const RuleView& rule(const GapReport& report, std::string_view id) {
  for (const RuleView& view : report.rules)
    if (view.rule->id == id) return view;
  throw std::out_of_range("no such rule");
}

/// A large model whose records are all described like the first.
class UniformModel : public LargeModel {
 public:
  using LargeModel::LargeModel;
  audit::SubjectInfo subject(table::SubjectRef subject) const override {
    if (subject.space == table::kRecordSpace) subject.index = 0;
    return LargeModel::subject(subject);
  }
};

TEST(CutTest, CountsWhatIsNotListed) {
  FakeModel model;
  model.cut(1);
  const GapReport report = build_gap_report(model);
  EXPECT_EQ(report.findings.size(), 8U);  // one of each of eight columns with findings
  const RuleView& council = rule(report, "council.municipality");
  EXPECT_EQ(council.num_unlisted, 1U);  // 丙村, which does not gate
  EXPECT_EQ(council.by_verdict[static_cast<std::size_t>(audit::Verdict::kUndecided)], 1U);
  EXPECT_EQ(rule(report, "answer.blank").num_unlisted, 0U);
  EXPECT_EQ(count_unlisted(model, 3).others, 2U);
}

TEST(CutTest, TotalsDoNotDependOnTheCut) {
  const FakeModel whole;
  FakeModel cut;
  cut.cut(0);
  const GapReport all = build_gap_report(whole);
  const GapReport counts = build_gap_report(cut);
  EXPECT_TRUE(counts.findings.empty());
  ASSERT_EQ(all.topics.size(), counts.topics.size());
  for (std::size_t i = 0; i < all.topics.size(); ++i)
    EXPECT_EQ(all.topics[i].municipalities, counts.topics[i].municipalities) << all.topics[i].id;
  ASSERT_EQ(all.actors.size(), counts.actors.size());
  for (std::size_t i = 0; i < all.actors.size(); ++i) {
    EXPECT_EQ(all.actors[i].num_findings, counts.actors[i].num_findings) << all.actors[i].id;
    EXPECT_EQ(all.actors[i].num_subjects, counts.actors[i].num_subjects) << all.actors[i].id;
    EXPECT_EQ(all.actors[i].subjects_by_verdict, counts.actors[i].subjects_by_verdict) << all.actors[i].id;
  }
  std::size_t listed = 0;
  std::size_t counted = 0;
  for (const NotJudged& entry : all.not_judged) listed += entry.subjects.size();
  for (const NotJudged& entry : counts.not_judged) counted += entry.num_subjects;
  EXPECT_EQ(listed, 4U);
  EXPECT_EQ(counted, 4U);
}

TEST(CutTest, TheHeadlineSaysThatSomethingIsCut) {
  FakeModel model;
  model.cut(1);
  const GapReport report = build_gap_report(model);
  EXPECT_EQ(report.headline.back().en,
            "Lists, questions included, carry at most 1 finding of a rule; 2 more are counted but not listed.");
  EXPECT_NE(build_gap_report(FakeModel()).headline.back().en, report.headline.back().en);
}

TEST(CutTest, ManyRecordsAreNotShownOneByOne) {
  const LargeModel model(kMaxCells);
  const GapReport report = build_gap_report(model);
  EXPECT_FALSE(report.shows_records);
  EXPECT_TRUE(report.sheets.empty());
  EXPECT_TRUE(report.matrix.subjects.empty());
  EXPECT_TRUE(report.questions.empty());
  EXPECT_EQ(report.findings.size(), 10U);
  EXPECT_FALSE(report.findings.front().detail.message.empty());
  EXPECT_EQ(report.topics[0].of(Standing::kUnmet), 1U);
  EXPECT_TRUE(build_gap_report(model, ReportScope::kOverview).findings.front().detail.message.empty());
}

TEST(CutTest, AnOverviewOfManyRecordsLeavesTheirAnswersToOtherReports) {
  const UniformModel model(2'000);
  const GapReport overview = build_gap_report(model, ReportScope::kOverview);
  EXPECT_TRUE(overview.shows_records);
  EXPECT_FALSE(overview.has_details);
  EXPECT_TRUE(overview.sheets.empty());
  EXPECT_EQ(overview.headline.back().en, "Questions and unread notes stand in the html and markdown reports.");
  EXPECT_TRUE(build_gap_report(FakeModel(), ReportScope::kOverview).has_details);
}

}  // namespace
}  // namespace kijun::reports
