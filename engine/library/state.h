#pragma once

#include <kijun/kijun.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/audit/compare/result_table.h"
#include "engine/audit/result_model.h"
#include "engine/base/file_system.h"
#include "engine/diag/diagnostic.h"
#include "engine/policy/pack.h"
#include "engine/survey/series.h"

namespace kijun::api {

/// What is behind `Rules`.
struct Rules::State {
  std::unique_ptr<FileSystem> files;
  std::vector<std::string> pack_folders;
  diag::SourceMap sources;
  policy::Pack pack;
  std::vector<Diagnostic> diagnostics;
};

/// What is behind `Survey`. The series borrows from all above it.
struct Survey::State {
  std::shared_ptr<const Rules::State> rules;  ///< Shared with whoever else audits by them.
  std::unique_ptr<FileSystem> files;
  diag::SourceMap sources;
  std::vector<Diagnostic> diagnostics;
  std::string id;
  Text title;
  int fiscal_year = 0;
  Date as_of;
  std::unique_ptr<survey::SurveySeries> series;
};

/// What is behind `Audit`. The model owns the series that was the survey's and borrows the rest of it.
struct Audit::State {
  std::unique_ptr<Survey::State> survey;
  std::vector<Diagnostic> diagnostics;
  std::vector<audit::ResultTable> earlier_results;  ///< As the survey declares them, oldest first.
  std::unique_ptr<audit::ResultModel> model;

  /// A result by its column and its position there.
  struct Place {
    std::size_t column = 0;
    std::size_t position = 0;
  };
  std::vector<Place> findings;
};

}  // namespace kijun::api
