#pragma once

#include <vector>

#include "reports/model/trend.h"

namespace kijun::reports {

/// How a point of a line follows the one before: years between without a result, another definition. Empty where there is
/// nothing to say.
[[nodiscard]] LocalizedText trend_remark(const TrendPoint& point);
/// A sentence that names the results that have none of the indicators of today; empty where there are none.
[[nodiscard]] LocalizedText years_without_trend(const std::vector<audit::ResultTable>& earlier,
                                                const std::vector<TrendLine>& lines);

}  // namespace kijun::reports
