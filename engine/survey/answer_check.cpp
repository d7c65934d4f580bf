#include "engine/survey/answer_check.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "engine/base/csv_scan.h"
#include "engine/base/threads.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/subject_codes.h"

// What is wrong with answers is found while they are read, so that no cell is read twice: by whoever reads the columns of
// rules first, with a check beside that looks at the other columns, or by a check alone. Either way a file is cut into
// ranges of rows that are looked at by themselves, and what was found is put together in their order.
//
// Subjects are told apart without a table when their codes ascend, as in an exported list they do. Only otherwise are the
// hashes of all codes compared; two equal ones send the file to the careful reader, which knows whether the codes are.
namespace kijun::survey {

AnswerCheck::AnswerCheck(const SurveyParts& parts, std::uint32_t first_row, ColumnReader& columns,
                         AnswerFindings& findings)
    : parts_(parts), columns_(columns), findings_(findings), states_(parts.manifest.columns.size()) {
  found_.first_row = first_row;
}

bool AnswerCheck::look_at_codes(const SplitBlock& block, RowRange rows) {
  std::string_view last = found_.last_code;
  for (std::uint32_t row = rows.first; row < rows.first + rows.count; ++row) {
    const std::string_view code = cell_text(block.written(row, parts_.layout.subject.code), texts_);
    if (is_blank(code)) return false;
    if (last.empty()) found_.first_code = code;
    found_.ascends = found_.ascends && code_before(last, code);
    last = code;
  }
  found_.last_code = std::string(last);
  texts_.clear();
  return true;
}

OddCells& AnswerCheck::taken(std::size_t position) {
  states_[position].is_taken = true;
  return states_[position].odd;
}

void AnswerCheck::look_at_others(const SplitBlock& block, RowRange rows) {
  const std::size_t begin = found_.odd_cells.size();
  for (std::size_t position = 0; position < states_.size(); ++position) {
    ColumnState& state = states_[position];
    if (!state.is_taken) look_at_column(block, rows, position);
    for (const std::uint32_t row : state.odd.unreadable)
      found_.odd_cells.push_back({block.first_row() + row, position, false});
    state.odd.unreadable.clear();
    state.is_taken = false;
  }
  std::sort(found_.odd_cells.begin() + static_cast<std::ptrdiff_t>(begin), found_.odd_cells.end());
  found_.num_rows += rows.count;
}

/// Rows of one kind stand together, but for the prefecture's.
void AnswerCheck::look_at_column(const SplitBlock& block, RowRange rows, std::size_t position) {
  if (parts_.is_listed()) return columns_.check(block, rows, position, states_[position].odd);
  const table::Field& field = parts_.vocabulary->field(parts_.manifest.columns[position].field);
  const std::uint32_t end = rows.first + rows.count;
  for (std::uint32_t begin = rows.first; begin < end;) {
    const std::string_view kind = parts_.record_kind(block.first_row() + begin);
    std::uint32_t next = begin + 1;
    while (next < end && parts_.record_kind(block.first_row() + next) == kind) ++next;
    if (field.applies_to(kind))
      columns_.check(block, {begin, next - begin}, position, states_[position].odd);
    else
      find_not_asked(block, {begin, next - begin}, position);
    begin = next;
  }
}

void AnswerCheck::find_not_asked(const SplitBlock& block, RowRange rows, std::size_t position) {
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    const std::string_view text = cell_text(block.written(rows.first + i, parts_.layout.fields[position]), texts_);
    if (!is_blank(text)) found_.odd_cells.push_back({block.first_row() + rows.first + i, position, true});
  }
  texts_.clear();
}

void AnswerCheck::finish() {
  for (const ColumnState& state : states_) found_.num_normalised += state.odd.num_normalised;
  found_.folded = columns_.folded_marks();
  findings_.add(std::move(found_));
}

std::optional<AnswerIndex> find_plain_rows(const diag::Source& source, std::size_t begin, std::size_t num_cells) {
  const std::string_view text = source.text().substr(begin);
  RecordScan scan = scan_records(text, table::kBlockRows, threads_for_bytes(text.size()));
  const bool countable = scan.num_records > 0 && scan.num_records < std::numeric_limits<std::uint32_t>::max();
  if (!scan.plain || !countable) return std::nullopt;
  for (std::uint64_t& offset : scan.offsets) offset += begin;
  return AnswerIndex{num_cells, static_cast<std::uint32_t>(scan.num_records), std::move(scan.offsets), {}};
}

bool check_plain_answers(SurveyParts& parts, diag::Sink& sink) {
  const AnswerFile& answers = *parts.answers;
  AnswerFindings findings;
  answers.each_run([&](std::uint32_t first_block, std::uint32_t end_block) {
    ColumnReader columns(parts);
    ZoneReader zones(parts.loaded_register->reg->zones());
    std::vector<std::uint32_t> zones_of_rows;
    const std::optional<std::size_t> zone_cell = parts.layout.subject.zone;
    AnswerCheck check(parts, first_block * table::kBlockRows, columns, findings);
    SplitBlock block;
    for (std::uint32_t i = first_block; i < end_block && !findings.given_up(); ++i) {
      const bool is_plain = answers.split_unchecked(i, block);
      const RowRange rows{0, block.num_rows()};
      const bool knows_zones = is_plain && (!zone_cell || zones.read(block, rows, *zone_cell, zones_of_rows));
      if (knows_zones && check.look_at_codes(block, rows))
        check.look_at_others(block, rows);
      else
        findings.give_up();
    }
    check.finish();
  });
  return confirm_plain_answers(findings, parts, sink);
}

bool confirm_plain_answers(const AnswerFindings& findings, SurveyParts& parts, diag::Sink& sink) {
  if (findings.given_up()) return false;
  if (!findings.subjects_ascend() && !codes_differ(*parts.answers, parts.layout.subject.code)) return false;
  findings.report(parts, sink);
  return true;
}

void check_answers(SurveyParts& parts, diag::Sink& sink) {
  const AnswerFile& answers = *parts.answers;
  AnswerFindings findings;
  answers.each_run([&](std::uint32_t first_block, std::uint32_t end_block) {
    ColumnReader columns(parts);
    AnswerCheck check(parts, first_block * table::kBlockRows, columns, findings);
    SplitBlock block;
    for (std::uint32_t i = first_block; i < end_block; ++i) {
      answers.split(i, block);
      check.look_at_others(block, {0, block.num_rows()});
    }
    check.finish();
  });
  findings.report(parts, sink);
}

}  // namespace kijun::survey
