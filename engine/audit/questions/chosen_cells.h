#pragma once

#include <cstddef>
#include <vector>

#include "engine/audit/questions/answer_table.h"

namespace kijun::audit {

/// The cells that a result may wait for.
struct CellNeed {
  std::vector<std::size_t> cells;  ///< By place in the table.
  const AnswerTable* table = nullptr;
};

/// Cells that suffice for some results.
struct ChosenCells {
  std::vector<bool> chosen;  ///< By cell.
  bool is_smallest = true;
};

/// Most cells of which every set is tried.
inline constexpr std::size_t kMaxExactCells = 12;

/// A smallest set of cells that suffices for all results and has the `required` ones; of several, the one with the first
/// cells. Of more than `kMaxExactCells` others, those that are left when each in turn, the last first, is left out if the
/// rest suffices.
[[nodiscard]] ChosenCells choose_cells(const std::vector<bool>& required, const std::vector<CellNeed>& needs);

}  // namespace kijun::audit
