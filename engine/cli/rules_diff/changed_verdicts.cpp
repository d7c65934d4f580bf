#include "engine/cli/rules_diff/changed_verdicts.h"

#include <memory>
#include <utility>

#include "engine/audit/compare/comparison.h"
#include "engine/audit/run.h"
#include "engine/cli/inputs.h"
#include "engine/cli/rules_diff/ruleset_side.h"
#include "engine/cli/version.h"
#include "reports/words/verdict_words.h"
#include "reports/words/words.h"

namespace kijun::cli {
namespace {

std::optional<audit::ResultTable> audit_with(const RulesetFile& file, const std::string& survey, const Session& outer) {
  Session session = outer.beside(file.files == nullptr ? outer.files : *file.files);
  std::unique_ptr<survey::SurveySeries> series = load_survey(survey, *file.pack, session);
  if (series == nullptr) return std::nullopt;
  std::unique_ptr<audit::Plan> plan = load_whole_plan(*file.pack, file.path, session);
  if (plan == nullptr) return std::nullopt;
  audit::AuditOptions options;
  options.as_of = series->audited().manifest().as_of;
  options.tool_version = kVersion;
  options.allow.nothing_applicable = true;
  options.allow.other_rules = true;
  const auto model = audit::run_audit(std::move(plan), std::move(series), *file.pack, options, session.sink);
  if (model == nullptr) {
    session.print_diagnostics();
    return std::nullopt;
  }
  audit::ResultTable table = audit::ResultTable::of(*model);
  table.drop_texts();
  return table;
}

bool says_nothing(const audit::MaybeState& state) {
  return !state || state->verdict == audit::Verdict::kMet || state->verdict == audit::Verdict::kNotApplicable;
}

/// To be met by a rule that was not there before, or to be met no longer by one that is gone, is no news.
bool is_change(const audit::MaybeState& before, const audit::MaybeState& after) {
  if (before && after) return before->verdict != after->verdict;
  return !says_nothing(before) || !says_nothing(after);
}

audit::MaybeState state_of(const audit::ResultTable& table, const std::optional<std::size_t>& rule,
                           const std::optional<std::size_t>& subject) {
  if (!rule || !subject) return std::nullopt;
  return table.state(*rule, *subject);
}

LocalizedText verdict_text(const audit::MaybeState& state) {
  return state ? reports::verdict_word(state->verdict) : reports::word(reports::Word::kNoSuchRule);
}

}  // namespace

std::optional<std::vector<ChangedVerdict>> find_changed_verdicts(const RulesetFile& before, const RulesetFile& after,
                                                                 const std::string& survey, const Session& session) {
  std::optional<audit::ResultTable> old_table = audit_with(before, survey, session);
  std::optional<audit::ResultTable> new_table = old_table ? audit_with(after, survey, session) : std::nullopt;
  if (!new_table) return std::nullopt;
  audit::share_groups(*old_table, *new_table);
  const std::vector<audit::SubjectPair> subjects = audit::pair_subjects(*old_table, *new_table, {});
  std::vector<ChangedVerdict> changed;
  for (const audit::ComparedRule& rule : audit::pair_rules(*old_table, *new_table)) {
    const std::string id = audit::latest(rule, *old_table, *new_table).label();
    for (const audit::SubjectPair& pair : subjects) {
      const audit::MaybeState old_state = state_of(*old_table, rule.before, pair.before);
      const audit::MaybeState new_state = state_of(*new_table, rule.after, pair.after);
      const audit::TableSubject& subject =
          pair.after ? new_table->subjects()[*pair.after] : old_table->subjects()[*pair.before];
      if (is_change(old_state, new_state))
        changed.push_back({subject.name.name, id, verdict_text(old_state), verdict_text(new_state)});
    }
  }
  return changed;
}

}  // namespace kijun::cli
