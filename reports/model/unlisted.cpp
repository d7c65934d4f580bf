#include "reports/model/unlisted.h"

namespace kijun::reports {

Unlisted count_unlisted(const audit::ResultModel& model, std::size_t column_at, ResultsShown shown) {
  const audit::RuleColumn& column = model.columns()[column_at];
  std::size_t num_findings = 0;
  for (const std::uint32_t position : model.listed(column_at))
    num_findings += audit::is_finding(column.outcome(position)) ? 1U : 0U;
  Unlisted unlisted{column.num_findings() - num_findings, 0};
  if (shown == ResultsShown::kFindings) return unlisted;
  const std::size_t num_others = model.listed(column_at).size() - num_findings;
  unlisted.others = column.size() - column.num_findings() - num_others;
  return unlisted;
}

std::size_t count_cells(const audit::ResultModel& model) {
  return model.records().size() * (model.columns().size() + model.vocabulary().fields().size());
}

}  // namespace kijun::reports
