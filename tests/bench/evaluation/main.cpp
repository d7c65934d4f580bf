// kijun_evaluation SURVEY PACK [THREADS]
//
// kijun's evaluator alone: parses the survey into blocks, then evaluates the rules over them several times. Prints what
// yardsticks/tallies.h says, the best of all rounds, and `nodes N FALLBACK`: the expression nodes of the rules and how
// many of them have no kernel.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "engine/audit/audiences.h"
#include "engine/audit/plan.h"
#include "engine/audit/plan_roots.h"
#include "engine/base/file_system.h"
#include "engine/exec/execution.h"
#include "engine/policy/pack.h"
#include "engine/policy/ruleset_loader.h"
#include "engine/survey/series.h"
#include "engine/survey/world.h"
#include "tests/bench/evaluation/block_cache.h"
#include "tests/bench/yardsticks/stopwatch.h"

namespace kijun::bench {
namespace {

constexpr int kRounds = 7;

/// A pack and a survey, with everything they borrow.
struct Loaded {
  std::unique_ptr<FileSystem> files = open_file_system();
  diag::SourceMap sources;
  diag::Sink sink;
  std::unique_ptr<policy::Pack> pack;
  std::unique_ptr<survey::SurveySeries> series;
  std::unique_ptr<audit::Plan> plan;
};

/// Without a plan when something is wrong with the files.
std::unique_ptr<Loaded> load(const std::string& survey, const std::string& pack) {
  auto loaded = std::make_unique<Loaded>();
  auto read_pack = policy::load_pack(pack, {*loaded->files, loaded->sources, loaded->sink});
  if (!read_pack) return loaded;
  loaded->pack = std::make_unique<policy::Pack>(std::move(*read_pack));
  const table::Vocabulary& vocabulary = loaded->pack->vocabulary;
  auto series = survey::load_series(survey, {*loaded->files, loaded->sources, loaded->sink, vocabulary});
  if (!series || *series == nullptr) return loaded;
  loaded->series = std::move(*series);
  const survey::Manifest& manifest = loaded->series->audited().manifest();
  const policy::Edition* const edition = policy::find_edition(*loaded->pack, manifest.fiscal_year);
  if (edition == nullptr) return loaded;
  auto ruleset = policy::load_ruleset(edition->path, manifest.as_of,
                                      {*loaded->files, loaded->sources, loaded->sink, vocabulary.record_kinds()});
  if (ruleset) loaded->plan = audit::make_plan(std::move(*ruleset), vocabulary, loaded->sink);
  return loaded;
}

std::size_t num_nodes(const audit::Plan& plan) {
  std::size_t count = 0;
  for (const audit::CompiledRule& rule : plan.rules)
    for (const auto* const expr : {&rule.when, &rule.require})
      if (*expr) count += (*expr)->ast.nodes.size();
  return count;
}

int run(const Loaded& loaded, std::uint32_t num_threads) {
  const audit::Plan& plan = *loaded.plan;
  const survey::SurveyTable& survey = loaded.series->audited();
  const survey::SurveyWorld world(*loaded.series);
  const cel::EvalContext context = plan.context(&world, survey.manifest().fiscal_year, survey.manifest().as_of);
  std::vector<const audit::CompiledRule*> rules;
  for (const audit::CompiledRule& rule : plan.rules) rules.push_back(&rule);
  const audit::PlanRoots roots(plan, rules);
  const exec::Program program = exec::compile_program(roots.roots(), {&plan.profile, plan.condition_view});

  BlockCache cache(survey);
  const auto open = [&](std::uint32_t first_row, std::uint32_t num_rows) { return cache.open(first_row, num_rows); };
  std::unique_ptr<exec::Execution> execution;
  double wall = 1e9;
  double cpu = 1e9;
  for (int round = 0; round <= kRounds; ++round) {
    const Stopwatch watch;
    execution = std::make_unique<exec::Execution>(program, survey, context,
                                                  exec::ExecutionOptions{table::kBlockRows, num_threads});
    if (!execution->run(open)) return 2;
    if (round == 0) continue;  // it parses
    wall = std::min(wall, watch.wall_seconds());
    cpu = std::min(cpu, watch.cpu_seconds());
  }

  fmt::print("seconds {:.6f} {:.6f}\nnodes {} {}\n", wall, cpu, num_nodes(plan), program.num_fallback_nodes());
  audit::Audiences audiences(survey, std::nullopt);
  for (std::size_t rule = 0; rule < rules.size(); ++rule) {
    const audit::RuleColumn column = roots.column(rule, audiences.subjects(rules[rule]->audience), *execution, context);
    using audit::Outcome;
    fmt::print("{} {} {} {} {}\n", column.rule().id, column.count(Outcome::kPass), column.count(Outcome::kFail),
               column.count(Outcome::kUnknown), column.count(Outcome::kNotApplicable));
  }
  return 0;
}

}  // namespace
}  // namespace kijun::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: kijun_evaluation SURVEY PACK [THREADS]\n");
    return 2;
  }
  const auto loaded = kijun::bench::load(argv[1], argv[2]);
  if (loaded->plan == nullptr) {
    for (const auto& diagnostic : loaded->sink.diagnostics())
      fmt::print(stderr, "kijun_evaluation: {}\n", diagnostic.definition->code);
    return 2;
  }
  return kijun::bench::run(*loaded, static_cast<std::uint32_t>(argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 1));
}
