#include "engine/exec/membership.h"

#include <numeric>

#include "engine/base/assert.h"

namespace kijun::exec {

Membership::Membership(const table::Grouping& grouping, std::size_t num_rows) : offsets_(num_rows + 1) {
  for (const auto& rows : grouping.members) {
    for (const std::uint32_t row : rows) {
      KIJUN_ASSERT(row < num_rows);
      ++offsets_[row + 1];
    }
  }
  std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
  groups_.resize(offsets_.back());
  std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
  for (std::uint32_t group = 0; group < grouping.members.size(); ++group) {
    for (const std::uint32_t row : grouping.members[group]) groups_[next[row]++] = group;
  }
}

}  // namespace kijun::exec
