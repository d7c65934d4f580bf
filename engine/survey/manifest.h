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
  ColumnName subject_column;
  bool subject_by_code = false;
  std::optional<ColumnName> name_column;  ///< With `subject_by = "code"`: the name that has to agree.
  std::vector<ColumnMapping> columns;
  std::map<table::FieldIndex, Legend> legends;  ///< In place of the vocabulary's marks.
  diag::Span span;                              ///< Of `fiscal_year`.
};

/// What decides whether a survey belongs to a series: enough to leave others alone.
struct SeriesAndYear {
  std::string series;
  int fiscal_year = 0;
};

/// Series and year of a survey.toml, empty and 0 where they cannot be read. Reports nothing.
[[nodiscard]] SeriesAndYear peek_manifest(const diag::Source& source);

/// Loads survey.toml against the vocabulary. Mistakes go to the sink (KJ1xxx, KJ43xx); nothing comes back when one is an
/// error.
[[nodiscard]] std::optional<Manifest> load_manifest(const diag::Source& source, const table::Vocabulary& vocabulary,
                                                    diag::Sink& sink);

}  // namespace kijun::survey
