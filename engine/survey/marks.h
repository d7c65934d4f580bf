#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/table/missing.h"
#include "engine/table/vocabulary.h"

namespace kijun::survey {

/// What one mark of a form stands for: an enum value (position), a bool (0/1), or a missing reason.
struct LegendEntry {
  std::string mark;
  std::uint32_t value = 0;
  table::MissingReason missing = table::MissingReason::kNone;
};

/// The marks a column may hold.
using Legend = std::vector<LegendEntry>;

/// What a cell's mark was found to be.
struct MarkMatch {
  std::uint32_t value = 0;
  table::MissingReason missing = table::MissingReason::kNone;
  bool folded = false;    ///< Not written as the legend writes it: a look-alike, another width, white space around it.
  std::string_view mark;  ///< The legend's spelling.
};

/// The marks of an enum field as the vocabulary declares them; for a bool field ○ × 有 無 はい いいえ true false.
[[nodiscard]] Legend default_legend(const table::Field& field);

/// A mark in the form it is compared in: NFKC without white space, with the look-alikes of the circle (〇 ◯ ⭕ O マル), the
/// cross (✕ ✖ ☓ X バツ) and the triangle (▵ ∆ Δ) folded. ◎ ● ▲ ▽ 0 and dashes stand for themselves: a form that uses
/// them says so in its legend.
[[nodiscard]] std::string canonical_mark(std::string_view text);

/// The legend's entry for a cell: as written first, then in canonical form; nothing when the mark is outside the legend.
[[nodiscard]] std::optional<MarkMatch> match_mark(const Legend& legend, std::string_view text);

}  // namespace kijun::survey
