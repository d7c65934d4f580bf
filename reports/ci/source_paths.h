#pragma once

#include <string>

#include "engine/audit/result_model.h"
#include "engine/diag/source.h"
#include "reports/model/format.h"

namespace kijun::reports {

/// Names files as a repository knows them, so that a reader of CI results can open them wherever the run took place.
class SourcePaths {
 public:
  /// Borrowed.
  explicit SourcePaths(const SourceFolders& folders) : folders_(folders) {}

  /// A place of the survey (`audit::CellView::at`, `audit::SubjectInfo::at`), its file relative to the root, or to the
  /// survey's folder where it is not below the root.
  [[nodiscard]] audit::Place of_survey(audit::Place place) const;
  /// The same of a place whose file is named as it was opened; files of `SourceFolders::packs` stand below their names.
  [[nodiscard]] audit::Place of_source(audit::Place place) const;
  /// The start of a span; line 0 without one.
  [[nodiscard]] audit::Place of_span(diag::Span span) const;
  /// Where results stand that have no place of their own.
  [[nodiscard]] audit::Place manifest() const;

 private:
  [[nodiscard]] std::string below_root(const std::string& from_survey) const;

  const SourceFolders& folders_;
};

/// A path as a URI reference: everything but letters, digits, `-._~/` as percent escapes.
[[nodiscard]] std::string uri_path(const std::string& path);

}  // namespace kijun::reports
