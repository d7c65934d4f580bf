#include "engine/survey/answer_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "engine/diag/suggestion.h"
#include "engine/survey/answer_check.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/file_diagnostics.h"
#include "engine/survey/row_diagnostics.h"
#include "engine/survey/subject_finder.h"

// Rows are found again later by where their blocks begin. Those of a list of subjects in plain form, which may be of any
// length, are found by vectors (answer_check.h), and what is wrong with it may be found while it is read: nothing is
// written before. The rows of all other files, and of any that turns out not to be in order, are found here, record by
// record. Only this reader says what is wrong with records and subjects.
namespace kijun::survey {
namespace {

/// Reads the records below the headings.
class RowReader {
 public:
  RowReader(CsvReader& reader, const diag::Source& source, SurveyParts& parts, diag::Sink& sink)
      : reader_(reader),
        layout_(parts.layout),
        source_(source),
        parts_(parts),
        sink_(sink),
        reg_(*parts.loaded_register->reg),
        finder_(reg_, parts.manifest.answers_as_of, sink),
        zones_(reg_.zones()) {}

  AnswerIndex read() {
    while (reader_.next(record_)) {
      if (read_record())
        add_row();
      else
        index_.skipped.push_back(record_.span.begin);
    }
    report_unknown_zones();
    if (index_.num_rows == 0 && sink_.num_errors() == errors_before_) {
      sink_.report(kNoRows, {&source_, source_.text().size(), source_.text().size()}, parts_.manifest.header_rows);
    } else if (!seen_.empty()) {
      report_missing_rows();
    }
    return std::move(index_);
  }

 private:
  /// False when the record is no row.
  bool read_record() {
    const auto blank = [](const CsvCell& cell) { return is_blank(cell.text); };
    if (std::all_of(record_.cells.begin(), record_.cells.end(), blank)) {
      sink_.report(kBlankRecord, record_.span);
      return false;
    }
    if (!has_all_columns()) return false;
    const CsvCell& subject = record_.cells[layout_.subject.code];
    if (is_blank(subject.text)) {
      sink_.report(kBlankSubject, record_.span);
      return false;
    }
    return parts_.is_listed() ? list_subject(subject) : find_subject(subject);
  }

  void add_row() {
    if (index_.num_rows % table::kBlockRows == 0) index_.offsets.push_back(record_.span.begin);
    ++index_.num_rows;
    index_.num_cells = record_.cells.size();
  }

  /// A subject of the register.
  bool find_subject(const CsvCell& subject) {
    const std::optional<RegisterIndex> index = parts_.manifest.subject_by == SubjectBy::kCode
                                                   ? finder_.by_code(subject.text, subject.span)
                                                   : finder_.by_name(subject.text, subject.span);
    if (!index) return false;
    if (const std::optional<std::size_t> name = layout_.subject.name)
      finder_.compare_name(*index, record_.cells[*name].text, record_.cells[*name].span);
    const auto [first, is_new] = seen_.emplace(*index, subject.span);
    if (!is_new) {
      sink_.report(kDuplicateRow, subject.span, reg_.at(*index).name)
          .notes.push_back({first->second, {"最初の行はここです", "the first row is here"}});
      return false;
    }
    parts_.rows.push_back(*index);
    return true;
  }

  /// A subject that this record introduces.
  bool list_subject(const CsvCell& subject) {
    const auto [first, is_new] = listed_.emplace(std::string(subject.text), subject.span);
    if (!is_new) {
      sink_.report(kDuplicateRow, subject.span, subject.text)
          .notes.push_back({first->second, {"最初の行はここです", "the first row is here"}});
      return false;
    }
    if (layout_.subject.zone) check_zone(record_.cells[*layout_.subject.zone]);
    return true;
  }

  /// Counts zones that the register does not have by the way they are written.
  void check_zone(const CsvCell& cell) {
    const std::string_view end = source_.text().substr(source_.text().size());
    if (zones_.zone_of(cell.span.text(), end.data())) return;
    ++unknown_zones_.emplace(std::string(cell.text), UnknownZone{cell.span, 0}).first->second.count;
  }

  void report_unknown_zones() {
    std::vector<std::string> known;
    for (const Zone& zone : reg_.zones()) known.insert(known.end(), {zone.id, zone.name.ja, zone.name.en});
    for (const auto& [written, zone] : unknown_zones_) {
      const LocalizedText hint = diag::did_you_mean_first(diag::suggest(written, known));
      sink_.report(kUnknownRowZone, zone.first, written, zone.count, hint.ja, hint.en);
    }
  }

  /// Without heading rows, positions can only be checked against the records. All have as many cells as the first.
  bool has_all_columns() {
    const SubjectCells& subject = layout_.subject;
    std::size_t most = std::max({subject.code, subject.name.value_or(0), subject.zone.value_or(0)});
    for (const std::size_t i : layout_.fields) most = std::max(most, i);
    if (most < record_.cells.size()) return true;
    if (!reported_columns_)
      sink_.report(kMissingColumn, record_.span, fmt::format("{}", most + 1), source_.path(), "", "");
    reported_columns_ = true;
    return false;
  }

  void report_missing_rows() {
    for (RegisterIndex i = 0; i < reg_.municipalities().size(); ++i) {
      const Municipality& m = reg_.at(i);
      if (!m.is_municipality() || !m.valid_on(parts_.manifest.answers_as_of) || seen_.contains(i)) continue;
      sink_.report(kMissingRow, m.span, m.name, m.code, source_.path());
    }
  }

  struct UnknownZone {
    diag::Span first;
    std::size_t count = 0;
  };

  CsvReader& reader_;
  const AnswerLayout& layout_;
  const diag::Source& source_;
  SurveyParts& parts_;
  diag::Sink& sink_;
  const Register& reg_;
  SubjectFinder finder_;
  ZoneReader zones_;
  CsvRecord record_;
  AnswerIndex index_;
  std::map<RegisterIndex, diag::Span> seen_;
  std::unordered_map<std::string, diag::Span> listed_;
  std::map<std::string, UnknownZone> unknown_zones_;
  std::size_t errors_before_ = sink_.num_errors();
  bool reported_columns_ = false;
};

/// What every column's marks mean.
std::vector<Legend> legends_of(const Manifest& manifest, const table::Vocabulary& vocabulary) {
  std::vector<Legend> legends;
  for (const ColumnMapping& mapping : manifest.columns) {
    const auto legend = manifest.legends.find(mapping.field);
    legends.push_back(legend == manifest.legends.end() ? default_legend(vocabulary.field(mapping.field))
                                                       : legend->second);
  }
  return legends;
}

/// Tells `parts` where the rows are.
void take_rows(const diag::Source& source, AnswerIndex index, SurveyParts& parts) {
  parts.answers = std::make_unique<AnswerFile>(source, std::move(index));
  if (parts.is_listed())
    parts.listed =
        std::make_unique<ListedSubjects>(*parts.answers, parts.layout.subject, parts.loaded_register->reg->zones());
}

/// Reads all records below the headings and looks at the answers of those that are rows.
void read_rows(CsvReader& reader, const diag::Source& source, SurveyParts& parts, diag::Sink& sink) {
  take_rows(source, RowReader(reader, source, parts, sink).read(), parts);
  check_answers(parts, sink);
}

}  // namespace

void read_answers(const diag::Source& source, AnswersChecked when, SurveyParts& parts, diag::Sink& sink) {
  CsvReader reader(source, sink);
  const std::optional<AnswerLayout> layout = read_headings(reader, source, parts.manifest, sink);
  if (!layout) return;
  parts.layout = *layout;
  parts.legends = legends_of(parts.manifest, *parts.vocabulary);
  std::optional<AnswerIndex> plain;
  if (parts.is_listed() && reader.num_columns() > 0)
    plain = find_plain_rows(source, reader.position(), reader.num_columns());
  if (!plain) return read_rows(reader, source, parts, sink);
  take_rows(source, std::move(*plain), parts);
  parts.are_answers_checked = when == AnswersChecked::kAtOnce;
  if (parts.are_answers_checked && !check_plain_answers(parts, sink)) reread_answers(parts, sink);
}

void reread_answers(SurveyParts& parts, diag::Sink& sink) {
  const diag::Source& source = parts.answers->source();
  const AnswerIndex& index = parts.answers->index();
  CsvReader reader(source, sink, index.offsets.front(), index.num_cells);
  read_rows(reader, source, parts, sink);
  parts.are_answers_checked = true;
}

}  // namespace kijun::survey
