#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/analysis/domain/scene.h"
#include "engine/analysis/domain/shape.h"

namespace kijun::analysis {

/// One int at, between and beyond each of the constants; more between them when ints are compared with each other.
[[nodiscard]] std::vector<std::int64_t> representative_ints(const std::set<std::int64_t>& constants, bool several);
/// Likewise.
[[nodiscard]] std::vector<double> representative_doubles(const std::set<double>& constants, bool several);
/// Likewise.
[[nodiscard]] std::vector<Date> representative_dates(const std::set<Date>& constants, bool several);
/// Texts that rules can tell apart: those they name, pieces put together, and one (two when texts are compared with each
/// other) that they do not name.
[[nodiscard]] std::vector<std::string> representative_texts(const std::set<std::string>& named, const CellUse& use);
/// True when the texts show every combination of the results of the cell's tests.
[[nodiscard]] bool shows_every_test(const std::vector<std::string>& texts, const CellUse& use);

}  // namespace kijun::analysis
