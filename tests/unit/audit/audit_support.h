#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "engine/audit/run.h"
#include "engine/base/file_system.h"

namespace kijun::audit {

/// One audit of files on disk or in memory, with everything it borrows.
struct AuditRun {
  std::unique_ptr<FileSystem> files;
  diag::SourceMap sources;
  diag::Sink sink;
  std::unique_ptr<policy::Pack> pack;
  std::unique_ptr<ResultModel> model;

  /// Codes of what was reported, separated by spaces.
  [[nodiscard]] std::string codes() const;
  /// Names (ja) of the subjects of a rule whose outcome is `outcome`, in the order of reports; of one case when named.
  [[nodiscard]] std::vector<std::string> subjects(std::string_view rule, Outcome outcome,
                                                  std::string_view rule_case = {}) const;
  /// The detail of a rule's result for a subject named in Japanese.
  [[nodiscard]] std::optional<ResultDetail> detail(std::string_view rule, std::string_view subject) const;
  /// The code of a rule's result for a subject named in Japanese.
  [[nodiscard]] std::optional<ResultCode> code(std::string_view rule, std::string_view subject) const;
  [[nodiscard]] const IndicatorResult* indicator(std::string_view id) const;
};

/// Audits `survey` by `pack`, both paths in `files`. A null model means that something was reported.
[[nodiscard]] std::unique_ptr<AuditRun> run_files(std::unique_ptr<FileSystem> files, const std::string& pack,
                                                  const std::string& survey, std::optional<Date> as_of = {},
                                                  AuditOptions options = {});

/// The repository's files, with `path` replaced by `text` where given.
[[nodiscard]] std::unique_ptr<FileSystem> repository_files(std::string path = {}, std::string text = {});

}  // namespace kijun::audit
