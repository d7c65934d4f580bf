#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/meaning.h"

namespace kijun::survey {
class SurveyTable;
}  // namespace kijun::survey

namespace kijun::audit {

/// A person's conclusion: what it is about, and a hash of all it says.
struct DecisionHash {
  std::string kind;     ///< "waiver" …
  std::string subject;  ///< Code.
  std::string about;    ///< The rule, or the note or field.
  std::string field;    ///< Of a waiver of a rule with `for_fields`; else empty.
  std::string hash;     ///< 16 hex digits.

  bool operator==(const DecisionHash&) const = default;
};

/// A row of the answer file: the hashes of its cells (`cell_hash`), one behind the other, in the order of
/// `PartHashes::fields`.
struct AnswerRow {
  std::string code;
  std::string cells;

  bool operator==(const AnswerRow&) const = default;
};

/// What an audit is made of, hashed part by part. The hash of a file proves that it is the same; these name what in it is
/// not.
struct PartHashes {
  std::vector<Meaning> rules;           ///< And indicators.
  std::vector<DecisionHash> decisions;  ///< In the order of the file.
  std::vector<std::string> fields;      ///< Ids of the fields that the form asks.
  std::vector<AnswerRow> answers;       ///< Empty for more than `kMaxHashedRows`.

  bool operator==(const PartHashes&) const = default;
};

/// All municipalities of the country more than twice over; a list of a million rows would be longer than most reports.
inline constexpr std::size_t kMaxHashedRows = 4096;

/// Hex digits of one cell: short, since the file's own hash is the proof.
inline constexpr std::size_t kCellDigits = 6;

/// The hash of a cell's text as it stands in the answer file.
[[nodiscard]] std::string cell_hash(std::string_view raw);

/// The parts of a plan and of the audited survey.
[[nodiscard]] PartHashes hash_parts(const Plan& plan, const survey::SurveyTable& survey);

}  // namespace kijun::audit
