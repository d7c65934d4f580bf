#include "reports/sarif/sarif_rules.h"

#include <algorithm>
#include <utility>

#include "reports/escape/short_text.h"
#include "reports/words/verdict_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

/// Code points that GitHub shows of a rule's descriptions.
constexpr std::size_t kMaxDescription = 1000;

std::string_view level_of(const policy::Rule& rule) {
  if (rule.kind == policy::RuleKind::kReview || rule.stage == policy::Stage::kDraft) return "note";
  switch (rule.verdict.severity.value_or(policy::Severity::kNotice)) {
    case policy::Severity::kError:
      return "error";
    case policy::Severity::kWarning:
      return "warning";
    case policy::Severity::kNotice:
      return "note";
  }
  return "note";
}

LocalizedText basis_text(const policy::Rule& rule, const policy::Ruleset& ruleset) {
  LocalizedText text;
  for (const std::string& id : rule.basis)
    if (const policy::Basis* basis = ruleset.find_basis(id))
      append_line(
          text,
          fill(Word::kCiBasis,
               {{"basis", marked(basis->title, basis->confirmed ? LocalizedText{} : word(Word::kBasisUnconfirmed))}}));
  return text;
}

}  // namespace

SarifRules::SarifRules(const audit::ResultModel* model, bool groups_subjects,
                       const std::vector<CiNotification>& notifications, const ReportOptions& options)
    : language_(options.language) {
  if (model != nullptr)
    for (const policy::Rule& rule : model->ruleset().rules) add_rule(rule, model->ruleset());
  const auto add_plain = [&](const std::string& id, const LocalizedText& title, std::string_view level) {
    if (!contains(id)) add({id, title, title, fill(Word::kCiExplain, {{"rule", id}}), level, {}});
  };
  if (groups_subjects) add_plain(std::string(kSubjectRule), word(Word::kCiByMunicipality), "warning");
  for (const CiNotification& each : notifications)
    add_plain(each.code, fill(Word::kCiListed, {{"text", word(Word::kCiRun)}, {"title", each.code}}),
              map_notification(each.level).github_alert);
}

void SarifRules::add(Descriptor descriptor) {
  index_[descriptor.id] = descriptors_.size();
  descriptors_.push_back(std::move(descriptor));
}

void SarifRules::add_rule(const policy::Rule& rule, const policy::Ruleset& ruleset) {
  Descriptor made{rule.id, marked(rule.title, rule_mark(rule, ruleset)), {}, {}, level_of(rule), {}};
  made.description = made.title;
  append_line(made.description, basis_text(rule, ruleset));
  append_line(made.help, rule.verdict.remedy);
  append_line(made.help, basis_text(rule, ruleset));
  append_line(made.help, fill(Word::kCiExplain, {{"rule", rule.id}}));
  for (const std::string& tag : {rule.topic, std::string(policy::rule_kind_id(rule.kind)), rule.actor})
    if (!tag.empty() && std::find(made.tags.begin(), made.tags.end(), tag) == made.tags.end()) made.tags.push_back(tag);
  if (rule.stage == policy::Stage::kDraft) made.tags.emplace_back("draft");
  add(std::move(made));
}

void SarifRules::write(JsonWriter& json) const {
  json.array([&] {
    for (const Descriptor& descriptor : descriptors_) write_descriptor(descriptor, json);
  });
}

void SarifRules::write_descriptor(const Descriptor& descriptor, JsonWriter& json) const {
  const auto write_text = [&](std::string_view name, const LocalizedText& text) {
    json.object_member(name, [&] { json.member("text", inert_text(text.in(language_), kMaxDescription)); });
  };
  json.object([&] {
    json.member("id", descriptor.id);
    write_text("shortDescription", descriptor.title);
    write_text("fullDescription", descriptor.description);
    write_text("help", descriptor.help);
    json.object_member("defaultConfiguration", [&] { json.member("level", descriptor.level); });
    json.object_member("properties", [&] { json.member("tags", descriptor.tags); });
  });
}

}  // namespace kijun::reports
