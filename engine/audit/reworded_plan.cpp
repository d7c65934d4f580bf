#include "engine/audit/reworded_plan.h"

namespace kijun::audit {
namespace {

// Each takes the thing, const or not, and calls `visit` with every text of it that a glossary may change.

template <class Verdict, class Visit>
void visit_verdict(Verdict& verdict, const Visit& visit) {
  visit(verdict.remedy);
  if (!verdict.ask) return;
  visit(verdict.ask->text);
  for (auto& option : verdict.ask->options) visit(option);
}

template <class Rule, class Visit>
void visit_rule(Rule& rule, const Visit& visit) {
  visit(rule.title);
  if (rule.judgeable) visit(rule.judgeable->reason);
  visit_verdict(rule.verdict, visit);
  for (auto& rule_case : rule.cases) visit_verdict(rule_case.verdict, visit);
}

template <class Ruleset, class Visit>
void visit_ruleset(Ruleset& ruleset, const Visit& visit) {
  for (auto& topic : ruleset.topics) visit(topic.title);
  for (auto& actor : ruleset.actors) visit(actor.title);
  for (auto& param : ruleset.params) visit(param.description);
  for (auto& condition : ruleset.conditions) visit(condition.description);
  for (auto& group : ruleset.groups) visit(group.title);
  for (auto& rule : ruleset.rules) visit_rule(rule, visit);
  for (auto& indicator : ruleset.indicators) {
    visit(indicator.title);
    visit(indicator.description);
  }
  for (auto& set : ruleset.band_sets) {
    visit(set.title);
    for (auto& band : set.bands) visit(band.title);
  }
}

template <class Fields, class Visit>
void visit_fields(Fields& fields, const Visit& visit) {
  for (auto& field : fields) {
    visit(field.label);
    visit(field.description);
    visit(field.unit);
    visit(field.question);
    for (auto& value : field.values) visit(value.label);
  }
}

template <class Groups, class Visit>
void visit_groups(Groups& groups, const Visit& visit) {
  for (auto& group : groups) visit(group.title);
}

}  // namespace

void reword(Plan& plan, const Glossary& glossary) {
  const auto put = [&](LocalizedText& text) { text = glossary.reword(text); };
  visit_ruleset(plan.ruleset, put);
  visit_groups(plan.profile.groups, put);
  for (CompiledRule& rule : plan.rules) {
    rule.message.reword(glossary);
    for (CompiledCase& rule_case : rule.cases) rule_case.message.reword(glossary);
  }
  std::vector<table::Field> fields = plan.vocabulary->fields();
  visit_fields(fields, put);
  plan.own_vocabulary =
      std::make_unique<const table::Vocabulary>(plan.vocabulary->id(), plan.vocabulary->title(), std::move(fields));
  plan.vocabulary = plan.own_vocabulary.get();
  plan.profile.vocabulary = plan.vocabulary;
}

const table::Field& worded_field(const table::Field& compiled, const table::Vocabulary& vocabulary) {
  const std::optional<table::FieldIndex> field = vocabulary.find(compiled.id);
  return field ? vocabulary.field(*field) : compiled;
}

std::vector<LocalizedText> texts_of(const Plan& plan) {
  std::vector<LocalizedText> texts;
  const auto keep = [&](const LocalizedText& text) { texts.push_back(text); };
  visit_ruleset(plan.ruleset, keep);
  visit_groups(plan.profile.groups, keep);
  visit_fields(plan.vocabulary->fields(), keep);
  const auto keep_message = [&](const policy::TemplateText& message) { keep({message.ja.text(), message.en.text()}); };
  for (const policy::Rule& rule : plan.ruleset.rules) {
    keep_message(rule.verdict.message);
    for (const policy::RuleCase& rule_case : rule.cases) keep_message(rule_case.verdict.message);
  }
  return texts;
}

}  // namespace kijun::audit
