#pragma once

#include <string>

namespace kijun::reports {

/// The compact marks of the verdicts as a style, two for each class `v-…`, of which `report.css` draws the one in the
/// language that is switched on. The text of a mark's element is its word or nothing, so that what is read out and copied
/// is the word.
[[nodiscard]] std::string mark_style();

}  // namespace kijun::reports
