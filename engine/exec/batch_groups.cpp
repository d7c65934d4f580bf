#include "engine/exec/batch_groups.h"

#include <algorithm>

namespace kijun::exec {
namespace {

constexpr std::uint16_t kNarrowNone = 0xFFFF;

}  // namespace

void BatchGroups::show(std::span<const std::uint32_t> groups, const StatePlanes* others) {
  groups_ = groups;
  table_ = nullptr;
  members_.assign((groups.size() + StatePlanes::kWordBits - 1) / StatePlanes::kWordBits, 0);
  for (std::size_t word = 0; word < members_.size(); ++word) {
    const std::size_t begin = word * StatePlanes::kWordBits;
    const std::size_t count = std::min(StatePlanes::kWordBits, groups.size() - begin);
    Word bits = 0;
    for (std::size_t i = 0; i < count; ++i) bits |= Word{groups[begin + i] != table::kNoGroup} << i;
    members_[word] = others == nullptr ? bits : bits & ~others->true_word(word);
  }
}

void BatchGroups::show(const Membership& table, std::uint32_t first, std::uint32_t size) {
  table_ = &table;
  first_ = first;
  members_.assign((size + StatePlanes::kWordBits - 1) / StatePlanes::kWordBits, 0);
  for (std::uint32_t i = 0; i < size; ++i) {
    if (!table.groups_of(first + i).empty())
      members_[i / StatePlanes::kWordBits] |= Word{1} << (i % StatePlanes::kWordBits);
  }
}

StoredGroups::StoredGroups(std::size_t num_records, std::size_t num_groups) {
  if (num_groups < kNarrowNone) {
    narrow_.resize(num_records);
  } else {
    wide_.resize(num_records);
  }
}

void StoredGroups::write(std::size_t first, std::span<const std::uint32_t> groups) {
  if (!wide_.empty()) {
    std::ranges::copy(groups, wide_.begin() + static_cast<std::ptrdiff_t>(first));
    return;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    narrow_[first + i] = groups[i] == table::kNoGroup ? kNarrowNone : static_cast<std::uint16_t>(groups[i]);
  }
}

void StoredGroups::read(std::size_t first, std::span<std::uint32_t> groups) const {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!wide_.empty()) {
      groups[i] = wide_[first + i];
    } else {
      groups[i] = narrow_[first + i] == kNarrowNone ? table::kNoGroup : narrow_[first + i];
    }
  }
}

}  // namespace kijun::exec
