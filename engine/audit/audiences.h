#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "engine/audit/plan.h"
#include "engine/audit/subject_list.h"
#include "engine/survey/survey.h"

namespace kijun::audit {

/// The subjects of every audience of a run, made when first asked for and kept: rules with one audience share a list.
class Audiences {
 public:
  /// With `only_rows`, records are those it names and groups those they belong to. The survey is borrowed.
  Audiences(const survey::SurveyTable& survey, std::optional<std::set<std::uint32_t>> only_rows)
      : survey_(&survey), only_rows_(std::move(only_rows)) {}

  /// In the order of reports. The reference stays valid as long as this, also when it is moved.
  [[nodiscard]] const SubjectList& subjects(const Audience& audience);
  [[nodiscard]] const SubjectList& records() { return subjects({table::kRecordSpace, "record"}); }
  [[nodiscard]] const SubjectList& zones();
  [[nodiscard]] bool has_row(std::uint32_t row) const { return !only_rows_ || only_rows_->contains(row); }
  [[nodiscard]] bool is_narrowed() const { return only_rows_.has_value(); }

 private:
  [[nodiscard]] SubjectList make_records(const std::string& kind) const;
  [[nodiscard]] SubjectList make_groups(table::SpaceId space) const;

  const survey::SurveyTable* survey_;
  std::optional<std::set<std::uint32_t>> only_rows_;
  std::map<std::pair<table::SpaceId, std::string>, SubjectList> lists_;
};

}  // namespace kijun::audit
