#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/cel/state.h"
#include "engine/exec/instruction.h"
#include "engine/exec/vector.h"

namespace kijun::exec {

/// How many members of a group ended in each state. Enough for every quantifier and count, whatever the order of rows.
class Tally {
 public:
  void add(cel::State state, std::uint32_t num_members = 1) { counts_[static_cast<std::size_t>(state)] += num_members; }
  void merge(const Tally& other);
  [[nodiscard]] std::uint32_t count(cel::State state) const { return counts_[static_cast<std::size_t>(state)]; }
  [[nodiscard]] std::uint32_t size() const;

  /// True, or what a strict operator makes of all members.
  [[nodiscard]] cel::State settled() const;
  /// `settled()`, but unknown members count as settled: what bounds need.
  [[nodiscard]] cel::State bounded() const;
  /// A quantifier's result; of other results whether they have a value.
  [[nodiscard]] cel::State state(FoldResult result) const;
  /// Writes a tally's own result as subject `i` of `out`, whose array has been made, and gives its state.
  [[nodiscard]] cel::State write(FoldResult result, std::size_t i, Vector& out) const;

 private:
  std::array<std::uint32_t, 5> counts_{};
};

/// What a fold must keep for a result.
[[nodiscard]] FoldKind fold_kind(FoldResult result);

/// Kind of the values that a fold or reduction of values of `kind` gives.
[[nodiscard]] ValueKind result_kind(FoldResult result, ValueKind kind);

}  // namespace kijun::exec
