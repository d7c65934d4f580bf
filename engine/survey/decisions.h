#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/diag/diagnostic.h"
#include "engine/table/subject.h"
#include "engine/table/vocabulary.h"
#include "engine/toml/shape.h"

namespace kijun::survey {

/// What a person concluded: what a note means, what an answer should have been, what the form does not ask, or about a
/// rule's result.
enum class DecisionKind { kReading, kCorrection, kAttestation, kWaiver, kRemark };

/// A field with the value a person gave it.
struct DecidedValue {
  table::FieldIndex field = 0;
  table::FieldValue value;  ///< Fits the field's type; an enum value by its id.
  diag::Span span;
};

/// What a waiver was granted on. It covers the rule's result as long as both are still so.
struct GrantedOn {
  /// The deciding cells, one each: "992011 council none" (code, field, value or reason).
  std::vector<std::string> answers;
  std::string meaning;  ///< Hash of the rule as resolved.
  bool operator==(const GrantedOn&) const = default;
};

/// One `[[decision]]` of decisions.toml.
struct Decision {
  DecisionKind kind = DecisionKind::kReading;
  std::string subject;  ///< Code of six digits, or the id of a zone, a body, a derived group or the survey's series.
  std::optional<table::FieldIndex> note;   ///< Of a reading: the note read.
  std::string quote;                       ///< Of a reading.
  std::string hash;                        ///< Of a reading: "sha256:" and 64 hex digits.
  std::vector<DecidedValue> values;        ///< A reading: any number; a correction or attestation: one.
  std::string answer;                      ///< Of a correction: the raw text it corrects.
  std::string rule;                        ///< Of a waiver or remark: the rule's id.
  std::optional<table::FieldIndex> field;  ///< Of a waiver: the field, for a rule with `for_fields`.
  GrantedOn granted_on;                    ///< Of a waiver.
  LocalizedText reason;
  std::string source;  ///< note, reply, telephone, document.
  std::string by;
  Date when;
  std::string approver;       ///< Of a waiver.
  std::optional<Date> until;  ///< Of a waiver: last day, inclusive.
  diag::Span span;            ///< Of `kind`, where reports point.
  diag::Span subject_span;
  diag::Span quote_span;
  diag::Span rule_span;
};

/// A decision as it stands against the survey.
struct PlacedDecision {
  Decision decision;
  std::optional<table::SubjectRef> subject;  ///< Nothing for a waiver or remark on a derived group.
  bool stale = false;                        ///< The note or answer it rests on has changed: it does not hold.
  bool superseded = false;                   ///< A waiver: a later one is about the same result.
};

/// "reading", "waiver" … as decisions.toml writes it.
[[nodiscard]] std::string_view decision_kind_id(DecisionKind kind);

/// "sha256:" and the digest of a note's raw text, line ends counted as LF so that saving a file under Windows changes no
/// note.
[[nodiscard]] std::string note_hash(std::string_view note);

/// Loads decisions.toml against the vocabulary: kinds, keys, fields and typed values. Mistakes go to the sink (KJ1xxx,
/// KJ45xx); the sound decisions come back in order of the file.
[[nodiscard]] std::vector<Decision> load_decisions(const diag::Source& source, const table::Vocabulary& vocabulary,
                                                   diag::Sink& sink);

/// Writes down what a reader of decisions.toml asks for, one variant for each kind of decision.
void describe_decisions(toml_doc::Shape& shape);

}  // namespace kijun::survey
