#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/result_model.h"
#include "engine/base/language.h"
#include "reports/ci/mapping.h"
#include "reports/model/format.h"
#include "reports/model/unlisted.h"

namespace kijun::reports {

/// A result's number.
struct ResultAt {
  std::size_t column = 0;
  std::size_t position = 0;
};

/// Where a result stands in a file.
struct Anchor {
  audit::Place at;  ///< Relative to the root; its line and column are never 0.
  std::size_t end_column = 0;
  std::string raw;    ///< What stands in the cell; empty where the place is no cell.
  std::string field;  ///< Of the cell, where it is one of the subject's own; else empty.
};

/// One result as formats for CI write it.
struct CiResult {
  ResultAt where;
  const policy::Rule* rule = nullptr;
  std::string field;  ///< Under `for_fields`.
  ResultStanding standing;
  CiMapping mapping;
  audit::ResultCode code;
  audit::ResultDetail detail;
  audit::Gate gate;
  audit::Verdict verdict = audit::Verdict::kMet;
  table::SubjectName subject;
  LocalizedText title;    ///< Of the rule, with the field's label under `for_fields`.
  LocalizedText message;  ///< Verdict, subject and what is the matter, in one line.
  Anchor anchor;
  audit::Place rule_at;  ///< The rule's line in its ruleset; line 0 where it is not known.
  std::string address;   ///< "kanagawa-2018/142115/council": survey, subject, field.
  std::string fingerprint;
};

/// Makes them.
class CiResults {
 public:
  /// Borrowed.
  CiResults(const audit::ResultModel& model, const ReportOptions& options) : model_(model), options_(options) {}

  [[nodiscard]] CiResult make(ResultAt where) const;
  [[nodiscard]] ResultStanding standing(ResultAt where) const {
    return standing_of(model_, where.column, where.position);
  }
  [[nodiscard]] CiMapping mapping(ResultAt where) const { return map_result(standing(where)); }
  [[nodiscard]] const audit::ResultModel& model() const { return model_; }
  [[nodiscard]] const ReportOptions& options() const { return options_; }
  [[nodiscard]] table::SubjectRef subject(ResultAt where) const {
    return model_.columns()[where.column].subject(where.position);
  }

  /// Calls `visit(ResultAt)` for every listed result that the format is to carry, by rule, then subject.
  template <class Visit>
  void each(ResultsShown shown, Visit visit) const {
    for (std::size_t column = 0; column < model_.columns().size(); ++column)
      for (const std::uint32_t position : model_.listed(column))
        if (carries(shown, model_.columns()[column].outcome(position))) visit(ResultAt{column, position});
  }

 private:
  [[nodiscard]] Anchor find_anchor(table::SubjectRef subject, const audit::ResultDetail& detail) const;

  const audit::ResultModel& model_;
  const ReportOptions& options_;
};

/// Findings that the cap on lists leaves out, of all rules.
[[nodiscard]] std::size_t count_unlisted_findings(const audit::ResultModel& model);

}  // namespace kijun::reports
