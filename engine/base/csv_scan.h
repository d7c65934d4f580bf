#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace kijun {

/// Where the records of a text begin.
struct RecordScan {
  bool plain = true;  ///< False: the text is not plain, and the other members mean nothing.
  bool has_nul = false;
  std::uint64_t num_records = 0;       ///< Line ends outside quotes, and one more where the last record has none.
  std::vector<std::uint64_t> offsets;  ///< Byte offsets of record 0, `every`, 2 × `every` …
};

/// Given by `CsvScanner::cells` for text that is not plain or has more cells than there is room for.
inline constexpr std::size_t kNotPlain = static_cast<std::size_t>(-1);

/// Scans CSV text 64 bytes at a time. It knows only the plain form of RFC 4180: quotes enclose whole cells and are
/// doubled inside, CR stands only before LF or inside quotes. Text in any other form is found to be not plain, and
/// somebody more careful has to read it. Empty lines count as records of one empty cell.
struct CsvScanner {
  std::string_view name;  ///< The instruction set: "avx512", "avx2", "portable".
  /// Finds every `every`-th record, `every` ≥ 64.
  RecordScan (*records)(std::string_view text, std::uint32_t every);
  /// Finds the ends of cells: the offset of every `,` and LF outside quotes, and the end of the text where the last record
  /// has no line end. `text` begins at a record, ends behind one and has less than 4 GiB. Gives how many ends were written
  /// to `ends`, or `kNotPlain`. Entries behind them are overwritten, too.
  std::size_t (*cells)(std::string_view text, std::span<std::uint32_t> ends);
};

/// The scanners this processor can run, the fastest first. All give the same.
[[nodiscard]] std::span<const CsvScanner> csv_scanners();

/// What `CsvScanner::records` of the fastest scanner gives, by so many threads, each of which scans a piece of the text. A
/// text with a line end inside quotes where a piece was to begin is scanned by one. `every` ≥ 64.
[[nodiscard]] RecordScan scan_records(std::string_view text, std::uint32_t every, std::uint32_t num_threads);

}  // namespace kijun
