#pragma once

#include <cstddef>
#include <string>

#include "engine/audit/result_model.h"

namespace kijun::audit {

/// What a result is about, whatever its place in a file and whatever was answered: "v1:" and the first 32 hex digits of
/// SHA-256 over rule id, subject kind, subject code, series and, under `for_fields`, the field.
[[nodiscard]] std::string fingerprint(const ResultModel& model, std::size_t column, std::size_t position);

/// What a result says: 32 hex digits over outcome, severity, case and the values of the evidence. Equal hashes of two
/// runs mean that nothing a reader would see has changed. `detail` is the result's.
[[nodiscard]] std::string state_hash(const RuleColumn& column, const ResultCode& code, const ResultDetail& detail);

}  // namespace kijun::audit
