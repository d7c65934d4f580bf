#include "engine/analysis/domain/scene_judge.h"

#include <gmock/gmock.h>

#include "engine/base/file_system.h"
#include "engine/policy/pack.h"
#include "engine/policy/ruleset_loader.h"
#include "tests/unit/analysis/made_up_rules.h"

namespace kijun::analysis {
namespace {

/// Both evaluators over every scene: the number that they disagree about.
std::size_t num_disagreements(const audit::Plan& plan, const audit::CompiledRule& rule) {
  Reading reading;
  add_rule(plan, rule, reading);
  const AnswerDomain domain(std::move(reading), 3000);
  const SceneJudge judge(RuleView(plan, rule));
  std::size_t num_differences = 0;
  const SceneJudge* const judges[] = {&judge};
  walk_domain(domain, *Date::from_ymd(2019, 3, 31), judges, [&](const JudgedScenes& judged) {
    for (std::size_t i = 0; i < judged.scenes.size(); ++i)
      if (!judge.confirms(judged.by_judge[0].codes[i], judged.scenes[i], judged.as_of)) ++num_differences;
    return true;
  });
  return num_differences;
}

TEST(SceneJudgeTest, BothEvaluatorsAgreeOnEveryShape) {
  for (const char* require :
       {"council >= \"planned\" && named", "beds in [1, 2, 3] || share > 0.5", "cost > 1.5", "due <= since",
        "note == previous.note", "previous.council == \"none\" && council != \"none\"", "at(2017).named",
        "\"visit\" in services", "bodies.exists(b, b.confirmed && answered(b.agreement_date))",
        "zone.members.exists(m, m.council == \"none\")", "zone.zone_council == \"established\"", "kind == \"village\"",
        "zone.members.count(m, m.named) >= 2", "as_of > params.limit || named", "note.contains(\"予定\")",
        "missing_reason(note) == \"blank\"", "read ? named : council == \"none\""}) {
    const MadeUpRules rules(MadeUpRules::rule(std::string("require = '") + require + "'"));
    ASSERT_TRUE(rules.loaded()) << require << rules.problems();
    EXPECT_EQ(num_disagreements(rules.plan(), rules.plan().rules.front()), 0U) << require;
  }
}

TEST(SceneJudgeTest, BothEvaluatorsAgreeOnTheShippedPack) {
  const std::unique_ptr<FileSystem> files = open_file_system();
  diag::SourceMap sources;
  diag::Sink sink;
  const auto pack = policy::load_pack(KIJUN_SOURCE_DIR "/rules/mcare", {*files, sources, sink});
  ASSERT_TRUE(pack.has_value());
  for (const policy::Edition& edition : pack->editions) {
    auto ruleset = policy::load_ruleset(edition.path, *Date::fiscal_year_end(edition.to_year), {*files, sources, sink});
    ASSERT_TRUE(ruleset.has_value());
    const auto plan = audit::make_plan(std::move(*ruleset), pack->vocabulary, sink);
    ASSERT_NE(plan, nullptr);
    for (const audit::CompiledRule& rule : plan->rules)
      EXPECT_EQ(num_disagreements(*plan, rule), 0U) << rule.source->id;
  }
}

}  // namespace
}  // namespace kijun::analysis
