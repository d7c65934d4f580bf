#include "engine/survey/answer_findings.h"

#include <utility>

#include "engine/survey/cell_reports.h"
#include "engine/survey/row_diagnostics.h"
#include "engine/survey/survey.h"

namespace kijun::survey {

void AnswerFindings::add(RangeFindings range) {
  found_.with([&](Found& found) { found.ranges.emplace(range.first_row, std::move(range)); });
}

void AnswerFindings::give_up() {
  found_.with([](Found& found) { found.given_up = true; });
}

bool AnswerFindings::given_up() const {
  return found_.with([](const Found& found) { return found.given_up; });
}

std::uint32_t AnswerFindings::num_rows() const {
  return found_.with([](const Found& found) {
    std::uint32_t total = 0;
    for (const auto& [first_row, range] : found.ranges) total += range.num_rows;
    return total;
  });
}

bool AnswerFindings::subjects_ascend() const {
  return found_.with([](const Found& found) {
    const RangeFindings* before = nullptr;
    for (const auto& [first_row, range] : found.ranges) {
      if (!range.ascends || (before != nullptr && !code_before(before->last_code, range.first_code))) return false;
      before = &range;
    }
    return true;
  });
}

void AnswerFindings::report(SurveyParts& parts, diag::Sink& sink) const {
  CellReports reports(sink);
  const auto report_range = [&](const RangeFindings& range) {
    parts.num_normalised += range.num_normalised;
    for (const OddCell& cell : range.odd_cells) {
      const table::Field& field = parts.vocabulary->field(parts.manifest.columns[cell.position].field);
      const auto [text, place] = parts.answers->cell(cell.row, parts.layout.fields[cell.position]);
      if (cell.not_asked)
        sink.report(kAnswerNotAsked, place, parts.loaded_register->reg->at(parts.rows[cell.row]).name, field.id);
      else
        reports.report_unreadable(field, parts.legends[cell.position], text, place);
    }
    for (const ColumnMark& folded : range.folded)
      reports.count_folded(parts.vocabulary->field(parts.manifest.columns[folded.position].field), folded.mark);
  };
  found_.with([&](const Found& found) {
    for (const auto& [first_row, range] : found.ranges) report_range(range);
  });
  reports.report_folded();
}

}  // namespace kijun::survey
