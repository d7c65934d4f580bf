#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/cel/bounds.h"
#include "engine/cel/cell_list.h"
#include "engine/cel/checked_expr.h"
#include "engine/cel/world.h"

namespace kijun::cel {

/// Which nodes of an expression go through the members of a group and have one value for all its records, because they
/// read the subject only through its group (`zone.members.share(m, m.council == "none") >= 0.5`).
struct GroupParts {
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
  /// By node: the group kind it reads, of a subject that is a record; `kNone` where it reads anything else of it.
  std::vector<std::uint32_t> group_of_record;
  std::vector<bool> of_group;  ///< By node, of a subject that is a group itself.
  /// By node: whether its value is worth remembering, which lists of members are not, nor `&&`, `||`, `!` and `?:`, whose
  /// operands are.
  std::vector<bool> has_kept_value;
};

/// Remembers what such nodes gave, so that listing the results of a group's records does not go through its members for
/// each of them. Belongs to one thread.
class GroupMemo {
 public:
  /// `members_world` stands for the same surveys as the worlds of the contexts that have this memo: members are read from
  /// it, many of them one after the other. `max_first` is how many cells lists have in order. Borrowed. Of all cells read
  /// about `max_cells` are kept; a rule whose groups read more of them begins anew again and again.
  GroupMemo(const World& members_world, std::size_t max_first, std::size_t max_cells = kManyCells)
      : members_world_(members_world), max_first_(max_first), max_cells_(max_cells) {}

  static constexpr std::size_t kManyCells = 4'000'000;  ///< 16 MB

  /// What one node gave for one group.
  struct Part {
    Value value;
    Tally tally;  ///< In place of the value for `count` and `share`.
    std::shared_ptr<const CellList> reads;
  };
  using Key = std::tuple<const CheckedExpr*, NodeId, RecordRef>;

  /// The group whose part a node is for a subject, or nothing when it is to be evaluated for the subject alone.
  [[nodiscard]] std::optional<RecordRef> group_of(const CheckedExpr& expr, NodeId node, const RecordRef& self);
  /// Likewise; nothing also for nodes whose value is not worth remembering.
  [[nodiscard]] std::optional<RecordRef> group_of_value(const CheckedExpr& expr, NodeId node, const RecordRef& self);
  /// Null when nothing is remembered; valid until the next `keep`.
  [[nodiscard]] const Part* find(const Key& key) const;
  const Part& keep(const Key& key, Part part);
  /// Cells that a node picks out of the group: those that decided a quantifier, the records that a filter left out. Unless
  /// they are remembered, `find` adds them to the list it is given.
  template <class Find>
  [[nodiscard]] std::shared_ptr<const CellList> cells(const Key& key, Find find) {
    const auto found = cells_.find(key);
    if (found != cells_.end()) return found->second;
    CellList made(max_first_);
    find(made);
    std::shared_ptr<const CellList> shared = CellList::share(std::move(made));
    make_room(1 + shared->size());
    cells_.insert_or_assign(key, shared);
    return shared;
  }

  [[nodiscard]] const World& members_world() const { return members_world_; }
  [[nodiscard]] std::size_t max_first() const { return max_first_; }

 private:
  [[nodiscard]] const GroupParts& parts_of(const CheckedExpr& expr);
  void make_room(std::size_t num_cells);

  const World& members_world_;
  std::size_t max_first_;
  std::size_t max_cells_;
  std::unordered_map<const CheckedExpr*, GroupParts> parts_;
  std::map<Key, Part> kept_;
  std::map<Key, std::shared_ptr<const CellList>> cells_;
  std::size_t num_kept_cells_ = 0;
};

/// Looks at every node once.
[[nodiscard]] GroupParts find_group_parts(const CheckedExpr& expr);

}  // namespace kijun::cel
