#pragma once

#include <string>
#include <vector>

#include "engine/cel/world.h"
#include "engine/survey/series.h"

namespace kijun::survey {

/// A value of a field as the evaluators have it.
[[nodiscard]] cel::Value to_value(const table::FieldValue& value);

/// A series of surveys as the naive evaluator sees it. `SurveyIndex` is the position in `SurveySeries::surveys`. The
/// cause of a missing earlier record is the asked record with `CellRef::index = cel::kWholeRecord`.
class SurveyWorld : public cel::World {
 public:
  /// `series` is borrowed.
  explicit SurveyWorld(const SurveySeries& series) : series_(series) {}

  [[nodiscard]] cel::Value cell(const cel::CellRef& cell) const override;
  [[nodiscard]] table::MissingReason missing_reason(const cel::CellRef& cell) const override;
  [[nodiscard]] std::string raw(const cel::CellRef& cell) const override;
  [[nodiscard]] table::SubjectName describe(const cel::RecordRef& record) const override;
  [[nodiscard]] std::vector<cel::RecordRef> members(const cel::RecordRef& group) const override;
  [[nodiscard]] std::vector<cel::RecordRef> groups_of(const cel::RecordRef& record,
                                                      table::GroupId group) const override;
  [[nodiscard]] cel::Value earlier(const cel::RecordRef& record, std::uint32_t steps) const override;
  [[nodiscard]] cel::Value at_year(const cel::RecordRef& record, std::int64_t fiscal_year) const override;

 private:
  [[nodiscard]] const SurveyTable& survey(cel::SurveyIndex index) const { return *series_.surveys[index]; }
  [[nodiscard]] cel::Value in_survey(const cel::RecordRef& record, std::size_t index) const;

  const SurveySeries& series_;
};

}  // namespace kijun::survey
