#pragma once

#include <cstdint>
#include <string>

namespace kijun::bench {

/// Writes the register of 架空県 into `folder` and, below it, the survey `folder/NUM_RECORDS`, whose answers list that
/// many facilities. A survey that is there already is kept. Returns the survey's folder; empty, after a line on stderr,
/// when something cannot be written.
[[nodiscard]] std::string write_survey(const std::string& folder, std::uint32_t num_records);

/// Writes the packs into `folder`: `fixed` (tests/bench/pack as it stands), `all-fail` (every record fails each of as
/// many rules) and `seeded` (rules drawn from `seed` over the same fields, about as large as the fixed ones). False,
/// after a line on stderr, when something cannot be written.
[[nodiscard]] bool write_packs(const std::string& folder, std::uint32_t seed);

}  // namespace kijun::bench
