#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/audit/result_model.h"

namespace kijun::audit {

/// What a result is about, whatever its place in a file and whatever was answered: "v1:" and the first 32 hex digits of
/// SHA-256 over rule id, subject kind, subject code, series and, under `for_fields`, the field.
[[nodiscard]] std::string fingerprint(const ResultModel& model, std::size_t column, std::size_t position);

/// The same of parts that are given one by one.
struct FingerprintParts {
  std::string_view rule;
  std::string_view subject_kind;
  std::string_view subject_code;
  std::string_view series;
  std::string_view field;  ///< Empty but under `for_fields`.
};
[[nodiscard]] std::string fingerprint_of(const FingerprintParts& parts);

/// What a result says: 32 hex digits over outcome, severity, case and the values of the evidence. Equal hashes of two
/// runs mean that nothing a reader would see has changed. `detail` is the result's.
[[nodiscard]] std::string state_hash(const RuleColumn& column, const ResultCode& code, const ResultDetail& detail);

}  // namespace kijun::audit
