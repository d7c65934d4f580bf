#include "engine/analysis/coverage/mutation.h"

#include <deque>
#include <optional>

#include "engine/analysis/coverage/coverage.h"
#include "engine/analysis/coverage/mutants.h"
#include "engine/analysis/domain/answer_domain.h"
#include "engine/analysis/domain/scene_judge.h"
#include "engine/analysis/example_scope.h"
#include "engine/audit/judge.h"

namespace kijun::analysis {
namespace {

using audit::CompiledRule;
using audit::ResultCode;

/// The examples of one rule, ready to judge its mutants.
class MutationRun {
 public:
  MutationRun(const audit::Plan& plan, const CompiledRule& rule, std::size_t budget)
      : plan_(plan), rule_(rule), budget_(budget) {
    diag::Sink unheard;  // what is wrong with an example is said where it is run
    for (const policy::Example& example : rule.source->examples)
      scopes_.emplace_back(example, plan, rule.audience, unheard);
  }

  RuleMutation run() {
    RuleMutation result;
    result.rule = rule_.source->id;
    result.field = rule_.field ? plan_.vocabulary->field(*rule_.field).id : "";
    for (const Mutant& mutant : make_mutants(plan_, rule_)) {
      if (is_killed(mutant))
        ++result.num_killed;
      else
        judge_survivor(mutant, result);
    }
    return result;
  }

 private:
  [[nodiscard]] bool is_killed(const Mutant& mutant) const {
    for (std::size_t i = 0; i < scopes_.size(); ++i) {
      cel::EvalContext context = scopes_[i].context();
      context.conditions = mutant.view->conditions;
      const ResultCode code = audit::judge_naively(*mutant.rule, context, scopes_[i].subject());
      if (!is_expected(rule_.source->examples[i], *mutant.rule, code)) return true;
    }
    return false;
  }

  void judge_survivor(const Mutant& mutant, RuleMutation& result) const {
    Reading reading;
    add_rule(plan_, rule_, reading);
    add_rule(plan_, *mutant.rule, reading);
    const AnswerDomain domain(std::move(reading), budget_);
    const SceneJudge original(RuleView(plan_, rule_));
    const SceneJudge changed(*mutant.view);
    const SceneJudge* const judges[] = {&original, &changed};
    const Date day = usual_day(plan_);
    std::optional<std::string> example;
    walk_domain(domain, day, judges, [&](const JudgedScenes& judged) {
      for (std::size_t i = 0; i < judged.scenes.size() && !example; ++i) {
        const ResultCode& code = judged.by_judge[0].codes[i];
        const ResultCode& other = judged.by_judge[1].codes[i];
        const Scene& scene = judged.scenes[i];
        if (is_seen_alike(code, other) || !original.confirms(code, scene, judged.as_of) ||
            !changed.confirms(other, scene, judged.as_of))
          continue;
        example = example_text(scene, code, rule_, plan_, domain.days().empty() ? nullptr : &judged.as_of,
                               "not as changed: " + mutant.change.en);
      }
      return !example;
    });
    if (example)
      result.survivors.push_back({mutant.change, mutant.text, mutant.span, *example});
    else if (domain.is_exhaustive())
      ++result.num_equivalent;
    else
      ++result.num_undecided;
  }

  /// Severity and deadline say something of failing and open results only.
  static bool is_seen_alike(const ResultCode& a, const ResultCode& b) {
    const bool has_severity =
        a.decision.outcome == audit::Outcome::kFail || a.decision.outcome == audit::Outcome::kUnknown;
    if (a.decision.outcome != b.decision.outcome || a.rule_case != b.rule_case) return false;
    return !has_severity || a.severity == b.severity;
  }

  const audit::Plan& plan_;
  const CompiledRule& rule_;
  std::size_t budget_;
  std::deque<ExampleScope> scopes_;  ///< By example; they do not move.
};

}  // namespace

std::vector<RuleMutation> mutate_rules(const audit::Plan& plan, std::size_t budget) {
  std::vector<RuleMutation> result;
  for (const CompiledRule& rule : plan.rules)
    if (rule.require) result.push_back(MutationRun(plan, rule, budget).run());
  return result;
}

}  // namespace kijun::analysis
