#include "engine/cli/compared_year.h"

#include <sstream>

#include "reports/model/not_compared.h"
#include "reports/model/unlisted.h"
#include "reports/words/words.h"

namespace kijun::cli {

using reports::Word;

ComparedYear::ComparedYear(const AuditRun& run, Session& session) {
  if (audit::sees(run.model().run().readers.who, audit::Content::kOtherRecords)) view_.results = &run.earlier_results();
  view_.why_none = obstacle(run);
  if (!view_.why_none.empty()) return;
  if (compare(run, session))
    view_.comparison = &report_;
  else
    view_.why_none = reports::fill(Word::kEarlierFails, {{"survey", run.model().run().earlier_surveys.front()}});
}

LocalizedText ComparedYear::obstacle(const AuditRun& run) {
  const audit::RunInfo& info = run.model().run();
  if (info.readers.who != audit::Readership::kInternal) return reports::word(Word::kEarlierInternalOnly);
  if (!run.newest_earlier()) return reports::why_not_compared(info);
  if (!info.narrowed.empty()) return reports::word(Word::kEarlierNotNarrowed);
  if (reports::count_cells(run.model()) > reports::kMaxCells) return reports::word(Word::kEarlierTooLarge);
  return {};
}

bool ComparedYear::compare(const AuditRun& run, Session& session) {
  std::ostringstream told;  // the report says that it cannot be done, and `kijun compare` why
  Session own = session.beside(session.files, told);
  const AuditRequest& request = run.request();
  const auto day = [](const std::optional<Date>& date) { return date ? date->iso() : std::string(); };
  const SideArguments before{run.newest_earlier()->folder, {}, {}, {}};
  const SideArguments after{request.paths.survey, {}, day(request.as_of), day(request.options.revision)};
  std::optional<CompareSide> old_side = load_compare_side(before, request.paths.rules, "old", own);
  if (!old_side) return false;
  std::optional<CompareSide> new_side = load_compare_side(after, request.paths.rules, "new", own);
  if (!new_side) return false;
  runs_.emplace(std::move(*old_side), std::move(*new_side), request.options.allow.rule_errors);
  if (!runs_->run(own)) return false;
  const double min_response = audit::kDefaultMinResponse;
  comparison_ = audit::compare_runs(runs_->corners(), runs_->joins());
  indicators_ = audit::compare_indicators(runs_->corners(), runs_->facts_before(), runs_->facts_after(), min_response);
  source_.emplace(
      reports::CompareSource{runs_->corners(), comparison_, indicators_, runs_->no_split(), false, min_response});
  report_ = reports::build_compare_report(*source_);
  return true;
}

}  // namespace kijun::cli
