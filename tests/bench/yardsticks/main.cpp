// kijun_yardstick fused|columns|touch ANSWERS [THREADS]
//
// Runs one yardstick over the answers and prints what tallies.h says. The time of `fused` and `touch` leaves out the
// start of the process only; that of `columns` is evaluation alone, the best of several rounds after parsing.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/bench/yardsticks/bandwidth.h"
#include "tests/bench/yardsticks/column_loops.h"
#include "tests/bench/yardsticks/fused_loop.h"
#include "tests/bench/yardsticks/mapped_file.h"
#include "tests/bench/yardsticks/stopwatch.h"

namespace kijun::bench {
namespace {

std::string run_fused(const std::string& path, std::size_t num_threads) {
  const Stopwatch watch;
  const MappedFile file(path);
  if (!file.is_open()) return "";
  const Tallies tallies = run_fused_loop(file.bytes(), num_threads);
  return to_text(tallies, watch.wall_seconds(), watch.cpu_seconds());
}

std::string run_columns(const std::string& path, std::size_t num_threads) {
  constexpr int kRounds = 7;
  const MappedFile file(path);
  if (!file.is_open()) return "";
  const FacilityColumns columns = parse_columns(file.bytes());
  Tallies tallies{};
  double wall = 1e9;
  double cpu = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const Stopwatch watch;
    tallies = run_column_loops(columns, num_threads);
    wall = std::min(wall, watch.wall_seconds());
    cpu = std::min(cpu, watch.cpu_seconds());
  }
  return to_text(tallies, wall, cpu);
}

std::string run_touch(const std::string& path, std::size_t num_threads) {
  const Stopwatch watch;
  const MappedFile file(path);
  if (!file.is_open()) return "";
  const std::uint64_t sum = touch_bytes(file.bytes(), num_threads);
  return fmt::format("seconds {:.6f} {:.6f}\nsum {}\n", watch.wall_seconds(), watch.cpu_seconds(), sum);
}

int run(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: kijun_yardstick fused|columns|touch ANSWERS [THREADS]\n");
    return 2;
  }
  const std::string kind = argv[1];
  const std::size_t num_threads = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 1;
  std::string text;
  if (kind == "fused") text = run_fused(argv[2], num_threads);
  if (kind == "columns") text = run_columns(argv[2], num_threads);
  if (kind == "touch") text = run_touch(argv[2], num_threads);
  if (text.empty()) {
    fmt::print(stderr, "kijun_yardstick: cannot read {}, or there is no yardstick `{}`\n", argv[2], kind);
    return 2;
  }
  fmt::print("{}", text);
  return 0;
}

}  // namespace
}  // namespace kijun::bench

int main(int argc, char** argv) { return kijun::bench::run(argc, argv); }
