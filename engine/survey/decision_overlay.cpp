#include "engine/survey/decision_overlay.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "engine/survey/answer_parser.h"
#include "engine/survey/check_digit.h"
#include "engine/survey/column_writer.h"
#include "engine/survey/decision_diagnostics.h"
#include "engine/survey/did_you_mean.h"

// A reading holds while the note's text has the hash it was made on. The fields that interpret a note then take, row by
// row: the value of the reading's entry; without an entry, or beside an empty note, the field's `unless_reviewed` (blank
// when the vocabulary gives none: nothing says it, and asking could settle it); beside an unread or changed note,
// not_reviewed. A form without the note leaves them absent.
namespace kijun::survey {
namespace {

using table::FieldRole;
using table::MissingReason;
using table::SubjectRef;

std::string without_breaks(std::string_view text) {
  std::string joined(text);
  std::erase_if(joined, [](char c) { return c == '\n' || c == '\r'; });
  return joined;
}

CellOrigin origin_of(DecisionKind kind) {
  if (kind == DecisionKind::kCorrection) return CellOrigin::kCorrection;
  return kind == DecisionKind::kReading ? CellOrigin::kReading : CellOrigin::kAttestation;
}

/// What a decision is about, with the words messages need.
struct Subject {
  SubjectRef ref;
  std::string kind;  ///< Record kind or group kind, as fields list it.
  std::string name;
};

class DecisionLayer {
 public:
  DecisionLayer(SurveyParts& parts, diag::Sink& sink)
      : parts_(parts), sink_(sink), reg_(*parts.loaded_register->reg), bodies_(parts.loaded_register->bodies) {
    for (std::uint32_t row = 0; row < parts.rows.size(); ++row) row_of_.emplace_back(parts.rows[row], row);
    for (std::uint32_t row = 0; row < parts.listed.size(); ++row) listed_row_of_.emplace(parts.listed[row].code, row);
    std::sort(row_of_.begin(), row_of_.end());
    read_note_columns();
  }

  void lay(Decision decision) {
    number_ = static_cast<std::uint32_t>(parts_.decisions.size());
    PlacedDecision placed{std::move(decision), std::nullopt, false};
    const std::optional<Subject> subject = find_subject(placed.decision);
    if (subject) {
      placed.subject = subject->ref;
      switch (placed.decision.kind) {
        case DecisionKind::kReading:
          placed.stale = !lay_reading(placed.decision, *subject);
          break;
        case DecisionKind::kCorrection:
          placed.stale = !lay_correction(placed.decision, *subject);
          break;
        case DecisionKind::kAttestation:
          lay_attestation(placed.decision, *subject);
          break;
        case DecisionKind::kWaiver:
        case DecisionKind::kRemark:
          break;
      }
    }
    parts_.decisions.push_back(std::move(placed));
  }

  /// Computes the reading columns and writes corrected and attested values into theirs.
  void finish() {
    for (table::FieldIndex field = 0; field < parts_.vocabulary->fields().size(); ++field)
      if (parts_.vocabulary->field(field).role == FieldRole::kReading) fill_reading_column(field);
    for (const auto& [key, overlay] : parts_.overlays) {
      const auto& [subject, field] = key;
      if (subject.space == table::kRecordSpace) write_overlay(subject.index, field, overlay.value);
    }
  }

 private:
  void read_note_columns() {
    for (table::FieldIndex field = 0; field < parts_.vocabulary->fields().size(); ++field) {
      if (parts_.vocabulary->field(field).role != FieldRole::kNote || parts_.raw[field].empty()) continue;
      std::vector<NoteStatus>& statuses = parts_.notes[field];
      for (std::uint32_t row = 0; row < parts_.num_rows(); ++row) {
        const bool empty = !applies(parts_.vocabulary->field(field), row) || is_blank(parts_.raw[field][row].text);
        statuses.push_back(empty ? NoteStatus::kEmpty : NoteStatus::kUnread);
      }
    }
  }

  std::optional<Subject> find_subject(const Decision& decision) {
    if (const auto row = listed_row_of_.find(decision.subject); row != listed_row_of_.end())
      return Subject{{table::kRecordSpace, row->second},
                     std::string(parts_.record_kind(row->second)),
                     std::string(parts_.listed[row->second].name)};
    if (const auto index = reg_.find_by_code(decision.subject); index && !parts_.is_listed())
      return find_row(*index, decision);
    if (const auto zone = reg_.find_zone(decision.subject))
      return Subject{{table::group_space(table::kZoneGroup), *zone}, "zone", reg_.zones()[*zone].name.ja};
    const auto body =
        std::find_if(bodies_.begin(), bodies_.end(), [&](const Body& b) { return b.id == decision.subject; });
    if (body != bodies_.end()) {
      const auto position = static_cast<std::uint32_t>(body - bodies_.begin());
      return Subject{{table::group_space(table::kBodyGroup), position}, "body", body->name.ja};
    }
    if (decision.subject == parts_.manifest.series)
      return Subject{{table::group_space(table::kSurveyGroup), 0}, "survey", parts_.manifest.title.ja};
    report_subject(decision);
    return std::nullopt;
  }

  std::optional<Subject> find_row(RegisterIndex index, const Decision& decision) {
    const Municipality& m = reg_.at(index);
    const auto found = std::lower_bound(row_of_.begin(), row_of_.end(), std::pair(index, std::uint32_t{0}));
    if (found == row_of_.end() || found->first != index) {
      sink_.report(kDecisionWithoutRow, decision.subject_span, m.name);
      return std::nullopt;
    }
    return Subject{{table::kRecordSpace, found->second}, m.is_municipality() ? "municipality" : "prefecture", m.name};
  }

  /// A waiver or remark may be about a group that only the ruleset declares; anything else has to be known here.
  void report_subject(const Decision& decision) {
    const bool about_rule = decision.kind == DecisionKind::kWaiver || decision.kind == DecisionKind::kRemark;
    const bool code_like =
        !decision.subject.empty() && decision.subject.front() >= '0' && decision.subject.front() <= '9';
    if (about_rule && !code_like) return;
    if (parts_.is_listed()) {
      sink_.report(kDecisionSubject, decision.subject_span, decision.subject, "", "");
      return;
    }
    std::optional<std::string> meant;
    if (const NameMatch match = reg_.find_by_name(decision.subject); match.candidates.size() == 1)
      meant = reg_.at(match.candidates.front()).code;
    else if (decision.subject.size() == 6)
      meant = complete_code(decision.subject.substr(0, 5));
    if (meant && !reg_.find_by_code(*meant)) meant.reset();
    const LocalizedText hint = did_you_mean(meant);
    sink_.report(kDecisionSubject, decision.subject_span, decision.subject, hint.ja, hint.en);
  }

  /// False when the reading does not hold.
  bool lay_reading(const Decision& decision, const Subject& subject) {
    const table::FieldIndex note = *decision.note;
    const std::string& note_id = parts_.vocabulary->field(note).id;
    const auto statuses = parts_.notes.find(note);
    if (subject.ref.space != table::kRecordSpace || statuses == parts_.notes.end()) {
      sink_.report(kFieldNotDecidable, decision.span, note_id, "この調査の様式には、この備考の欄がありません",
                   "the form of this survey has no such note");
      return false;
    }
    const std::string_view text = parts_.raw[note][subject.ref.index].text;
    NoteStatus& status = statuses->second[subject.ref.index];
    if (decision.hash != note_hash(text)) {
      sink_.report(kStaleReading, decision.quote_span, subject.name, note_id)
          .notes.push_back({parts_.raw[note][subject.ref.index].place, {"現在の備考", "the note as it is"}});
      if (status == NoteStatus::kUnread) status = NoteStatus::kStale;
      return false;
    }
    if (without_breaks(text).find(without_breaks(decision.quote)) == std::string::npos) {
      sink_.report(kQuoteNotInNote, decision.quote_span, subject.name, note_id)
          .notes.push_back({parts_.raw[note][subject.ref.index].place, {"現在の備考", "the note as it is"}});
      return false;
    }
    if (status != NoteStatus::kEmpty) status = NoteStatus::kRead;
    for (const DecidedValue& value : decision.values) put(decision, subject, value);
    return true;
  }

  /// False when the answer is no longer the one that was corrected.
  bool lay_correction(const Decision& decision, const Subject& subject) {
    const DecidedValue& value = decision.values.front();
    const std::string& id = parts_.vocabulary->field(value.field).id;
    if (subject.ref.space != table::kRecordSpace || parts_.raw[value.field].empty()) {
      sink_.report(kFieldNotDecidable, decision.span, id,
                   "この様式が尋ねていない項目は、補足（attestation）で記録してください",
                   "the form does not ask it: record an attestation");
      return true;
    }
    const RawCell& raw = parts_.raw[value.field][subject.ref.index];
    if (without_breaks(raw.text) != without_breaks(decision.answer)) {
      sink_.report(kStaleCorrection, decision.span, subject.name, id, raw.text, decision.answer)
          .notes.push_back({raw.place, {"現在の回答", "the answer as it is"}});
      return false;
    }
    put(decision, subject, value);
    return true;
  }

  void lay_attestation(const Decision& decision, const Subject& subject) {
    const DecidedValue& value = decision.values.front();
    const bool asked = subject.ref.space == table::kRecordSpace && !parts_.raw[value.field].empty();
    if (asked && !is_blank(parts_.raw[value.field][subject.ref.index].text)) {
      const RawCell& raw = parts_.raw[value.field][subject.ref.index];
      sink_
          .report(kAttestationOverAnswer, decision.span, subject.name, parts_.vocabulary->field(value.field).id,
                  raw.text)
          .notes.push_back({raw.place, {"回答はここです", "the answer is here"}});
      return;
    }
    put(decision, subject, value);
  }

  void put(const Decision& decision, const Subject& subject, const DecidedValue& value) {
    const table::Field& field = parts_.vocabulary->field(value.field);
    if (!field.applies_to(subject.kind)) {
      sink_.report(kFieldOfOtherKind, value.span, field.id, subject.name);
      return;
    }
    const auto [overlay, is_new] = parts_.overlays.emplace(OverlayKey{subject.ref, value.field},
                                                           Overlay{value.value, origin_of(decision.kind), number_});
    if (!is_new)
      sink_.report(kDecidedTwice, value.span, subject.name, field.id)
          .notes.push_back(
              {parts_.decisions[overlay->second.decision].decision.span, {"最初の決定", "decided first here"}});
  }

  [[nodiscard]] bool applies(const table::Field& field, std::uint32_t row) const {
    return field.applies_to(parts_.record_kind(row));
  }

  void fill_reading_column(table::FieldIndex index) {
    const table::Field& field = parts_.vocabulary->field(index);
    const auto note = parts_.vocabulary->find(field.reads);
    const auto statuses = note ? parts_.notes.find(*note) : parts_.notes.end();
    if (statuses == parts_.notes.end()) return;
    const std::uint32_t num_rows = parts_.num_rows();
    table::Column& column = parts_.columns[index].emplace();
    column.reset(field.type, num_rows);
    for (std::uint32_t row = 0; row < num_rows; ++row) {
      const NoteStatus status = statuses->second[row];
      const bool open = status == NoteStatus::kUnread || status == NoteStatus::kStale;
      const MissingReason unread = open ? MissingReason::kNotReviewed : MissingReason::kBlank;
      const bool asked = applies(field, row);
      column.push_missing(asked ? unread : MissingReason::kNotApplicable);
      if (asked && !open && field.unless_reviewed) set_value(column, row, field, *field.unless_reviewed);
    }
  }

  void write_overlay(std::uint32_t row, table::FieldIndex index, const table::FieldValue& value) {
    const table::Field& field = parts_.vocabulary->field(index);
    std::optional<table::Column>& column = parts_.columns[index];
    if (!column) {
      column.emplace().reset(field.type, parts_.num_rows());
      for (std::uint32_t i = 0; i < parts_.num_rows(); ++i)
        column->push_missing(applies(field, i) ? MissingReason::kAbsent : MissingReason::kNotApplicable);
    }
    set_value(*column, row, field, value);
  }

  SurveyParts& parts_;
  diag::Sink& sink_;
  const Register& reg_;
  const std::vector<Body>& bodies_;
  std::vector<std::pair<RegisterIndex, std::uint32_t>> row_of_;  ///< Sorted by register index.
  std::unordered_map<std::string_view, std::uint32_t> listed_row_of_;
  std::uint32_t number_ = 0;  ///< Of the decision being laid.
};

}  // namespace

void lay_decisions(std::vector<Decision> decisions, SurveyParts& parts, diag::Sink& sink) {
  DecisionLayer layer(parts, sink);
  for (Decision& decision : decisions) layer.lay(std::move(decision));
  layer.finish();
}

}  // namespace kijun::survey
