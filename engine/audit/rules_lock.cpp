#include "engine/audit/rules_lock.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/toml/table_reader.h"

namespace kijun::audit {
namespace {

using toml_doc::TableReader;

/// The only form of lock files there is so far.
constexpr std::int64_t kFormat = 1;

/// The days on which what an edition means may change.
std::set<Date> change_days(const policy::Ruleset& ruleset, Date first) {
  std::set<Date> days{first};
  for (const policy::AmendmentNote& amendment : ruleset.amendments)
    if (amendment.effective > first) days.insert(amendment.effective);
  for (const policy::Param& param : ruleset.params)
    for (const Date change : param.changes)
      if (change > first) days.insert(change);
  return days;
}

const Meaning* find(const std::vector<Meaning>& rules, const std::string& id) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Meaning& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

const LockedState* find(const std::vector<LockedState>& states, const std::string& edition, Date from) {
  const auto found = std::find_if(states.begin(), states.end(), [&](const LockedState& state) {
    return state.edition == edition && state.from == from;
  });
  return found == states.end() ? nullptr : &*found;
}

StateDifference compare_rules(const LockedState& locked, const std::vector<Meaning>& now) {
  StateDifference difference{locked.edition, locked.from, false, {}, {}, {}, {}};
  for (const Meaning& rule : now) {
    const Meaning* before = find(locked.rules, rule.id);
    if (before == nullptr)
      difference.added.push_back(rule.id);
    else if (before->meaning != rule.meaning)
      difference.changed.push_back(rule.id);
    else if (before->texts != rule.texts)
      difference.reworded.push_back(rule.id);
  }
  for (const Meaning& rule : locked.rules)
    if (find(now, rule.id) == nullptr) difference.removed.push_back(rule.id);
  return difference;
}

LockedState read_state(const toml_doc::Value& value, diag::Sink& sink) {
  TableReader reader(*value.as_table(), value.span, "[[state]]", sink);
  LockedState state;
  state.edition = reader.require_string("edition").value_or("");
  state.from = reader.require_date("from").value_or(Date{});
  for (const toml_doc::Value* rule : reader.tables("rules")) {
    TableReader inner(*rule->as_table(), rule->span, "rules", sink);
    Meaning meaning;
    meaning.id = inner.require_string("id").value_or("");
    meaning.meaning = inner.require_string("meaning").value_or("");
    meaning.texts = inner.require_string("texts").value_or("");
    inner.finish();
    state.rules.push_back(std::move(meaning));
  }
  reader.finish();
  return state;
}

}  // namespace

std::optional<RulesLock> make_lock(const policy::Pack& pack, std::string_view tool_version, const LoadEdition& load) {
  RulesLock lock;
  lock.tool = tool_range(tool_version);
  lock.pack = pack.id + " " + pack.version;
  for (const policy::PackIndex& extended : pack.extended) lock.extended.push_back(extended.id + " " + extended.version);
  lock.fields = meaning_of(pack.vocabulary);
  for (const policy::Edition& edition : pack.editions) {
    const Date first = Date::from_ymd(edition.from_year, 4, 1).value_or(Date{});
    const std::unique_ptr<Plan> plan = load(edition, first);
    if (plan == nullptr) return std::nullopt;
    for (const Date day : change_days(plan->ruleset, first)) {
      const std::unique_ptr<Plan> later = day == first ? nullptr : load(edition, day);
      if (day != first && later == nullptr) return std::nullopt;
      lock.states.push_back({edition.id, day, meanings_of(later != nullptr ? *later : *plan)});
    }
  }
  return lock;
}

std::string lock_text(const RulesLock& lock) {
  std::string text =
      "# 規則集の意味の記録です。`kijun rules lock`が書きます。手では書き換えないでください。\n"
      "# What the rules mean, by hash. Written by `kijun rules lock`; not to be edited.\n\n[lock]\n";
  text += fmt::format("format = {}\nkijun = \"{}\"\npack = \"{}\"\n", kFormat, lock.tool, lock.pack);
  if (!lock.extended.empty()) text += fmt::format("extends = [\"{}\"]\n", fmt::join(lock.extended, "\", \""));
  text += fmt::format("fields = \"{}\"\n", lock.fields);
  for (const LockedState& state : lock.states) {
    text += fmt::format("\n[[state]]\nedition = \"{}\"\nfrom = {}\nrules = [\n", state.edition, state.from.iso());
    for (const Meaning& rule : state.rules)
      text +=
          fmt::format("  {{ id = \"{}\", meaning = \"{}\", texts = \"{}\" }},\n", rule.id, rule.meaning, rule.texts);
    text += "]\n";
  }
  return text;
}

std::optional<RulesLock> read_lock(const diag::Source& source, diag::Sink& sink) {
  const std::size_t errors_before = sink.num_errors();
  const std::optional<toml_doc::Table> document = toml_doc::parse_document(source, sink);
  if (!document) return std::nullopt;
  TableReader reader(*document, diag::Span{&source, 0, 0}, source.path(), sink);
  RulesLock lock;
  const toml_doc::Table* head = reader.table("lock");
  if (head == nullptr) {
    reader.report_absent("lock");
    return std::nullopt;
  }
  TableReader inner(*head, reader.span_of("lock"), "[lock]", sink);
  (void)inner.require_integer("format");
  lock.tool = inner.require_string("kijun").value_or("");
  lock.pack = inner.require_string("pack").value_or("");
  for (const diag::EmbeddedText& pack : inner.strings("extends")) lock.extended.push_back(pack.text());
  lock.fields = inner.require_string("fields").value_or("");
  inner.finish();
  for (const toml_doc::Value* state : reader.tables("state")) lock.states.push_back(read_state(*state, sink));
  reader.finish();
  if (sink.num_errors() > errors_before) return std::nullopt;
  return lock;
}

bool LockDifference::changes_meaning() const {
  return fields || std::any_of(states.begin(), states.end(),
                               [](const StateDifference& state) { return state.changes_meaning(); });
}

LockDifference compare_locks(const RulesLock& locked, const RulesLock& now) {
  LockDifference difference;
  difference.fields = locked.fields != now.fields;
  for (const LockedState& state : now.states) {
    const LockedState* before = find(locked.states, state.edition, state.from);
    StateDifference changes{state.edition, state.from, before == nullptr, {}, {}, {}, {}};
    if (before != nullptr) changes = compare_rules(*before, state.rules);
    if (changes.changes_meaning() || !changes.reworded.empty()) difference.states.push_back(std::move(changes));
  }
  for (const LockedState& state : locked.states)
    if (find(now.states, state.edition, state.from) == nullptr)
      difference.states.push_back({state.edition, state.from, true, {}, {}, {}, {}});
  return difference;
}

StateDifference compare_plan(const RulesLock& locked, const Plan& plan, Date as_of) {
  const LockedState* in_force = nullptr;
  const LockedState* earliest = nullptr;
  for (const LockedState& state : locked.states) {
    if (state.edition != plan.ruleset.id) continue;
    if (earliest == nullptr || state.from < earliest->from) earliest = &state;
    if (state.from <= as_of && (in_force == nullptr || in_force->from < state.from)) in_force = &state;
  }
  if (in_force == nullptr) in_force = earliest;
  if (in_force == nullptr) return {plan.ruleset.id, as_of, true, {}, {}, {}, {}};
  return compare_rules(*in_force, meanings_of(plan));
}

std::string tool_range(std::string_view version) { return std::string(version.substr(0, version.rfind('.'))); }

}  // namespace kijun::audit
