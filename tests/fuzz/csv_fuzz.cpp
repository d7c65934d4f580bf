// Any bytes as an answer file: sound records in the order of the text, all as wide as the first one.

#include "engine/base/assert.h"
#include "engine/survey/csv_reader.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

void require_sound(const kijun::survey::CsvRecord& record, std::size_t behind) {
  KIJUN_ASSERT(record.span.begin >= behind && record.span.begin <= record.span.end);
  std::size_t end = record.span.begin;
  for (const kijun::survey::CsvCell& cell : record.cells) {
    KIJUN_ASSERT(cell.span.begin >= end && cell.span.begin <= cell.span.end && cell.span.end <= record.span.end);
    KIJUN_ASSERT(cell.text.size() <= cell.span.end - cell.span.begin);
    end = cell.span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const kijun::diag::Source source("fuzz.csv", kijun::fuzz::input_text(data, size));
  kijun::diag::Sink sink;
  kijun::survey::CsvReader reader(source, sink);
  kijun::survey::CsvRecord record;
  std::size_t num_cells = 0;
  std::size_t behind = 0;
  while (reader.next(record)) {
    if (num_cells == 0) num_cells = record.cells.size();
    KIJUN_ASSERT(num_cells > 0 && record.cells.size() == num_cells);
    require_sound(record, behind);
    behind = record.span.end;
  }
  KIJUN_ASSERT(record.span.end <= size);
  kijun::fuzz::require_sound(sink, source);
  return 0;
}
