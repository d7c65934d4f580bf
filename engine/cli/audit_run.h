#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/compare/indicator_comparison.h"
#include "engine/audit/compare/result_table.h"
#include "engine/audit/run.h"
#include "engine/cli/inputs.h"
#include "engine/cli/session.h"
#include "reports/model/format.h"

namespace kijun::cli {

/// Names of inputs in outputs, for whoever makes a report again from elsewhere; empty: as `run_inputs.h` finds them.
struct InputNames {
  std::string rules;
  std::string baseline;
  std::string config;
};

/// What to audit and how, defaults filled in.
struct AuditRequest {
  InputPaths paths;
  std::optional<Date> as_of;         ///< Nothing: the survey's own date.
  std::vector<std::string> only;     ///< Rules, as `find_rule` takes them.
  std::vector<std::string> records;  ///< As `find_row` takes them.
  std::vector<std::string> groups;   ///< Zones by code or name.
  std::string baseline;              ///< Path of its file; empty: none.
  std::string config;                ///< Path of the kijun.toml that said something of this; empty: none.
  InputNames names;                  ///< What outputs call inputs that are not where they were.
  audit::AuditOptions options;       ///< What the members above do not say; the run fills in what is empty.
  bool will_compare = false;         ///< `AuditRun::facts` is wanted.
};

/// An earlier survey of the audited one's series.
struct EarlierSurvey {
  std::string folder;
  int fiscal_year = 0;
};

/// One audit with everything that its result borrows.
class AuditRun {
 public:
  AuditRun(AuditRequest request, Session& session) : request_(std::move(request)), session_(session) {}

  /// Loads what was asked for and judges it. Mistakes are printed; false then.
  [[nodiscard]] bool run();

  /// The result; only after `run` came to one.
  [[nodiscard]] const audit::ResultModel& model() const { return *model_; }
  [[nodiscard]] const AuditRequest& request() const { return request_; }
  /// What the survey declares of earlier years, oldest first.
  [[nodiscard]] const std::vector<audit::ResultTable>& earlier_results() const { return earlier_results_; }
  /// What the user named, or null.
  [[nodiscard]] const audit::Baseline* baseline() const { return baseline_ ? &*baseline_ : nullptr; }
  /// What comparing takes beside the result; only where the request said so.
  [[nodiscard]] const audit::SideFacts& facts() const { return facts_; }
  /// The newest earlier survey of the series that was read, if any.
  [[nodiscard]] const std::optional<EarlierSurvey>& newest_earlier() const { return newest_earlier_; }
  /// Adds what outputs have to know of places to what is known of the survey, as far as the run came.
  void describe_places(reports::SourceFolders& folders) const;

 private:
  [[nodiscard]] std::unique_ptr<survey::SurveySeries> load_series();
  [[nodiscard]] bool read_baseline(const std::string& series);
  [[nodiscard]] bool load_earlier_results(const survey::SurveyTable& survey);
  void name_inputs(const survey::SurveyTable& survey);
  void add_input(const std::string& role, const std::string& name, const std::string& path,
                 const std::string& survey_folder);
  [[nodiscard]] bool narrow(const audit::Plan& plan, const survey::SurveyTable& survey);
  [[nodiscard]] bool narrow_to_zone(const std::string& name, const survey::SurveyTable& survey);
  void keep_row(std::uint32_t row);

  AuditRequest request_;
  Session& session_;
  std::unique_ptr<policy::Pack> pack_;
  std::optional<audit::Baseline> baseline_;
  audit::Place manifest_;
  std::vector<audit::ResultTable> earlier_results_;
  audit::SideFacts facts_;
  std::optional<EarlierSurvey> newest_earlier_;
  WorkCounter counter_;  ///< Rows that are judged.
  std::unique_ptr<audit::ResultModel> model_;
};

}  // namespace kijun::cli
