#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/audit/result_model.h"
#include "reports/ci/mapping.h"
#include "reports/model/format.h"

namespace kijun::reports {

/// Something about the run and no result: what diagnostics said, that only a part was looked at, and decisions that do not
/// hold, cover nothing or end soon.
struct CiNotification {
  std::string code;  ///< "KJ4201", "kijun.decision-stale", "kijun.not-run".
  policy::Severity level = policy::Severity::kError;
  LocalizedText message;
  audit::Place at;          ///< Relative to the root; its line and column are never 0.
  std::string fingerprint;  ///< Of code, file and text, so that inserted lines do not change it; unique in the list.
};

/// All of them in the order they were met. Without a model (the run came to no result) at least one is an error.
[[nodiscard]] std::vector<CiNotification> collect_notifications(const audit::ResultModel* model,
                                                                const ReportOptions& options);

/// How formats write one that is shown where results stand.
[[nodiscard]] CiMapping map_notification(policy::Severity level);

/// Findings that a format does not show, each for its reason.
struct LeftOut {
  std::size_t waived = 0;    ///< Accepted by the prefecture for a time.
  std::size_t unlisted = 0;  ///< Beyond the cap on lists.
  [[nodiscard]] std::size_t total() const { return waived + unlisted; }
};

/// What a format leaves out whose word for a result is `word` (`CiMapping::gitlab` …), empty where it writes none.
[[nodiscard]] LeftOut count_left_out(const audit::ResultModel& model, const ReportOptions& options,
                                     std::string_view CiMapping::*word);

/// "Not shown here: 2 accepted by the prefecture, 14 beyond --max-findings." Empty when nothing is left out.
[[nodiscard]] LocalizedText left_out_text(const LeftOut& left_out);

/// The same as what `Format::describe` says of a format.
[[nodiscard]] std::vector<LocalizedText> left_out_remarks(const audit::ResultModel& model, const ReportOptions& options,
                                                          std::string_view CiMapping::*word);

}  // namespace kijun::reports
