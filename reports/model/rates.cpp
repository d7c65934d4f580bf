#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/model/build_parts.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

// U+2013: a range of numbers reads the same in both languages.
constexpr std::string_view kTo = "–";

std::size_t tenths_of_percent(double share) { return static_cast<std::size_t>(std::lround(share * 1000.0)); }

template <class Source>
RateView rate_of(const Source& source) {
  return {source.lower, source.upper, source.of, source.answered};
}

}  // namespace

std::size_t per_mille(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : (part * 2000 + whole) / (whole * 2);
}

std::string percent_text(std::size_t tenths) { return fmt::format("{}.{}%", tenths / 10, tenths % 10); }

std::string RateView::count() const {
  return lower == upper ? std::to_string(lower) : fmt::format("{}{}{}", lower, kTo, upper);
}

std::string RateView::percent() const {
  if (of == 0) {
    return std::string(kTo);
  }
  return percent_range(per_mille(lower, of), per_mille(upper, of));
}

std::string percent_range(std::size_t low, std::size_t high) {
  return low == high ? percent_text(low) : fmt::format("{}.{}{}{}", low / 10, low % 10, kTo, percent_text(high));
}

std::size_t target_tenths(double target) { return tenths_of_percent(target); }

LocalizedText reached_text(const policy::Indicator& indicator, const RateView& rate) {
  if (!indicator.target) return word(Word::kNoTarget);
  if (rate.of == 0) return in_both(std::string(kTo));
  const auto against_target = [&](std::size_t met) {
    return per_mille(per_mille(met, rate.of), target_tenths(*indicator.target));
  };
  return in_both(percent_range(against_target(rate.lower), against_target(rate.upper)));
}

LocalizedText target_text(const policy::Indicator& indicator) {
  if (!indicator.target) {
    return word(Word::kNoTarget);
  }
  const std::size_t tenths = tenths_of_percent(*indicator.target);
  const std::string percent = tenths % 10 == 0 ? fmt::format("{}%", tenths / 10) : percent_text(tenths);
  return in_both(percent);
}

LocalizedText benchmark_text(const policy::Benchmark& benchmark) {
  LocalizedText text = benchmark.label;
  const auto append = [&](const std::string& figure) {
    text.ja += " " + figure;
    text.en += " " + figure;
  };
  if (benchmark.value) {
    append(percent_text(tenths_of_percent(*benchmark.value)));
  }
  if (benchmark.met && benchmark.of) {
    append(fmt::format("({} / {})", *benchmark.met, *benchmark.of));
  }
  return text;
}

void add_indicators(GapReport& report) {
  for (const audit::IndicatorResult& source : report.result->indicators()) {
    IndicatorView view{source.indicator, rate_of(source), {}};
    for (const std::size_t zone : report.zones) {
      const table::SubjectRef ref = report.subjects[zone].ref;
      const auto part = std::find_if(source.by_zone.begin(), source.by_zone.end(),
                                     [&](const audit::IndicatorResult::Part& entry) { return entry.zone == ref; });
      view.by_zone.push_back(part == source.by_zone.end() ? RateView{} : rate_of(*part));
    }
    report.indicators.push_back(std::move(view));
  }
  report.bands = audit::bands_of(*report.result);
}

}  // namespace kijun::reports
