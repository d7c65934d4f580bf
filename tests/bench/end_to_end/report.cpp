#include "tests/bench/end_to_end/report.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/bench/end_to_end/contenders.h"

namespace kijun::bench {
namespace {

constexpr double kMega = 1e6;

std::string times(const Measurement* base, const Measurement& measurement) {
  return base == nullptr ? "" : fmt::format("{:.2f}", measurement.best_seconds / base->best_seconds);
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

std::string to_json(const std::vector<SurveyResult>& results) {
  nlohmann::ordered_json surveys = nlohmann::ordered_json::array();
  for (const SurveyResult& result : results) {
    nlohmann::ordered_json measurements = nlohmann::ordered_json::array();
    for (const Measurement& m : result.measurements)
      measurements.push_back({{"name", m.name},
                              {"threads", m.num_threads},
                              {"missing", m.missing},
                              {"best_seconds", m.best_seconds},
                              {"median_seconds", m.median_seconds},
                              {"cpu_seconds", m.cpu_seconds},
                              {"peak_bytes", m.peak_bytes}});
    surveys.push_back({{"records", result.survey.num_records},
                       {"bytes", result.survey.num_bytes},
                       {"measurements", std::move(measurements)}});
  }
  return nlohmann::ordered_json{{"surveys", std::move(surveys)}}.dump(1) + "\n";
}

std::string problems(const SurveyResult& result) {
  std::string text;
  const Counts& expected = result.measurements.front().counts;
  for (const Measurement& m : result.measurements) {
    if (!m.missing.empty()) continue;
    if (!m.problem.empty()) text += fmt::format("{}: {}\n", m.name, m.problem);
    if (!m.judges || !m.problem.empty()) continue;
    if (m.counts.empty()) text += fmt::format("{}: counted nothing\n", m.name);
    for (const auto& [rule, counts] : m.counts) {
      const auto found = expected.find(rule);
      if (found == expected.end())
        text += fmt::format("{}: {} is not expected\n", m.name, rule);
      else if (found->second != counts)
        text += fmt::format("{}: {} counts {} and not {}\n", m.name, rule, fmt::join(counts, " "),
                            fmt::join(found->second, " "));
    }
    if (m.counts.size() < expected.size()) text += fmt::format("{}: rules are left out\n", m.name);
  }
  return text;
}

}  // namespace kijun::bench
