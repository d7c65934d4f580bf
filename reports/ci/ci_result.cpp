#include "reports/ci/ci_result.h"

#include <algorithm>

#include "engine/audit/fingerprint.h"
#include "engine/base/utf8.h"
#include "reports/ci/source_paths.h"
#include "reports/escape/short_text.h"
#include "reports/model/build_parts.h"
#include "reports/model/unlisted.h"
#include "reports/words/decision_text.h"
#include "reports/words/verdict_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

/// Characters of a subject's code in an address: the key of a derived group may be a whole note.
constexpr std::size_t kMaxCodeInAddress = 100;

/// A cell of the audited survey that stands in a file.
bool has_place(const audit::CellView& cell, const audit::RunInfo& run) {
  return cell.at.line != 0 && cell.survey == run.survey_id;
}

/// The cell that says most about a result: one of its subject's that decided it or keeps it open, else one of another
/// subject that did, else one that is shown beside it.
const audit::CellView* telling_cell(const audit::RunInfo& run, const table::SubjectName& subject,
                                    const audit::ResultDetail& detail) {
  std::vector<const audit::CellView*> cells;
  for (const audit::OpenCause& cause : detail.unknown_because) cells.push_back(&cause.cell);
  for (const audit::CellView& cell : detail.evidence)
    if (cell.role == audit::EvidenceRole::kDecided) cells.push_back(&cell);
  for (const audit::CellView& cell : detail.evidence)
    if (cell.role == audit::EvidenceRole::kContext) cells.push_back(&cell);
  std::erase_if(cells, [&](const audit::CellView* cell) { return !has_place(*cell, run); });
  const auto own = std::find_if(cells.begin(), cells.end(), [&](const audit::CellView* cell) {
    return cell->subject.kind == subject.kind && cell->subject.code == subject.code;
  });
  if (own != cells.end()) return *own;
  return cells.empty() ? nullptr : cells.front();
}

/// Code points of the first line of a cell, at least one.
std::size_t width_of(const std::string& raw) {
  return std::max<std::size_t>(count_code_points(std::string_view(raw).substr(0, raw.find('\n'))), 1);
}

LocalizedText name_subject(const table::SubjectName& subject, const LocalizedText& message) {
  LocalizedText named = fill(Word::kCiNamed, {{"name", subject.name}, {"text", message}});
  if (message.ja.find(subject.name.ja) != std::string::npos) named.ja = message.ja;
  if (message.en.find(subject.name.en) != std::string::npos) named.en = message.en;
  return named;
}

LocalizedText compose_message(const audit::ResultModel& model, const CiResult& result) {
  LocalizedText verdict = verdict_word(result.verdict);
  if (audit::is_finding(result.standing.outcome)) verdict = marked(verdict, rule_mark(*result.rule, model.ruleset()));
  for (const LocalizedText& tag : set_aside_tags(model, result.where.column, result.where.position))
    verdict = marked(verdict, tag);
  return fill(Word::kCiVerdict, {{"verdict", verdict}, {"text", name_subject(result.subject, result.detail.message)}});
}

}  // namespace

Anchor CiResults::find_anchor(table::SubjectRef subject, const audit::ResultDetail& detail) const {
  const SourcePaths paths(options_.ci.folders);
  const audit::SubjectInfo info = model_.subject(subject);
  if (const audit::CellView* cell = telling_cell(model_.run(), info.name, detail)) {
    const bool is_own = cell->subject.kind == info.name.kind && cell->subject.code == info.name.code;
    Anchor anchor{paths.of_survey(cell->at), 0, cell->raw, is_own ? cell->field : std::string()};
    anchor.at.column = std::max<std::size_t>(anchor.at.column, 1);
    anchor.end_column = anchor.at.column + width_of(cell->raw);
    return anchor;
  }
  audit::Place place = info.at;
  if (place.line == 0 && subject.space != table::kRecordSpace)
    if (const std::vector<table::SubjectRef> members = model_.members(subject); !members.empty())
      place = model_.subject(members.front()).at;
  place = place.line == 0 ? paths.manifest() : paths.of_survey(place);
  place.column = std::max<std::size_t>(place.column, 1);
  return {place, place.column + 1, "", ""};
}

CiResult CiResults::make(ResultAt where) const {
  const audit::RuleColumn& column = model_.columns()[where.column];
  CiResult result;
  result.where = where;
  result.rule = &column.rule();
  if (column.field()) result.field = model_.vocabulary().field(*column.field()).id;
  result.standing = standing(where);
  result.mapping = map_result(result.standing);
  result.code = column.code(where.position);
  result.detail = model_.detail(where.column, where.position);
  result.gate = model_.gate(where.column, where.position);
  result.verdict = audit::verdict_of(column, result.code);
  result.subject = model_.subject(column.subject(where.position)).name;
  result.title = column_title(model_, column);
  result.message = compose_message(model_, result);
  result.anchor = find_anchor(column.subject(where.position), result.detail);
  result.rule_at = SourcePaths(options_.ci.folders).of_span(column.rule().span);
  const std::string& field = result.field.empty() ? result.anchor.field : result.field;
  result.address = model_.run().survey_id + "/" + shorten(uri_path(result.subject.code), kMaxCodeInAddress) +
                   (field.empty() ? "" : "/" + field);
  result.fingerprint = audit::fingerprint(model_, where.column, where.position);
  return result;
}

std::size_t count_unlisted_findings(const audit::ResultModel& model) {
  std::size_t total = 0;
  for (std::size_t column = 0; column < model.columns().size(); ++column)
    total += count_unlisted(model, column).findings;
  return total;
}

}  // namespace kijun::reports
