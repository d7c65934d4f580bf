#include <cmath>

#include "reports/model/compare_parts.h"

namespace kijun::reports {
namespace {

using audit::Obstacle;
using audit::Trend;

RateView view_of(const audit::RateCount& rate) { return {rate.lower, rate.upper, rate.of, rate.answered}; }

LocalizedText rate_text(const std::optional<audit::RateCount>& rate) {
  if (!rate) return word(Word::kNone);
  const RateView view = view_of(*rate);
  return fill(Word::kRateText,
              {{"count", view.count()}, {"of", view.of}, {"rate", view.percent()}, {"answered", view.answered}});
}

LocalizedText side_word(bool of_new) { return word(of_new ? Word::kSideNew : Word::kSideOld); }

LocalizedText obstacle_text(const Obstacle& obstacle, const CompareSource& source) {
  const LocalizedText side = side_word(obstacle.of_new);
  switch (obstacle.kind) {
    case Obstacle::Kind::kOneSided:
      return fill(Word::kObstacleOneSided, {{"side", side}});
    case Obstacle::Kind::kSeries:
      return word(Word::kObstacleSeries);
    case Obstacle::Kind::kDefinition:
      return word(Word::kObstacleDefinition);
    case Obstacle::Kind::kUnknownForm:
      return fill(Word::kObstacleUnknownForm, {{"side", side}});
    case Obstacle::Kind::kNotAsked:
      return fill(Word::kObstacleNotAsked, {{"side", side_word(!obstacle.of_new)}, {"field", obstacle.field}});
    case Obstacle::Kind::kLegend:
      return fill(Word::kObstacleLegend, {{"field", obstacle.field}});
    case Obstacle::Kind::kResponse:
      return fill(
          Word::kObstacleResponse,
          {{"side", side}, {"share", percent_text(static_cast<std::size_t>(std::lround(source.min_response * 1000)))}});
    case Obstacle::Kind::kNobody:
      return fill(Word::kObstacleNobody, {{"side", side}});
  }
  return {};
}

LocalizedText trend_word(Trend trend) {
  switch (trend) {
    case Trend::kNone:
      return word(Word::kTrendNone);
    case Trend::kUp:
      return word(Word::kTrendUp);
    case Trend::kDown:
      return word(Word::kTrendDown);
    case Trend::kSame:
      return word(Word::kTrendSame);
    case Trend::kOpen:
      return word(Word::kTrendOpen);
  }
  return {};
}

}  // namespace

void add_compare_rates(const CompareSource& source, CompareReport& report) {
  for (const audit::IndicatorComparison& indicator : source.indicators) {
    CompareRate rate{
        &indicator, rate_text(indicator.before), rate_text(indicator.after), trend_word(indicator.trend), {}};
    for (const Obstacle& obstacle : indicator.obstacles) rate.notes.push_back(obstacle_text(obstacle, source));
    if (indicator.by_old_rules && source.comparison.has_split) rate.notes.push_back(word(Word::kByOldRules));
    if (indicator.as_it_was) {
      const RateView was = view_of(*indicator.as_it_was);
      rate.notes.push_back(fill(Word::kRateAsItWas, {{"count", was.count()}, {"of", was.of}, {"rate", was.percent()}}));
    }
    if (indicator.before && indicator.after && indicator.before->of != indicator.after->of)
      rate.notes.push_back(
          fill(Word::kDenominatorMoved, {{"before", indicator.before->of}, {"after", indicator.after->of}}));
    report.rates.push_back(std::move(rate));
  }
}

}  // namespace kijun::reports
