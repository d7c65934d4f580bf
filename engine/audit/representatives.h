#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/decimal.h"

namespace kijun::audit {

// Of all the values an answer can have, those that a rule can tell apart by what it compares the answer with.

/// One int at, between and beyond each of the constants; more between them when ints are compared with each other.
[[nodiscard]] std::vector<std::int64_t> representative_ints(const std::set<std::int64_t>& constants, bool several);
/// Likewise.
[[nodiscard]] std::vector<double> representative_doubles(const std::set<double>& constants, bool several);
/// Likewise, none more between them. Constants beyond what 34 digits can lie between have none.
[[nodiscard]] std::vector<Decimal> representative_decimals(const std::set<Decimal>& constants);
/// Likewise.
[[nodiscard]] std::vector<Date> representative_dates(const std::set<Date>& constants, bool several);
/// Texts that rules can tell apart: those they name; pieces of them put together, when parts of the text are `tested`; and
/// one that they do not name, two for `several` texts that are compared with each other.
[[nodiscard]] std::vector<std::string> representative_texts(const std::set<std::string>& named, bool tested,
                                                            bool several);

}  // namespace kijun::audit
