#include "engine/survey/column_reader.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/survey/column_writer.h"

namespace kijun::survey {
namespace {

using table::FieldRole;
using table::MissingReason;

// A column whose texts are seen less than this often, as measured over some rows, is not worth coding.
constexpr std::uint64_t kRowsPerText = 8;
constexpr std::uint64_t kRowsToJudge = table::kBlockRows;
constexpr std::size_t kMostTexts = std::size_t{1} << 16;

}  // namespace

ColumnReader::ColumnReader(const SurveyParts& parts)
    : parts_(parts),
      vocabulary_(*parts.vocabulary),
      file_(parts.answers->source().text()),
      parsers_(parts.manifest.columns.size()),
      codings_(parts.vocabulary->fields().size()) {}

CellParser& ColumnReader::parser(std::size_t position) {
  std::unique_ptr<CellParser>& parser = parsers_[position];
  if (parser == nullptr)
    parser = std::make_unique<CellParser>(vocabulary_.field(parts_.manifest.columns[position].field),
                                          parts_.legends[position]);
  return *parser;
}

std::vector<ColumnMark> ColumnReader::folded_marks() const {
  std::vector<ColumnMark> marks;
  for (std::size_t position = 0; position < parsers_.size(); ++position) {
    if (parsers_[position] == nullptr) continue;
    for (FoldedMark& mark : parsers_[position]->folded_marks()) marks.push_back({position, std::move(mark)});
  }
  return marks;
}

void ColumnReader::append(const SplitBlock& block, RowRange rows, table::FieldIndex index, table::Column& column,
                          std::deque<std::string>& texts, OddCells* odd) {
  const table::Field& field = vocabulary_.field(index);
  if (const std::optional<std::size_t> position = parts_.column_of(index)) {
    parser(*position).append(block, parts_.layout.fields[*position], rows, column, texts, odd);
  } else if (field.role == FieldRole::kReading) {
    append_reading(block, rows, index, column);
  } else {
    for (std::uint32_t i = 0; i < rows.count; ++i) column.push_missing(MissingReason::kAbsent);
  }
  withhold_other_kinds(block, rows, field, column);
  lay_overlays(block, rows, index, column);
}

void ColumnReader::append_reading(const SplitBlock& block, RowRange rows, table::FieldIndex index,
                                  table::Column& column) {
  const table::Field& field = vocabulary_.field(index);
  const std::optional<table::FieldIndex> note = vocabulary_.find(field.reads);
  const std::optional<std::size_t> answered = note ? parts_.column_of(*note) : std::nullopt;
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    if (!answered) {
      column.push_missing(MissingReason::kAbsent);
      continue;
    }
    const std::size_t cell = parts_.layout.fields[*answered];
    const MissingReason missing = unread_reason(note_status(block, rows.first + i, *note, cell));
    column.push_missing(missing);
    if (missing == MissingReason::kBlank && field.unless_reviewed)
      set_value(column, static_cast<std::uint32_t>(column.num_rows() - 1), field, *field.unless_reviewed);
  }
}

NoteStatus ColumnReader::note_status(const SplitBlock& block, std::uint32_t row, table::FieldIndex note,
                                     std::size_t cell) const {
  const auto& notes = parts_.notes;
  if (!notes.empty()) {
    if (const auto known = notes.find({note, block.first_row() + row}); known != notes.end()) return known->second;
  }
  if (!vocabulary_.field(note).applies_to(parts_.record_kind(block.first_row() + row))) return NoteStatus::kEmpty;
  // Quotes around white space: whatever stands between them, doubled quotes would not be blank.
  std::string_view written = block.written(row, cell);
  if (written.size() >= 2 && written.front() == '"') written = written.substr(1, written.size() - 2);
  return is_blank(written) ? NoteStatus::kEmpty : NoteStatus::kUnread;
}

/// Puts "not applicable" where a field is not asked of a row's kind.
void ColumnReader::withhold_other_kinds(const SplitBlock& block, RowRange rows, const table::Field& field,
                                        table::Column& column) {
  const bool of_members = field.applies_to(parts_.member_kind());
  const bool of_prefecture = parts_.is_listed() || field.applies_to("prefecture");
  if (of_members && of_prefecture) return;
  const std::size_t begin = column.num_rows() - rows.count;
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    const bool is_member =
        parts_.is_listed() || parts_.municipality(block.first_row() + rows.first + i).is_municipality();
    if (!(is_member ? of_members : of_prefecture))
      set_missing(column, static_cast<std::uint32_t>(begin + i), MissingReason::kNotApplicable);
  }
}

void ColumnReader::lay_overlays(const SplitBlock& block, RowRange rows, table::FieldIndex index,
                                table::Column& column) {
  const std::map<OverlayKey, Overlay>& overlays = parts_.overlays;
  const std::uint32_t first = block.first_row() + rows.first;
  const std::size_t begin = column.num_rows() - rows.count;
  for (auto at = overlays.lower_bound({{table::kRecordSpace, first}, 0}); at != overlays.end(); ++at) {
    const auto& [subject, field] = at->first;
    if (subject.space != table::kRecordSpace || subject.index >= first + rows.count) return;
    if (field != index) continue;
    const auto row = static_cast<std::uint32_t>(begin + subject.index - first);
    set_value(column, row, vocabulary_.field(index), at->second.value);
  }
}

std::uint32_t ColumnReader::code_of(Coding& coding, std::string_view text) const {
  // Whole objects are compared by `less`, which orders pointers into different ones.
  const std::less<> before;
  const char* const file_end = file_.data() + file_.size();
  const bool in_file = !before(text.data(), file_.data()) && before(text.data(), file_end);
  const std::uint32_t code = coding.texts.number_of(text, in_file ? file_end : text.data() + text.size());
  if (!in_file && code + 1 == coding.texts.texts().size() && coding.texts.texts()[code].data() == text.data())
    coding.texts.move_last_to(coding.kept.emplace_back(text));
  return code;
}

void ColumnReader::code_texts(table::FieldIndex field, table::Column& column) {
  std::unique_ptr<Coding>& coding = codings_[field];
  if (vocabulary_.field(field).role == FieldRole::kNote) return;
  if (coding == nullptr) {
    coding = std::make_unique<Coding>();
    const std::string_view none = file_.substr(0, 0);
    (void)coding->texts.number_of(none, none.data());  // code 0, which missing answers have
  }
  if (!coding->pays) return;
  column.codes.resize(column.num_rows());
  for (std::size_t row = 0; row < column.num_rows(); ++row) {
    if (column.missing[row] != MissingReason::kNone) continue;
    column.codes[row] = code_of(*coding, column.strings[row]);
    ++coding->num_rows;
  }
  column.dictionary = &coding->texts.texts();
  const std::uint64_t num_texts = coding->texts.texts().size();
  const bool judged = coding->num_rows >= kRowsToJudge;
  coding->pays = num_texts < kMostTexts && (!judged || num_texts * kRowsPerText <= coding->num_rows);
}

void read_whole_column(const SurveyTable& survey, table::FieldIndex field, table::Column& column,
                       std::deque<std::string>& texts) {
  column.reset(survey.vocabulary().field(field).type, survey.num_rows());
  ColumnReader reader(survey.parts());
  SplitBlock block;
  const AnswerFile& answers = *survey.parts().answers;
  for (std::uint32_t i = 0; i < answers.num_blocks(); ++i) {
    answers.split(i, block);
    reader.append(block, {0, block.num_rows()}, field, column, texts);
  }
}

}  // namespace kijun::survey
