#include "reports/model/compare_report.h"

#include <algorithm>
#include <map>

#include "reports/model/compare_parts.h"
#include "reports/words/data_text.h"
#include "reports/words/join_words.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

using audit::ChangeClass;

LocalizedText subject_text(const audit::TableSubject& before, const audit::TableSubject& after) {
  if (before.name.name.ja == after.name.name.ja || after.name.kind == "survey") return after.name.name;
  return fill(Word::kFormerly, {{"name", after.name.name}, {"before", before.name.name}});
}

/// As the rule of its side judged it; `rule` is null where that side has none.
LocalizedText state_text(const audit::MaybeState& state, const audit::TableRule* rule) {
  if (!state || rule == nullptr) return word(Word::kNoSuchRule);
  LocalizedText text = verdict_word(state->verdict);
  if (state->outcome == audit::Outcome::kFail || state->outcome == audit::Outcome::kUnknown)
    text = fill(Word::kVerdictOfSeverity, {{"verdict", text}, {"severity", severity_word(state->severity)}});
  if (!audit::is_finding(state)) return text;
  return marked(text, rule_mark(rule->draft, rule->basis_unconfirmed));
}

ChangeView view_of(const audit::FindingChange& change, const CompareSource& source) {
  const audit::ComparedRule& compared = source.comparison.rules[change.rule];
  const audit::TableRule& rule = source.rule(compared);
  const audit::SubjectPair& pair = source.comparison.subjects[change.subject];
  ChangeView view;
  view.change = &change;
  view.rule = rule.label();
  view.title = rule.title;
  view.subject = subject_text(source.subject_before(pair), source.subject_after(pair));
  const auto& old_rules = source.corners.before().rules();
  const auto& new_rules = source.corners.after().rules();
  view.before = state_text(change.before, compared.before ? &old_rules[*compared.before] : nullptr);
  view.after = state_text(change.after, compared.after ? &new_rules[*compared.after] : nullptr);
  view.kind = change_word(change.change);
  if (source.comparison.has_split) view.by = made_by_text(change.by);
  if (change.change != ChangeClass::kResolved) view.text = change.text_after;
  return view;
}

std::vector<ChangeGroup> groups_by_class(const CompareSource& source) {
  std::vector<ChangeGroup> groups;
  for (std::size_t at = 0; at < static_cast<std::size_t>(ChangeClass::kUnchanged); ++at) {
    ChangeGroup group;
    for (const audit::FindingChange& change : source.comparison.changes)
      if (change.change == static_cast<ChangeClass>(at)) group.changes.push_back(view_of(change, source));
    if (group.changes.empty()) continue;
    group.heading =
        fill(Word::kCountedHeading, {{"what", change_word(static_cast<ChangeClass>(at))}, {"n", group.changes.size()}});
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<ChangeGroup> groups_by_subject(const CompareSource& source) {
  std::map<std::size_t, ChangeGroup> by_subject;
  for (const audit::FindingChange& change : source.comparison.changes)
    by_subject[change.subject].changes.push_back(view_of(change, source));
  std::vector<ChangeGroup> groups;
  for (auto& [subject, group] : by_subject) {
    group.heading = fill(Word::kCountedHeading, {{"what", group.changes.front().subject}, {"n", group.changes.size()}});
    groups.push_back(std::move(group));
  }
  return groups;
}

bool has_change(const audit::ClassCounts& counts) {
  return std::any_of(counts.begin(), counts.end() - 1, [](std::size_t count) { return count > 0; });
}

void add_counts(const CompareSource& source, CompareReport& report) {
  for (const audit::ComparedRule& compared : source.comparison.rules) {
    const audit::TableRule& rule = source.rule(compared);
    if (has_change(compared.counts)) report.by_rule.push_back({rule.title, rule.label(), compared.counts});
  }
  for (std::size_t at = 0; at < source.comparison.subjects.size(); ++at) {
    const audit::SubjectPair& pair = source.comparison.subjects[at];
    const audit::ClassCounts& counts = source.comparison.by_subject[at];
    if (source.subject_after(pair).is_member && (source.what_if || has_change(counts)))
      report.by_member.push_back({subject_text(source.subject_before(pair), source.subject_after(pair)),
                                  source.subject_after(pair).name.code, counts});
  }
}

/// A change counts with each input that makes it, or as combined where none alone does.
void add_cause_counts(const CompareSource& source, CompareReport& report) {
  if (!source.comparison.has_split || source.comparison.changes.empty()) return;
  for (const audit::Input input : audit::kAllInputs) {
    audit::Inputs lone;
    lone.set(static_cast<std::size_t>(input));
    report.by_cause.push_back({made_by_text(lone), std::string(audit::input_id(input)), {}});
  }
  report.by_cause.push_back({made_by_text({}), "combined", {}});
  for (const audit::FindingChange& change : source.comparison.changes) {
    const auto add = [&](std::size_t cause) {
      ++report.by_cause[cause].counts[static_cast<std::size_t>(change.change)];
    };
    for (const audit::Input input : audit::kAllInputs)
      if (has(change.by, input)) add(static_cast<std::size_t>(input));
    if (change.by.none()) add(audit::kNumInputs);
  }
}

/// Of what a zone and its municipalities are asked. Two result files do not say which those are.
void add_zone_counts(const CompareSource& source, CompareReport& report) {
  bool are_zones_known = false;
  std::map<std::string, audit::ClassCounts> by_zone;
  for (std::size_t at = 0; at < source.comparison.subjects.size(); ++at) {
    const audit::SubjectPair& pair = source.comparison.subjects[at];
    const std::string& zone = source.zone(pair);
    if (zone.empty()) continue;
    are_zones_known = are_zones_known || source.subject_after(pair).is_member;
    audit::ClassCounts& counts = by_zone[zone];
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += source.comparison.by_subject[at][i];
  }
  if (!are_zones_known) return;
  for (const audit::ResultTable* table : {&source.corners.after(), &source.corners.before()})
    for (const audit::TableSubject& subject : table->subjects()) {
      const auto found = subject.name.kind == "zone" ? by_zone.find(subject.name.code) : by_zone.end();
      if (found == by_zone.end()) continue;
      report.by_zone.push_back({subject.name.name, subject.name.code, found->second});
      by_zone.erase(found);
    }
}

}  // namespace

const audit::TableRule& CompareSource::rule(const audit::ComparedRule& compared) const {
  return audit::latest(compared, corners.before(), corners.after());
}

const audit::TableSubject& CompareSource::subject_before(const audit::SubjectPair& pair) const {
  return corners.before().subjects()[*pair.before];
}

const audit::TableSubject& CompareSource::subject_after(const audit::SubjectPair& pair) const {
  return corners.after().subjects()[*pair.after];
}

const std::string& CompareSource::zone(const audit::SubjectPair& pair) const {
  const std::string& now = subject_after(pair).zone;
  return now.empty() ? subject_before(pair).zone : now;
}

std::size_t CompareCounts::num_changes() const {
  std::size_t number = 0;
  for (const ChangeClass change : kEveryChange) number += audit::count_of(counts, change);
  return number;
}

LocalizedText change_word(ChangeClass of) {
  constexpr std::array kChangeWords{Word::kChangeWorsened,        Word::kChangeFallenDue, Word::kChangeNew,
                                    Word::kChangeNoLongerDecided, Word::kChangeImproved,  Word::kChangeResolved,
                                    Word::kChangeUnchanged};
  static_assert(kChangeWords.size() == audit::kNumChangeClasses);
  return word(kChangeWords[static_cast<std::size_t>(of)]);
}

LocalizedText short_change_word(ChangeClass of) {
  constexpr std::array kShortWords{Word::kShortWorsened,        Word::kShortFallenDue, Word::kShortNew,
                                   Word::kShortNoLongerDecided, Word::kShortImproved,  Word::kShortResolved,
                                   Word::kShortUnchanged};
  static_assert(kShortWords.size() == audit::kNumChangeClasses);
  return word(kShortWords[static_cast<std::size_t>(of)]);
}

CompareReport build_compare_report(const CompareSource& source) {
  CompareReport report;
  report.source = &source;
  report.title = word(source.what_if ? Word::kWhatIfTitle : Word::kCompareTitle);
  add_compare_head(source, report);
  add_compare_headline(source, report);
  report.groups = source.what_if ? groups_by_subject(source) : groups_by_class(source);
  report.by_member_heading = fill(Word::kByMember, {{"member", member_text(source.corners.after().head.record_kinds)}});
  add_cause_counts(source, report);
  add_counts(source, report);
  add_zone_counts(source, report);
  add_compare_rates(source, report);
  add_compare_joins(source, report);
  return report;
}

}  // namespace kijun::reports
