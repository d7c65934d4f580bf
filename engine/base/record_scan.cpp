/// A text is cut behind line ends, and each piece is scanned as if it began outside quotes. The first does; a piece that is
/// plain ends outside quotes behind a record, so the next one begins there: if all are plain, all began as they seemed to.
/// If one is not, either the text is not plain or a cut was made inside quotes, and the whole is scanned again.
///
/// Which records of a piece are wanted depends on how many stand before it, so every piece notes all 64th ones, and the
/// wanted ones are found from the last of these before them.
#include <algorithm>

#include "engine/base/csv_scan.h"
#include "engine/base/threads.h"

namespace kijun {
namespace {

constexpr std::uint32_t kNoted = 64;

/// The offset behind so many records of plain text, of which the first begins at `at`.
std::size_t skip_records(std::string_view text, std::size_t at, std::uint64_t num_records) {
  bool is_inside = false;
  while (num_records > 0) {
    const std::size_t end = text.find('\n', at);
    const std::string_view line = text.substr(at, end - at);
    if (std::count(line.begin(), line.end(), '"') % 2 != 0) is_inside = !is_inside;
    if (!is_inside) --num_records;
    at = end + 1;
  }
  return at;
}

/// Where the pieces begin, and the end of the text.
std::vector<std::size_t> cut(std::string_view text, std::uint32_t num_pieces) {
  std::vector<std::size_t> cuts{0};
  for (std::uint32_t piece = 1; piece < num_pieces; ++piece) {
    const std::size_t line_end = text.find('\n', std::max(cuts.back(), text.size() / num_pieces * piece));
    if (line_end == std::string_view::npos || line_end + 1 == text.size()) break;
    cuts.push_back(line_end + 1);
  }
  cuts.push_back(text.size());
  return cuts;
}

}  // namespace

RecordScan scan_records(std::string_view text, std::uint32_t every, std::uint32_t num_threads) {
  const CsvScanner& scanner = csv_scanners().front();
  const std::vector<std::size_t> cuts = cut(text, num_threads);
  if (cuts.size() == 2) return scanner.records(text, every);
  std::vector<RecordScan> pieces(cuts.size() - 1);
  run_parallel(static_cast<std::uint32_t>(pieces.size()), [&](std::uint32_t piece) {
    pieces[piece] = scanner.records(text.substr(cuts[piece], cuts[piece + 1] - cuts[piece]), kNoted);
  });
  RecordScan whole;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const RecordScan& piece = pieces[at];
    if (!piece.plain) return scanner.records(text, every);
    whole.has_nul = whole.has_nul || piece.has_nul;
    for (std::uint64_t wanted = whole.offsets.size() * every; wanted < whole.num_records + piece.num_records;
         wanted += every) {
      const std::uint64_t own = wanted - whole.num_records;
      const std::size_t noted = cuts[at] + piece.offsets[own / kNoted];
      whole.offsets.push_back(skip_records(text, noted, own % kNoted));
    }
    whole.num_records += piece.num_records;
  }
  return whole;
}

}  // namespace kijun
