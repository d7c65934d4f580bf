#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "engine/cel/value.h"

namespace kijun::cel {

/// Distinct cells that were read. All are counted and can be looked up; the first ones are listed in the order in which
/// they were first read. What many readers have in common, such as the answers of a group's members, is shared.
class CellList {
 public:
  static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

  /// Lists at most `max_first` cells in order.
  explicit CellList(std::size_t max_first = kAll) : max_first_(max_first) {}

  void add(const CellRef& cell);
  /// Adds the cells of a list that `share` made, which lists as many in order as this one or all it has.
  void add(const std::shared_ptr<const CellList>& cells);
  /// The list as one that others add; it refers to no other list any more.
  [[nodiscard]] static std::shared_ptr<const CellList> share(CellList list);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const std::vector<CellRef>& first() const { return first_; }
  [[nodiscard]] bool contains(const CellRef& cell) const;
  /// The lists that were added.
  [[nodiscard]] const std::vector<std::shared_ptr<const CellList>>& shared() const { return shared_; }
  /// True when `holds` is true of a cell that was added by itself.
  template <class Holds>
  [[nodiscard]] bool any_own(Holds holds) const {
    for (const Subjects& each : own_)
      for (const std::uint32_t subject : each.indexes)
        if (holds(each.cell_of(subject))) return true;
    return false;
  }

 private:
  /// The subjects of which one field, or one attribute, was read.
  struct Subjects {
    CellRef field;                       ///< Of any subject.
    std::vector<std::uint32_t> indexes;  ///< Ascending.

    [[nodiscard]] CellRef cell_of(std::uint32_t subject) const;
  };
  [[nodiscard]] const Subjects* find_own(const CellRef& field) const;
  Subjects& own(const CellRef& field);
  [[nodiscard]] std::size_t count_new(const Subjects& subjects) const;

  std::size_t max_first_;
  std::size_t size_ = 0;
  std::vector<CellRef> first_;
  std::vector<Subjects> own_;
  std::vector<std::shared_ptr<const CellList>>
      shared_;  ///< Shared, because many lists refer to one for as long as they live.
};

}  // namespace kijun::cel
