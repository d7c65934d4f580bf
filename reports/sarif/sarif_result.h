#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/result_model.h"
#include "reports/ci/ci_result.h"
#include "reports/escape/json_writer.h"
#include "reports/sarif/sarif_rules.h"

namespace kijun::reports {

/// One entry of `run.results`.
struct SarifResult {
  std::string rule_id;
  std::string_view kind;  ///< Empty: left to its default, "fail".
  std::string_view level;
  LocalizedText message;
  std::vector<Anchor> anchors;  ///< The first is where the alert stands.
  std::string address;
  audit::Place rule_at;                         ///< Line 0 for none.
  std::string fingerprint;                      ///< "v1:" and 32 hex digits.
  std::string_view baseline_state;              ///< Empty for none.
  const audit::DecisionView* waiver = nullptr;  ///< Null: not suppressed.
  const CiResult* source = nullptr;             ///< What its properties tell; null for groups and notifications.
};

/// Where logical locations stand in `run.logicalLocations`, numbered as they are met.
class LogicalLocations {
 public:
  explicit LogicalLocations(const std::string& survey) { (void)add(survey, std::nullopt); }

  /// The number of "survey/subject/field" or "survey/subject", made with its parents when it is new.
  std::size_t index(const std::string& address);
  /// Writes the list as the value of a member: resource, object, value.
  void write(JsonWriter& json) const;

 private:
  struct Entry {
    std::string address;
    std::optional<std::size_t> parent;
  };
  std::size_t add(const std::string& address, std::optional<std::size_t> parent);

  std::vector<Entry> entries_;
  std::map<std::string, std::size_t> index_;
};

/// What a result is written with.
struct SarifContext {
  SarifProfile profile = SarifProfile::kFull;
  Language language = Language::kJapanese;
  const SarifRules& rules;
  LogicalLocations& logical;
};

/// The entry of one result.
[[nodiscard]] SarifResult make_sarif_result(const CiResult& result, SarifProfile profile,
                                            const audit::ResultModel& model);

/// Writes an entry.
void write_sarif_result(const SarifResult& result, const SarifContext& context, JsonWriter& json);

/// A text of a message: controls visible, and no link in it that we did not make.
[[nodiscard]] std::string sarif_text(std::string_view text);

/// Writes a `physicalLocation` without a snippet as the value of a member.
void write_physical_location(const audit::Place& place, std::size_t end_column, const std::string& snippet,
                             JsonWriter& json);

}  // namespace kijun::reports
