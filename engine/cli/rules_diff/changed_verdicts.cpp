#include "engine/cli/rules_diff/changed_verdicts.h"

#include <map>
#include <set>
#include <utility>

#include "engine/audit/result_model.h"
#include "engine/audit/run.h"
#include "engine/cli/inputs.h"
#include "engine/cli/rules_diff/ruleset_side.h"
#include "engine/cli/version.h"
#include "reports/words/verdict_words.h"

namespace kijun::cli {
namespace {

/// Which result: rule and field, then the order of reports and the subject.
struct ResultKey {
  std::string rule;
  table::SubjectRef subject;
  auto operator<=>(const ResultKey&) const = default;
};

struct Verdicts {
  std::map<ResultKey, audit::Verdict> by_key;
  std::vector<ResultKey> order;
  std::map<table::SubjectRef, LocalizedText> subjects;
};

/// A session of its own: what the rules and the survey are warned about has been said, or is for an audit to say.
Session quiet_session(const Session& session) {
  return {session.files,
          session.out,
          session.err,
          session.language,
          session.color,
          session.quiet,
          session.shows_progress,
          session.ambiguous_width,
          session.pack_folders,
          {},
          {}};
}

std::optional<Verdicts> audit_with(const RulesetFile& file, const std::string& survey, const Session& outer) {
  Session session = quiet_session(outer);
  std::unique_ptr<survey::SurveySeries> series = load_survey(survey, *file.pack, session);
  if (series == nullptr) return std::nullopt;
  std::unique_ptr<audit::Plan> plan = load_whole_plan(*file.pack, file.path, session);
  if (plan == nullptr) return std::nullopt;
  audit::AuditOptions options;
  options.as_of = series->audited().manifest().as_of;
  options.tool_version = kVersion;
  options.allow.nothing_applicable = true;
  const auto model = audit::run_audit(std::move(plan), std::move(series), *file.pack, options, session.sink);
  if (model == nullptr) {
    session.print_diagnostics();
    return std::nullopt;
  }
  Verdicts verdicts;
  for (const audit::RuleColumn& column : model->columns()) {
    const std::string field = column.field() ? " [" + model->vocabulary().field(*column.field()).id + "]" : "";
    for (std::size_t i = 0; i < column.size(); ++i) {
      const ResultKey key{column.rule().id + field, column.subject(i)};
      verdicts.by_key.emplace(key, audit::verdict_of(column, column.code(i)));
      verdicts.order.push_back(key);
      verdicts.subjects.emplace(key.subject, model->subject(key.subject).name.name);
    }
  }
  return verdicts;
}

bool says_nothing(std::optional<audit::Verdict> verdict) {
  return !verdict || *verdict == audit::Verdict::kMet || *verdict == audit::Verdict::kNotApplicable;
}

/// To be met by a rule that was not there before, or to be met no longer by one that is gone, is no news.
bool is_change(std::optional<audit::Verdict> before, std::optional<audit::Verdict> after) {
  const bool is_absent = !before || !after;
  return before != after && !(is_absent && says_nothing(before) && says_nothing(after));
}

}  // namespace

std::optional<std::vector<ChangedVerdict>> find_changed_verdicts(const RulesetFile& before, const RulesetFile& after,
                                                                 const std::string& survey, const Session& session) {
  const std::optional<Verdicts> old_verdicts = audit_with(before, survey, session);
  const std::optional<Verdicts> new_verdicts = old_verdicts ? audit_with(after, survey, session) : std::nullopt;
  if (!new_verdicts) return std::nullopt;
  const auto verdict = [](const Verdicts& verdicts, const ResultKey& key) -> std::optional<audit::Verdict> {
    const auto found = verdicts.by_key.find(key);
    return found == verdicts.by_key.end() ? std::nullopt : std::optional(found->second);
  };
  const auto word = [](std::optional<audit::Verdict> of) {
    return of ? reports::verdict_word(*of) : LocalizedText{"ルールなし", "no rule"};
  };
  std::vector<ChangedVerdict> changed;
  std::set<ResultKey> seen;
  for (const Verdicts* verdicts : {&*new_verdicts, &*old_verdicts})
    for (const ResultKey& key : verdicts->order) {
      const std::optional<audit::Verdict> old_verdict = verdict(*old_verdicts, key);
      const std::optional<audit::Verdict> new_verdict = verdict(*new_verdicts, key);
      if (seen.insert(key).second && is_change(old_verdict, new_verdict))
        changed.push_back({verdicts->subjects.at(key.subject), key.rule, word(old_verdict), word(new_verdict)});
    }
  return changed;
}

}  // namespace kijun::cli
