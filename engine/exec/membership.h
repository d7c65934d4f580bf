#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/table/group.h"

namespace kijun::exec {

/// The members of the groups of one kind, turned round: the groups that a row is a member of. Only municipalities are
/// members, whatever groups other records belong to.
class Membership {
 public:
  Membership() = default;
  Membership(const table::Grouping& grouping, std::size_t num_rows);

  [[nodiscard]] std::span<const std::uint32_t> groups_of(std::size_t row) const {
    return std::span(groups_).subspan(offsets_[row], offsets_[row + 1] - offsets_[row]);
  }

 private:
  std::vector<std::uint32_t> offsets_;  ///< By row: where its groups begin; one more for the end.
  std::vector<std::uint32_t> groups_;
};

}  // namespace kijun::exec
