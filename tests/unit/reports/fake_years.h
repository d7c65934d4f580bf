#pragma once

#include <vector>

#include "engine/audit/compare/comparison.h"
#include "reports/model/compare_report.h"
#include "reports/model/years_before.h"
#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {

/// A result of 架空県 in which so many of three have a council, by a definition.
[[nodiscard]] audit::ResultTable result_of(int fiscal_year, std::size_t number, const std::string& meaning);

/// 架空県 and its survey of the year before, judged a month before its deadline: the answers are the same, and the date
/// made what changes of council.municipality: 乙町 from not yet due to unmet, and the undecided 丙村 to a higher
/// severity. Of results of earlier years there are those of 2014 (one of three) and 2016 (two of three, defined in
/// another way); what 2016 means is not known to be what 2018 means.
class FakeYears {
 public:
  FakeYears();
  FakeYears(const FakeYears&) = delete;
  FakeYears& operator=(const FakeYears&) = delete;

  [[nodiscard]] const FakeModel& model() const { return after_; }
  /// The comparison and the results.
  [[nodiscard]] YearsBefore years() const;

 private:
  class YearBefore : public FakeModel {
   public:
    YearBefore();
  };
  [[nodiscard]] audit::Corners corners() const;

  YearBefore before_;
  FakeModel after_;
  audit::ResultTable table_before_;
  audit::ResultTable table_after_;
  audit::Corners corners_;
  audit::Comparison comparison_;
  std::vector<audit::IndicatorComparison> indicators_;
  std::vector<NoSplit> no_split_;
  CompareSource source_;
  CompareReport report_;
  std::vector<audit::ResultTable> results_;
};

/// Two years of which nothing is compared, and no results, for this reason.
[[nodiscard]] YearsBefore no_years(const std::vector<audit::ResultTable>& no_results);

}  // namespace kijun::reports
