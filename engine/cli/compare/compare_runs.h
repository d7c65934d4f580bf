#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "engine/audit/compare/indicator_comparison.h"
#include "engine/cli/compare/compare_side.h"
#include "reports/model/compare_report.h"

namespace kijun::cli {

/// The runs of a comparison with all they borrow.
class CompareRuns {
 public:
  CompareRuns(CompareSide before, CompareSide after, bool allow_rule_errors)
      : before_(std::move(before)), after_(std::move(after)), allow_rule_errors_(allow_rule_errors) {}

  /// Runs both ends, and of the mixed corners those in which inputs differ. An end that cannot be run fails (printed); a
  /// corner that cannot leaves the split out and says why.
  [[nodiscard]] bool run(Session& session);

  [[nodiscard]] const audit::Corners& corners() const { return corners_; }
  [[nodiscard]] const std::vector<audit::SeriesJoin>& joins() const { return joins_; }
  [[nodiscard]] const audit::SideFacts& facts_before() const { return facts_before_; }
  [[nodiscard]] const audit::SideFacts& facts_after() const { return facts_after_; }
  [[nodiscard]] const std::vector<reports::NoSplit>& no_split() const { return no_split_; }
  /// The folder of the new survey.
  [[nodiscard]] const std::string& folder_after() const { return after_.folder; }
  /// In whose terms the comparison is told: the new side's, or the old one's where the new one is a result file.
  [[nodiscard]] const Glossary& glossary() const;
  /// The model of an end; null where it is a result file.
  [[nodiscard]] const audit::ResultModel* model_before() const { return models_[0].get(); }
  [[nodiscard]] const audit::ResultModel* model_after() const { return models_[1].get(); }

 private:
  void find_joins();
  [[nodiscard]] bool run_end(CompareSide& side, audit::SideFacts& facts, std::size_t corner, Session& session);
  /// False when the corner cannot be run (printed).
  [[nodiscard]] bool run_corner(std::size_t corner, Session& session);
  void run_corners(Session& session);
  [[nodiscard]] const CompareSide& side_of(std::size_t corner, audit::Input input) const {
    return (corner & audit::corner_bit(input)) != 0 ? after_ : before_;
  }

  CompareSide before_;
  CompareSide after_;
  bool allow_rule_errors_;
  std::array<std::unique_ptr<audit::ResultModel>, 2> models_;  ///< Of the ends, whose texts are shown; null for a file.
  std::vector<std::unique_ptr<audit::ResultTable>> tables_;
  audit::Corners corners_;
  std::vector<audit::SeriesJoin> joins_;
  audit::SideFacts facts_before_;
  audit::SideFacts facts_after_;
  std::vector<reports::NoSplit> no_split_;
  Glossary no_terms_;  ///< Of two result files.
};

}  // namespace kijun::cli
