#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

#include "reports/ci/ci_result.h"
#include "reports/words/words.h"

namespace kijun::reports {

/// Listed findings that one entry of a format stands for, in the order of rules and subjects.
struct ResultGroup {
  std::vector<ResultAt> results;  ///< Never empty.
  std::size_t num_unlisted = 0;   ///< Of a rule: findings that are only counted.
};

/// How many entries a format has by each unit.
struct UnitCounts {
  std::size_t cells = 0;
  std::size_t subjects = 0;
};

/// The unit that was asked for. `kAuto` is the finest of cell and municipality that gives at most `limit` entries, else
/// the rule.
[[nodiscard]] EntryUnit choose_unit(EntryUnit asked, const UnitCounts& counts, std::size_t limit);

/// How a format says that it groups: as it was asked to, or because there would be too many entries.
struct GroupedWords {
  Word as_asked;
  Word by_subject;
  Word by_rule;
};

/// That of the words which holds for a unit that was not the cell, with its numbers.
[[nodiscard]] LocalizedText grouped_text(const GroupedWords& words, EntryUnit asked, EntryUnit unit,
                                         std::initializer_list<Argument> numbers);

/// "cell", "municipality", "rule"; "auto" for `kAuto`.
[[nodiscard]] std::string_view unit_id(EntryUnit unit);
/// The unit of an id, or nothing.
[[nodiscard]] std::optional<EntryUnit> parse_unit(std::string_view id);

/// One group per subject: records in the order of reports, then groups.
[[nodiscard]] std::vector<ResultGroup> group_by_subject(const CiResults& results, ResultsShown shown);

/// Likewise, one group per rule, all its fields together. A rule of which nothing is listed has none.
[[nodiscard]] std::vector<ResultGroup> group_by_rule(const CiResults& results, ResultsShown shown);

/// The results of a group by their rank, equal ones in their order.
[[nodiscard]] std::vector<ResultAt> worst_first(const CiResults& results, const ResultGroup& group);

/// The first of them.
[[nodiscard]] ResultAt worst_of(const CiResults& results, const ResultGroup& group);

/// "目標未達 3、要確認 1": how often each verdict occurs among findings, worst first.
[[nodiscard]] LocalizedText count_text(const CiResults& results, const ResultGroup& group);

/// The first `max` messages of a group, worst first, a line each, and how many more there are.
[[nodiscard]] LocalizedText list_text(const CiResults& results, const ResultGroup& group, std::size_t max);

}  // namespace kijun::reports
