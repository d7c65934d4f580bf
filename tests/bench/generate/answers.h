#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace kijun::bench {

/// The header row of the answers.
[[nodiscard]] std::string answers_header();

/// Writes the answers of `num_records` facilities of 架空県 as CSV (UTF-8, a header row, ids ascending): 16 columns of
/// marks, numbers, dates, text and notes, about one answer in twenty left blank, 97 bytes a record. The same bytes for
/// the same number and seed on every machine. False when the file cannot be written.
[[nodiscard]] bool write_answers(std::FILE* file, std::uint32_t num_records, std::uint32_t seed);

}  // namespace kijun::bench
