#include "reports/ci/mapping.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

using audit::BaselineState;
using audit::Outcome;
using policy::RuleKind;
using policy::Severity;

ResultStanding failing(Severity severity, bool blocks) {
  ResultStanding standing;
  standing.outcome = Outcome::kFail;
  standing.severity = severity;
  standing.blocks = blocks;
  return standing;
}

/// A standing and its row of the table, typed by hand.
struct Row {
  const char* name;
  ResultStanding standing;
  CiMapping expected;
};

ResultStanding with(ResultStanding standing, void (*change)(ResultStanding&)) {
  change(standing);
  return standing;
}

void as_unknown(ResultStanding& standing) { standing.outcome = Outcome::kUnknown; }
void as_error(ResultStanding& standing) { standing.outcome = Outcome::kError; }
void as_pass(ResultStanding& standing) { standing.outcome = Outcome::kPass; }
void as_not_applicable(ResultStanding& standing) { standing.outcome = Outcome::kNotApplicable; }
void as_review(ResultStanding& standing) { standing.kind = RuleKind::kReview; }
void as_draft(ResultStanding& standing) { standing.draft = true; }
void as_waived(ResultStanding& standing) { standing.waived = true; }
void as_known(ResultStanding& standing) { standing.baseline = BaselineState::kUnchanged; }

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows{
      {"pass", with({}, as_pass), {"pass", "none", "", CaseEnd::kPassed, "", "", ""}},
      {"not applicable", with({}, as_not_applicable), {"notApplicable", "none", "", CaseEnd::kSkipped, "", "", ""}},
      {"error that gates",
       failing(Severity::kError, true),
       {"fail", "error", "error", CaseEnd::kFailure, "critical", "error", "error"}},
      {"error that does not",
       failing(Severity::kError, false),
       {"fail", "error", "error", CaseEnd::kSkipped, "major", "warning", "error"}},
      {"warning",
       failing(Severity::kWarning, false),
       {"fail", "warning", "warning", CaseEnd::kSkipped, "minor", "warning", "warning"}},
      {"warning that gates",
       failing(Severity::kWarning, true),
       {"fail", "warning", "warning", CaseEnd::kFailure, "minor", "error", "warning"}},
      {"notice",
       failing(Severity::kNotice, false),
       {"fail", "note", "note", CaseEnd::kSkipped, "info", "notice", "info"}},
      {"review",
       with(failing(Severity::kWarning, false), as_review),
       {"review", "none", "note", CaseEnd::kSkipped, "info", "notice", "info"}},
      {"unknown",
       with(failing(Severity::kError, false), as_unknown),
       {"open", "none", "note", CaseEnd::kSkipped, "info", "notice", "info"}},
      {"unknown that gates",
       with(failing(Severity::kError, true), as_unknown),
       {"open", "none", "warning", CaseEnd::kError, "major", "error", "error"}},
      {"not evaluated",
       with(failing(Severity::kError, true), as_error),
       {"", "error", "error", CaseEnd::kError, "blocker", "error", "error"}},
      {"draft",
       with(failing(Severity::kError, false), as_draft),
       {"fail", "note", "note", CaseEnd::kSkipped, "info", "notice", "info"}},
      {"waived",
       with(failing(Severity::kError, false), as_waived),
       {"fail", "error", "", CaseEnd::kSkipped, "", "", ""}},
      {"known to the baseline",
       with(failing(Severity::kError, false), as_known),
       {"fail", "error", "error", CaseEnd::kSkipped, "major", "notice", "error"}},
  };
  return kRows;
}

TEST(MappingTest, IsTheTable) {
  for (const Row& row : rows()) {
    SCOPED_TRACE(row.name);
    const CiMapping mapping = map_result(row.standing);
    EXPECT_EQ(mapping.sarif_kind, row.expected.sarif_kind);
    EXPECT_EQ(mapping.sarif_level, row.expected.sarif_level);
    EXPECT_EQ(mapping.github_alert, row.expected.github_alert);
    EXPECT_EQ(mapping.junit, row.expected.junit);
    EXPECT_EQ(mapping.gitlab, row.expected.gitlab);
    EXPECT_EQ(mapping.command, row.expected.command);
    EXPECT_EQ(mapping.checkstyle, row.expected.checkstyle);
  }
}

TEST(MappingTest, ALevelInSarifGoesWithFailOnly) {
  for (const Row& row : rows()) {
    const CiMapping mapping = map_result(row.standing);
    if (!mapping.sarif_kind.empty() && mapping.sarif_kind != "fail") {
      EXPECT_EQ(mapping.sarif_level, "none") << row.name;
    }
  }
}

TEST(MappingTest, RedInJunitIsWhatGates) {
  for (const Row& row : rows()) {
    const CaseEnd end = map_result(row.standing).junit;
    EXPECT_EQ(end == CaseEnd::kFailure || end == CaseEnd::kError, row.standing.blocks) << row.name;
  }
}

TEST(MappingTest, RanksWhatGatesBeforeTheRestAndWhatIsSetAsideLast) {
  const std::vector<ResultStanding> order{with(failing(Severity::kError, true), as_error),
                                          failing(Severity::kError, true),
                                          failing(Severity::kWarning, true),
                                          with(failing(Severity::kError, true), as_unknown),
                                          failing(Severity::kError, false),
                                          failing(Severity::kNotice, false),
                                          with(failing(Severity::kError, false), as_unknown),
                                          with(failing(Severity::kError, false), as_known),
                                          with(failing(Severity::kNotice, false), as_draft),
                                          with(failing(Severity::kError, false), as_waived)};
  for (std::size_t i = 1; i < order.size(); ++i) EXPECT_LT(rank_of(order[i - 1]), rank_of(order[i])) << i;
}

TEST(MappingTest, SarifKnowsNoWorse) {
  EXPECT_EQ(sarif_baseline_state(BaselineState::kWorse), "updated");
  EXPECT_EQ(sarif_baseline_state(BaselineState::kNew), "new");
}

TEST(MappingTest, ReadsAResultOfAModel) {
  const FakeModel model;
  const ResultStanding standing = standing_of(model, 0, 1);  // 乙町 has no council
  EXPECT_EQ(standing.outcome, Outcome::kFail);
  EXPECT_EQ(standing.severity, Severity::kError);
  EXPECT_TRUE(standing.blocks);
  EXPECT_FALSE(standing.draft);
  EXPECT_TRUE(standing_of(model, 2, 1).draft);
}

}  // namespace
}  // namespace kijun::reports
