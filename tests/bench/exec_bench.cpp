// The kernels one by one, over blocks of answers that are in memory already. Beside loops written by hand for whole rules
// they stand in kijun_end_to_end.

#include <benchmark/benchmark.h>

#include "tests/bench/bench_survey.h"
#include "tests/unit/exec/expressions.h"

namespace kijun::bench {
namespace {

constexpr std::uint32_t kRows = 16 * table::kBlockRows;

void evaluate(benchmark::State& state, const char* text, table::SpaceId space) {
  const auto survey = make_survey(kRows);
  exec::Expressions expressions(*survey);
  if (!expressions.add_root(text, space)) return state.SkipWithError(expressions.problems().c_str());
  const exec::Program program = expressions.program();
  const cel::EvalContext context = expressions.context();
  if (program.num_fallback_nodes() != 0) return state.SkipWithError("there is no kernel");
  for (auto _ : state) {
    exec::Execution execution(program, *survey, context, {table::kBlockRows, 1});
    const Status status = execution.run(exec::sources_of(*survey));
    if (!status.has_value()) return state.SkipWithError(status.error().message.c_str());
  }
  state.SetItemsProcessed(state.iterations() * kRows);  // records
}

constexpr table::SpaceId kZones = table::group_space(table::kZoneGroup);
BENCHMARK_CAPTURE(evaluate, nothing, "true", table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, equal, "council == 'established'", table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, in, "council in ['established', 'planned']", table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, less, "beds < 10", table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, add, "beds + 3 > 10", table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, divide, "rate / 2.0 < 0.4", table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, date, "planned_date <= date('2019-03-31')", table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, logic, "beds < 10 && rate > 0.5 || !answered(planned_date)", table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, conditional, "(beds < 10 ? 1 : 2) == 1", table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, share, "zone.members.share(m, m.council == 'established') >= 0.5", kZones);
BENCHMARK_CAPTURE(evaluate, sum, "zone.members.sum(m, m.beds) > 100", kZones);
BENCHMARK_CAPTURE(evaluate, exact_sum, "zone.members.sum(m, m.rate) > 10.0", kZones);
BENCHMARK_CAPTURE(evaluate, correlated_enum, "zone.members.exists(m, m.council == council && m.beds > 10)",
                  table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, correlated_int, "zone.members.count(m, m.beds == beds) >= 2", table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, correlated_sum, "zone.members.filter(m, m.council == council).sum(m, m.beds) > 100",
                  table::kRecordSpace);
BENCHMARK_CAPTURE(evaluate, rule, kRule, table::kRecordSpace);

}  // namespace
}  // namespace kijun::bench
