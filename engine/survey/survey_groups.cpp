#include <algorithm>
#include <map>

#include "engine/base/assert.h"
#include "engine/survey/survey.h"

// Which rows belong to which groups. A register's rows are grouped when the survey is made; those that an answer file lists
// may be millions, and are grouped when somebody first asks for members: blocks of rows bring their groups along.
namespace kijun::survey {

using table::GroupId;

void SurveyTable::name_groups() {
  const std::size_t num_groups = group_kinds_.size();
  groupings_.resize(num_groups);
  group_names_.resize(num_groups);
  for (const Zone& zone : reg().zones()) group_names_[table::kZoneGroup].push_back({"zone", zone.id, zone.name});
  for (const Body& body : bodies()) group_names_[table::kBodyGroup].push_back({"body", body.id, body.name});
  group_names_[table::kSurveyGroup].push_back({"survey", manifest().series, manifest().title});
  for (GroupId group = 0; group < num_groups; ++group) groupings_[group].members.resize(group_names_[group].size());
}

void SurveyTable::group_registered_rows() {
  for (table::Grouping& grouping : groupings_) grouping.groups_of.resize(num_rows());
  std::map<std::string_view, std::uint32_t> zones;
  for (std::uint32_t zone = 0; zone < reg().zones().size(); ++zone) zones.emplace(reg().zones()[zone].id, zone);
  for (std::uint32_t row = 0; row < num_rows(); ++row) {
    if (!municipality(row).is_municipality()) continue;
    if (const auto zone = zones.find(municipality(row).zone); zone != zones.end())
      join(table::kZoneGroup, zone->second, row);
    join(table::kSurveyGroup, 0, row);
  }
  for (std::uint32_t body = 0; body < bodies().size(); ++body) {
    std::vector<std::uint32_t> rows;
    for (const RegisterIndex member : bodies()[body].members)
      if (const auto row = row_of(reg().at(member).code)) rows.push_back(*row);
    std::sort(rows.begin(), rows.end());
    for (const std::uint32_t row : rows) join(table::kBodyGroup, body, row);
  }
}

SurveyTable::StandardGroupings SurveyTable::group_listed_rows() const {
  StandardGroupings groupings;
  for (std::size_t group = 0; group < groupings.size(); ++group)
    groupings[group].members.resize(group_names_[group].size());
  const SubjectCells& cells = parts_.layout.subject;
  ZoneReader zones(reg().zones());
  SplitBlock block;
  for (std::uint32_t i = 0; i < parts_.answers->num_blocks(); ++i) {
    parts_.answers->split(i, block);
    for (std::uint32_t in_block = 0; in_block < block.num_rows(); ++in_block) {
      const std::uint32_t row = block.first_row() + in_block;
      groupings[table::kSurveyGroup].members[0].push_back(row);
      if (!cells.zone) continue;
      const auto zone = zones.zone_of(block.written(in_block, *cells.zone), block.readable_end());
      if (zone && *zone != table::kNoGroup) groupings[table::kZoneGroup].members[*zone].push_back(row);
    }
  }
  return groupings;
}

void SurveyTable::join(GroupId group, std::uint32_t index, std::uint32_t row) {
  groupings_[group].members[index].push_back(row);
  groupings_[group].groups_of[row].push_back(index);
}

const table::Grouping& SurveyTable::grouping(GroupId group) const {
  if (is_listed() && group <= table::kSurveyGroup)
    return listed_groupings_.get([this] { return group_listed_rows(); })[group];
  return groupings_[group];
}

std::vector<std::uint32_t> SurveyTable::groups_of(std::uint32_t row, GroupId group) const {
  if (!is_listed() || group > table::kSurveyGroup) return groupings_[group].groups_of[row];
  if (group == table::kSurveyGroup) return {0};
  const std::uint32_t zone = group == table::kZoneGroup ? parts_.listed->zone(row) : table::kNoGroup;
  return zone == table::kNoGroup ? std::vector<std::uint32_t>() : std::vector<std::uint32_t>{zone};
}

GroupId SurveyTable::add_group(table::GroupKind kind, table::Grouping grouping, std::vector<table::SubjectName> names) {
  KIJUN_ASSERT(grouping.members.size() == names.size() && grouping.groups_of.size() == num_rows());
  group_kinds_.push_back(std::move(kind));
  groupings_.push_back(std::move(grouping));
  group_names_.push_back(std::move(names));
  return static_cast<GroupId>(group_kinds_.size() - 1);
}

}  // namespace kijun::survey
