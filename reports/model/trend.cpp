#include "reports/model/trend.h"

#include <algorithm>

#include "engine/audit/part_hashes.h"

namespace kijun::reports {
namespace {

/// What an indicator of the audited year means.
std::string meaning_now(const audit::ResultModel& result, const std::string& id) {
  const std::vector<audit::Meaning>& meanings = result.part_hashes().rules;
  const auto found = std::find_if(meanings.begin(), meanings.end(),
                                  [&](const audit::Meaning& meaning) { return meaning.id == "indicator:" + id; });
  return found == meanings.end() ? std::string() : found->meaning;
}

TrendBreak break_between(const std::string& before, const std::string& after) {
  if (before.empty() || after.empty()) return TrendBreak::kUnknown;
  return before == after ? TrendBreak::kNone : TrendBreak::kDefinition;
}

/// Adds points in the order of the years.
class LineBuilder {
 public:
  explicit LineBuilder(TrendLine& line) : line_(line) {}

  void add(int fiscal_year, const RateView& rate, const std::string& meaning) {
    TrendPoint point{fiscal_year, rate, TrendBreak::kNone, 0};
    if (!line_.points.empty()) {
      point.since = break_between(meaning_, meaning);
      point.num_missing = static_cast<std::size_t>(fiscal_year - line_.points.back().fiscal_year - 1);
    }
    meaning_ = meaning;
    line_.points.push_back(point);
  }

 private:
  TrendLine& line_;
  std::string meaning_;  ///< Of the last point.
};

}  // namespace

std::vector<TrendLine> build_trend(const GapReport& report, const std::vector<audit::ResultTable>& earlier) {
  std::vector<TrendLine> lines;
  for (const IndicatorView& view : report.indicators) {
    TrendLine line{view.indicator->id, view.indicator->title, {}};
    LineBuilder builder(line);
    for (const audit::ResultTable& table : earlier)
      if (const audit::TableIndicator* then = table.find_indicator(line.id))
        builder.add(table.head.fiscal_year, {then->rate.lower, then->rate.upper, then->rate.of, then->rate.answered},
                    then->meaning);
    if (line.points.empty()) continue;
    builder.add(report.result->run().fiscal_year, view.rate, meaning_now(*report.result, line.id));
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace kijun::reports
