#include "engine/audit/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/audit/audit_diagnostics.h"
#include "engine/audit/condition_graph.h"
#include "engine/cel/checker.h"
#include "engine/diag/suggestion.h"
#include "engine/table/group.h"

namespace kijun::audit {
namespace {

using cel::CheckedExpr;
using cel::Environment;
using cel::Type;
using cel::TypeKind;

Type param_type(const policy::Param& param) {
  struct Visitor {
    Type operator()(bool) const { return Type::of(TypeKind::kBool); }
    Type operator()(std::int64_t) const { return Type::of(TypeKind::kInt); }
    Type operator()(double) const { return Type::of(TypeKind::kDouble); }
    Type operator()(Date) const { return Type::of(TypeKind::kDate); }
    Type operator()(const std::string&) const { return Type::of(TypeKind::kString); }
  };
  return std::visit(Visitor{}, param.value);
}

cel::Value param_value(const policy::Param& param) {
  return std::visit([](const auto& value) { return cel::Value(value); }, param.value);
}

class PlanMaker {
 public:
  PlanMaker(policy::Ruleset ruleset, const table::Vocabulary& vocabulary, diag::Sink& sink)
      : plan_(std::make_unique<Plan>()), sink_(sink) {
    plan_->ruleset = std::move(ruleset);
    plan_->vocabulary = &vocabulary;
  }

  std::unique_ptr<Plan> make() {
    const std::size_t errors_before = sink_.num_errors();
    declare();
    compile_conditions();
    compile_groups();
    for (const policy::Rule& rule : plan_->ruleset.rules) compile_rule(rule);
    for (const policy::Indicator& indicator : plan_->ruleset.indicators) compile_indicator(indicator);
    if (sink_.num_errors() > errors_before) return nullptr;
    for (const CheckedExpr& condition : plan_->conditions) plan_->condition_view.push_back(&condition);
    return std::move(plan_);
  }

 private:
  void declare() {
    cel::Profile& profile = plan_->profile;
    profile.vocabulary = plan_->vocabulary;
    profile.groups = table::standard_group_kinds();
    for (const policy::DerivedGroup& group : plan_->ruleset.groups)
      profile.groups.push_back({group.id, "", group.title, false, {}});
    for (const policy::Param& param : plan_->ruleset.params) {
      profile.params.push_back({param.id, param_type(param)});
      plan_->params.push_back(param_value(param));
    }
    for (const policy::Condition& condition : plan_->ruleset.conditions) {
      if (plan_->vocabulary->find(condition.id)) sink_.report(kConditionClash, condition.span, condition.id);
      profile.conditions.push_back({condition.id, audience_of(condition.for_each).space});
    }
  }

  [[nodiscard]] Audience audience_of(const std::string& for_each) const {
    const std::vector<table::GroupKind>& groups = plan_->profile.groups;
    for (std::size_t group = 0; group < groups.size(); ++group)
      if (groups[group].id == for_each) return {table::group_space(static_cast<table::GroupId>(group)), for_each};
    return {table::kRecordSpace, for_each};
  }

  [[nodiscard]] Environment environment(const Audience& audience, std::optional<table::FieldIndex> answer = {}) const {
    Environment result;
    result.profile = &plan_->profile;
    result.space = audience.space;
    result.kind = audience.kind;
    result.answer = answer;
    return result;
  }

  std::optional<CheckedExpr> compile(const diag::EmbeddedText& text, const Environment& environment, TypeKind type) {
    if (text.empty()) return std::nullopt;
    return cel::compile(text, environment, Type::of(type), sink_);
  }

  void compile_conditions() {
    for (const policy::Condition& condition : plan_->ruleset.conditions) {
      auto expr = compile(condition.expr, environment(audience_of(condition.for_each)), TypeKind::kBool);
      plan_->conditions.push_back(expr ? std::move(*expr) : CheckedExpr{});
    }
    check_conditions(plan_->ruleset, plan_->conditions, sink_);
  }

  void compile_groups() {
    for (const policy::DerivedGroup& group : plan_->ruleset.groups)
      if (auto by = compile(group.by, environment({table::kRecordSpace, plan_->vocabulary->member_kind()}),
                            TypeKind::kString))
        plan_->groups.push_back({&group, std::move(*by)});
  }

  [[nodiscard]] std::optional<table::FieldIndex> find_field(const policy::Rule& rule, std::string_view key,
                                                            const std::string& id) {
    const std::optional<table::FieldIndex> field = plan_->vocabulary->find(id);
    if (field) return field;
    const toml_doc::Value* value = rule.merged.find(key);
    diag::Diagnostic& report = sink_.report(kUnknownField, value != nullptr ? value->span : rule.span, id);
    report.hint = diag::did_you_mean(diag::suggest(id, plan_->vocabulary->ids()), report.hint);
    return std::nullopt;
  }

  void compile_rule(const policy::Rule& rule) {
    if (rule.for_fields.empty()) {
      compile_rule_for(rule, std::nullopt);
      return;
    }
    for (const std::string& id : rule.for_fields)
      if (const auto field = find_field(rule, "for_fields", id)) compile_rule_for(rule, field);
  }

  void compile_rule_for(const policy::Rule& rule, std::optional<table::FieldIndex> field) {
    CompiledRule compiled;
    compiled.source = &rule;
    compiled.field = field;
    compiled.audience = audience_of(rule.for_each);
    const Environment names = environment(compiled.audience, field);
    compiled.when = compile(rule.when, names, TypeKind::kBool);
    if (rule.judgeable) compiled.judgeable = compile(rule.judgeable->expr, names, TypeKind::kBool);
    compiled.require = compile(rule.require, names, TypeKind::kBool);
    compiled.deadline = compile(rule.deadline, names, TypeKind::kDate);
    for (const policy::RuleCase& rule_case : rule.cases)
      if (auto when = compile(rule_case.when, names, TypeKind::kBool))
        compiled.cases.push_back(
            {&rule_case, std::move(*when), MessageTemplate::compile(rule_case.verdict.message, names, sink_)});
    compiled.message = MessageTemplate::compile(rule.verdict.message, names, sink_);
    for (const std::string& id : rule.evidence)
      if (const auto shown = find_field(rule, "evidence", id)) compiled.evidence.push_back(*shown);
    plan_->rules.push_back(std::move(compiled));
  }

  void compile_indicator(const policy::Indicator& indicator) {
    CompiledIndicator compiled;
    compiled.source = &indicator;
    compiled.audience = audience_of(indicator.for_each);
    const Environment names = environment(compiled.audience);
    compiled.of = compile(indicator.of, names, TypeKind::kBool);
    if (auto met = compile(indicator.met, names, TypeKind::kBool)) {
      compiled.met = std::move(*met);
      plan_->indicators.push_back(std::move(compiled));
    }
  }

  std::unique_ptr<Plan> plan_;
  diag::Sink& sink_;
};

}  // namespace

cel::EvalContext Plan::context(const cel::World* world, int fiscal_year, Date as_of) const {
  cel::EvalContext result;
  result.world = world;
  result.profile = &profile;
  result.conditions = condition_view;
  result.params = params;
  result.fiscal_year = fiscal_year;
  result.as_of = as_of;
  return result;
}

std::unique_ptr<Plan> make_plan(policy::Ruleset ruleset, const table::Vocabulary& vocabulary, diag::Sink& sink) {
  return PlanMaker(std::move(ruleset), vocabulary, sink).make();
}

}  // namespace kijun::audit
