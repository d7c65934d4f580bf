#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/compare/result_table.h"

namespace kijun::audit {

/// What a verdict follows from. Data are the answers with decisions and register.
enum class Input : std::uint8_t { kData, kRules, kDate };
inline constexpr std::size_t kNumInputs = 3;
inline constexpr std::array<Input, kNumInputs> kAllInputs{Input::kData, Input::kRules, Input::kDate};
/// "data", "rules", "date".
[[nodiscard]] std::string_view input_id(Input input);

/// A set of inputs.
using Inputs = std::bitset<kNumInputs>;
[[nodiscard]] inline bool has(const Inputs& inputs, Input input) { return inputs[static_cast<std::size_t>(input)]; }

/// Which inputs are the new ones in each of the eight runs: bit `Input` of the index. Corner 0 is the old run, 7 the new.
inline constexpr std::size_t kNumCorners = 8;
inline constexpr std::size_t kOldCorner = 0;
inline constexpr std::size_t kNewCorner = kNumCorners - 1;
[[nodiscard]] constexpr std::size_t corner_bit(Input input) {
  return std::size_t{1} << static_cast<std::size_t>(input);
}

/// The runs that are compared. Corners that differ only in an input that is the same on both sides are one table. Without
/// a split only the two ends are there.
struct Corners {
  std::array<const ResultTable*, kNumCorners> tables{};
  bool has_split = false;

  [[nodiscard]] const ResultTable& before() const { return *tables[kOldCorner]; }
  [[nodiscard]] const ResultTable& after() const { return *tables[kNewCorner]; }
};

/// The inputs that differ between two runs, by what their heads say of them.
[[nodiscard]] Inputs differing_inputs(const TableHead& before, const TableHead& after);

/// Who stands for whom.
struct SubjectPair {
  std::optional<std::size_t> before;  ///< Number in the old table.
  std::optional<std::size_t> after;
};

/// Every subject of both tables once, those of the later survey first. Records pair by code unless `joins`, which are about the
/// later of both surveys, says otherwise; groups by their key, and the survey with the survey.
[[nodiscard]] std::vector<SubjectPair> pair_subjects(const ResultTable& before, const ResultTable& after,
                                                     const std::vector<SeriesJoin>& joins);

/// Makes groups that only one table has known to the other: they were there, and its rules asked nothing of them, or what
/// they are grouped by was not there. Zones do so only where the other table names none at all.
void share_groups(ResultTable& one, ResultTable& other);

/// How often each class occurs.
using ClassCounts = std::array<std::size_t, kNumChangeClasses>;
[[nodiscard]] inline std::size_t count_of(const ClassCounts& counts, ChangeClass of) {
  return counts[static_cast<std::size_t>(of)];
}

/// A rule of either ruleset, paired by id or alias.
struct ComparedRule {
  std::optional<std::size_t> before;  ///< Number in the old table.
  std::optional<std::size_t> after;
  ClassCounts counts{};
};

/// The rule as it is now, or as it was when it is gone.
[[nodiscard]] inline const TableRule& latest(const ComparedRule& rule, const ResultTable& before,
                                             const ResultTable& after) {
  return rule.after ? after.rules()[*rule.after] : before.rules()[*rule.before];
}

/// The new table's rules in their order, then those that are gone.
[[nodiscard]] std::vector<ComparedRule> pair_rules(const ResultTable& before, const ResultTable& after);

/// A finding of either run that is another in the other.
struct FindingChange {
  std::size_t rule = 0;     ///< In `Comparison::rules`.
  std::size_t subject = 0;  ///< In `Comparison::subjects`.
  MaybeState before;
  MaybeState after;
  ChangeClass change = ChangeClass::kUnchanged;
  /// Every input whose lone replacement changes it; none: only several together do. Means nothing without a split.
  Inputs by;
  LocalizedText text_before;
  LocalizedText text_after;
};

/// A subject that has no counterpart, with its findings, which are compared with nothing.
struct LoneSubject {
  table::SubjectName name;
  bool is_new = false;  ///< Of the new run.
  std::size_t num_findings = 0;
};

/// Two runs side by side.
struct Comparison {
  std::vector<ComparedRule> rules;    ///< The new ruleset's in their order, then those that are gone.
  std::vector<SubjectPair> subjects;  ///< Pairs only.
  std::vector<ClassCounts> by_subject;
  std::vector<FindingChange> changes;  ///< By rule, then subject.
  ClassCounts counts{};
  std::array<std::size_t, kNumInputs> by_input{};  ///< Changes labelled with each; one may count in several.
  std::size_t num_combined = 0;                    ///< Changes that no lone replacement makes.
  std::vector<LoneSubject> lone;
  std::vector<SeriesJoin> joins;
  bool has_split = false;
};

/// Compares two runs, and says of each change which inputs make it.
[[nodiscard]] Comparison compare_runs(const Corners& corners, std::vector<SeriesJoin> joins);

}  // namespace kijun::audit
