#include "engine/analysis/domain/scene_judge.h"

#include <algorithm>
#include <numeric>

#include "engine/audit/judge.h"
#include "engine/audit/outcome.h"
#include "engine/base/assert.h"

namespace kijun::analysis {
namespace {

using cel::State;

/// Enough for whole words of bits, few enough to stay in cache.
constexpr std::size_t kScenesAtOnce = 1024;

/// A step that reaches each of `size` numbers once, and far from the one before: near the golden section and without a
/// divisor in common with `size`.
std::size_t spreading_step(std::size_t size) {
  auto step = static_cast<std::size_t>(static_cast<double>(size) * 0.618034);
  while (std::gcd(step, size) != 1) ++step;
  return step;
}

}  // namespace

cel::EvalContext RuleView::context(const cel::World& world, Date as_of) const {
  cel::EvalContext made = plan->context(&world, plan->ruleset.from_year, as_of);
  made.conditions = conditions;
  return made;
}

SceneJudge::SceneJudge(RuleView view, std::vector<const cel::CheckedExpr*> clauses)
    : view_(std::move(view)), clauses_(std::move(clauses)) {
  const audit::Audience& audience = view_.rule->audience;
  const auto add = [&](const cel::CheckedExpr* expr) { roots_.push_back({expr, audience.space, audience.kind}); };
  const auto add_optional = [&](const std::optional<cel::CheckedExpr>& expr) {
    if (expr) add(&*expr);
  };
  add_optional(view_.rule->when);
  add_optional(view_.rule->judgeable);
  add_optional(view_.rule->require);
  add_optional(view_.rule->deadline);
  for (const audit::CompiledCase& rule_case : view_.rule->cases) add(&rule_case.when);
  for (const cel::CheckedExpr* clause : clauses_) add(clause);
  program_ = std::make_unique<exec::Program>(exec::compile_program(
      roots_, {&view_.plan->profile, std::span(view_.conditions), SceneSurvey::kNumEarlierSurveys}));
}

SceneCodes SceneJudge::judge(const SceneSurvey& survey, std::size_t num_scenes, Date as_of) const {
  const cel::EvalContext context = view_.context(survey, as_of);
  exec::Execution execution(*program_, survey, context);
  const Status run = execution.run(survey.sources());
  KIJUN_ASSERT(run.has_value());  // nothing of made-up rows can fail
  const audit::CompiledRule& rule = *view_.rule;
  SceneCodes result;
  for (std::size_t scene = 0; scene < num_scenes; ++scene) {
    const std::uint32_t subject = survey.subject(scene).subject.index;
    exec::RootIndex root = 0;
    const auto state = [&](const std::optional<cel::CheckedExpr>& expr) {
      return expr ? execution.state(root++, subject) : State::kTrue;
    };
    const State when = state(rule.when);
    const State judgeable = state(rule.judgeable);
    const State require = state(rule.require);
    audit::ResultCode& code = result.codes.emplace_back();
    code.decision = audit::decide(when, judgeable, require);
    if (rule.deadline) {
      if (execution.state(root, subject) == State::kTrue) code.deadline = execution.column(root).date_at(subject);
      ++root;
    }
    const bool has_case =
        code.decision.outcome == audit::Outcome::kFail || code.decision.outcome == audit::Outcome::kUnknown;
    for (std::size_t i = 0; i < rule.cases.size(); ++i, ++root)
      if (has_case && code.rule_case == audit::ResultCode::kNoCase && execution.state(root, subject) == State::kTrue)
        code.rule_case = static_cast<std::uint8_t>(i);
    audit::set_severity(*rule.source, as_of, code);
    std::vector<State>& clauses = result.clauses.emplace_back();
    for (std::size_t i = 0; i < clauses_.size(); ++i, ++root) clauses.push_back(execution.state(root, subject));
  }
  return result;
}

audit::ResultCode SceneJudge::judge_naively(const Scene& scene, Date as_of) const {
  const SceneSurvey survey({&scene, 1}, view_.rule->audience, *view_.plan);
  return audit::judge_naively(*view_.rule, view_.context(survey, as_of), survey.subject(0));
}

bool SceneJudge::confirms(const audit::ResultCode& code, const Scene& scene, Date as_of) const {
  return is_same_code(code, judge_naively(scene, as_of));
}

bool is_same_code(const audit::ResultCode& a, const audit::ResultCode& b) {
  return a.decision == b.decision && a.rule_case == b.rule_case && a.severity == b.severity &&
         a.before_deadline == b.before_deadline;
}

std::size_t walk_domain(const AnswerDomain& domain, Date day, std::span<const SceneJudge* const> judges,
                        const std::function<bool(const JudgedScenes&)>& visit, WalkOrder order) {
  const std::size_t step = order == WalkOrder::kSpread ? spreading_step(domain.size()) : 1;
  const std::vector<Date> days = domain.days().empty() ? std::vector<Date>{day} : domain.days();
  std::vector<Scene> scenes;
  for (std::size_t first = 0; first < domain.size(); first += kScenesAtOnce) {
    scenes.clear();
    const std::size_t last = std::min(domain.size(), first + kScenesAtOnce);
    for (std::size_t number = first; number < last; ++number)
      scenes.push_back(domain.scene(number * step % domain.size()));
    std::vector<std::unique_ptr<SceneSurvey>> surveys;
    for (const SceneJudge* judge : judges)
      surveys.push_back(std::make_unique<SceneSurvey>(scenes, judge->view().rule->audience, *judge->view().plan));
    for (const Date as_of : days) {
      JudgedScenes judged{scenes, as_of, {}};
      for (std::size_t at = 0; at < judges.size(); ++at)
        judged.by_judge.push_back(judges[at]->judge(*surveys[at], scenes.size(), as_of));
      if (!visit(judged)) return last;
    }
  }
  return domain.size();
}

}  // namespace kijun::analysis
