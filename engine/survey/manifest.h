#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/diag/diagnostic.h"
#include "engine/survey/input_file.h"
#include "engine/survey/marks.h"
#include "engine/table/vocabulary.h"
#include "engine/toml/shape.h"

namespace kijun::survey {

/// A column of the answer file: by its heading, or by its position.
struct ColumnName {
  std::string header;       ///< Empty when given by position.
  std::uint32_t index = 0;  ///< 1-based; 0 when given by heading.
  diag::Span span;
};

/// Which column answers which field.
struct ColumnMapping {
  table::FieldIndex field = 0;
  ColumnName column;
};

/// Where a survey's answers were taken from.
struct Provenance {
  LocalizedText title;
  LocalizedText publisher;
  std::string file;
  LocalizedText note;
};

/// Text named by another file, with the place that names it.
struct NamedFile {
  std::string name;
  diag::Span span;
};

/// A whole answer file that takes the place of those before it from the day it was received.
struct Resubmission {
  NamedFile file;
  Date received;
  LocalizedText reason;  ///< Empty when the manifest gives none.
};

/// The result file of an earlier year, for the trend of a report. The hash says that it is the one somebody verified.
struct EarlierResult {
  NamedFile file;
  std::string sha256;
  diag::Span hash_place;
};

/// How the answer file says whom a row is about.
enum class SubjectBy : std::uint8_t {
  kName,    ///< By the name of a record of the register.
  kCode,    ///< By its code.
  kListed,  ///< The answer file itself lists the subjects (facilities, say); none of them is in the register.
};

/// What the subjects of a listing survey are: the kind that fields and rules name, and its name in reports.
struct SubjectKind {
  std::string id;
  LocalizedText label;
};

/// survey.toml: what a survey is, where its answers lie and how its columns and marks are read.
struct Manifest {
  std::string id;
  std::string series;
  int fiscal_year = 0;
  LocalizedText title;
  Date answers_as_of;
  LocalizedText answers_as_of_basis;
  Date as_of;                 ///< Default date of judgement.
  bool final_status = false;  ///< 確定 rather than 速報.
  NamedFile register_file;
  std::optional<NamedFile> decisions_file;
  Provenance source;

  NamedFile answers_file;
  Encoding encoding = Encoding::kUtf8;
  std::uint32_t header_rows = 1;
  SubjectBy subject_by = SubjectBy::kName;
  ColumnName subject_column;  ///< When listed: any text, unique in the file.
  std::optional<ColumnName>
      name_column;  ///< By code: the name that has to agree. Listed: the name shown, else the code.
  std::optional<ColumnName> zone_column;  ///< Listed: id or name of a zone of the register; blank for none.
  SubjectKind subject_kind;               ///< Listed.
  std::vector<ColumnMapping> columns;
  std::map<table::FieldIndex, Legend> legends;  ///< In place of the vocabulary's marks.
  std::vector<Resubmission> resubmissions;      ///< By day, each later than the one before.
  std::vector<EarlierResult> earlier_results;   ///< In the order of the file.
  diag::Span span;                              ///< Of `fiscal_year`.
};

/// What tells a survey from others: enough to leave those alone.
struct ManifestHead {
  std::string id;
  std::string series;
  int fiscal_year = 0;
};

/// The head of a survey.toml, empty and 0 where it cannot be read. Reports nothing.
[[nodiscard]] ManifestHead peek_manifest(const diag::Source& source);

/// Loads survey.toml against the vocabulary. Mistakes go to the sink (KJ1xxx, KJ43xx); nothing comes back when one is an
/// error.
[[nodiscard]] std::optional<Manifest> load_manifest(const diag::Source& source, const table::Vocabulary& vocabulary,
                                                    diag::Sink& sink);

/// Writes down what a reader of survey.toml asks for.
void describe_manifest(toml_doc::Shape& shape);

}  // namespace kijun::survey
