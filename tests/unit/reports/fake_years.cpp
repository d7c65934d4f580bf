#include "tests/unit/reports/fake_years.h"

namespace kijun::reports {

audit::ResultTable result_of(int fiscal_year, std::size_t number, const std::string& meaning) {
  audit::ResultTable table;
  table.head.fiscal_year = fiscal_year;
  table.indicators.push_back({"council.declared", {"設置率", "Councils"}, {number, number, 3, 3}, meaning});
  return table;
}

FakeYears::YearBefore::YearBefore() {
  judge_before_deadline();
  run_info().survey_id = "kakuu-2017";
  run_info().survey_title = {"架空県の前回の調査", "Survey of Kakuu before"};
  run_info().fiscal_year = 2017;
  run_info().inputs = {{"answers", "answers.csv", LazySha256::known("00fe")}};
}

FakeYears::FakeYears()
    : table_before_(audit::ResultTable::of(before_)),
      table_after_(audit::ResultTable::of(after_)),
      corners_(corners()),
      comparison_(audit::compare_runs(corners_, {})),
      source_{corners_, comparison_, indicators_, no_split_},
      report_(build_compare_report(source_)) {
  results_.push_back(result_of(2014, 1, "one"));
  results_.push_back(result_of(2016, 2, "other"));
}

audit::Corners FakeYears::corners() const {
  audit::Corners made;
  for (std::size_t at = 0; at < audit::kNumCorners; ++at)
    made.tables[at] = (at & audit::corner_bit(audit::Input::kDate)) != 0 ? &table_after_ : &table_before_;
  made.has_split = true;
  return made;
}

YearsBefore FakeYears::years() const { return {&report_, {}, &results_}; }

YearsBefore no_years(const std::vector<audit::ResultTable>& no_results) {
  return {nullptr, {"前回の調査がありません。", "There is no survey before."}, &no_results};
}

}  // namespace kijun::reports
