#include "engine/audit/bands.h"

#include <algorithm>

namespace kijun::audit {
namespace {

const IndicatorResult* find_result(const std::vector<IndicatorResult>& indicators, std::string_view id) {
  const auto found = std::find_if(indicators.begin(), indicators.end(),
                                  [&](const IndicatorResult& result) { return result.indicator->id == id; });
  return found == indicators.end() ? nullptr : &*found;
}

/// The best band that so many met indicators reach; the last one is reached by none.
const policy::Band* reached_band(const policy::BandSet& set, std::size_t met, std::size_t of) {
  const auto found = std::find_if(set.bands.begin(), set.bands.end(),
                                  [&](const policy::Band& band) { return band.at_least.is_reached(met, of); });
  return found == set.bands.end() ? nullptr : &*found;
}

}  // namespace

// The nearest double to the share, beside the nearest one to the target as it was written: equal shares compare equal.
bool reaches_target(std::size_t met, std::size_t of, double target) {
  return static_cast<double>(met) / static_cast<double>(of) >= target;
}

BandResult band_of(const policy::BandSet& set, const std::vector<IndicatorResult>& indicators) {
  BandResult made;
  made.set = &set;
  for (const diag::EmbeddedText& id : set.indicators) {
    const IndicatorResult* result = find_result(indicators, id.text());
    if (result == nullptr) continue;
    const std::optional<double>& target = result->indicator->target;
    if (!target || result->of == 0) {
      made.not_counted.push_back(result->indicator);
      continue;
    }
    ++made.of;
    if (reaches_target(result->lower, result->of, *target)) ++made.lower;
    if (reaches_target(result->upper, result->of, *target)) ++made.upper;
  }
  if (made.of == 0) return made;
  made.worst = reached_band(set, made.lower, made.of);
  made.best = reached_band(set, made.upper, made.of);
  return made;
}

std::vector<BandResult> bands_of(const ResultModel& model) {
  std::vector<BandResult> made;
  if (!model.run().selection.records.empty() || !model.run().selection.zones.empty()) return made;
  for (const policy::BandSet& set : model.ruleset().band_sets) made.push_back(band_of(set, model.indicators()));
  return made;
}

}  // namespace kijun::audit
