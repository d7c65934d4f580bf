#include <gmock/gmock.h>

#include "engine/cli/rules_diff/diff_view.h"

namespace kijun::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts_of(const std::vector<reports::SheetCell>& cells) {
  std::vector<std::string> texts;
  for (const reports::SheetCell& cell : cells) texts.push_back(cell.text);
  return texts;
}

DiffView one_change() {
  DiffView view;
  view.before = "demo-1 旧";
  view.after = "demo-1 新";
  view.counts = "厳格化 1";
  RuleView rule;
  rule.change = analysis::RuleChange::kTightened;
  rule.label = "厳格化";
  rule.id = "r";
  rule.title = "題";
  rule.parts = {{"重大度", "warning", "error"}};
  rule.rows = {{"厳しくなる例", "協議の場＝未設置", "期限前", "目標未達"}};
  RuleView unchanged;
  unchanged.id = "same";
  RuleView undecided;
  undecided.id = "far";
  undecided.label = "変更なし";
  undecided.undecided = "未決定";
  view.rules = {rule, unchanged, undecided};
  view.verdicts = {{{"月影市", "Tsukikage City"}, "r", {"達成", "met"}, {"目標未達", "unmet"}}};
  view.has_survey = true;
  return view;
}

TEST(DiffWorkbookTest, HasEveryChangeAndNoUnchangedRule) {
  const reports::Workbook workbook = diff_workbook({one_change()});
  ASSERT_EQ(workbook.sheets.size(), 2U);
  const reports::Sheet& comparison = workbook.sheets[0];
  EXPECT_EQ(comparison.name, "新旧対照表");
  ASSERT_EQ(comparison.rows.size(), 3U);
  EXPECT_THAT(texts_of(comparison.rows[0]), ElementsAre("厳格化", "r", "題", "重大度", "warning", "error", IsEmpty()));
  EXPECT_THAT(texts_of(comparison.rows[1]),
              ElementsAre("厳格化", "r", "題", "厳しくなる例", "期限前", "目標未達", "協議の場＝未設置"));
  EXPECT_THAT(texts_of(comparison.rows[2]),
              ElementsAre("変更なし", "far", IsEmpty(), IsEmpty(), IsEmpty(), IsEmpty(), "未決定"));
  EXPECT_THAT(texts_of(workbook.sheets[1].rows[0]), ElementsAre("月影市", "r", "達成", "目標未達"));
}

TEST(DiffWorkbookTest, LeavesOutTheVerdictsWithoutASurvey) {
  DiffView view = one_change();
  view.has_survey = false;
  EXPECT_EQ(diff_workbook({view}).sheets.size(), 1U);
}

}  // namespace
}  // namespace kijun::cli
