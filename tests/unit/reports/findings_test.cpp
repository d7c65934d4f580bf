#include <gtest/gtest.h>

#include <set>

#include "reports/model/gap_report.h"
#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

TEST(FindingsTest, KeepsWhatFailsOrIsUndecided) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  EXPECT_EQ(report.findings.size(), 10U);  // 7 failing, 3 undecided
  std::set<std::string> anchors;
  for (const Finding& finding : report.findings) {
    EXPECT_TRUE(anchors.insert(finding.anchor).second) << finding.anchor;
  }
  EXPECT_TRUE(anchors.contains("f-m-993018-council.municipality"));
  EXPECT_TRUE(anchors.contains("f-m-993026-answer.blank-council"));
}

TEST(FindingsTest, SaysWhyAResultIsOpen) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  for (const Finding& finding : report.findings) {
    if (finding.rule->id == "council.zone") {
      EXPECT_EQ(finding.reason.ja, "構成市町村の「協議の場」が設問なし");
      EXPECT_TRUE(finding.not_asked);
    } else if (finding.rule->id == "council.municipality" && finding.verdict == audit::Verdict::kUndecided) {
      EXPECT_EQ(finding.reason.ja, "「協議の場」が無回答");
      EXPECT_FALSE(finding.not_asked);
    }
  }
}

TEST(FindingsTest, MarksAnUnconfirmedBasis) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  for (const Finding& finding : report.findings) {
    EXPECT_EQ(finding.basis_unconfirmed, finding.rule->id == "council.trial") << finding.anchor;
    EXPECT_EQ(finding.draft, finding.rule->id == "council.trial") << finding.anchor;
  }
}

TEST(FindingsTest, ListsNotesNobodyHasRead) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  ASSERT_EQ(report.unread.size(), 1U);
  EXPECT_EQ(report.unread[0].note.raw, "平成31年度に設置予定");
  ASSERT_EQ(report.unread[0].open.size(), 1U);
  EXPECT_EQ(report.unread[0].open[0].ja, "備考の裏付け");
}

TEST(FindingsTest, LeavesMatrixCellsOfOtherKindsEmpty) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  ASSERT_EQ(report.matrix.columns.size(), 6U);
  ASSERT_EQ(report.matrix.subjects.size(), 4U);
  EXPECT_FALSE(report.matrix.cells[0][0].asked);  // 架空県 and the municipal rule
  EXPECT_TRUE(report.matrix.cells[0][1].asked);
  EXPECT_EQ(report.matrix.cells[2][0].verdict, audit::Verdict::kUnmet);
  ASSERT_EQ(report.matrix.topics.size(), 2U);
  EXPECT_EQ(report.matrix.topics[0].num_columns, 3U);
}

TEST(FindingsTest, GroupsWhatWasNotJudgedByReason) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  ASSERT_EQ(report.not_judged.size(), 4U);  // three undecided, then one not applicable
  EXPECT_EQ(report.not_judged[3].reason.ja, "設置済みのため");
  EXPECT_EQ(report.not_judged[3].verdict, audit::Verdict::kNotApplicable);
}

}  // namespace
}  // namespace kijun::reports
