#pragma once

#include <optional>
#include <sstream>
#include <string>

#include "engine/base/date.h"
#include "engine/cli/audit_run.h"
#include "engine/cli/session.h"

namespace kijun::cli {

/// The run for one record alone, as it may see it itself, with everything that its result borrows. What such a run warns
/// of has been said by the run of the whole survey.
class RecordRun {
 public:
  /// Of the record with this code; `session` is borrowed.
  RecordRun(const InputPaths& paths, std::optional<Date> as_of, const std::string& code, Session& session);

  /// As `AuditRun::run`.
  [[nodiscard]] bool run();
  /// As `AuditRun::model`.
  [[nodiscard]] const audit::ResultModel& model() const { return audit_.model(); }

 private:
  Session& session_;
  std::ostringstream told_;
  Session own_session_;
  AuditRun audit_;
};

}  // namespace kijun::cli
