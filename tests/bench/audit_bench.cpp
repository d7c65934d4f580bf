// The real survey of 2018 from its files to the result of every rule, with the files held in memory.

#include <benchmark/benchmark.h>

#include <string>

#include "tests/unit/audit/audit_support.h"

namespace kijun::bench {
namespace {

/// Copies a folder of the repository; false when a file cannot be read.
bool copy_folder(FileSystem& disk, const std::string& folder, MemoryFileSystem& memory) {
  const auto names = disk.list(join_path(KIJUN_SOURCE_DIR, folder));
  if (!names) return false;
  for (const std::string& name : *names) {
    const std::string path = join_path(folder, name);
    if (disk.is_directory(join_path(KIJUN_SOURCE_DIR, path))) {
      if (!copy_folder(disk, path, memory)) return false;
      continue;
    }
    const auto bytes = disk.read(join_path(KIJUN_SOURCE_DIR, path));
    if (!bytes || !memory.write(path, *bytes)) return false;
  }
  return true;
}

void load_and_audit(benchmark::State& state) {
  MemoryFileSystem files;
  const auto disk = open_file_system();
  if (!copy_folder(*disk, "data", files) || !copy_folder(*disk, "rules", files))
    return state.SkipWithError("cannot read data and rules");
  std::size_t num_results = 0;
  for (auto _ : state) {
    const auto run = audit::run_files(std::make_unique<MemoryFileSystem>(files), "rules/mcare", "data/kanagawa/2018");
    if (run->model == nullptr) return state.SkipWithError(run->codes().c_str());
    num_results = run->model->summary().num_results;
  }
  state.counters["results"] = static_cast<double>(num_results);
}
BENCHMARK(load_and_audit)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kijun::bench
