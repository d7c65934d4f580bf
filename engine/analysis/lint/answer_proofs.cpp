#include <algorithm>
#include <map>
#include <set>

#include "engine/analysis/domain/scene_judge.h"
#include "engine/analysis/lint/lint_run.h"
#include "engine/audit/outcome.h"

// An answer that every rule reading it leaves out is judged by none.

namespace kijun::analysis {
namespace {

using audit::CompiledRule;
using audit::Outcome;

/// Answers of an enum field to which some rule that reads it applies.
class JudgedAnswers {
 public:
  explicit JudgedAnswers(const audit::Plan& plan) : plan_(plan) {}

  void add(const CompiledRule& rule, LintRun& run) {
    Reading reading;
    add_rule(plan_, rule, reading);
    const AnswerDomain domain(std::move(reading), run.options().rule_budget);
    const Shape& subject = domain.reading().subject;
    for (const auto& [id, use] : subject.fields)
      if (use.field.type == table::FieldType::kEnum && use.field.role != table::FieldRole::kReading && use.value_read)
        fields_[id].insert_or_assign(rule.source->id, domain.is_exhaustive());
    if (is_judged(subject)) return;
    const SceneJudge judge(RuleView(plan_, rule));
    const SceneJudge* const judges[] = {&judge};
    const Date day = usual_day(plan_);
    walk_domain(domain, day, judges, [&](const JudgedScenes& judged) {
      for (std::size_t i = 0; i < judged.scenes.size(); ++i)
        if (judged.by_judge[0].codes[i].decision.outcome != Outcome::kNotApplicable) note(judged.scenes[i]);
      return !is_judged(subject);
    });
  }

  void report(LintRun& run) const {
    for (const auto& [id, readers] : fields_) {
      const auto exhaustive = [](const auto& reader) { return reader.second; };
      if (!std::all_of(readers.begin(), readers.end(), exhaustive)) continue;
      const auto is_asked = [&](const auto& reader) { return run.asks_about(reader.first); };
      if (std::none_of(readers.begin(), readers.end(), is_asked)) continue;
      const table::Field& field = plan_.vocabulary->field(*plan_.vocabulary->find(id));
      for (const table::EnumValue& value : field.values)
        if (!judged_.contains({id, value.id})) run.find(kUnjudgedAnswer, field.span, value.id, id, value.id);
    }
  }

 private:
  /// True when nothing more can be noted of the subjects of a shape.
  [[nodiscard]] bool is_judged(const Shape& shape) const {
    for (const auto& [id, use] : shape.fields)
      for (const table::EnumValue& value : use.field.values)
        if (!judged_.contains({id, value.id})) return false;
    const auto members = shape.links.find("members");
    return members == shape.links.end() || is_judged(*members->second.shape);
  }

  void note(const Scene& scene) {
    for (const auto& [id, answer] : scene.fields)
      if (const auto* value = answer.value.as<std::string>()) judged_.emplace(id, *value);
    for (const auto& [link, subjects] : scene.links)
      if (link == "members")
        for (const Scene& member : subjects) note(member);
  }

  const audit::Plan& plan_;
  std::map<std::string, std::map<std::string, bool>> fields_;
  std::set<std::pair<std::string, std::string>> judged_;
};

}  // namespace

void prove_answers(const audit::Plan& plan, LintRun& run) {
  JudgedAnswers answers(plan);
  for (const CompiledRule& rule : plan.rules)
    if (rule.require) answers.add(rule, run);
  answers.report(run);
}

}  // namespace kijun::analysis
