#include "engine/audit/completed_world.h"

namespace kijun::audit {

cel::Value CompletedWorld::cell(const cel::CellRef& cell) const {
  budget_.spend();
  const auto found = values_.find(cell);
  if (found != values_.end()) return found->second;
  cel::Value value = base_.cell(cell);
  if (value.as<cel::Unknown>() != nullptr) open_cells_.insert(cell);
  return value;
}

table::MissingReason CompletedWorld::missing_reason(const cel::CellRef& cell) const {
  return values_.contains(cell) ? table::MissingReason::kNone : base_.missing_reason(cell);
}

std::vector<cel::RecordRef> CompletedWorld::members(const cel::RecordRef& group) const {
  std::vector<cel::RecordRef> members = base_.members(group);
  if (members.size() <= budget_.left) return members;
  budget_.left = 0;
  return {};
}

std::optional<std::vector<cel::Value>> domain_of(const cel::CellRef& cell, const cel::Profile& profile) {
  table::FieldType type = table::FieldType::kString;
  const table::Field* field = nullptr;
  if (cell.is_attribute) {
    type = profile.groups[cell.record.subject.space - 1u].attributes[cell.index].type;
  } else {
    field = &profile.vocabulary->field(cell.index);
    type = field->type;
  }
  if (type == table::FieldType::kBool) return std::vector<cel::Value>{cel::Value(true), cel::Value(false)};
  if (type != table::FieldType::kEnum || field == nullptr) return std::nullopt;
  std::vector<cel::Value> values;
  for (const table::EnumValue& value : field->values) values.emplace_back(value.id);
  return values;
}

void OpenCells::complete(CompletedWorld& world, std::size_t completion) const {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    world.set(cells[i], domains[i][completion % domains[i].size()]);
    completion /= domains[i].size();
  }
}

}  // namespace kijun::audit
