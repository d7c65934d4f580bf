#pragma once

#include <memory>
#include <string>

#include "tests/unit/audit/audit_support.h"

namespace kijun::audit {

/// A made-up prefecture (架空県) of three municipalities, held in memory, audited by the rules of a test. `beds` (int) and
/// `due` (date) are not asked, so that decisions can give them.
class SmallAudit {
 public:
  SmallAudit();

  /// Replaces the answers: rows of 団体名,協議の場,計画,備考 without the heading.
  void answer(const std::string& rows);
  /// Replaces decisions.toml.
  void decide(const std::string& decisions);
  /// Audits by `rules`, TOML tables that follow the ruleset's head; without a date in `options` as of the survey's.
  std::unique_ptr<AuditRun> run(const std::string& rules, AuditOptions options = {});

 private:
  std::unique_ptr<MemoryFileSystem> files_;
};

}  // namespace kijun::audit
