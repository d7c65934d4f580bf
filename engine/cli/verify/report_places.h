#pragma once

#include <optional>
#include <string>

#include "engine/cli/audit_run.h"
#include "engine/cli/session.h"
#include "reports/provenance/provenance.h"

namespace kijun::cli {

/// Where the user says that things are; empty: where the report says.
struct VerifyArguments {
  std::string report;
  std::string survey;
  std::string rules;
  std::string root;
  std::string baseline;
};

/// Where what a report was made of is now.
class ReportPlaces {
 public:
  /// Looks for survey and pack. A usage error says what to name when one is not found; nothing comes back then.
  [[nodiscard]] static std::optional<ReportPlaces> find(const VerifyArguments& arguments,
                                                        const reports::Provenance& provenance, Session& session);

  /// Folder of the survey.
  [[nodiscard]] const std::string& survey() const { return survey_; }
  /// The pack as `load_pack` takes it.
  [[nodiscard]] const std::string& rules() const { return rules_; }
  /// The file that an input is now, whether or not it is there.
  [[nodiscard]] std::string path_of(const reports::RecordedInput& input, Session& session) const;
  /// What outputs call places, as the report does.
  [[nodiscard]] reports::SourceFolders folders(const reports::Provenance& provenance, Session& session) const;

 private:
  [[nodiscard]] bool find_survey(const VerifyArguments& arguments, const reports::Provenance& provenance,
                                 Session& session);
  [[nodiscard]] bool find_rules(const VerifyArguments& arguments, const reports::Provenance& provenance,
                                Session& session);

  std::string survey_;
  std::string rules_;
  std::string pack_folder_;
  std::string baseline_;
};

}  // namespace kijun::cli
