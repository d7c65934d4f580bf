#include "engine/survey/decision_overlay.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "engine/diag/suggestion.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/check_digit.h"
#include "engine/survey/decision_diagnostics.h"

// A reading holds while the note's text has the hash it was made on. The fields that interpret a note then take, row by
// row: the value of the reading's entry; without an entry, or beside an empty note, the field's `unless_reviewed` (blank
// when the vocabulary gives none: nothing says it, and asking could settle it); beside an unread or changed note,
// not_reviewed. A form without the note leaves them absent. Only the entries are laid here, as overlays, and the notes that
// were read or have changed are marked; the rest is computed whenever rows are read.
namespace kijun::survey {
namespace {

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
    std::sort(row_of_.begin(), row_of_.end());
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
    if (placed.decision.kind == DecisionKind::kWaiver) supersede(placed, subject ? subject->name : "");
    parts_.decisions.push_back(std::move(placed));
  }

 private:
  /// Of two waivers of one result the one granted later counts; both at one time are a slip.
  void supersede(PlacedDecision& waiver, const std::string& name) {
    const Decision& decision = waiver.decision;
    const WaivedResult waived{decision.subject, decision.rule, decision.field};
    const auto [found, is_first] = waivers_.emplace(waived, number_);
    if (is_first) return;
    PlacedDecision& other = parts_.decisions[found->second];
    const bool is_later = decision.when >= other.decision.when;
    PlacedDecision& earlier = is_later ? other : waiver;
    PlacedDecision& later = is_later ? waiver : other;
    earlier.superseded = true;
    if (is_later) found->second = number_;
    if (later.decision.when > earlier.decision.until) return;
    sink_.report(kWaivedTwice, earlier.decision.span, name.empty() ? decision.subject : name, decision.rule)
        .notes.push_back({later.decision.span, {"後の県了承", "the later waiver"}});
  }

  std::optional<Subject> find_subject(const Decision& decision) {
    if (const auto row = parts_.is_listed() ? parts_.listed->find(decision.subject) : std::nullopt)
      return Subject{
          {table::kRecordSpace, *row}, std::string(parts_.record_kind(*row)), std::string(parts_.listed->name(*row))};
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
    const LocalizedText hint = diag::did_you_mean_first(meant);
    sink_.report(kDecisionSubject, decision.subject_span, decision.subject, hint.ja, hint.en);
  }

  /// False when the reading does not hold.
  bool lay_reading(const Decision& decision, const Subject& subject) {
    const table::FieldIndex note = *decision.note;
    const std::string& note_id = parts_.vocabulary->field(note).id;
    if (subject.ref.space != table::kRecordSpace || !parts_.column_of(note)) {
      sink_.report(kFieldNotDecidable, decision.span, note_id, "この調査の様式には、この備考の欄がありません",
                   "the form of this survey has no such note");
      return false;
    }
    const auto [text, place] = parts_.answer(subject.ref.index, note);
    const NoteStatus status = parts_.note_status(subject.ref.index, note);
    const std::pair noted(note, subject.ref.index);
    if (decision.hash != note_hash(text)) {
      sink_.report(kStaleReading, decision.quote_span, subject.name, note_id)
          .notes.push_back({place, {"現在の備考", "the note as it is"}});
      if (status == NoteStatus::kUnread) parts_.notes[noted] = NoteStatus::kStale;
      return false;
    }
    if (without_breaks(text).find(without_breaks(decision.quote)) == std::string::npos) {
      sink_.report(kQuoteNotInNote, decision.quote_span, subject.name, note_id)
          .notes.push_back({place, {"現在の備考", "the note as it is"}});
      return false;
    }
    if (status != NoteStatus::kEmpty) parts_.notes[noted] = NoteStatus::kRead;
    for (const DecidedValue& value : decision.values) put(decision, subject, value);
    return true;
  }

  /// False when the answer is no longer the one that was corrected.
  bool lay_correction(const Decision& decision, const Subject& subject) {
    const DecidedValue& value = decision.values.front();
    const std::string& id = parts_.vocabulary->field(value.field).id;
    if (subject.ref.space != table::kRecordSpace || !parts_.column_of(value.field)) {
      sink_.report(kFieldNotDecidable, decision.span, id,
                   "この様式が尋ねていない項目は、補足（attestation）で記録してください",
                   "the form does not ask it: record an attestation");
      return true;
    }
    const AnswerFile::PlacedText raw = parts_.answer(subject.ref.index, value.field);
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
    const bool asked = subject.ref.space == table::kRecordSpace && parts_.column_of(value.field);
    const AnswerFile::PlacedText raw = asked ? parts_.answer(subject.ref.index, value.field) : AnswerFile::PlacedText{};
    if (!is_blank(raw.text)) {
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

  SurveyParts& parts_;
  diag::Sink& sink_;
  const Register& reg_;
  const std::vector<Body>& bodies_;
  std::vector<std::pair<RegisterIndex, std::uint32_t>> row_of_;  ///< Sorted by register index.
  using WaivedResult = std::tuple<std::string, std::string, std::optional<table::FieldIndex>>;
  std::map<WaivedResult, std::uint32_t> waivers_;  ///< The decision that counts.
  std::uint32_t number_ = 0;                       ///< Of the decision being laid.
};

}  // namespace

void lay_decisions(std::vector<Decision> decisions, SurveyParts& parts, diag::Sink& sink) {
  DecisionLayer layer(parts, sink);
  for (Decision& decision : decisions) layer.lay(std::move(decision));
}

}  // namespace kijun::survey
