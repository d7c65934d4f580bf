// The front end and the evaluator that is obviously right, one expression at a time.

#include <benchmark/benchmark.h>

#include "engine/cel/parser.h"
#include "tests/bench/bench_survey.h"
#include "tests/unit/exec/expressions.h"

namespace kijun::bench {
namespace {

void parse_rule(benchmark::State& state) {
  const diag::Source source("bench", kRule);
  const diag::EmbeddedText text = diag::EmbeddedText::whole(source);
  for (auto _ : state) {
    diag::Sink sink;
    benchmark::DoNotOptimize(cel::parse(text, {}, sink));
  }
}
BENCHMARK(parse_rule);

void parse_and_check_rule(benchmark::State& state) {
  const auto survey = make_survey(1);
  for (auto _ : state) {
    exec::Expressions expressions(*survey);
    if (expressions.check(kRule) == nullptr) state.SkipWithError(expressions.problems().c_str());
  }
}
BENCHMARK(parse_and_check_rule);

void evaluate_naively(benchmark::State& state, const char* rule) {
  const auto survey = make_survey(330);
  exec::Expressions expressions(*survey);
  const cel::CheckedExpr* expr = expressions.check(rule);
  if (expr == nullptr) return state.SkipWithError(expressions.problems().c_str());
  const exec::Root root{expr, table::kRecordSpace, "record"};
  std::uint32_t row = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(expressions.naive(root, row));
    row = (row + 1) % survey->num_rows();
  }
  state.SetItemsProcessed(state.iterations());  // records
}
BENCHMARK_CAPTURE(evaluate_naively, rule, kRule);
BENCHMARK_CAPTURE(evaluate_naively, zone_rule, kZoneRule);

}  // namespace
}  // namespace kijun::bench
