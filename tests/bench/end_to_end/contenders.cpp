#include "tests/bench/end_to_end/contenders.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace kijun::bench {
namespace {

constexpr std::uint32_t kAnySize = 0xFFFF'FFFF;
constexpr std::uint32_t kMillion = 1'000'000;
constexpr int kManyRounds = 100;
const std::string kRivals = std::string(KIJUN_SOURCE_DIR) + "/tests/bench/rivals/";

/// `what` when the file is not there.
std::string missing_without(const std::string& path, const std::string& what) {
  return std::filesystem::exists(path) ? "" : "skipped: " + what + " is not installed";
}

Contender make(const char* name, int threads, std::uint32_t max_records, int max_rounds) {
  Contender contender;
  contender.name = name;
  contender.num_threads = threads;
  contender.max_records = max_records;
  contender.max_rounds = max_rounds;
  return contender;
}

/// An audit with its further arguments.
Command kijun_audit(const Places& places, const BenchSurvey& survey, const std::string& pack, int threads,
                    const std::vector<std::string>& arguments) {
  Command command{{places.programs + "/kijun", "audit", survey.folder, "--rules", places.packs + "/" + pack,
                   "--threads", std::to_string(threads)},
                  {}};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  return command;
}

/// The outcomes of every rule, from the JSON result.
Counts kijun_counts(const Command& audit) {
  const auto json = nlohmann::json::parse(run_process(audit).out, nullptr, false);
  Counts counts;
  if (json.is_discarded()) return counts;
  for (const auto& rule : json["rules"]) {
    const auto& outcomes = rule["outcomes"];
    counts[rule["id"]] = {outcomes["pass"], outcomes["fail"], outcomes["unknown"], outcomes["not_applicable"]};
  }
  return counts;
}

/// With all that is listed by default (2,000 findings of every rule and as many other results), its evidence and its
/// causes, written to a file.
Contender kijun_json(const Places& places, const std::string& pack, int threads) {
  Contender contender = kijun(places, pack, threads);
  contender.name = kKijunJson;
  contender.judges = false;
  contender.count = nullptr;
  contender.command = [=](const BenchSurvey& survey) {
    return kijun_audit(places, survey, pack, threads, {"--quiet", "--out", "json=" + survey.folder + "/results.json"});
  };
  return contender;
}

Contender yardstick(const Places& places, const char* name, const char* kind, int threads) {
  Contender contender = make(name, threads, kAnySize, kManyRounds);
  contender.command = [=](const BenchSurvey& survey) {
    return Command{{places.programs + "/kijun_yardstick", kind, survey.answers(), std::to_string(threads)}, {}};
  };
  return contender;
}

Contender touch(const Places& places, int threads) {
  Contender contender = yardstick(places, kTouch, "touch", threads);
  contender.judges = false;
  return contender;
}

Contender columns(const Places& places, int threads) {
  Contender contender = yardstick(places, kColumnLoops, "columns", threads);
  contender.max_records = kMillion;
  contender.max_rounds = 2;  // it takes the best of several itself
  return contender;
}

Contender sqlite() {
  Contender contender = make(kSqlite, 1, kMillion, 2);
  contender.command = [](const BenchSurvey& survey) { return Command{{kRivals + "sqlite.sh", survey.answers()}, {}}; };
  return contender;
}

Contender duckdb(const Places& places, int threads) {
  const std::string modules = places.build + "/node_modules";
  Contender contender = make(kDuckDb, threads, kMillion, 5);
  contender.missing = missing_without(modules + "/@duckdb/node-api", "@duckdb/node-api");
  contender.command = [=](const BenchSurvey& survey) {
    return Command{{"node", kRivals + "duckdb.mjs", survey.answers(), std::to_string(threads)},
                   {"KIJUN_BENCH_MODULES=" + modules}};
  };
  return contender;
}

Contender polars(const Places& places, int threads) {
  const std::string python = places.build + "/venv/bin/python";
  Contender contender = make(kPolars, threads, kMillion, 5);
  contender.missing = missing_without(python, "polars");
  contender.command = [=](const BenchSurvey& survey) {
    return Command{{python, kRivals + "polars_rules.py", survey.answers()},
                   {"POLARS_MAX_THREADS=" + std::to_string(threads)}};
  };
  return contender;
}

}  // namespace

Contender kijun(const Places& places, const std::string& pack, int threads) {
  Contender contender = make(kKijun, threads, kAnySize, kManyRounds);
  contender.command = [=](const BenchSurvey& survey) {
    return kijun_audit(places, survey, pack, threads, {"--max-findings", "0"});
  };
  contender.count = [=](const BenchSurvey& survey) {
    return kijun_counts(
        kijun_audit(places, survey, pack, threads, {"--max-findings", "0", "--quiet", "--out", "json=-"}));
  };
  return contender;
}

Contender evaluation(const Places& places, const std::string& pack, int threads) {
  Contender contender = make(kEvaluation, threads, kMillion, 2);  // it takes the best of several itself
  contender.command = [=](const BenchSurvey& survey) {
    return Command{
        {places.programs + "/kijun_evaluation", survey.folder, places.packs + "/" + pack, std::to_string(threads)}, {}};
  };
  return contender;
}

std::vector<Contender> contenders(const Places& places) {
  return {
      yardstick(places, kFusedLoop, "fused", 1),
      yardstick(places, kFusedLoop, "fused", 2),
      kijun(places, kFixedPack, 1),
      kijun(places, kFixedPack, 2),
      kijun_json(places, kFixedPack, 2),
      evaluation(places, kFixedPack, 1),
      evaluation(places, kFixedPack, 2),
      columns(places, 1),
      columns(places, 2),
      touch(places, 1),
      touch(places, 2),
      sqlite(),
      duckdb(places, 2),
      polars(places, 2),
  };
}

}  // namespace kijun::bench
