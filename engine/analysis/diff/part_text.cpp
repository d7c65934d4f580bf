#include "engine/analysis/diff/part_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/audit/record_kind.h"
#include "engine/audit/wording/sentence.h"
#include "engine/cel/evaluator.h"

namespace kijun::analysis {
namespace {

using audit::SentenceUse;
using Part = PartChange::Part;

LocalizedText text_of(const policy::TemplateText& text) { return {text.ja.text(), text.en.text()}; }

LocalizedText text_of(const std::optional<policy::Ask>& ask) { return ask ? ask->text : LocalizedText{}; }

/// The same in both ways.
PartText plain(const LocalizedText& text) { return {text, text}; }

PartText severity_text(const std::optional<policy::Severity>& severity) {
  if (!severity) return {};
  return {in_both(std::string(policy::severity_id(*severity))), policy::severity_label(*severity)};
}

/// A list of ids; `name` gives the words of one, empty where it has none.
template <class Name>
PartText ids_text(const std::vector<std::string>& ids, Name name) {
  PartText text;
  for (const std::string& id : ids) {
    append(text.written, in_both(id), {", ", ", "});
    const LocalizedText words = name(id);
    append(text.words, words.empty() ? in_both(id) : words, {"、", ", "});
  }
  return text;
}

LocalizedText title_of(const std::vector<policy::Heading>& headings, const std::string& id) {
  const auto found =
      std::find_if(headings.begin(), headings.end(), [&](const policy::Heading& heading) { return heading.id == id; });
  return found == headings.end() ? LocalizedText{} : found->title;
}

LocalizedText audience_words(const policy::Ruleset& ruleset, const std::string& for_each) {
  if (for_each == "record") return {"すべての回答者", "every record"};
  if (for_each == "survey") return {"調査全体", "the survey as a whole"};
  if (for_each == "zone") return {"圏域", "zone"};
  if (for_each == "body") return {"会議体", "joint body"};
  for (const audit::RecordKind& kind : audit::municipal_record_kinds())
    if (kind.id == for_each) return kind.label;
  for (const policy::DerivedGroup& group : ruleset.groups)
    if (group.id == for_each) return group.title;
  return {};
}

PartText heading_text(const std::vector<policy::Heading>& headings, const std::string& id) {
  return id.empty() ? PartText{} : ids_text({id}, [&](const std::string& one) { return title_of(headings, one); });
}

PartText fields_text(const audit::Plan& plan, const std::vector<std::string>& fields) {
  return ids_text(fields, [&](const std::string& id) {
    const auto field = plan.vocabulary->find(id);
    return field ? plan.vocabulary->field(*field).label : LocalizedText{};
  });
}

PartText bases_text(const policy::Ruleset& ruleset, const std::vector<std::string>& bases) {
  return ids_text(bases, [&](const std::string& id) {
    const policy::Basis* basis = ruleset.find_basis(id);
    return basis == nullptr ? LocalizedText{} : basis->title;
  });
}

const audit::CompiledRule* compiled(const audit::Plan& plan, const policy::Rule& rule) {
  const auto found = std::find_if(plan.rules.begin(), plan.rules.end(),
                                  [&](const audit::CompiledRule& made) { return made.source == &rule; });
  return found == plan.rules.end() ? nullptr : &*found;
}

/// The day of a deadline where it is the same for all, else the expression.
LocalizedText deadline_text(const audit::Plan& plan, const policy::Rule& rule) {
  const audit::CompiledRule* made = compiled(plan, rule);
  if (made == nullptr || !made->deadline) return in_both(rule.deadline.text());
  const cel::EvalContext context = plan.context(nullptr, plan.ruleset.from_year, Date{});
  const auto& references = made->deadline->references;
  const bool of_subject = std::any_of(references.begin(), references.end(), [](const cel::Reference& reference) {
    return reference.kind == cel::RefKind::kField || reference.kind == cel::RefKind::kCondition ||
           reference.kind == cel::RefKind::kGroup || reference.kind == cel::RefKind::kPrevious ||
           reference.kind == cel::RefKind::kSelf;
  });
  if (of_subject) return in_both(rule.deadline.text());
  const cel::Value day = cel::Evaluator(*made->deadline, context).eval();
  const Date* date = day.as<Date>();
  return in_both(date == nullptr ? rule.deadline.text() : date->iso());
}

PartText conditions_text(const audit::Plan& plan, const policy::Rule& rule) {
  PartText text;
  const audit::CompiledRule* made = compiled(plan, rule);
  const auto add = [&](std::string_view key, LocalizedView label, const diag::EmbeddedText& expr,
                       const std::optional<cel::CheckedExpr>* condition, SentenceUse use) {
    if (expr.empty()) return;
    append_line(text.written, in_both(fmt::format("{}: {}", key, expr.text())));
    if (condition == nullptr || !*condition) return;
    const LocalizedText sentence = condition_sentence(**condition, plan, use);
    append_line(text.words,
                {fmt::format("{}：{}", label.ja, sentence.ja), fmt::format("{}: {}", label.en, sentence.en)});
  };
  add("when", {"適用する場合", "applies when"}, rule.when, made == nullptr ? nullptr : &made->when, SentenceUse::kCase);
  add("require", {"求めること", "requires"}, rule.require, made == nullptr ? nullptr : &made->require,
      SentenceUse::kDuty);
  if (rule.judgeable)
    add("judgeable", {"判定できる場合", "judgeable when"}, rule.judgeable->expr,
        made == nullptr ? nullptr : &made->judgeable, SentenceUse::kCase);
  return text;
}

/// Everything that a case says beside its condition, a line each.
void append_verdict(const policy::Verdict& verdict, PartText& text) {
  const PartText severity = severity_text(verdict.severity);
  for (const LocalizedText& line : {text_of(verdict.message), verdict.remedy, text_of(verdict.ask)}) {
    append_line(text.written, line);
    append_line(text.words, line);
  }
  append_line(text.written, severity.written);
  append_line(text.words, severity.words);
}

PartText case_text(const audit::Plan& plan, const audit::CompiledRule* made, const policy::RuleCase& one) {
  PartText text = plain(in_both(fmt::format("{}: {}", one.id, one.when.text())));
  if (made != nullptr)
    for (const audit::CompiledCase& each : made->cases) {
      if (each.source != &one) continue;
      const LocalizedText sentence = condition_sentence(each.when, plan, SentenceUse::kCase);
      text.words = {fmt::format("{}：{}", one.id, sentence.ja), fmt::format("{}: {}", one.id, sentence.en)};
    }
  append_verdict(one.verdict, text);
  return text;
}

Cases all_cases(const policy::Rule& rule) {
  Cases cases;
  for (const policy::RuleCase& one : rule.cases) cases.push_back(&one);
  return cases;
}

}  // namespace

PartText cases_text(const audit::Plan& plan, const policy::Rule& rule, const Cases& cases) {
  const audit::CompiledRule* made = compiled(plan, rule);
  PartText text;
  for (const policy::RuleCase* one : cases) {
    const PartText each = case_text(plan, made, *one);
    append_line(text.written, each.written);
    append_line(text.words, each.words);
  }
  return text;
}

LocalizedText cases_words(const policy::Rule& rule) {
  PartText text;
  for (const policy::RuleCase& one : rule.cases) {
    append_line(text.written, in_both(one.id));
    append_verdict(one.verdict, text);
  }
  return text.written;
}

PartText part_text(const audit::Plan& plan, const policy::Rule& rule, Part part) {
  switch (part) {
    case Part::kForEach:
      return ids_text({rule.for_each}, [&](const std::string& id) { return audience_words(plan.ruleset, id); });
    case Part::kFields:
      return fields_text(plan, rule.for_fields);
    case Part::kSeverity:
      return severity_text(rule.verdict.severity);
    case Part::kBeforeDeadline:
      return severity_text(rule.verdict.before_deadline);
    case Part::kDeadline:
      return plain(deadline_text(plan, rule));
    case Part::kStage:
      return {in_both(std::string(policy::stage_id(rule.stage))), policy::stage_label(rule.stage)};
    case Part::kKind:
      return {in_both(std::string(policy::rule_kind_id(rule.kind))), policy::rule_kind_label(rule.kind)};
    case Part::kTitle:
      return plain(rule.title);
    case Part::kMessage:
      return plain(text_of(rule.verdict.message));
    case Part::kRemedy:
      return plain(rule.verdict.remedy);
    case Part::kAsk:
      return plain(text_of(rule.verdict.ask));
    case Part::kCases:
      return cases_text(plan, rule, all_cases(rule));
    case Part::kBasis:
      return bases_text(plan.ruleset, rule.basis);
    case Part::kRefs:
      return ids_text(rule.verdict.refs, [](const std::string&) { return LocalizedText{}; });
    case Part::kActor:
      return heading_text(plan.ruleset.actors, rule.actor);
    case Part::kTopic:
      return heading_text(plan.ruleset.topics, rule.topic);
    case Part::kEvidence:
      return fields_text(plan, rule.evidence);
    case Part::kJudgeableReason:
      return plain(rule.judgeable ? rule.judgeable->reason : LocalizedText{});
    case Part::kEnforcedBy:
      return ids_text(rule.enforced_by, [](const std::string&) { return LocalizedText{}; });
    case Part::kConditions:
      return conditions_text(plan, rule);
  }
  return {};
}

}  // namespace kijun::analysis
