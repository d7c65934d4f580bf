#include "reports/model/verdict_grid.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

TEST(VerdictGridTest, HoldsOneLetterPerRecordAndRuleByTopic) {
  const VerdictGrid grid = verdict_grid(FakeModel());
  EXPECT_EQ(grid.columns, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(grid.rows, (std::vector<std::string>{".d.aaa", "a.faae", "b.daea", "f.geaa"}));
}

TEST(VerdictGridTest, LeavesEmptyWhatNoRuleIsAskedOf) {
  const VerdictGrid grid = verdict_grid(LargeModel(5));
  ASSERT_EQ(grid.rows.size(), 5U);
  EXPECT_EQ(grid.rows.back(), "......");
}

TEST(VerdictGridTest, CountsItsCellsWithoutBeingMade) {
  EXPECT_EQ(count_grid_cells(FakeModel()), 24U);
  EXPECT_EQ(count_grid_cells(LargeModel(1000)), 6000U);
}

TEST(VerdictGridTest, GivesEachVerdictALetterOfItsOwn) {
  EXPECT_EQ(verdict_letter(audit::Verdict::kMet), 'a');
  EXPECT_EQ(verdict_letter(audit::Verdict::kError), 'h');
}

}  // namespace
}  // namespace kijun::reports
