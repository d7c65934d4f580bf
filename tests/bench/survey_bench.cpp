#include <benchmark/benchmark.h>

#include <vector>

#include "engine/base/csv_scan.h"
#include "engine/base/file_system.h"
#include "engine/survey/series.h"
#include "engine/survey/survey_blocks.h"
#include "engine/table/vocabulary_file.h"
#include "tests/bench/generate/survey_folder.h"

// From the bytes of an answer file to typed columns, on one thread where nothing else is said: finding the records, splitting
// them into cells, loading a survey (which finds, splits and checks, on all processors), and reading its blocks.
namespace kijun::bench {
namespace {

constexpr std::uint32_t kRecords = 100000;

/// The generated survey, written once.
const std::string& folder() {
  static const std::string written = write_survey("build/bench/kakuu", kRecords);
  return written;
}

std::string answers() { return open_file_system()->read(folder() + "/answers.csv").value(); }

void find_records(benchmark::State& state) {
  const std::string text = answers();
  for (auto _ : state) benchmark::DoNotOptimize(csv_scanners().front().records(text, table::kBlockRows).num_records);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(find_records);

void split_cells(benchmark::State& state) {
  const std::string text = answers();
  std::vector<std::uint32_t> ends(text.size() + 1);
  for (auto _ : state) benchmark::DoNotOptimize(csv_scanners().front().cells(text, ends));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(split_cells);

/// A survey with what it borrows.
struct Loaded {
  std::unique_ptr<FileSystem> files = open_file_system();
  diag::SourceMap sources;
  diag::Sink sink;
  table::Vocabulary vocabulary;
  std::unique_ptr<survey::SurveySeries> series;

  Loaded() {
    const std::string fields = std::string(KIJUN_SOURCE_DIR) + "/tests/bench/pack/fields.toml";
    const diag::Source& source = sources.add(fields, files->read(fields).value());
    vocabulary = table::load_vocabulary(source, sink).value();
    series = survey::load_survey(folder(), {*files, sources, sink, vocabulary}).value();
  }
};

void load(benchmark::State& state) {
  (void)folder();
  for (auto _ : state) benchmark::DoNotOptimize(Loaded().series->audited().num_rows());
  state.SetItemsProcessed(state.iterations() * kRecords);
}
BENCHMARK(load)->UseRealTime();

void read_blocks(benchmark::State& state) {
  const Loaded loaded;
  table::BlockRequest request;
  for (table::FieldIndex field = 0; field < loaded.vocabulary.fields().size(); ++field) request.fields.push_back(field);
  request.groups = {table::kZoneGroup};
  table::Block block;
  for (auto _ : state) {
    const auto blocks = survey::open_blocks(loaded.series->audited());
    while (blocks->next(request, table::kBlockRows, block).value()) benchmark::DoNotOptimize(block.columns.data());
  }
  state.SetItemsProcessed(state.iterations() * kRecords);
}
BENCHMARK(read_blocks);

}  // namespace
}  // namespace kijun::bench
