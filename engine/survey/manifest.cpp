#include "engine/survey/manifest.h"

#include <fmt/format.h>

#include <limits>
#include <set>
#include <utility>

#include "engine/diag/suggestion.h"
#include "engine/survey/manifest_diagnostics.h"
#include "engine/survey/municipality_kind.h"
#include "engine/toml/table_reader.h"

namespace kijun::survey {
namespace {

using table::FieldType;
using toml_doc::TableReader;

// Fiscal years a survey can be of; anything else is a slip of the keyboard.
constexpr std::int64_t kFirstYear = 1900;
constexpr std::int64_t kLastYear = 2999;
constexpr std::int64_t kMostHeaderRows = 100;

/// Reads the tables of survey.toml one by one.
class ManifestReader {
 public:
  ManifestReader(const toml_doc::Table& document, diag::Span place, std::string path,
                 const table::Vocabulary& vocabulary, diag::Sink& sink)
      : vocabulary_(vocabulary), sink_(sink), reader_(document, place, std::move(path), sink) {}

  Manifest read() {
    if (const toml_doc::Table* table = require_table("survey")) read_survey(*table);
    if (const toml_doc::Table* table = reader_.table("source")) read_source(*table);
    if (const toml_doc::Table* table = require_table("answers")) read_answers(*table);
    for (const toml_doc::Value* value : reader_.tables("column")) read_column(*value);
    for (const toml_doc::Value* value : reader_.tables("legend")) read_legend(*value);
    for (const toml_doc::Value* value : reader_.tables("resubmission")) read_resubmission(*value);
    for (const toml_doc::Value* value : reader_.tables("earlier_result")) read_earlier_result(*value);
    reader_.finish();
    return std::move(manifest_);
  }

 private:
  const toml_doc::Table* require_table(std::string_view key) {
    const toml_doc::Table* table = reader_.table(key);
    reader_.report_absent(key);
    return table;
  }

  void read_survey(const toml_doc::Table& table) {
    TableReader inner(table, reader_.span_of("survey"), "[survey]", sink_);
    manifest_.id = inner.require_string("id").value_or("");
    manifest_.series = inner.require_string("series").value_or("");
    manifest_.fiscal_year = static_cast<int>(bounded(inner, "fiscal_year", kFirstYear, kLastYear));
    manifest_.span = inner.span_of("fiscal_year");
    manifest_.title = inner.require_localized("title").value_or(LocalizedText{});
    manifest_.answers_as_of = inner.require_date("answers_as_of").value_or(Date{});
    manifest_.answers_as_of_basis = inner.localized("answers_as_of_basis").value_or(LocalizedText{});
    manifest_.as_of = inner.require_date("as_of").value_or(Date{});
    manifest_.final_status = inner.one_of("status", {"final", "preliminary"}).value_or("") == "final";
    inner.report_absent("status");
    if (auto file = inner.require_text("register")) manifest_.register_file = {file->text(), file->span()};
    if (auto file = inner.text("decisions")) manifest_.decisions_file = NamedFile{file->text(), file->span()};
    inner.finish();
  }

  std::int64_t bounded(TableReader& reader, std::string_view key, std::int64_t low, std::int64_t high) {
    const std::int64_t value = reader.require_integer(key).value_or(low);
    if (value >= low && value <= high) return value;
    sink_.report(kWrongYear, reader.span_of(key), key, value, low, high);
    return low;
  }

  void read_source(const toml_doc::Table& table) {
    TableReader inner(table, reader_.span_of("source"), "[source]", sink_);
    manifest_.source.title = inner.localized("title").value_or(LocalizedText{});
    manifest_.source.publisher = inner.localized("publisher").value_or(LocalizedText{});
    manifest_.source.file = inner.string("file").value_or("");
    manifest_.source.note = inner.localized("note").value_or(LocalizedText{});
    inner.finish();
  }

  void read_answers(const toml_doc::Table& table) {
    TableReader inner(table, reader_.span_of("answers"), "[answers]", sink_);
    if (auto file = inner.require_text("file")) manifest_.answers_file = {file->text(), file->span()};
    const std::string encoding = inner.one_of("encoding", {"utf-8", "cp932"}).value_or("utf-8");
    manifest_.encoding = encoding == "cp932" ? Encoding::kCp932 : Encoding::kUtf8;
    if (inner.integer("header_rows"))
      manifest_.header_rows = static_cast<std::uint32_t>(bounded(inner, "header_rows", 0, kMostHeaderRows));
    inner.report_absent("subject_column");
    manifest_.subject_column = header_or_index(inner, "subject_column");
    if (inner.value("name_column") != nullptr) manifest_.name_column = header_or_index(inner, "name_column");
    const std::string by = inner.one_of("subject_by", {"name", "code", "listed"}).value_or("name");
    inner.report_absent("subject_by");
    if (by == "code") manifest_.subject_by = SubjectBy::kCode;
    if (by == "listed") manifest_.subject_by = SubjectBy::kListed;
    read_listing(inner);
    inner.finish();
  }

  /// The keys that only a survey has whose answer file lists its subjects.
  void read_listing(TableReader& answers) {
    if (answers.value("zone_column") != nullptr) manifest_.zone_column = header_or_index(answers, "zone_column");
    if (const toml_doc::Table* kind = answers.table("subject_kind")) read_kind(*kind, answers.span_of("subject_kind"));
    if (manifest_.subject_by == SubjectBy::kListed) {
      answers.report_absent("subject_kind");
      return;
    }
    for (const std::string_view key : {"zone_column", "subject_kind"})
      if (answers.has(key)) sink_.report(kOnlyWhenListed, answers.span_of(key), key);
  }

  void read_kind(const toml_doc::Table& table, diag::Span span) {
    TableReader inner(table, span, "subject_kind", sink_);
    SubjectKind& kind = manifest_.subject_kind;
    if (const std::optional<diag::EmbeddedText> id = inner.require_text("id")) {
      kind.id = id->text();
      const bool of_register = kind.id == "municipality" || find_kind(kind.id) != nullptr;
      if (!table::is_record_kind(kind.id) || of_register) sink_.report(kWrongSubjectKind, id->span(), kind.id);
    }
    kind.label = {inner.require_string("ja").value_or(""), inner.require_string("en").value_or("")};
    inner.finish();
  }

  /// One key that holds a heading or a position.
  ColumnName header_or_index(TableReader& reader, std::string_view key) {
    const toml_doc::Value* value = reader.value(key);
    if (value == nullptr) return {};
    if (const diag::EmbeddedText* header = value->as_string()) return {header->text(), 0, header->span()};
    return {"", position(value), value->span};
  }

  /// A position from 1, reported when it is none.
  std::uint32_t position(const toml_doc::Value* value) {
    const std::int64_t* index = value->as_int();
    if (index != nullptr && *index >= 1 && *index <= std::numeric_limits<std::uint32_t>::max())
      return static_cast<std::uint32_t>(*index);
    sink_.report(kHeaderOrIndex, value->span);
    return 1;
  }

  void read_column(const toml_doc::Value& value) {
    TableReader inner(*value.as_table(), value.span, "[[column]]", sink_);
    ColumnMapping mapping;
    const std::optional<diag::EmbeddedText> header = inner.text("header");
    const toml_doc::Value* index = inner.value("index");
    if (header.has_value() == (index != nullptr)) sink_.report(kHeaderOrIndex, value.span);
    if (header) mapping.column = {header->text(), 0, header->span()};
    if (index != nullptr) mapping.column = {"", position(index), index->span};
    const std::optional<table::FieldIndex> field = read_field(inner, columns_);
    inner.finish();
    if (!field) return;
    const table::Field& asked = vocabulary_.field(*field);
    const bool listed = manifest_.subject_by == SubjectBy::kListed;
    const bool of_register = asked.applies_to("municipality") || asked.applies_to("prefecture");
    if (asked.role == table::FieldRole::kReading || (!listed && !of_register)) {
      sink_.report(kFieldNotAskable, inner.span_of("field"), asked.id);
      return;
    }
    if (listed && !asked.applies_to(manifest_.subject_kind.id)) {
      sink_.report(kFieldNotOfKind, inner.span_of("field"), asked.id, manifest_.subject_kind.id,
                   fmt::format("{}", fmt::join(asked.kinds, ", ")));
      return;
    }
    mapping.field = *field;
    manifest_.columns.push_back(std::move(mapping));
  }

  /// The `field` of a table, known and not yet in `taken`.
  std::optional<table::FieldIndex> read_field(TableReader& reader, std::set<table::FieldIndex>& taken) {
    const std::optional<diag::EmbeddedText> id = reader.require_text("field");
    if (!id) return std::nullopt;
    const std::optional<table::FieldIndex> field = vocabulary_.find(id->text());
    if (!field) {
      const LocalizedText hint = diag::did_you_mean_first(diag::suggest(id->text(), vocabulary_.ids()));
      sink_.report(kUnknownField, id->span(), id->text(), hint.ja, hint.en);
      return std::nullopt;
    }
    if (!taken.insert(*field).second) {
      sink_.report(kMappedTwice, id->span(), id->text());
      return std::nullopt;
    }
    return field;
  }

  void read_legend(const toml_doc::Value& value) {
    TableReader inner(*value.as_table(), value.span, "[[legend]]", sink_);
    const std::optional<table::FieldIndex> field = read_field(inner, legends_);
    const toml_doc::Table* marks = inner.table("marks");
    inner.report_absent("marks");
    inner.finish();
    if (!field || marks == nullptr) return;
    Legend& legend = manifest_.legends[*field];
    for (const toml_doc::Entry& entry : marks->entries)
      if (const auto read = read_mark(entry, vocabulary_.field(*field))) legend.push_back(*read);
  }

  void read_resubmission(const toml_doc::Value& value) {
    TableReader inner(*value.as_table(), value.span, "[[resubmission]]", sink_);
    Resubmission resubmission;
    if (auto file = inner.require_text("file")) resubmission.file = {file->text(), file->span()};
    resubmission.received = inner.require_date("received").value_or(Date{});
    resubmission.reason = inner.localized("reason").value_or(LocalizedText{});
    inner.finish();
    if (!manifest_.resubmissions.empty() && inner.has("received")) {
      const Resubmission& before = manifest_.resubmissions.back();
      if (resubmission.received <= before.received)
        sink_.report(kResubmissionOrder, inner.span_of("received"), resubmission.received.iso(), before.file.name,
                     before.received.iso());
    }
    manifest_.resubmissions.push_back(std::move(resubmission));
  }

  void read_earlier_result(const toml_doc::Value& value) {
    TableReader inner(*value.as_table(), value.span, "[[earlier_result]]", sink_);
    EarlierResult result;
    if (auto file = inner.require_text("file")) result.file = {file->text(), file->span()};
    if (auto hash = inner.require_text("sha256")) {
      result.sha256 = hash->text();
      result.hash_place = hash->span();
    }
    inner.finish();
    manifest_.earlier_results.push_back(std::move(result));
  }

  std::optional<LegendEntry> read_mark(const toml_doc::Entry& entry, const table::Field& field) {
    const toml_doc::Value& value = entry.value.front();
    if (const toml_doc::Table* table = value.as_table()) {
      TableReader inner(*table, value.span, "marks", sink_);
      const auto word = inner.one_of("missing", {"blank", "unreadable", "absent", "withheld", "not_applicable"});
      inner.report_absent("missing");
      inner.finish();
      if (!word) return std::nullopt;
      return LegendEntry{entry.key, 0, table::parse_reason(*word).value_or(table::MissingReason::kBlank)};
    }
    if (const bool* flag = value.as_bool(); flag != nullptr && field.type == FieldType::kBool)
      return LegendEntry{entry.key, *flag ? 1U : 0U};
    const diag::EmbeddedText* id = value.as_string();
    if (id != nullptr) {
      if (const auto index = field.value_index(id->text())) return LegendEntry{entry.key, *index};
    }
    std::vector<std::string> ids;
    for (const table::EnumValue& known : field.values) ids.push_back(known.id);
    const LocalizedText hint = diag::did_you_mean_first(id == nullptr ? std::nullopt : diag::suggest(id->text(), ids));
    sink_.report(kWrongLegend, value.span, entry.key, field.id, hint.ja, hint.en);
    return std::nullopt;
  }

  const table::Vocabulary& vocabulary_;
  diag::Sink& sink_;
  TableReader reader_;
  Manifest manifest_;
  std::set<table::FieldIndex> columns_;
  std::set<table::FieldIndex> legends_;
};

}  // namespace

ManifestHead peek_manifest(const diag::Source& source) {
  diag::Sink ignored;
  const std::optional<toml_doc::Table> document = toml_doc::parse_document(source, ignored);
  const toml_doc::Value* survey = document ? document->find("survey") : nullptr;
  if (survey == nullptr || survey->as_table() == nullptr) return {};
  TableReader reader(*survey->as_table(), survey->span, "[survey]", ignored);
  const std::int64_t year = reader.integer("fiscal_year").value_or(0);
  const bool possible = year >= kFirstYear && year <= kLastYear;
  return {reader.string("id").value_or(""), reader.string("series").value_or(""),
          possible ? static_cast<int>(year) : 0};
}

std::optional<Manifest> load_manifest(const diag::Source& source, const table::Vocabulary& vocabulary,
                                      diag::Sink& sink) {
  const std::size_t errors_before = sink.num_errors();
  const std::optional<toml_doc::Table> document = toml_doc::parse_document(source, sink);
  if (!document) return std::nullopt;
  Manifest manifest = ManifestReader(*document, {&source, 0, 0}, source.path(), vocabulary, sink).read();
  if (sink.num_errors() > errors_before) return std::nullopt;
  return manifest;
}

void describe_manifest(toml_doc::Shape& shape) {
  diag::Sink ignored;
  const table::Vocabulary vocabulary({}, {}, {});
  (void)ManifestReader(shape.table(), {}, {}, vocabulary, ignored).read();
}

}  // namespace kijun::survey
