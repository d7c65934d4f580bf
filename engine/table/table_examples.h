#pragma once

#include <array>

#include "engine/diag/example.h"
#include "engine/table/table_diagnostics.h"

namespace kijun::table {

/// A wrong and a right text for each diagnostic of table_diagnostics.h.
inline constexpr std::array kExamples{
    diag::Example{&kDuplicateField, diag::ExamplePlace::kVocabulary,
                  R"([[field]]
id = "council"
…
[[field]]
id = "council")",
                  R"([[field]]
id = "council"
…
[[field]]
id = "council_again")"},
    diag::Example{&kInvalidFieldId, diag::ExamplePlace::kVocabulary,
                  R"(id = "zone"
label = { ja = "圏域", en = "Zone" })",
                  R"(id = "zone_name"
label = { ja = "圏域", en = "Zone" })"},
    diag::Example{&kDuplicateValue, diag::ExamplePlace::kVocabulary,
                  R"([[field.value]]
  id = "established"
  label = { ja = "未設置", en = "not established" })",
                  R"([[field.value]]
  id = "none"
  label = { ja = "未設置", en = "not established" })"},
    diag::Example{&kValuesAndType, diag::ExamplePlace::kVocabulary,
                  R"(type = "string"
…
  [[field.value]]
  id = "established")",
                  R"(type = "enum"
…
  [[field.value]]
  id = "established")"},
    diag::Example{&kWrongReads, diag::ExamplePlace::kVocabulary,
                  R"(role = "reading"
kinds = ["municipality"]
reads = "council")",
                  R"(role = "reading"
kinds = ["municipality"]
reads = "council_note")"},
    diag::Example{&kWrongDefault, diag::ExamplePlace::kVocabulary,
                  R"(reads = "council_note"
unless_reviewed = "false")",
                  R"(reads = "council_note"
unless_reviewed = false)"},
    diag::Example{&kUnitOfNoNumber, diag::ExamplePlace::kVocabulary,
                  R"(type = "string"
unit = { ja = "人", en = "people" })",
                  R"(type = "int"
unit = { ja = "人", en = "people" })"},
};

}  // namespace kijun::table
