// The columnar evaluator beside loops written by hand for the same rules, over the same columns: 23 rules and a million
// records in blocks that have been parsed before. `ratio` is the evaluator's time to that of the loops, in one run.

#include <benchmark/benchmark.h>

#include <chrono>

#include "engine/base/threads.h"
#include "tests/bench/facility_loops.h"

namespace kijun::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kZones = 1'700;
constexpr std::uint32_t kBlocks = 16;  // of each thread: about 4 MB, as much as stays near a core

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::vector<RuleCount> count_roots(const exec::Execution& execution) {
  std::vector<RuleCount> counts;
  for (exec::RootIndex root = 0; root < facility_rules().size(); ++root) {
    const exec::SubjectStates& states = execution.column(root).states();
    counts.push_back({states.count(cel::State::kTrue), states.count(cel::State::kUnknown)});
  }
  return counts;
}

std::vector<RuleCount> run_loops(std::vector<FacilityBlocks>& blocks, std::uint32_t num_rows) {
  const auto threads = static_cast<std::uint32_t>(blocks.size());
  const std::uint32_t part_rows = (num_rows / threads + 63) / 64 * 64;  // as the evaluator divides them
  std::vector<FacilityLoops> loops;
  for (std::uint32_t i = 0; i < threads; ++i) loops.emplace_back(part_rows, kZones);
  run_parallel(threads, [&](std::uint32_t part) {
    loops[part].run(blocks[part].blocks(), std::min(part_rows, num_rows - part * part_rows));
  });
  for (std::uint32_t i = 1; i < threads; ++i) loops[0].merge(loops[i]);
  loops[0].finish();
  return loops[0].counts();
}

void rules_beside_loops(benchmark::State& state) {
  const auto threads = static_cast<std::uint32_t>(state.range(0));
  const auto survey = make_facility_survey(kZones);
  const std::uint32_t num_rows = survey->num_rows();
  std::vector<FacilityBlocks> blocks;
  for (std::uint32_t i = 0; i < threads; ++i) blocks.emplace_back(kBlocks, kZones, i + 1);
  exec::Expressions expressions(*survey);
  for (const FacilityRule& rule : facility_rules()) {
    if (!expressions.add_root(rule.text, rule.space)) return state.SkipWithError(expressions.problems().c_str());
  }
  const exec::Program program = expressions.program();
  const cel::EvalContext context = expressions.context();
  double by_columns = 0.0;
  double by_hand = 0.0;
  for (auto _ : state) {
    const auto start = Clock::now();
    exec::Execution execution(program, *survey, context, {table::kBlockRows, threads});
    const Status status = execution.run([&](std::uint32_t first_row, std::uint32_t rows) {
      return blocks[first_row == 0 ? 0 : 1].open(first_row, rows);
    });
    const double columns_took = seconds_since(start);
    const auto restart = Clock::now();
    const std::vector<RuleCount> counts = run_loops(blocks, num_rows);
    by_hand += seconds_since(restart);
    by_columns += columns_took;
    state.SetIterationTime(columns_took);
    if (!status.has_value() || counts != count_roots(execution))
      return state.SkipWithError("the evaluator and the loops differ");
  }
  const double evaluations = static_cast<double>(facility_rules().size()) * num_rows;
  const auto runs = static_cast<double>(state.iterations());
  state.counters["evaluations_per_s"] = evaluations * runs / by_columns;
  state.counters["by_hand_per_s"] = evaluations * runs / by_hand;
  state.counters["ratio"] = by_columns / by_hand;
  state.counters["fallback_nodes"] = static_cast<double>(program.num_fallback_nodes());
}
BENCHMARK(rules_beside_loops)->Arg(1)->Arg(2)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kijun::bench
