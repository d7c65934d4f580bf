#include "engine/audit/derived_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/glossary_scope.h"
#include "engine/base/sha256.h"
#include "engine/table/group.h"

namespace kijun::audit {
namespace {

/// A derived group has no name of its own: its first member stands for it. Its code is a digest of the key.
table::SubjectName name_group(const policy::DerivedGroup& source, std::string_view key,
                              const std::vector<std::uint32_t>& members, const survey::SurveyTable& survey) {
  constexpr std::size_t kCodeDigits = 12;
  const LocalizedText first = survey.subject({table::kRecordSpace, members.front()}).name;
  LocalizedText name = first;
  if (members.size() > 1)
    name = {fmt::format(
                "{}ほか{}{}", first.ja, members.size() - 1,
                survey.is_listed() ? survey.manifest().subject_kind.label.ja : in_terms("団体", Language::kJapanese)),
            fmt::format("{} and {} more", first.en, members.size() - 1)};
  return {source.id, sha256_hex(key).substr(0, kCodeDigits), std::move(name)};
}

void add_group(const policy::DerivedGroup& source, const exec::Execution& execution, exec::RootIndex root,
               survey::SurveyTable& survey) {
  const exec::ResultColumn& column = execution.column(root);
  table::Grouping grouping;
  grouping.groups_of.resize(survey.num_rows());
  std::unordered_map<std::string_view, std::uint32_t> group_by_key;
  std::vector<std::string_view> keys;
  for (const std::uint32_t row : survey.rows_in_order()) {
    if (!execution.covers(root, row) || column.state(row) != cel::State::kTrue) continue;
    const std::string_view key = column.string_at(row);
    const auto [entry, added] = group_by_key.try_emplace(key, static_cast<std::uint32_t>(keys.size()));
    if (added) {
      keys.push_back(key);
      grouping.members.emplace_back();
    }
    grouping.members[entry->second].push_back(row);
    grouping.groups_of[row].push_back(entry->second);
  }
  std::vector<table::SubjectName> names;
  for (std::size_t group = 0; group < keys.size(); ++group)
    names.push_back(name_group(source, keys[group], grouping.members[group], survey));
  for (std::vector<std::uint32_t>& members : grouping.members) std::sort(members.begin(), members.end());
  (void)survey.add_group({source.id, "", source.title, false, {}}, std::move(grouping), std::move(names));
}

}  // namespace

void add_derived_groups(const Plan& plan, const exec::Execution& keys, survey::SurveySeries& series) {
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    const policy::DerivedGroup& source = *plan.groups[group].source;
    add_group(source, keys, static_cast<exec::RootIndex>(group), series.audited());
    for (std::size_t earlier = 1; earlier < series.surveys.size(); ++earlier) {
      table::Grouping none;
      none.groups_of.resize(series.surveys[earlier]->num_rows());
      (void)series.surveys[earlier]->add_group({source.id, "", source.title, false, {}}, std::move(none), {});
    }
  }
}

}  // namespace kijun::audit
