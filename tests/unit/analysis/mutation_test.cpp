#include "engine/analysis/coverage/mutation.h"

#include <gmock/gmock.h>

#include "engine/analysis/coverage/mutants.h"
#include "tests/unit/analysis/made_up_rules.h"

namespace kijun::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> mutants(const std::string& text) {
  const MadeUpRules rules(text);
  EXPECT_TRUE(rules.loaded()) << rules.problems();
  std::vector<std::string> result;
  for (const Mutant& mutant : make_mutants(rules.plan(), rules.plan().rules.front()))
    result.push_back(mutant.text + " | " + mutant.change.en);
  return result;
}

RuleMutation mutate(const std::string& keys) {
  const MadeUpRules rules(MadeUpRules::rule(keys));
  EXPECT_TRUE(rules.loaded()) << rules.problems();
  return mutate_rules(rules.plan(), 100'000).front();
}

TEST(MutationTest, ChangesOperatorsConstantsAndEnumValues) {
  EXPECT_THAT(mutants(MadeUpRules::rule("require = 'named && beds >= 3'")),
              ElementsAre("named || beds >= 3 | `&&` → `||`", "named && beds > 3 | `>=` → `>`",
                          "named && beds < 3 | `>=` → `<`", "named && beds >= 2 | `3` → `2`",
                          "named && beds >= 4 | `3` → `4`"));
  EXPECT_THAT(mutants(MadeUpRules::rule("require = '!(council == \"planned\")'")),
              ElementsAre("(council == \"planned\") | `!` → ``", "!(council != \"planned\") | `==` → `!=`",
                          "!(council == \"established\") | `\"planned\"` → `\"established\"`",
                          "!(council == \"none\") | `\"planned\"` → `\"none\"`"));
}

TEST(MutationTest, ChangesApplicabilityCasesConditionsAndDeadline) {
  EXPECT_THAT(mutants("[[condition]]\nid = \"met\"\nexpr = '!read'\ndescription = { ja = \"説\", en = \"t\" }\n" +
                      MadeUpRules::rule("when = 'named'\nrequire = 'met'\ndeadline = 'params.limit'\n"
                                        "before_deadline = \"notice\"\n[[rule.case]]\nid = \"c\"\nwhen = 'named'\n")),
              ElementsAre("named | `when` dropped", "params.limit | `deadline` dropped", "named | `case c` dropped",
                          "read | `!` → ``"));
}

TEST(MutationTest, ASurvivorComesWithTheExampleThatWouldNoticeIt) {
  std::string keys = "require = 'beds >= 3'\n";
  const auto example = [](const std::string& beds, const std::string& expect) {
    return "  [[rule.example]]\n  name = \"e\"\n  given = { beds = " + beds + " }\n  expect = \"" + expect + "\"\n";
  };
  keys += example("5", "pass") + example("1", "fail");
  const RuleMutation some = mutate(keys);
  EXPECT_EQ(some.num_killed, 1U);
  ASSERT_EQ(some.survivors.size(), 3U);
  EXPECT_EQ(some.survivors[0].text, "beds > 3");
  EXPECT_THAT(some.survivors[0].example, testing::HasSubstr("given = { beds = 3 }\n  expect = \"pass\""));
  for (const Survivor& survivor : some.survivors) keys += survivor.example;
  EXPECT_THAT(mutate(keys).survivors, IsEmpty());
}

TEST(MutationTest, AMutantThatJudgesAllAnswersAlikeIsNoSurvivor) {
  const RuleMutation result = mutate("require = 'beds == 3 || beds == 2 || beds > 2'\n");
  // Two or more beds, however it is put: 3 → 2, 3 → 4, `>` → `>=`, `> 1` and `> 3` change nothing.
  EXPECT_EQ(result.num_equivalent, 5U);
}

}  // namespace
}  // namespace kijun::analysis
