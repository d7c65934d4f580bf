#include "engine/analysis/coverage/clause_tree.h"

#include <gmock/gmock.h>

#include "engine/analysis/domain/scene_judge.h"
#include "tests/unit/analysis/made_up_rules.h"

namespace kijun::analysis {
namespace {

using cel::State;
using testing::ElementsAre;

std::vector<std::string> texts(const ClauseTree& tree) {
  std::vector<std::string> result;
  for (const Clause& clause : tree.clauses()) result.emplace_back(clause.text());
  return result;
}

constexpr std::string_view kKeys = R"(when = '!named'
require = 'met && (beds > 3 || named)'
  [[rule.case]]
  id = "few"
  when = 'beds <= 3'
)";
constexpr std::string_view kCondition = R"([[condition]]
id = "met"
expr = 'council == "established" && !read'
description = { ja = "説明", en = "text" }
)";

TEST(ClauseTreeTest, OpensConditionsAndCountsAClauseOnce) {
  const MadeUpRules rules(std::string(kCondition) + MadeUpRules::rule(kKeys));
  ASSERT_TRUE(rules.loaded()) << rules.problems();
  EXPECT_THAT(texts(ClauseTree(rules.plan(), rules.plan().rules.front())),
              ElementsAre("named", "council == \"established\"", "read", "beds > 3", "beds <= 3"));
}

TEST(ClauseTreeTest, ACaseIsTheFirstWhoseConditionIsTrue) {
  const MadeUpRules rules(std::string(kCondition) + MadeUpRules::rule(kKeys));
  const ClauseTree tree(rules.plan(), rules.plan().rules.front());
  const std::vector<State> states{State::kFalse, State::kTrue, State::kFalse, State::kFalse, State::kTrue};
  EXPECT_EQ(tree.result(states).decision.outcome, audit::Outcome::kFail);
  EXPECT_EQ(tree.result(states).rule_case, 0U);
  EXPECT_TRUE(tree.decides(0, states));   // named: not applicable
  EXPECT_TRUE(tree.decides(3, states));   // enough beds: passes
  EXPECT_TRUE(tree.decides(4, states));   // another case
  EXPECT_FALSE(tree.decides(1, states));  // it fails for the beds anyway
}

TEST(ClauseTreeTest, GivesWhatTheEvaluatorsGive) {
  const MadeUpRules rules(std::string(kCondition) + MadeUpRules::rule(kKeys));
  const audit::Plan& plan = rules.plan();
  const ClauseTree tree(plan, plan.rules.front());
  Reading reading;
  add_rule(plan, plan.rules.front(), reading);
  const AnswerDomain domain(std::move(reading), 100'000);
  const SceneJudge judge(RuleView(plan, plan.rules.front()), tree.exprs());
  const SceneJudge* const judges[] = {&judge};
  std::size_t num_scenes = 0;
  walk_domain(domain, Date{}, judges, [&](const JudgedScenes& judged) {
    for (std::size_t i = 0; i < judged.scenes.size(); ++i, ++num_scenes)
      EXPECT_EQ(tree.result(judged.by_judge[0].clauses[i]).decision, judged.by_judge[0].codes[i].decision);
    return true;
  });
  EXPECT_EQ(num_scenes, 5U * 5U * 4U * 3U);  // council, beds, named, read
}

}  // namespace
}  // namespace kijun::analysis
