#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/table/vocabulary.h"

namespace kijun::survey::testing {

/// A survey whose answer file lists its subjects: facilities, with one field of every type, a note and its reading.
[[nodiscard]] table::Vocabulary facility_vocabulary();

/// Its survey.toml, for fiscal year 2018 and with a decisions.toml.
[[nodiscard]] std::string facility_manifest();

inline constexpr std::string_view kFacilityHeadings =
    "番号,名称,圏域,council,open,places,rate,cost,opened_on,service,sectors,note\n";

/// Records of its answer file, with codes F-1, F-2 … and cells as people write them, plain and otherwise; the same for a
/// seed in every run.
[[nodiscard]] std::string random_facilities(std::uint32_t num_rows, std::uint32_t seed);

}  // namespace kijun::survey::testing
