#include "engine/audit/audiences.h"

#include <vector>

#include "engine/table/group.h"

namespace kijun::audit {

const SubjectList& Audiences::subjects(const Audience& audience) {
  const auto [entry, added] = lists_.try_emplace({audience.space, audience.kind});
  if (added)
    entry->second = audience.space == table::kRecordSpace ? make_records(audience.kind) : make_groups(audience.space);
  return entry->second;
}

const SubjectList& Audiences::zones() {
  return subjects({table::group_space(table::kZoneGroup), survey_->group_kinds()[table::kZoneGroup].id});
}

SubjectList Audiences::make_records(const std::string& kind) const {
  if (survey_->is_listed() && !is_narrowed() && (kind == "record" || kind == survey_->member_kind()))
    return {table::kRecordSpace, survey_->num_rows()};
  std::vector<std::uint32_t> rows;
  for (const std::uint32_t row : survey_->rows_in_order()) {
    const bool asked = kind == "record" || kind == survey_->record_kind(row);
    if (asked && has_row(row)) rows.push_back(row);
  }
  return {table::kRecordSpace, std::move(rows), survey_->num_rows()};
}

SubjectList Audiences::make_groups(table::SpaceId space) const {
  const auto group = static_cast<table::GroupId>(space - 1);
  const auto num_groups = static_cast<std::uint32_t>(survey_->groups(group).size());
  if (!is_narrowed()) return {space, num_groups};
  std::set<std::uint32_t> reached;
  for (const std::uint32_t row : *only_rows_) {
    const std::vector<std::uint32_t> groups = survey_->groups_of(row, group);
    reached.insert(groups.begin(), groups.end());
  }
  return {space, {reached.begin(), reached.end()}, num_groups};
}

}  // namespace kijun::audit
