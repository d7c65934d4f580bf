#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/exec/membership.h"
#include "engine/exec/state_planes.h"
#include "engine/table/group.h"

namespace kijun::exec {

/// The groups of one kind that the records at hand belong to: by one code a record where a record has at most one group,
/// and by a membership table where it can have several.
class BatchGroups {
 public:
  using Word = StatePlanes::Word;

  /// Records whose group is `groups[i]`, `kNoGroup` for none; borrowed. Those that are true in `others` (null: none) are
  /// no municipalities and so belong to their group without being members of it.
  void show(std::span<const std::uint32_t> groups, const StatePlanes* others);
  /// The records `first` … `first + size` of a table, which is borrowed.
  void show(const Membership& table, std::uint32_t first, std::uint32_t size);

  /// The group that record `i` calls its own, or `kNoGroup`. Not for kinds of which a record can have several.
  [[nodiscard]] std::uint32_t group_of(std::size_t i) const { return groups_[i]; }
  /// One word of the records that are members of any group.
  [[nodiscard]] Word members(std::size_t word) const { return members_[word]; }
  [[nodiscard]] std::size_t num_words() const { return members_.size(); }

  /// Runs `visit(group, i)` for every group of every record in `records`, one word of members.
  template <class Visit>
  void each_membership(std::size_t word, Word records, Visit&& visit) const {
    for (; records != 0; records &= records - 1) {
      const std::size_t i = word * StatePlanes::kWordBits + static_cast<std::size_t>(std::countr_zero(records));
      if (table_ == nullptr) {
        visit(groups_[i], i);
      } else {
        for (const std::uint32_t group : table_->groups_of(first_ + i)) visit(group, i);
      }
    }
  }

 private:
  std::span<const std::uint32_t> groups_;
  const Membership* table_ = nullptr;
  std::uint32_t first_ = 0;
  std::vector<Word> members_;
};

/// The group codes of all records of a survey, kept for later sweeps in as few bytes as the number of groups allows.
/// Threads may write different records at once.
class StoredGroups {
 public:
  StoredGroups() = default;
  StoredGroups(std::size_t num_records, std::size_t num_groups);

  void write(std::size_t first, std::span<const std::uint32_t> groups);
  /// Fills `groups` with the codes of the records from `first` on.
  void read(std::size_t first, std::span<std::uint32_t> groups) const;

 private:
  std::vector<std::uint16_t> narrow_;  ///< 0xFFFF for no group.
  std::vector<std::uint32_t> wide_;
};

}  // namespace kijun::exec
