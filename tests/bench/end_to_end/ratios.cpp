#include <fmt/format.h>

#include <iterator>

#include "tests/bench/end_to_end/contenders.h"
#include "tests/bench/end_to_end/report.h"

namespace kijun::bench {
namespace {

/// Wall time and CPU time of `a` over those of `b`, under a title.
std::string ratio_line(const std::string& title, const Measurement* a, const Measurement* b, const char* aim) {
  if (a == nullptr || b == nullptr) return "";
  return fmt::format("{:<58}{:>8.2f}{:>10.2f}   {}\n", title, a->best_seconds / b->best_seconds,
                     a->cpu_seconds / b->cpu_seconds, aim);
}

std::string ratios_at(const SurveyResult& result) {
  const Measurement* const kijun = find(result, kKijun, 2);
  const Measurement* const evaluation = find(result, kEvaluation, 2);
  return fmt::format("\nratios at {} records{:>46}{:>10}\n", result.survey.num_records, "wall", "cpu") +
         ratio_line("kijun / hand-written loop, two threads", kijun, find(result, kFusedLoop, 2), "at most 1.5") +
         ratio_line("kijun / hand-written loop, one thread", find(result, kKijun, 1), find(result, kFusedLoop, 1), "") +
         ratio_line("evaluation alone / column loops, two threads", evaluation, find(result, kColumnLoops, 2),
                    "at most 1") +
         ratio_line("DuckDB / kijun", find(result, kDuckDb, 2), kijun, "at least 6") +
         ratio_line("Polars / kijun", find(result, kPolars, 2), kijun, "at least 4") +
         ratio_line("SQLite / kijun", find(result, kSqlite, 1), kijun, "") +
         ratio_line("kijun with all it lists as JSON / kijun", find(result, kKijunJson, 2), kijun, "at most 3");
}

/// How kijun does at each size: time from process start to summary, cost of a record, memory beside the file.
std::string growth(const std::vector<SurveyResult>& surveys) {
  std::string text =
      fmt::format("\n{:<24}{:>14}{:>14}{:>16}{:>22}{:>18}{:>22}\n", "kijun audit, by records", "ms", "ns a record",
                  "cpu ns a record", "MiB beside the file", "ms with JSON", "MiB beside the file");
  for (const SurveyResult& result : surveys) {
    const Measurement* const kijun = find(result, kKijun, 2);
    if (kijun == nullptr) continue;
    const double records = result.survey.num_records;
    const auto memory = [&](const Measurement& measurement) {
      return (static_cast<double>(measurement.peak_bytes) - static_cast<double>(result.survey.num_bytes)) /
             (1024.0 * 1024.0);
    };
    fmt::format_to(std::back_inserter(text), "{:<24}{:>14.2f}{:>14.1f}{:>16.1f}{:>22.1f}", result.survey.num_records,
                   kijun->best_seconds * 1e3, kijun->best_seconds * 1e9 / records, kijun->cpu_seconds * 1e9 / records,
                   memory(*kijun));
    const Measurement* const json = find(result, kKijunJson, 2);
    if (json != nullptr)
      fmt::format_to(std::back_inserter(text), "{:>18.2f}{:>22.1f}", json->best_seconds * 1e3, memory(*json));
    text += '\n';
  }
  return text +
         "aims: 34 records in 10 ms, 1788 in 20 ms, the same cost of a record from 100000 on, 64 MiB beside "
         "codes, groups and findings\n";
}

}  // namespace

std::string to_ratios(const BenchResult& result) {
  const SurveyResult* largest = nullptr;  // of those that all contenders ran
  for (const SurveyResult& survey : result.surveys)
    if (find(survey, kSqlite, 1) != nullptr) largest = &survey;
  return growth(result.surveys) + (largest == nullptr ? "" : ratios_at(*largest));
}

}  // namespace kijun::bench
