#pragma once

#include "reports/model/compare_report.h"
#include "reports/words/words.h"

namespace kijun::reports {

/// The parts a comparison is built of; each fills one part of `report`.

/// What the two runs were, and what of it differs.
void add_compare_head(const CompareSource& source, CompareReport& report);
/// How many changes of which kind, what made them, or why that is not known.
void add_compare_headline(const CompareSource& source, CompareReport& report);
/// Indicators as intervals on both sides.
void add_compare_rates(const CompareSource& source, CompareReport& report);
/// Joins that are not one code to the same, and who has no counterpart.
void add_compare_joins(const CompareSource& source, CompareReport& report);

/// 規則・判定日 …; that only several together do where none does alone.
[[nodiscard]] LocalizedText made_by_text(const audit::Inputs& inputs);

}  // namespace kijun::reports
