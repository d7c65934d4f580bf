#include "reports/model/trend_words.h"

#include <algorithm>

#include "reports/words/data_text.h"
#include "reports/words/words.h"

namespace kijun::reports {

LocalizedText trend_remark(const TrendPoint& point) {
  LocalizedText remark;
  const auto add = [&](const LocalizedText& text) { append(remark, text, {"", " "}); };
  if (point.num_missing > 0) add(fill(Word::kTrendGap, {{"n", point.num_missing}}));
  if (point.since == TrendBreak::kDefinition) add(word(Word::kTrendDefinition));
  if (point.since == TrendBreak::kUnknown) add(word(Word::kTrendUnknown));
  return remark;
}

LocalizedText years_without_trend(const std::vector<audit::ResultTable>& earlier, const std::vector<TrendLine>& lines) {
  LocalizedText years;
  for (const audit::ResultTable& result : earlier) {
    const bool is_drawn = std::any_of(lines.begin(), lines.end(),
                                      [&](const TrendLine& line) { return result.find_indicator(line.id) != nullptr; });
    if (!is_drawn) append(years, fiscal_year_text(result.head.fiscal_year), {"、", ", "});
  }
  return years.empty() ? years : fill(Word::kTrendWithout, {{"years", years}});
}

}  // namespace kijun::reports
