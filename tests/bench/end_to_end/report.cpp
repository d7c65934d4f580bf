#include "tests/bench/end_to_end/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/bench/end_to_end/contenders.h"

namespace kijun::bench {
namespace {

constexpr double kMega = 1e6;

std::string times(const Measurement* base, const Measurement& measurement) {
  return base == nullptr ? "" : fmt::format("{:.2f}", measurement.best_seconds / base->best_seconds);
}

/// Of one thread: what evaluation costs a processor for one expression node of one record.
double nanoseconds_per_node(const PackResult& pack) {
  return pack.evaluation.cpu_seconds * 1e9 / pack.survey.num_records /
         static_cast<double>(std::max<std::int64_t>(pack.evaluation.num_nodes, 1));
}

nlohmann::ordered_json json_of(const Measurement& m) {
  return {{"name", m.name},
          {"threads", m.num_threads},
          {"missing", m.missing},
          {"best_seconds", m.best_seconds},
          {"median_seconds", m.median_seconds},
          {"cpu_seconds", m.cpu_seconds},
          {"peak_bytes", m.peak_bytes}};
}

/// What makes the figures of a contender worthless.
std::string problems(const Measurement& m, const Counts& expected) {
  if (!m.missing.empty()) return "";
  if (!m.problem.empty()) return fmt::format("{}: {}\n", m.name, m.problem);
  if (!m.judges) return "";
  if (m.counts.empty()) return fmt::format("{}: counted nothing\n", m.name);
  std::string text;
  for (const auto& [rule, counts] : expected) {
    const auto found = m.counts.find(rule);
    if (found == m.counts.end())
      text += fmt::format("{}: {} is left out\n", m.name, rule);
    else if (found->second != counts)
      text += fmt::format("{}: {} counts {} and not {}\n", m.name, rule, fmt::join(found->second, " "),
                          fmt::join(counts, " "));
  }
  if (m.counts.size() > expected.size()) text += fmt::format("{}: counts rules that are not there\n", m.name);
  return text;
}

}  // namespace

const Measurement* find(const SurveyResult& result, const std::string& name, int num_threads) {
  for (const Measurement& measurement : result.measurements)
    if (measurement.name == name && measurement.num_threads == num_threads && measurement.best_seconds > 0)
      return &measurement;
  return nullptr;
}

std::string to_table(const SurveyResult& result) {
  const auto records = static_cast<double>(result.survey.num_records);
  const auto bytes = static_cast<double>(result.survey.num_bytes);
  const Measurement* const loop = find(result, kFusedLoop, 2);
  std::string text = fmt::format("\n{} records, {:.1f} MB\n{:<32}{:>8}{:>11}{:>11}{:>11}{:>10}{:>10}{:>10}{:>9}{:>9}\n",
                                 result.survey.num_records, bytes / kMega, "", "threads", "best ms", "median ms",
                                 "cpu ms", "MB/s", "Mrows/s", "Mrules/s", "peak MB", "x loop");
  auto out = std::back_inserter(text);
  for (const Measurement& m : result.measurements) {
    if (!m.missing.empty() || !m.problem.empty()) {
      fmt::format_to(out, "{:<32}{:>8}  {}\n", m.name, m.num_threads, m.missing + m.problem);
      continue;
    }
    const double num_rules = records * static_cast<double>(m.counts.size());
    const std::string rules = m.judges ? fmt::format("{:.1f}", num_rules / m.best_seconds / kMega) : "";
    fmt::format_to(out, "{:<32}{:>8}{:>11.2f}{:>11.2f}{:>11.2f}{:>10.1f}{:>10.2f}{:>10}{:>9.1f}{:>9}\n", m.name,
                   m.num_threads, m.best_seconds * 1e3, m.median_seconds * 1e3, m.cpu_seconds * 1e3,
                   bytes / m.best_seconds / kMega, records / m.best_seconds / kMega, rules,
                   static_cast<double>(m.peak_bytes) / kMega, times(loop, m));
  }
  return text;
}

std::string to_table(const std::vector<PackResult>& packs) {
  std::string text =
      fmt::format("\npacks over {} records\n{:<16}{:>8}{:>11}{:>14}{:>12}{:>16}\n", packs.front().survey.num_records,
                  "", "nodes", "fallbacks", "audit ms", "cpu ms", "evaluation ms");
  for (const PackResult& pack : packs) {
    const Measurement& evaluation = pack.evaluation;
    fmt::format_to(std::back_inserter(text), "{:<16}{:>8}{:>11}{:>14.2f}{:>12.2f}{:>16.2f}{:>10.3f} ns a node\n",
                   pack.pack, evaluation.num_nodes, evaluation.num_fallbacks, pack.audit.best_seconds * 1e3,
                   pack.audit.cpu_seconds * 1e3, evaluation.best_seconds * 1e3, nanoseconds_per_node(pack));
  }
  return text;
}

std::string to_json(const BenchResult& result) {
  nlohmann::ordered_json surveys = nlohmann::ordered_json::array();
  for (const SurveyResult& survey : result.surveys) {
    nlohmann::ordered_json measurements = nlohmann::ordered_json::array();
    for (const Measurement& measurement : survey.measurements) measurements.push_back(json_of(measurement));
    surveys.push_back({{"records", survey.survey.num_records},
                       {"bytes", survey.survey.num_bytes},
                       {"measurements", std::move(measurements)}});
  }
  nlohmann::ordered_json packs = nlohmann::ordered_json::array();
  for (const PackResult& pack : result.packs)
    packs.push_back({{"pack", pack.pack},
                     {"records", pack.survey.num_records},
                     {"nodes", pack.evaluation.num_nodes},
                     {"fallback_nodes", pack.evaluation.num_fallbacks},
                     {"nanoseconds_per_node", nanoseconds_per_node(pack)},
                     {"audit", json_of(pack.audit)},
                     {"evaluation", json_of(pack.evaluation)}});
  return nlohmann::ordered_json{{"surveys", std::move(surveys)}, {"packs", std::move(packs)}}.dump(1) + "\n";
}

std::string problems(const BenchResult& result) {
  std::string text;
  for (const SurveyResult& survey : result.surveys)
    for (const Measurement& measurement : survey.measurements)
      text += problems(measurement, survey.measurements.front().counts);
  for (const PackResult& pack : result.packs) {
    text += problems(pack.audit, pack.audit.counts);
    text += problems(pack.evaluation, pack.audit.counts);
    if (pack.evaluation.num_fallbacks > 0)
      text += fmt::format("{}: {} nodes have no kernel\n", pack.pack, pack.evaluation.num_fallbacks);
  }
  return text;
}

}  // namespace kijun::bench
