#include "reports/ci/grouping.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "reports/model/unlisted.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

struct UnitName {
  EntryUnit unit;
  std::string_view id;
};
constexpr std::array kUnits{UnitName{EntryUnit::kAuto, "auto"}, UnitName{EntryUnit::kCell, "cell"},
                            UnitName{EntryUnit::kMunicipality, "municipality"}, UnitName{EntryUnit::kRule, "rule"}};

/// Where each record stands in reports, by its row.
std::vector<std::uint32_t> record_ranks(const audit::SubjectList& records) {
  std::vector<std::uint32_t> ranks(records.num_subjects(), 0);
  for (std::size_t position = 0; position < records.size(); ++position)
    ranks[records.index(position)] = static_cast<std::uint32_t>(position);
  return ranks;
}

}  // namespace

EntryUnit choose_unit(EntryUnit asked, const UnitCounts& counts, std::size_t limit) {
  if (asked != EntryUnit::kAuto) return asked;
  if (counts.cells <= limit) return EntryUnit::kCell;
  return counts.subjects <= limit ? EntryUnit::kMunicipality : EntryUnit::kRule;
}

LocalizedText grouped_text(const GroupedWords& words, EntryUnit asked, EntryUnit unit,
                           std::initializer_list<Argument> numbers) {
  const Word why = unit == EntryUnit::kMunicipality ? words.by_subject : words.by_rule;
  return fill(asked == EntryUnit::kAuto ? why : words.as_asked, numbers);
}

std::string_view unit_id(EntryUnit unit) {
  return std::find_if(kUnits.begin(), kUnits.end(), [&](const UnitName& each) { return each.unit == unit; })->id;
}

std::optional<EntryUnit> parse_unit(std::string_view id) {
  const auto* found = std::find_if(kUnits.begin(), kUnits.end(), [&](const UnitName& each) { return each.id == id; });
  return found == kUnits.end() ? std::nullopt : std::optional(found->unit);
}

std::vector<ResultGroup> group_by_subject(const CiResults& results, ResultsShown shown) {
  struct Entry {
    table::SpaceId space;
    std::uint32_t rank;
    ResultAt where;
  };
  const std::vector<std::uint32_t> ranks = record_ranks(results.model().records());
  std::vector<Entry> entries;
  results.each(shown, [&](ResultAt where) {
    const table::SubjectRef subject = results.subject(where);
    const std::uint32_t rank = subject.space == table::kRecordSpace ? ranks[subject.index] : subject.index;
    entries.push_back({subject.space, rank, where});
  });
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.space, a.rank) < std::tie(b.space, b.rank);
  });
  std::vector<ResultGroup> groups;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool is_same = i > 0 && entries[i - 1].space == entries[i].space && entries[i - 1].rank == entries[i].rank;
    if (!is_same) groups.emplace_back();
    groups.back().results.push_back(entries[i].where);
  }
  return groups;
}

std::vector<ResultGroup> group_by_rule(const CiResults& results, ResultsShown shown) {
  const auto& columns = results.model().columns();
  std::map<std::string_view, std::size_t> group_of;
  std::vector<ResultGroup> groups;
  std::map<std::string_view, std::size_t> unlisted;
  for (std::size_t column = 0; column < columns.size(); ++column)
    unlisted[columns[column].rule().id] += count_unlisted(results.model(), column).findings;
  results.each(shown, [&](ResultAt where) {
    const std::string& rule = columns[where.column].rule().id;
    const auto [found, is_new] = group_of.emplace(rule, groups.size());
    if (is_new) groups.push_back({{}, unlisted[rule]});
    groups[found->second].results.push_back(where);
  });
  return groups;
}

std::vector<ResultAt> worst_first(const CiResults& results, const ResultGroup& group) {
  std::vector<ResultAt> sorted = group.results;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](ResultAt a, ResultAt b) { return rank_of(results.standing(a)) < rank_of(results.standing(b)); });
  return sorted;
}

ResultAt worst_of(const CiResults& results, const ResultGroup& group) {
  return *std::min_element(group.results.begin(), group.results.end(), [&](ResultAt a, ResultAt b) {
    return rank_of(results.standing(a)) < rank_of(results.standing(b));
  });
}

LocalizedText count_text(const CiResults& results, const ResultGroup& group) {
  std::array<std::size_t, kVerdictOrder.size()> counts{};
  for (const ResultAt where : group.results) {
    const audit::RuleColumn& column = results.model().columns()[where.column];
    ++counts[static_cast<std::size_t>(audit::verdict_of(column, column.code(where.position)))];
  }
  LocalizedText text;
  for (const audit::Verdict verdict : kVerdictOrder) {
    const std::size_t count = counts[static_cast<std::size_t>(verdict)];
    if (count == 0) continue;
    const LocalizedText name = verdict_word(verdict);
    append(text, {fmt::format("{} {}", name.ja, count), fmt::format("{} {}", name.en, count)}, {"、", ", "});
  }
  return text;
}

LocalizedText list_text(const CiResults& results, const ResultGroup& group, std::size_t max) {
  LocalizedText text;
  const std::vector<ResultAt> sorted = worst_first(results, group);
  const std::size_t num_shown = std::min(max, sorted.size());
  for (std::size_t i = 0; i < num_shown; ++i) {
    const CiResult result = results.make(sorted[i]);
    append_line(text, fill(Word::kCiListed, {{"text", result.message}, {"title", result.title}}));
  }
  if (const std::size_t more = sorted.size() - num_shown + group.num_unlisted; more != 0)
    append_line(text, fill(Word::kMoreEvidence, {{"n", more}}));
  return text;
}

}  // namespace kijun::reports
