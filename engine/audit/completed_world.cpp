#include "engine/audit/completed_world.h"

namespace kijun::audit {

cel::Value CompletedWorld::cell(const cel::CellRef& cell) const {
  budget_.spend();
  const auto found = values_.find(cell);
  cel::Value value = found != values_.end() ? found->second : base_.cell(cell);
  if (value.as<cel::Unknown>() == nullptr) return value;
  unknown_reads_.insert(cell);
  if (found == values_.end()) open_cells_.insert(cell);
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

void OpenCells::complete(CompletedWorld& world, std::size_t completion) const {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    world.set(cells[i], domains[i][completion % domains[i].size()]);
    completion /= domains[i].size();
  }
}

}  // namespace kijun::audit
