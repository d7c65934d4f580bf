#pragma once

#include <string>
#include <vector>

#include "engine/audit/plan.h"

namespace kijun::audit {

/// The meaning of one rule, indicator or band set, and its words, each as a hash of 32 hex digits. Two rules with the same meaning
/// give every subject the same outcome and severity; a text, a note's place among the evidence or the order of keys is no
/// meaning.
struct Meaning {
  std::string id;  ///< Of an indicator with `indicator:` before it, of a band set with `band_set:`.
  std::string meaning;
  std::string texts;

  bool operator==(const Meaning&) const = default;
};

/// The meanings of a plan's rules, indicators and band sets, in the ruleset's order.
[[nodiscard]] std::vector<Meaning> meanings_of(const Plan& plan);

/// The meaning of one rule of a plan.
[[nodiscard]] Meaning meaning_of(const policy::Rule& rule, const Plan& plan);

/// A value as it is hashed: ids and ISO dates, the parts of a list by `;`.
[[nodiscard]] std::string field_value_text(const table::FieldValue& value);

/// What a vocabulary's fields mean, as a hash of 32 hex digits: ids, types, values with their marks and order, roles,
/// kinds and what a note read without an entry gives. Labels, questions and the order of fields are no meaning.
[[nodiscard]] std::string meaning_of(const table::Vocabulary& vocabulary);

}  // namespace kijun::audit
