#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/run.h"
#include "engine/cli/inputs.h"
#include "engine/cli/session.h"

namespace kijun::cli {

/// What to audit and how, defaults filled in.
struct AuditRequest {
  InputPaths paths;
  std::optional<Date> as_of;         ///< Nothing: the survey's own date.
  std::vector<std::string> only;     ///< Rules, as `find_rule` takes them.
  std::vector<std::string> records;  ///< As `find_row` takes them.
  std::vector<std::string> groups;   ///< Zones by code or name.
  std::string baseline;              ///< Path of its file; empty: none.
  audit::AuditOptions options;       ///< What the members above do not say; the run fills in the rest.
};

/// One audit with everything that its result borrows.
class AuditRun {
 public:
  AuditRun(AuditRequest request, Session& session) : request_(std::move(request)), session_(session) {}

  /// Loads what was asked for and judges it. Mistakes are printed; false then.
  [[nodiscard]] bool run();

  /// The result; only after `run` came to one.
  [[nodiscard]] const audit::ResultModel& model() const { return *model_; }
  /// What the user named, or null.
  [[nodiscard]] const audit::Baseline* baseline() const { return baseline_ ? &*baseline_ : nullptr; }
  /// Where the survey's manifest says what it is, as far as it was read.
  [[nodiscard]] const audit::Place& manifest() const { return manifest_; }

 private:
  [[nodiscard]] std::unique_ptr<survey::SurveySeries> load_series();
  [[nodiscard]] bool read_baseline(const std::string& series);
  [[nodiscard]] bool narrow(const audit::Plan& plan, const survey::SurveyTable& survey);
  [[nodiscard]] bool narrow_to_zone(const std::string& name, const survey::SurveyTable& survey);
  void keep_row(std::uint32_t row);

  AuditRequest request_;
  Session& session_;
  std::unique_ptr<policy::Pack> pack_;
  std::optional<audit::Baseline> baseline_;
  audit::Place manifest_;
  WorkCounter counter_;  ///< Rows that are judged.
  std::unique_ptr<audit::ResultModel> model_;
};

}  // namespace kijun::cli
