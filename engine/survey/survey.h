#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/lazy.h"
#include "engine/survey/answer_file.h"
#include "engine/survey/cell.h"
#include "engine/survey/decisions.h"
#include "engine/survey/listed_subjects.h"
#include "engine/survey/manifest.h"
#include "engine/survey/register_file.h"
#include "engine/table/block.h"

namespace kijun::survey {

class AnswerFindings;

/// How far a note has been read.
enum class NoteStatus : std::uint8_t {
  kEmpty,   ///< There is nothing to read.
  kUnread,  ///< Nobody has recorded a reading.
  kStale,   ///< The note changed after it was read.
  kRead,
};

/// Why a field that interprets a note has no value of its own beside it: `kNotReviewed` while somebody has to read the note,
/// else `kBlank`, in whose place the field's `unless_reviewed` stands when it has one.
[[nodiscard]] table::MissingReason unread_reason(NoteStatus status);

/// A value a decision puts over a cell.
struct Overlay {
  table::FieldValue value;
  CellOrigin origin = CellOrigin::kCorrection;
  std::uint32_t decision = 0;
};

/// The cell an overlay lies on.
using OverlayKey = std::pair<table::SubjectRef, table::FieldIndex>;

/// Which cell of a record holds what, once the headings are known.
struct AnswerLayout {
  SubjectCells subject;             ///< By code, `name` is to be compared with the register's.
  std::vector<std::size_t> fields;  ///< Beside `Manifest::columns`.
};

/// What loading gathers and `SurveyTable` keeps: where the rows are and what decisions say. The answers stay in the file.
struct SurveyParts {
  Manifest manifest;
  std::string directory;  ///< Of the manifest.
  const table::Vocabulary* vocabulary = nullptr;
  const LoadedRegister* loaded_register = nullptr;
  std::vector<InputFile> inputs;
  AnswerLayout layout;
  std::vector<Legend> legends;  ///< Beside `Manifest::columns`.
  std::unique_ptr<const AnswerFile> answers;
  /// False while nobody has looked at the answers of a file that lists its subjects; see `SurveyTable::confirm_answers`.
  bool are_answers_checked = true;
  std::vector<RegisterIndex> rows;               ///< Per row: its record in the register; empty when listed.
  std::unique_ptr<const ListedSubjects> listed;  ///< When the answer file lists its subjects.
  std::uint64_t num_normalised = 0;              ///< Cells not taken as written.
  /// Notes somebody looked at, by note field and row. All others are unread, or empty.
  std::map<std::pair<table::FieldIndex, std::uint32_t>, NoteStatus> notes;
  std::map<OverlayKey, Overlay> overlays;
  std::vector<PlacedDecision> decisions;
  std::size_t num_later_decisions = 0;      ///< Made after the revision that is looked at, and left out.
  std::optional<Date> answers_received;     ///< When the answers are a resubmission.
  std::size_t num_later_resubmissions = 0;  ///< Received after the revision that is looked at, and left out.

  [[nodiscard]] bool is_listed() const { return manifest.subject_by == SubjectBy::kListed; }
  [[nodiscard]] std::uint32_t num_rows() const { return answers->num_rows(); }
  /// The register's record of a row; never of a survey that lists its subjects.
  [[nodiscard]] const Municipality& municipality(std::uint32_t row) const {
    return loaded_register->reg->at(rows[row]);
  }
  /// "municipality", "prefecture" or the kind that the survey lists.
  [[nodiscard]] std::string_view record_kind(std::uint32_t row) const;
  /// The kind of all records but the prefecture.
  [[nodiscard]] std::string_view member_kind() const;
  /// Position of the column that answers a field, in `Manifest::columns`; nothing when the form does not ask it.
  [[nodiscard]] std::optional<std::size_t> column_of(table::FieldIndex field) const;
  /// What a row's cell says for a field that the form asks.
  [[nodiscard]] AnswerFile::PlacedText answer(std::uint32_t row, table::FieldIndex field) const;
  /// How far a row's note has been read; `kEmpty` when the form has no such column.
  [[nodiscard]] NoteStatus note_status(std::uint32_t row, table::FieldIndex note) const;
};

/// One survey: rows of the answer file in their order, decisions laid over, readings computed. Immutable but for derived
/// groups, which a ruleset adds before anything is evaluated. Blocks are read through `open_blocks`; single cells are read
/// from the file when asked for. Safe to read from several threads.
class SurveyTable : public table::SurveyContext {
 public:
  explicit SurveyTable(SurveyParts parts);
  ~SurveyTable() override;
  SurveyTable(const SurveyTable&) = delete;
  SurveyTable& operator=(const SurveyTable&) = delete;

  [[nodiscard]] const Manifest& manifest() const { return parts_.manifest; }
  [[nodiscard]] const table::Vocabulary& vocabulary() const { return *parts_.vocabulary; }
  [[nodiscard]] const Register& reg() const { return *parts_.loaded_register->reg; }
  [[nodiscard]] const std::vector<Body>& bodies() const { return parts_.loaded_register->bodies; }
  /// The terms of the register's texts; without any where it names no glossary.
  [[nodiscard]] const Glossary& glossary() const { return parts_.loaded_register->glossary.glossary; }
  /// Everything loading gathered.
  [[nodiscard]] const SurveyParts& parts() const { return parts_; }
  /// Every file read, in this order: manifest, register, municipalities, zones, bodies, glossary, answers,
  /// decisions.
  [[nodiscard]] const std::vector<InputFile>& inputs() const { return parts_.inputs; }
  /// Name of an input relative to the survey's folder, for places in reports; the source's own path if it is none.
  [[nodiscard]] std::string_view input_name(const diag::Source& source) const;
  /// In order of the file.
  [[nodiscard]] const std::vector<PlacedDecision>& decisions() const { return parts_.decisions; }
  /// Cells not taken as written: look-alike marks, full-width digits, era dates.
  [[nodiscard]] std::uint64_t num_normalised() const { return parts_.num_normalised; }

  /// False while nobody has looked at the answers: whoever reads all rows first looks at them, too
  /// (`open_unchecked_blocks`), and then has what was found confirmed.
  [[nodiscard]] bool are_answers_checked() const { return parts_.are_answers_checked; }
  /// Reports what was found in all rows, looking at them now if not all were read. False, and nothing is reported, when
  /// the file is not what it seemed: what was read means nothing then (`reread_answers`).
  [[nodiscard]] bool confirm_answers(const AnswerFindings& findings, diag::Sink& sink);
  /// Takes everything that loading gathered out of the table, which is of no use afterwards.
  [[nodiscard]] SurveyParts take_parts() { return std::move(parts_); }

  /// True when the answer file lists its subjects, so that no row stands in the register.
  [[nodiscard]] bool is_listed() const { return parts_.is_listed(); }
  [[nodiscard]] std::uint32_t num_rows() const override { return parts_.num_rows(); }
  [[nodiscard]] std::string_view member_kind() const override { return parts_.member_kind(); }
  /// The register's record of a row; never of a survey that lists its subjects.
  [[nodiscard]] const Municipality& municipality(std::uint32_t row) const { return parts_.municipality(row); }
  /// Kind of a row as fields and rules name it: "municipality", "prefecture" or the kind that the survey lists.
  [[nodiscard]] std::string_view record_kind(std::uint32_t row) const { return parts_.record_kind(row); }
  /// Its kind in words: 町, town.
  [[nodiscard]] LocalizedText kind_label(std::uint32_t row) const;
  /// Id of its zone; empty for none.
  [[nodiscard]] std::string zone_id(std::uint32_t row) const;
  /// Where it stands in reports: 建制順, or its place in the answer file (from 1) when that lists the subjects.
  [[nodiscard]] std::int64_t order(std::uint32_t row) const;
  /// Where the register draws a row's subject; nothing where it does not, and when the answer file lists the subjects.
  [[nodiscard]] std::optional<Tile> tile(std::uint32_t row) const {
    return is_listed() ? std::nullopt : municipality(row).tile;
  }
  /// Row of a code, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> row_of(std::string_view code) const;
  /// All rows in 建制順 (the register's `order`, then the file's).
  [[nodiscard]] std::vector<std::uint32_t> rows_in_order() const;
  [[nodiscard]] table::RecordHeader record(std::uint32_t row) const;
  /// The cell that names a row's subject.
  [[nodiscard]] diag::Span subject_place(std::uint32_t row) const;
  /// Name and code of any subject; the kind is `record_kind` or the group kind's id.
  [[nodiscard]] table::SubjectName subject(table::SubjectRef subject) const;

  /// True when the answer file has a column for the field.
  [[nodiscard]] bool asks(table::FieldIndex field) const { return parts_.column_of(field).has_value(); }
  /// Everything about one cell of a record or group.
  [[nodiscard]] Cell cell(table::SubjectRef subject, table::FieldIndex field) const;
  /// How far a row's note has been read; `kEmpty` when the form has no such column.
  [[nodiscard]] NoteStatus note_status(std::uint32_t row, table::FieldIndex note) const {
    return parts_.note_status(row, note);
  }

  [[nodiscard]] const std::vector<table::GroupKind>& group_kinds() const override { return group_kinds_; }
  /// Of a survey that lists its subjects, the members of the standard groups are read by the first call.
  [[nodiscard]] const table::Grouping& grouping(table::GroupId group) const override;
  /// The groups of a kind that a row calls its own, ascending.
  [[nodiscard]] std::vector<std::uint32_t> groups_of(std::uint32_t row, table::GroupId group) const;
  [[nodiscard]] const std::vector<table::SubjectName>& groups(table::GroupId group) const override {
    return group_names_[group];
  }
  [[nodiscard]] table::Column group_field(table::GroupId group, table::FieldIndex field) const override;
  [[nodiscard]] table::Column group_attribute(table::GroupId group, std::uint32_t attribute) const override;
  [[nodiscard]] std::vector<table::MissingReason> missing_earlier(const table::EarlierSurvey& survey,
                                                                  const table::SubjectRange& subjects) const override;
  [[nodiscard]] table::Column earlier_field(const table::EarlierSurvey& survey, table::FieldIndex field,
                                            const table::SubjectRange& subjects) const override;
  /// Makes the earlier surveys of the series known, newest first. They are borrowed.
  void link_earlier(std::vector<const SurveyTable*> earlier) { earlier_ = std::move(earlier); }
  /// Appends a ruleset's derived group and gives its id. `grouping.groups_of` has one entry per row.
  table::GroupId add_group(table::GroupKind kind, table::Grouping grouping, std::vector<table::SubjectName> names);

 private:
  class WholeColumns;

  [[nodiscard]] Cell record_cell(std::uint32_t row, table::FieldIndex field) const;
  [[nodiscard]] Cell group_cell(table::SubjectRef subject, table::FieldIndex field) const;
  void name_groups();
  void group_registered_rows();
  void join(table::GroupId group, std::uint32_t index, std::uint32_t row);
  /// Of the standard kinds of groups.
  using StandardGroupings = std::array<table::Grouping, 3>;
  [[nodiscard]] StandardGroupings group_listed_rows() const;
  [[nodiscard]] const SurveyTable* find_earlier(const table::EarlierSurvey& survey) const;

  SurveyParts parts_;
  std::vector<const SurveyTable*> earlier_;
  std::unordered_map<std::string_view, std::uint32_t> row_by_code_;  ///< Empty when listed.
  std::vector<table::GroupKind> group_kinds_;
  std::deque<table::Grouping> groupings_;  ///< When listed, `listed_groupings_` stands for the first three.
  Lazy<StandardGroupings> listed_groupings_;
  std::deque<std::vector<table::SubjectName>> group_names_;
  std::unique_ptr<WholeColumns> whole_columns_;  ///< What later surveys of the series read of this one.
};

}  // namespace kijun::survey
