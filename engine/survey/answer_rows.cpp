#include "engine/survey/answer_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

#include "engine/diag/suggestion.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/column_writer.h"
#include "engine/survey/did_you_mean.h"
#include "engine/survey/file_diagnostics.h"
#include "engine/survey/row_diagnostics.h"
#include "engine/survey/subject_finder.h"

namespace kijun::survey {
namespace {

using table::MissingReason;

/// Reads the records below the headings.
class RowReader {
 public:
  RowReader(CsvReader& reader, const AnswerLayout& layout, const diag::Source& source, SurveyParts& parts,
            diag::Sink& sink)
      : reader_(reader),
        layout_(layout),
        source_(source),
        parts_(parts),
        sink_(sink),
        reg_(*parts.loaded_register->reg),
        finder_(reg_, parts.manifest.answers_as_of, sink) {
    for (const ColumnMapping& mapping : parts.manifest.columns) {
      const table::Field& field = parts.vocabulary->field(mapping.field);
      const auto legend = parts.manifest.legends.find(mapping.field);
      legends_.push_back(legend == parts.manifest.legends.end() ? default_legend(field) : legend->second);
      parts.columns[mapping.field].emplace().reset(field.type, 0);
    }
  }

  void read() {
    while (reader_.next(record_)) read_record();
    report_folded_marks();
    report_unknown_zones();
    if (parts_.num_rows() == 0 && sink_.num_errors() == errors_before_) {
      sink_.report(kNoRows, {&source_, source_.text().size(), source_.text().size()}, parts_.manifest.header_rows);
    } else if (!seen_.empty()) {
      report_missing_rows();
    }
  }

 private:
  void read_record() {
    const auto blank = [](const CsvCell& cell) { return is_blank(cell.text); };
    if (std::all_of(record_.cells.begin(), record_.cells.end(), blank)) {
      sink_.report(kBlankRecord, record_.span);
      return;
    }
    if (!has_all_columns()) return;
    const CsvCell& subject = record_.cells[layout_.subject];
    if (is_blank(subject.text)) {
      sink_.report(kBlankSubject, record_.span);
      return;
    }
    if (parts_.manifest.subject_by == SubjectBy::kListed ? !list_subject(subject) : !find_subject(subject)) return;
    parts_.subject_places.push_back(subject.span);
    for (std::size_t i = 0; i < layout_.fields.size(); ++i) read_cell(i, record_.cells[layout_.fields[i]]);
  }

  /// A subject of the register.
  bool find_subject(const CsvCell& subject) {
    const std::optional<RegisterIndex> index = parts_.manifest.subject_by == SubjectBy::kCode
                                                   ? finder_.by_code(subject.text, subject.span)
                                                   : finder_.by_name(subject.text, subject.span);
    if (!index) return false;
    if (layout_.name)
      finder_.compare_name(*index, record_.cells[*layout_.name].text, record_.cells[*layout_.name].span);
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
    const std::string_view code = keep(subject);
    const auto [first, is_new] = listed_.emplace(code, subject.span);
    if (!is_new) {
      sink_.report(kDuplicateRow, subject.span, code)
          .notes.push_back({first->second, {"最初の行はここです", "the first row is here"}});
      return false;
    }
    const std::string_view name = layout_.name ? keep(record_.cells[*layout_.name]) : std::string_view();
    const std::uint32_t zone = layout_.zone ? find_zone(record_.cells[*layout_.zone]) : table::kNoGroup;
    parts_.listed.push_back({code, is_blank(name) ? code : name, zone});
    return true;
  }

  /// A zone by its id or name; blank for none. Others are counted by the way they are written.
  std::uint32_t find_zone(const CsvCell& cell) {
    if (is_blank(cell.text)) return table::kNoGroup;
    for (std::uint32_t zone = 0; zone < reg_.zones().size(); ++zone) {
      const Zone& known = reg_.zones()[zone];
      if (cell.text == known.id || cell.text == known.name.ja || cell.text == known.name.en) return zone;
    }
    const auto [entry, is_new] = unknown_zones_.emplace(std::string(cell.text), Counted{cell.span, 0});
    ++entry->second.count;
    return table::kNoGroup;
  }

  void report_unknown_zones() {
    std::vector<std::string> known;
    for (const Zone& zone : reg_.zones()) known.insert(known.end(), {zone.id, zone.name.ja, zone.name.en});
    for (const auto& [written, zone] : unknown_zones_) {
      const LocalizedText hint = did_you_mean(diag::suggest(written, known));
      sink_.report(kUnknownRowZone, zone.first, written, zone.count, hint.ja, hint.en);
    }
  }

  /// A cell's text for as long as the survey lives.
  std::string_view keep(const CsvCell& cell) {
    return cell.owned_by_reader ? parts_.texts.emplace_back(cell.text) : cell.text;
  }

  /// Without heading rows, positions can only be checked against the records. All have as many cells as the first.
  bool has_all_columns() {
    std::size_t most = std::max({layout_.subject, layout_.name.value_or(0), layout_.zone.value_or(0)});
    for (const std::size_t i : layout_.fields) most = std::max(most, i);
    if (most < record_.cells.size()) return true;
    if (!reported_columns_)
      sink_.report(kMissingColumn, record_.span, fmt::format("{}", most + 1), source_.path(), "", "");
    reported_columns_ = true;
    return false;
  }

  void read_cell(std::size_t position, const CsvCell& cell) {
    const table::FieldIndex index = parts_.manifest.columns[position].field;
    const table::Field& field = parts_.vocabulary->field(index);
    const std::uint32_t row = parts_.num_rows() - 1;
    const std::string_view text = keep(cell);
    parts_.raw[index].push_back({text, cell.span});
    table::Column& column = *parts_.columns[index];
    if (!field.applies_to(parts_.record_kind(row))) {
      if (!is_blank(text)) sink_.report(kAnswerNotAsked, cell.span, reg_.at(parts_.rows[row]).name, field.id);
      column.push_missing(MissingReason::kNotApplicable);
      return;
    }
    const ParsedAnswer answer = parse_answer(field, legends_[position], text);
    if (answer.missing == MissingReason::kUnreadable) report_unreadable(field, legends_[position], cell);
    if (!answer.normalised.empty()) {
      parts_.normalised.push_back({row, index, answer.normalised});
      if (field.type == table::FieldType::kEnum || field.type == table::FieldType::kBool)
        count_folded(index, cell, answer);
    }
    append_answer(column, answer, text, parts_.texts);
  }

  void report_unreadable(const table::Field& field, const Legend& legend, const CsvCell& cell) {
    const bool of_marks = field.type == table::FieldType::kEnum || field.type == table::FieldType::kBool ||
                          field.element == table::FieldType::kEnum;
    if (of_marks) {
      std::vector<std::string> marks;
      for (const LegendEntry& entry : legend) marks.push_back(entry.mark);
      sink_.report(kMarkOutsideLegend, cell.span, cell.text, field.id, fmt::format("{}", fmt::join(marks, " ")));
      return;
    }
    LocalizedText expected{"数", "a number"};
    if (field.type == table::FieldType::kInt) expected = {"整数", "an integer"};
    if (field.type == table::FieldType::kDate) expected = {"年月日又は年度", "a date or fiscal year"};
    sink_.report(kUnreadableAnswer, cell.span, cell.text, field.id, expected.ja, expected.en);
  }

  void count_folded(table::FieldIndex field, const CsvCell& cell, const ParsedAnswer& answer) {
    const auto [entry, is_new] =
        folded_.emplace(std::tuple(field, std::string(cell.text), answer.normalised), Counted{cell.span, 0});
    ++entry->second.count;
  }

  void report_folded_marks() {
    for (const auto& [key, mark] : folded_) {
      const auto& [field, written, read] = key;
      sink_.report(kFoldedMark, mark.first, written, parts_.vocabulary->field(field).id, read, mark.count);
    }
  }

  void report_missing_rows() {
    for (RegisterIndex i = 0; i < reg_.municipalities().size(); ++i) {
      const Municipality& m = reg_.at(i);
      if (!m.is_municipality() || !m.valid_on(parts_.manifest.answers_as_of) || seen_.contains(i)) continue;
      sink_.report(kMissingRow, m.span, m.name, m.code, source_.path());
    }
  }

  /// One way of writing something: where it occurs first and how often.
  struct Counted {
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
  CsvRecord record_;
  std::vector<Legend> legends_;  ///< Beside `Manifest::columns`.
  std::map<RegisterIndex, diag::Span> seen_;
  std::map<std::tuple<table::FieldIndex, std::string, std::string>, Counted> folded_;
  std::unordered_map<std::string_view, diag::Span> listed_;
  std::map<std::string, Counted> unknown_zones_;
  std::size_t errors_before_ = sink_.num_errors();
  bool reported_columns_ = false;
};

}  // namespace

void read_answers(const diag::Source& source, SurveyParts& parts, diag::Sink& sink) {
  CsvReader reader(source, sink);
  const std::optional<AnswerLayout> layout = read_headings(reader, source, parts.manifest, sink);
  if (layout) RowReader(reader, *layout, source, parts, sink).read();
}

}  // namespace kijun::survey
