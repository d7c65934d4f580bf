#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/survey/cell.h"
#include "engine/survey/decisions.h"
#include "engine/survey/manifest.h"
#include "engine/survey/register_file.h"
#include "engine/table/block.h"

namespace kijun::survey {

/// How far a note has been read.
enum class NoteStatus : std::uint8_t {
  kEmpty,   ///< There is nothing to read.
  kUnread,  ///< Nobody has recorded a reading.
  kStale,   ///< The note changed after it was read.
  kRead,
};

/// The text of one answer and its place.
struct RawCell {
  std::string_view text;
  diag::Span place;
};

/// A value a decision puts over a cell.
struct Overlay {
  table::FieldValue value;
  CellOrigin origin = CellOrigin::kCorrection;
  std::uint32_t decision = 0;
};

/// The cell an overlay lies on.
using OverlayKey = std::pair<table::SubjectRef, table::FieldIndex>;

/// A subject that the answer file lists itself.
struct ListedSubject {
  std::string_view code;
  std::string_view name;
  std::uint32_t zone = table::kNoGroup;
};

/// What loading gathers and `SurveyTable` keeps. Vectors by field have one entry per field of the vocabulary.
struct SurveyParts {
  Manifest manifest;
  std::string directory;  ///< Of the manifest.
  const table::Vocabulary* vocabulary = nullptr;
  const LoadedRegister* loaded_register = nullptr;
  std::vector<InputFile> inputs;
  std::vector<RegisterIndex> rows;    ///< Per row of the answer file: its record in the register; empty when listed.
  std::vector<ListedSubject> listed;  ///< Per row, when the answer file lists its subjects.
  std::vector<diag::Span> subject_places;                      ///< Per row: the cell that names the subject.
  std::vector<std::optional<table::Column>> columns;           ///< By field; nothing where no row can have a value.
  std::vector<std::vector<RawCell>> raw;                       ///< By field; empty where the form has no column.
  std::map<table::FieldIndex, std::vector<NoteStatus>> notes;  ///< Per note field the form asks: per row.
  std::map<OverlayKey, Overlay> overlays;
  std::vector<PlacedDecision> decisions;
  std::vector<NormalisedCell> normalised;
  std::deque<std::string> texts;  ///< Texts that stand in no file as they are; columns and raw cells borrow them.

  [[nodiscard]] bool is_listed() const { return manifest.subject_by == SubjectBy::kListed; }
  [[nodiscard]] std::uint32_t num_rows() const {
    return static_cast<std::uint32_t>(is_listed() ? listed.size() : rows.size());
  }
  /// "municipality", "prefecture" or the kind that the survey lists.
  [[nodiscard]] std::string_view record_kind(std::uint32_t row) const;
};

/// One survey: rows of the answer file in their order, decisions laid over, readings computed. Immutable but for derived
/// groups, which a ruleset adds before anything is evaluated. Blocks are read through `open_blocks`.
class SurveyTable : public table::SurveyContext {
 public:
  explicit SurveyTable(SurveyParts parts);
  SurveyTable(const SurveyTable&) = delete;
  SurveyTable& operator=(const SurveyTable&) = delete;

  [[nodiscard]] const Manifest& manifest() const { return parts_.manifest; }
  [[nodiscard]] const table::Vocabulary& vocabulary() const { return *parts_.vocabulary; }
  [[nodiscard]] const Register& reg() const { return *parts_.loaded_register->reg; }
  [[nodiscard]] const std::vector<Body>& bodies() const { return parts_.loaded_register->bodies; }
  /// Every file read, in this order: manifest, register, municipalities, zones, bodies, answers, decisions.
  [[nodiscard]] const std::vector<InputFile>& inputs() const { return parts_.inputs; }
  /// Name of an input relative to the survey's folder, for places in reports; the source's own path if it is none.
  [[nodiscard]] std::string_view input_name(const diag::Source& source) const;
  /// In order of the file.
  [[nodiscard]] const std::vector<PlacedDecision>& decisions() const { return parts_.decisions; }
  /// Cells not taken as written, by row and field.
  [[nodiscard]] const std::vector<NormalisedCell>& normalised() const { return parts_.normalised; }

  /// True when the answer file lists its subjects, so that no row stands in the register.
  [[nodiscard]] bool is_listed() const { return parts_.is_listed(); }
  [[nodiscard]] std::uint32_t num_rows() const override { return parts_.num_rows(); }
  [[nodiscard]] std::string_view member_kind() const override;
  /// The register's record of a row; never of a survey that lists its subjects.
  [[nodiscard]] const Municipality& municipality(std::uint32_t row) const { return reg().at(parts_.rows[row]); }
  /// Kind of a row as fields and rules name it: "municipality", "prefecture" or the kind that the survey lists.
  [[nodiscard]] std::string_view record_kind(std::uint32_t row) const { return parts_.record_kind(row); }
  /// Its kind in words: 町, town.
  [[nodiscard]] LocalizedText kind_label(std::uint32_t row) const;
  /// Id of its zone; empty for none.
  [[nodiscard]] std::string zone_id(std::uint32_t row) const;
  /// Where it stands in reports: 建制順, or its place in the answer file (from 1) when that lists the subjects.
  [[nodiscard]] std::int64_t order(std::uint32_t row) const;
  /// Row of a code, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> row_of(std::string_view code) const;
  /// All rows in 建制順 (the register's `order`, then the file's).
  [[nodiscard]] std::vector<std::uint32_t> rows_in_order() const;
  [[nodiscard]] table::RecordHeader record(std::uint32_t row) const;
  /// The cell that names a row's subject.
  [[nodiscard]] diag::Span subject_place(std::uint32_t row) const { return parts_.subject_places[row]; }
  /// Name and code of any subject; the kind is `record_kind` or the group kind's id.
  [[nodiscard]] table::SubjectName subject(table::SubjectRef subject) const;

  /// True when the answer file has a column for the field.
  [[nodiscard]] bool asks(table::FieldIndex field) const { return !parts_.raw[field].empty(); }
  /// Everything about one cell of a record or group.
  [[nodiscard]] Cell cell(table::SubjectRef subject, table::FieldIndex field) const;
  /// How far a row's note has been read; `kEmpty` when the form has no such column.
  [[nodiscard]] NoteStatus note_status(std::uint32_t row, table::FieldIndex note) const;
  /// Appends rows [first, first + count) of a field to a column of its type. Texts are borrowed from the survey.
  void append_field(table::FieldIndex field, std::uint32_t first, std::uint32_t count, table::Column& column) const;
  /// A row's text for a field as it stands in the answer file; empty where the form has no column.
  [[nodiscard]] std::string_view raw(std::uint32_t row, table::FieldIndex field) const {
    return asks(field) ? parts_.raw[field][row].text : std::string_view();
  }

  [[nodiscard]] const std::vector<table::GroupKind>& group_kinds() const override { return group_kinds_; }
  [[nodiscard]] const table::Grouping& grouping(table::GroupId group) const override { return groupings_[group]; }
  [[nodiscard]] const std::vector<table::SubjectName>& groups(table::GroupId group) const override {
    return group_names_[group];
  }
  [[nodiscard]] table::Column group_field(table::GroupId group, table::FieldIndex field) const override;
  [[nodiscard]] table::Column group_attribute(table::GroupId group, std::uint32_t attribute) const override;
  [[nodiscard]] table::Column earlier_field(const table::EarlierSurvey& survey, table::FieldIndex field,
                                            std::uint32_t first_row, std::uint32_t num_rows) const override;
  /// Makes the earlier surveys of the series known, newest first. They are borrowed.
  void link_earlier(std::vector<const SurveyTable*> earlier) { earlier_ = std::move(earlier); }
  /// Appends a ruleset's derived group and gives its id. `grouping.groups_of` has one entry per row.
  table::GroupId add_group(table::GroupKind kind, table::Grouping grouping, std::vector<table::SubjectName> names);

 private:
  [[nodiscard]] Cell record_cell(std::uint32_t row, table::FieldIndex field) const;
  [[nodiscard]] Cell group_cell(table::SubjectRef subject, table::FieldIndex field) const;
  void build_groups();
  void join_rows();
  void join(table::GroupId group, std::uint32_t index, std::uint32_t row);

  [[nodiscard]] const SurveyTable* find_earlier(const table::EarlierSurvey& survey) const;

  SurveyParts parts_;
  std::vector<const SurveyTable*> earlier_;
  std::unordered_map<std::string_view, std::uint32_t> row_by_code_;
  std::vector<table::GroupKind> group_kinds_;
  std::deque<table::Grouping> groupings_;
  std::deque<std::vector<table::SubjectName>> group_names_;
};

}  // namespace kijun::survey
