#include "engine/audit/baseline.h"

#include <algorithm>
#include <set>

#include "engine/audit/finding_rank.h"
#include "engine/audit/fingerprint.h"
#include "engine/audit/result_model.h"

// An entry is found again by its fingerprint. Where the ruleset has renamed a rule, the entry's fingerprint is made anew
// with the id that the rule has now. What is left over is absent, unless the run was narrowed and did not look at it.

namespace kijun::audit {
namespace {

BaselineState compare(const BaselineEntry& entry, const ResultCode& code, const std::string& state_hash) {
  if (state_hash == entry.state_hash) return BaselineState::kUnchanged;
  const int now = finding_rank(code.decision.outcome, code.severity);
  return now > finding_rank(entry.outcome, entry.severity) ? BaselineState::kWorse : BaselineState::kUpdated;
}

std::string fingerprint_now(const BaselineEntry& entry, const ResultModel& model) {
  const policy::Rule* rule = model.ruleset().find_rule(entry.rule);
  if (rule == nullptr || rule->id == entry.rule) return entry.fingerprint;
  return fingerprint_of({rule->id, entry.subject_kind, entry.subject_code, model.run().series, entry.field});
}

/// Calls `visit(column, position)` for every finding of a run.
template <class Visit>
void each_finding(const ResultModel& model, const Visit& visit) {
  for (std::size_t column = 0; column < model.columns().size(); ++column)
    for (std::size_t position = 0; position < model.columns()[column].size(); ++position)
      if (is_finding(model.columns()[column].outcome(position))) visit(column, position);
}

/// What a narrowed run has looked at.
class Scope {
 public:
  explicit Scope(const ResultModel& model) : model_(model) {}

  [[nodiscard]] bool covers(const BaselineEntry& entry) {
    if (model_.run().narrowed.empty()) return true;
    const policy::Rule* rule = model_.ruleset().find_rule(entry.rule);
    for (std::size_t at = 0; at < model_.columns().size(); ++at) {
      const RuleColumn& column = model_.columns()[at];
      if (&column.rule() != rule) continue;
      if (subjects_of(column).contains(entry.subject_code)) return true;
    }
    return false;
  }

 private:
  const std::set<std::string>& subjects_of(const RuleColumn& column) {
    std::set<std::string>& codes = codes_[&column.subjects()];
    if (codes.empty())
      for (const table::SubjectRef subject : column.subjects()) codes.insert(model_.subject(subject).name.code);
    return codes;
  }

  const ResultModel& model_;
  std::unordered_map<const SubjectList*, std::set<std::string>> codes_;
};

}  // namespace

std::string_view baseline_state_id(BaselineState state) {
  constexpr std::array<std::string_view, kNumBaselineStates> kIds{"new", "unchanged", "updated", "worse"};
  return kIds[static_cast<std::size_t>(state)];
}

BaselineComparison::BaselineComparison(const Baseline& baseline, const ResultModel& model) {
  std::unordered_map<std::string, const BaselineEntry*> left;
  for (const BaselineEntry& entry : baseline.entries) left.emplace(fingerprint_now(entry, model), &entry);
  each_finding(model, [&](std::size_t column, std::size_t position) {
    BaselineState state = BaselineState::kNew;
    const auto found = left.find(fingerprint(model, column, position));
    if (found != left.end()) {
      const RuleColumn& results = model.columns()[column];
      const ResultCode code = results.code(position);
      state = compare(*found->second, code, state_hash(results, code, model.detail(column, position)));
      left.erase(found);
    }
    states_.emplace(result_key(column, position), state);
    ++counts_[static_cast<std::size_t>(state)];
  });
  Scope scope(model);
  for (const BaselineEntry& entry : baseline.entries) {
    if (!left.contains(fingerprint_now(entry, model))) continue;
    if (scope.covers(entry)) {
      absent_.push_back(&entry);
    } else {
      ++num_outside_;
    }
  }
}

std::optional<BaselineState> BaselineComparison::state(std::size_t column, std::size_t position) const {
  const auto found = states_.find(result_key(column, position));
  return found == states_.end() ? std::nullopt : std::optional(found->second);
}

bool BaselineComparison::is_known(std::size_t column, std::size_t position) const {
  const std::optional<BaselineState> found = state(column, position);
  return found == BaselineState::kUnchanged || found == BaselineState::kUpdated;
}

Baseline make_baseline(const ResultModel& model) {
  Baseline baseline{model.run().series, {}};
  each_finding(model, [&](std::size_t column, std::size_t position) {
    const RuleColumn& results = model.columns()[column];
    const ResultCode code = results.code(position);
    const table::SubjectName subject = model.subject(results.subject(position)).name;
    BaselineEntry entry;
    entry.fingerprint = fingerprint(model, column, position);
    entry.state_hash = state_hash(results, code, model.detail(column, position));
    entry.rule = results.rule().id;
    if (results.field()) entry.field = model.vocabulary().field(*results.field()).id;
    entry.subject_kind = subject.kind;
    entry.subject_code = subject.code;
    entry.subject_name = subject.name.ja;
    entry.outcome = code.decision.outcome;
    entry.severity = code.severity;
    baseline.entries.push_back(std::move(entry));
  });
  return baseline;
}

Baseline prune(const Baseline& baseline, const BaselineComparison& comparison) {
  Baseline pruned{baseline.series, {}};
  const std::set<const BaselineEntry*> absent(comparison.absent().begin(), comparison.absent().end());
  for (const BaselineEntry& entry : baseline.entries)
    if (!absent.contains(&entry)) pruned.entries.push_back(entry);
  return pruned;
}

}  // namespace kijun::audit
