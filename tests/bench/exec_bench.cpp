// The columnar evaluator over 100,000 records. The figure includes filling the blocks from the survey in memory.

#include <benchmark/benchmark.h>

#include "engine/exec/execution.h"
#include "tests/bench/bench_survey.h"
#include "tests/unit/exec/expressions.h"

namespace kijun::bench {
namespace {

constexpr std::uint32_t kRows = 100'000;

void run_columns(benchmark::State& state, const char* rule) {
  static const auto kSurvey = make_survey(kRows);
  exec::Expressions expressions(*kSurvey);
  if (!expressions.add_root(rule)) return state.SkipWithError(expressions.problems().c_str());
  const exec::Program program = expressions.program();
  const cel::EvalContext context = expressions.context();
  for (auto _ : state) {
    exec::Execution execution(program, *kSurvey, context);
    exec::MemorySource source(*kSurvey);
    if (!execution.run(source)) state.SkipWithError("the source failed");
    benchmark::DoNotOptimize(execution.state(0, kRows - 1));
  }
  state.SetItemsProcessed(state.iterations() * kRows);  // records
  state.counters["fallback_nodes"] = static_cast<double>(program.num_fallback_nodes());
}
BENCHMARK_CAPTURE(run_columns, rule, kRule)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_columns, zone_rule, kZoneRule)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kijun::bench
