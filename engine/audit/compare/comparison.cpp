#include "engine/audit/compare/comparison.h"

#include <algorithm>
#include <set>

#include "engine/base/assert.h"

// A verdict is a function of three inputs: data, rules and date. With each of them old or new there are eight runs, the
// corners of a cube. Of a finding that is another at the new corner than at the old one, an input is named when replacing
// it alone changes outcome or severity: at the old end (old corner against its neighbour along that edge) or at the new
// end. Several can be named, when each would do or each is needed; when none is, only several together make the change. A
// rule or subject that a corner does not have gives nothing there.

namespace kijun::audit {
namespace {

/// The numbers of a pair of subjects in the eight tables, looked up once for all rules.
using CornerNumbers = std::array<std::optional<std::size_t>, kNumCorners>;

CornerNumbers numbers_of(const Corners& corners, const SubjectPair& pair) {
  CornerNumbers numbers;
  for (std::size_t corner = 0; corner < kNumCorners; ++corner) {
    if (corners.tables[corner] == nullptr) continue;
    const bool has_new_data = (corner & corner_bit(Input::kData)) != 0;
    const table::SubjectName& name =
        has_new_data ? corners.after().subjects()[*pair.after].name : corners.before().subjects()[*pair.before].name;
    numbers[corner] = corners.tables[corner]->find_subject(name.kind, name.code);
  }
  return numbers;
}

/// Where results of one rule and subject stand in the eight tables: ids and codes change with rules and data.
class Cube {
 public:
  Cube(const Corners& corners, const TableRule* old_rule, const TableRule* new_rule) : corners_(corners) {
    for (std::size_t corner = 0; corner < kNumCorners; ++corner) {
      const TableRule* rule = (corner & corner_bit(Input::kRules)) != 0 ? new_rule : old_rule;
      if (corners.tables[corner] != nullptr && rule != nullptr)
        rules_[corner] = corners.tables[corner]->find_rule(rule->id, rule->field);
    }
  }

  [[nodiscard]] MaybeState state(std::size_t corner, const CornerNumbers& numbers) const {
    if (!numbers[corner] || !rules_[corner]) return std::nullopt;
    return corners_.tables[corner]->state(*rules_[corner], *numbers[corner]);
  }

  /// The inputs whose lone replacement makes a difference.
  [[nodiscard]] Inputs made_by(const CornerNumbers& numbers) const {
    Inputs by;
    for (const Input input : kAllInputs) {
      const std::size_t bit = corner_bit(input);
      by[static_cast<std::size_t>(input)] = differs(state(kOldCorner, numbers), state(kOldCorner | bit, numbers)) ||
                                            differs(state(kNewCorner, numbers), state(kNewCorner & ~bit, numbers));
    }
    return by;
  }

  /// Whether the date alone makes it worse, from either end.
  [[nodiscard]] bool is_worse_by_date(const CornerNumbers& numbers) const {
    constexpr std::size_t kBit = corner_bit(Input::kDate);
    return is_worse(state(kOldCorner | kBit, numbers), state(kOldCorner, numbers)) ||
           is_worse(state(kNewCorner, numbers), state(kNewCorner & ~kBit, numbers));
  }

 private:
  const Corners& corners_;
  std::array<std::optional<std::size_t>, kNumCorners> rules_;
};

class Comparer {
 public:
  Comparer(const Corners& corners, std::vector<SeriesJoin> joins) : corners_(corners) {
    made_.joins = std::move(joins);
    made_.has_split = corners.has_split;
    made_.rules = pair_rules(corners.before(), corners.after());
    for (const SubjectPair& pair : pair_subjects(corners.before(), corners.after(), made_.joins)) {
      if (!pair.before || !pair.after) {
        add_lone(pair);
        continue;
      }
      made_.subjects.push_back(pair);
      numbers_.push_back(numbers_of(corners, pair));
    }
    made_.by_subject.resize(made_.subjects.size());
  }

  Comparison compare() {
    for (std::size_t rule = 0; rule < made_.rules.size(); ++rule) {
      const ComparedRule& compared = made_.rules[rule];
      const Cube cube(corners_, compared.before ? &corners_.before().rules()[*compared.before] : nullptr,
                      compared.after ? &corners_.after().rules()[*compared.after] : nullptr);
      for (std::size_t subject = 0; subject < made_.subjects.size(); ++subject) compare_one(rule, subject, cube);
    }
    return std::move(made_);
  }

 private:
  void compare_one(std::size_t rule, std::size_t subject, const Cube& cube) {
    const SubjectPair& pair = made_.subjects[subject];
    const CornerNumbers& numbers = numbers_[subject];
    FindingChange change{rule, subject, cube.state(kOldCorner, numbers), cube.state(kNewCorner, numbers), {}, {},
                         {},   {}};
    if (!is_finding(change.before) && !is_finding(change.after)) return;
    change.change = classify(change.before, change.after);
    if (change.change != ChangeClass::kUnchanged && corners_.has_split) {
      change.by = cube.made_by(numbers);
      const bool got_worse = change.change == ChangeClass::kNew || change.change == ChangeClass::kWorsened;
      if (got_worse && cube.is_worse_by_date(numbers)) change.change = ChangeClass::kFallenDue;
      for (const Input input : kAllInputs)
        if (has(change.by, input)) ++made_.by_input[static_cast<std::size_t>(input)];
      if (change.by.none()) ++made_.num_combined;
    }
    const auto at = static_cast<std::size_t>(change.change);
    ++made_.counts[at];
    ++made_.rules[rule].counts[at];
    ++made_.by_subject[subject][at];
    if (change.change == ChangeClass::kUnchanged) return;
    const ComparedRule& compared = made_.rules[rule];
    if (compared.before) change.text_before = corners_.before().text(*compared.before, *pair.before);
    if (compared.after) change.text_after = corners_.after().text(*compared.after, *pair.after);
    made_.changes.push_back(std::move(change));
  }

  void add_lone(const SubjectPair& pair) {
    const bool is_new = pair.after.has_value();
    const ResultTable& table = is_new ? corners_.after() : corners_.before();
    const std::size_t subject = is_new ? *pair.after : *pair.before;
    LoneSubject lone{table.subjects()[subject].name, is_new, 0};
    for (std::size_t rule = 0; rule < table.rules().size(); ++rule)
      if (is_finding(table.state(rule, subject))) ++lone.num_findings;
    made_.lone.push_back(std::move(lone));
  }

  const Corners& corners_;
  std::vector<CornerNumbers> numbers_;  ///< By subject of the comparison.
  Comparison made_;
};

}  // namespace

std::string_view input_id(Input input) {
  constexpr std::array<std::string_view, kNumInputs> kIds{"data", "rules", "date"};
  return kIds[static_cast<std::size_t>(input)];
}

Inputs differing_inputs(const TableHead& before, const TableHead& after) {
  Inputs inputs;
  inputs[static_cast<std::size_t>(Input::kData)] = before.data_hash != after.data_hash;
  inputs[static_cast<std::size_t>(Input::kRules)] = before.rules_hash != after.rules_hash;
  inputs[static_cast<std::size_t>(Input::kDate)] = before.as_of != after.as_of;
  return inputs;
}

std::vector<SubjectPair> pair_subjects(const ResultTable& before, const ResultTable& after,
                                       const std::vector<SeriesJoin>& joins) {
  const bool is_forward = before.head.fiscal_year <= after.head.fiscal_year;
  const ResultTable& earlier = is_forward ? before : after;
  const ResultTable& later = is_forward ? after : before;
  constexpr const char* kJoinedKind = "municipality";  // as rules name it; joins say city, town or village
  std::map<std::size_t, const SeriesJoin*> join_of;    // by number in the later table
  for (const SeriesJoin& join : joins)
    if (const auto number = later.find_subject(kJoinedKind, join.subject.code)) join_of.emplace(*number, &join);
  const auto counterpart = [&](std::size_t number) -> std::optional<std::size_t> {
    const table::SubjectName& name = later.subjects()[number].name;
    const auto joined = join_of.find(number);
    if (joined == join_of.end())
      return earlier.find_subject(name.kind, name.kind == "survey" ? earlier.head.series : name.code);
    if (!joined->second->compares) return std::nullopt;
    return earlier.find_subject(kJoinedKind, joined->second->predecessors.front().code);
  };
  std::vector<SubjectPair> pairs;
  std::set<std::size_t> paired;
  for (std::size_t number = 0; number < later.subjects().size(); ++number) {
    const auto other = counterpart(number);
    if (other) paired.insert(*other);
    pairs.push_back(is_forward ? SubjectPair{other, number} : SubjectPair{number, other});
  }
  for (std::size_t number = 0; number < earlier.subjects().size(); ++number)
    if (!paired.contains(number))
      pairs.push_back(is_forward ? SubjectPair{number, std::nullopt} : SubjectPair{std::nullopt, number});
  return pairs;
}

std::vector<ComparedRule> pair_rules(const ResultTable& before, const ResultTable& after) {
  std::vector<ComparedRule> rules;
  std::set<std::size_t> paired;
  for (std::size_t at = 0; at < after.rules().size(); ++at) {
    const TableRule& rule = after.rules()[at];
    std::optional<std::size_t> old_rule = before.find_rule(rule.id, rule.field);
    for (const std::string& alias : rule.aliases)
      if (!old_rule) old_rule = before.find_rule(alias, rule.field);
    if (old_rule) paired.insert(*old_rule);
    rules.push_back({old_rule, at, {}});
  }
  for (std::size_t at = 0; at < before.rules().size(); ++at)
    if (!paired.contains(at)) rules.push_back({at, std::nullopt, {}});
  return rules;
}

void share_groups(ResultTable& one, ResultTable& other) {
  const auto kinds_of_records = [](const ResultTable& table, std::set<std::string> kinds) {
    for (const TableSubject& subject : table.subjects())
      if (subject.is_record) kinds.insert(subject.name.kind);
    return kinds;
  };
  const std::set<std::string> records = kinds_of_records(one, kinds_of_records(other, {}));
  const auto share = [&](const ResultTable& from, ResultTable& into) {
    const bool has_zones = std::any_of(into.subjects().begin(), into.subjects().end(),
                                       [](const TableSubject& subject) { return subject.name.kind == "zone"; });
    for (const TableSubject& subject : from.subjects()) {
      const std::string& kind = subject.name.kind;
      if (records.contains(kind) || (kind == "zone" && has_zones)) continue;
      if (kind != "survey") into.add_subject(subject);
    }
    if (from.find_subject("survey", from.head.series))
      into.add_subject({{"survey", into.head.series, into.head.survey_title}, "", false, false});
  };
  share(one, other);
  share(other, one);
}

Comparison compare_runs(const Corners& corners, std::vector<SeriesJoin> joins) {
  KIJUN_ASSERT(corners.tables[kOldCorner] != nullptr && corners.tables[kNewCorner] != nullptr);
  for (const ResultTable* table : corners.tables) KIJUN_ASSERT(!corners.has_split || table != nullptr);
  return Comparer(corners, std::move(joins)).compare();
}

}  // namespace kijun::audit
