#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "engine/analysis/domain/answer_domain.h"
#include "engine/analysis/domain/scene_survey.h"
#include "engine/audit/plan.h"
#include "engine/audit/rule_column.h"
#include "engine/exec/program.h"

namespace kijun::analysis {

/// A rule of a plan, perhaps under other conditions than the plan's.
struct RuleView {
  const audit::Plan* plan = nullptr;
  const audit::CompiledRule* rule = nullptr;
  std::vector<const cel::CheckedExpr*> conditions;  ///< By position in the profile.

  RuleView(const audit::Plan& of_plan, const audit::CompiledRule& of_rule)
      : plan(&of_plan), rule(&of_rule), conditions(of_plan.condition_view) {}
  /// What evaluators read beside the survey.
  [[nodiscard]] cel::EvalContext context(const cel::World& world, Date as_of) const;
};

/// What a rule makes of scenes on one day.
struct SceneCodes {
  std::vector<audit::ResultCode> codes;          ///< By scene.
  std::vector<std::vector<cel::State>> clauses;  ///< By scene, by clause asked for.
};

/// A rule compiled to judge many scenes by column, and one by the naive evaluator. Immutable.
class SceneJudge {
 public:
  /// `clauses` are further expressions whose states are wanted. All is borrowed.
  explicit SceneJudge(RuleView view, std::vector<const cel::CheckedExpr*> clauses = {});

  [[nodiscard]] const RuleView& view() const { return view_; }
  [[nodiscard]] SceneCodes judge(const SceneSurvey& survey, std::size_t num_scenes, Date as_of) const;
  [[nodiscard]] audit::ResultCode judge_naively(const Scene& scene, Date as_of) const;
  /// True when the naive evaluator gives the same for a scene: only then is it shown to anybody.
  [[nodiscard]] bool confirms(const audit::ResultCode& code, const Scene& scene, Date as_of) const;

 private:
  RuleView view_;
  std::vector<const cel::CheckedExpr*> clauses_;
  std::vector<exec::Root> roots_;
  std::unique_ptr<exec::Program> program_;
};

/// The same outcome, case, severity and stand to the deadline.
[[nodiscard]] bool is_same_code(const audit::ResultCode& a, const audit::ResultCode& b);

/// Scenes of a domain judged on one of its days, as a walk over the domain shows them.
struct JudgedScenes {
  std::span<const Scene> scenes;
  Date as_of;
  std::vector<SceneCodes> by_judge;
};

/// In which order a domain's scenes are looked at.
enum class WalkOrder : std::uint8_t {
  kNumbered,  ///< As the domain numbers them: neighbours differ in one answer.
  kSpread,    ///< Unlike ones first, so that what occurs at all is seen early.
};

/// Judges every scene of a domain on each of its days (on `day` where it has none), some thousands at a time, until
/// `visit` returns false. Returns the number of scenes judged.
std::size_t walk_domain(const AnswerDomain& domain, Date day, std::span<const SceneJudge* const> judges,
                        const std::function<bool(const JudgedScenes&)>& visit, WalkOrder order = WalkOrder::kNumbered);

}  // namespace kijun::analysis
