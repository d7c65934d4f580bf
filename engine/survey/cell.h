#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/diag/source.h"
#include "engine/table/missing.h"
#include "engine/table/vocabulary.h"

namespace kijun::survey {

/// Where a cell's value comes from.
enum class CellOrigin : std::uint8_t {
  kAnswer,       ///< The answer file (missing answers too).
  kCorrection,   ///< A correction laid over the raw answer.
  kAttestation,  ///< Supplied by a person because the form gives no answer.
  kReading,      ///< A person's reading of a note.
  kDefault,      ///< `unless_reviewed`: the note is empty, or was read without an entry for the field.
};

/// One cell with everything known about it.
struct Cell {
  std::optional<table::FieldValue> value;  ///< An enum value by its id; nothing when missing.
  table::MissingReason missing = table::MissingReason::kNone;
  std::string_view raw;  ///< As it stands in the answer file; empty where the form has no column.
  diag::Span place;  ///< The cell in the answer file; of a reading its note; without a column the decision, or none.
  CellOrigin origin = CellOrigin::kAnswer;
  std::optional<std::uint32_t> decision;  ///< Position in `SurveyTable::decisions()`.
};

}  // namespace kijun::survey
