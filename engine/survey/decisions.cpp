#include "engine/survey/decisions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/sha256.h"
#include "engine/survey/decided_value.h"
#include "engine/survey/decision_diagnostics.h"
#include "engine/table/vocabulary_file.h"
#include "engine/toml/table_reader.h"

namespace kijun::survey {
namespace {

using table::FieldRole;
using toml_doc::TableReader;

constexpr std::string_view kHashPrefix = "sha256:";
constexpr std::array<std::string_view, 5> kKindIds{"reading", "correction", "attestation", "waiver", "remark"};

bool is_hash(std::string_view text) {
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.starts_with(kHashPrefix) && text.size() == kHashPrefix.size() + 64 &&
         std::all_of(text.begin() + kHashPrefix.size(), text.end(), is_hex);
}

/// Reads one `[[decision]]`. What cannot be read is reported and the decision is dropped.
class DecisionReader {
 public:
  DecisionReader(const toml_doc::Value& value, const table::Vocabulary& vocabulary, diag::Sink& sink)
      : vocabulary_(vocabulary), sink_(sink), reader_(*value.as_table(), value.span, "[[decision]]", sink) {}

  std::optional<Decision> read() {
    const std::size_t errors_before = sink_.num_errors();
    const auto kind = reader_.one_of("kind", {"reading", "correction", "attestation", "waiver", "remark"});
    reader_.report_absent("kind");
    if (!kind) return std::nullopt;
    decision_.kind = static_cast<DecisionKind>(std::find(kKindIds.begin(), kKindIds.end(), *kind) - kKindIds.begin());
    decision_.span = reader_.span_of("kind");
    read_common();
    switch (decision_.kind) {
      case DecisionKind::kReading:
        read_reading();
        break;
      case DecisionKind::kCorrection:
        read_correction();
        break;
      case DecisionKind::kAttestation:
        read_value();
        break;
      case DecisionKind::kWaiver:
        read_waiver();
        break;
      case DecisionKind::kRemark:
        read_rule();
        break;
    }
    reader_.finish();
    if (sink_.num_errors() > errors_before) return std::nullopt;
    return std::move(decision_);
  }

 private:
  void read_common() {
    if (const auto subject = reader_.require_text("subject")) {
      decision_.subject = subject->text();
      decision_.subject_span = subject->span();
    }
    decision_.reason = reader_.require_localized("reason").value_or(LocalizedText{});
    decision_.source = reader_.one_of("source", {"note", "reply", "telephone", "document"}).value_or("");
    reader_.report_absent("source");
    decision_.by = reader_.require_string("by").value_or("");
    decision_.when = reader_.require_date("when").value_or(Date{});
  }

  void read_reading() {
    if (const auto quote = reader_.require_text("quote")) {
      decision_.quote = quote->text();
      decision_.quote_span = quote->span();
    }
    if (const auto hash = reader_.require_text("hash")) {
      decision_.hash = hash->text();
      if (!is_hash(decision_.hash)) sink_.report(kMalformedHash, hash->span(), decision_.hash);
    }
    const auto note = reader_.require_text("note");
    if (note) decision_.note = find_decided_field(note->text(), note->span(), vocabulary_, sink_);
    if (decision_.note && vocabulary_.field(*decision_.note).role != FieldRole::kNote) {
      sink_.report(kFieldNotDecidable, note->span(), note->text(), "備考の項目（role = \"note\"）を書いてください",
                   "name a field whose role is `note`");
      return;
    }
    const toml_doc::Table* values = reader_.table("values");
    reader_.report_absent("values");
    if (values == nullptr || !decision_.note) return;
    for (const toml_doc::Entry& entry : values->entries) {
      const auto field = find_reading_field(entry.key, entry.key_span, *decision_.note, vocabulary_, sink_);
      if (field) add_value(*field, entry.value.front());
    }
  }

  void read_correction() {
    decision_.answer = reader_.string("answer").value_or("");
    reader_.report_absent("answer");
    read_value();
  }

  void read_value() {
    const auto id = reader_.require_text("field");
    const toml_doc::Value* value = reader_.value("value");
    reader_.report_absent("value");
    if (!id || value == nullptr) return;
    const auto field = find_decided_field(id->text(), id->span(), vocabulary_, sink_);
    if (!field) return;
    const FieldRole role = vocabulary_.field(*field).role;
    if (role == FieldRole::kNote) {
      sink_.report(kFieldNotDecidable, id->span(), id->text(),
                   "備考は原文のまま残し、読取り（reading）を記録してください",
                   "notes stay as they are; record a reading instead");
    } else if (role == FieldRole::kReading && decision_.kind == DecisionKind::kCorrection) {
      sink_.report(kFieldNotDecidable, id->span(), id->text(),
                   "読取りは訂正せず、読取り（reading）の記録を書き直してください",
                   "a reading is not corrected; rewrite the reading");
    } else {
      add_value(*field, *value);
    }
  }

  void add_value(table::FieldIndex index, const toml_doc::Value& value) {
    const table::Field& field = vocabulary_.field(index);
    const std::optional<table::FieldValue> read = table::read_field_value(field, value);
    if (read) {
      decision_.values.push_back({index, *read, value.span});
      return;
    }
    const diag::EmbeddedText* text = value.as_string();
    report_wrong_value(field, text != nullptr ? std::string_view(text->text()) : value.span.text(), value.span, sink_);
  }

  void read_waiver() {
    decision_.approver = reader_.require_string("approver").value_or("");
    decision_.until = reader_.require_date("until");
    read_rule();
    if (const auto field = reader_.text("field"))
      decision_.field = find_decided_field(field->text(), field->span(), vocabulary_, sink_);
    reader_.report_absent("answers");
    for (const diag::EmbeddedText& answer : reader_.strings("answers"))
      decision_.granted_on.answers.push_back(answer.text());
    decision_.granted_on.meaning = reader_.require_string("meaning").value_or("");
  }

  void read_rule() {
    if (const auto rule = reader_.require_text("rule")) {
      decision_.rule = rule->text();
      decision_.rule_span = rule->span();
    }
  }

  const table::Vocabulary& vocabulary_;
  diag::Sink& sink_;
  TableReader reader_;
  Decision decision_;
};

}  // namespace

std::string_view decision_kind_id(DecisionKind kind) { return kKindIds[static_cast<std::size_t>(kind)]; }

std::string note_hash(std::string_view note) {
  std::string text;
  text.reserve(note.size());
  for (std::size_t i = 0; i < note.size(); ++i) {
    const bool crlf = note[i] == '\r' && i + 1 < note.size() && note[i + 1] == '\n';
    if (!crlf) text += note[i] == '\r' ? '\n' : note[i];
  }
  return std::string(kHashPrefix) + sha256_hex(text);
}

std::vector<Decision> load_decisions(const diag::Source& source, const table::Vocabulary& vocabulary,
                                     diag::Sink& sink) {
  const auto document = toml_doc::parse_document(source, sink);
  if (!document) return {};
  TableReader reader(*document, {&source, 0, 0}, source.path(), sink);
  std::vector<Decision> decisions;
  for (const toml_doc::Value* value : reader.tables("decision"))
    if (auto decision = DecisionReader(*value, vocabulary, sink).read()) decisions.push_back(std::move(*decision));
  reader.finish();
  return decisions;
}

void describe_decisions(toml_doc::Shape& shape) {
  diag::Sink ignored;
  TableReader reader(shape.table(), {}, {}, ignored);
  (void)reader.tables("decision");
  for (const std::string_view kind : kKindIds) {
    toml_doc::Shape& variant = shape.inner("decision").add_variant();
    variant.preset("kind", kind);
    (void)DecisionReader(variant.value(), table::Vocabulary({}, {}, {}), ignored).read();
  }
  reader.finish();
}

}  // namespace kijun::survey
