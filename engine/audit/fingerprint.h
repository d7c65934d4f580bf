#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/result_model.h"

namespace kijun::audit {

/// What a result is about, whatever its place in a file and whatever was answered: "v1:" and the first 32 hex digits of
/// SHA-256 over rule id, subject kind, subject code, series and, under `for_fields`, the field.
[[nodiscard]] std::string fingerprint(std::string_view rule, const table::SubjectName& subject, std::string_view series,
                                      std::string_view field);

/// What a result says: 32 hex digits over outcome, severity, case and the values of the evidence. Equal hashes of two
/// runs mean that nothing a reader would see has changed.
[[nodiscard]] std::string state_hash(Outcome outcome, policy::Severity severity, std::string_view rule_case,
                                     const std::vector<CellView>& evidence);

}  // namespace kijun::audit
