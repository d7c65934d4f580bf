#include "engine/audit/questions/chosen_cells.h"

#include <algorithm>
#include <bit>

namespace kijun::audit {
namespace {

bool suffices(const CellNeed& need, const std::vector<bool>& chosen) {
  std::uint32_t set = 0;
  for (std::size_t place = 0; place < need.cells.size(); ++place)
    if (chosen[need.cells[place]]) set |= 1U << place;
  return need.table->suffices(set);
}

bool suffices(const std::vector<CellNeed>& needs, const std::vector<bool>& chosen) {
  return std::all_of(needs.begin(), needs.end(), [&](const CellNeed& need) { return suffices(need, chosen); });
}

/// Leaves out one cell after the other.
std::vector<bool> leave_out(const std::vector<std::size_t>& optional, const std::vector<CellNeed>& needs,
                            std::vector<bool> chosen) {
  std::vector<std::vector<const CellNeed*>> needs_of(chosen.size());
  for (const CellNeed& need : needs)
    for (const std::size_t cell : need.cells) needs_of[cell].push_back(&need);
  for (std::size_t at = optional.size(); at-- > 0;) {
    const std::size_t cell = optional[at];
    chosen[cell] = false;
    chosen[cell] = !std::all_of(needs_of[cell].begin(), needs_of[cell].end(),
                                [&](const CellNeed* need) { return suffices(*need, chosen); });
  }
  return chosen;
}

}  // namespace

ChosenCells choose_cells(const std::vector<bool>& required, const std::vector<CellNeed>& needs) {
  std::vector<std::size_t> optional;
  for (std::size_t cell = 0; cell < required.size(); ++cell)
    if (!required[cell]) optional.push_back(cell);
  const std::size_t num_cells = optional.size();
  if (num_cells > kMaxExactCells) return {leave_out(optional, needs, std::vector<bool>(required.size(), true)), false};
  // The first cell is the highest bit, so that of sets of one size the greatest has the first cells.
  const auto cells_of = [&](std::uint32_t set) {
    std::vector<bool> chosen = required;
    for (std::size_t at = 0; at < num_cells; ++at) chosen[optional[at]] = (set >> (num_cells - 1 - at) & 1U) != 0;
    return chosen;
  };
  std::uint32_t best = (std::uint32_t{1} << num_cells) - 1;
  for (std::uint32_t set = best; set-- > 0;)
    if (std::popcount(set) < std::popcount(best) && suffices(needs, cells_of(set))) best = set;
  return {cells_of(best), true};
}

}  // namespace kijun::audit
