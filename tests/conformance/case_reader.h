#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/cel/environment.h"
#include "engine/cel/value.h"

namespace kijun::conformance {

/// What a case demands; convert.mjs writes at least one of the three.
struct Expectation {
  std::optional<cel::Value> value;
  bool error = false;             ///< Evaluation ends in an error, whichever.
  std::optional<cel::Type> type;  ///< The checker deduces it.
};

/// One case of the CEL conformance suite.
struct Case {
  std::string name;  ///< file/section/name; "#2" behind it for the second case of one name.
  std::string expr;
  cel::Environment environment;                ///< Bindings that no declaration names are `dyn`.
  std::map<std::string, cel::Value> bindings;  ///< Values of variables.
  bool disable_check = false;                  ///< Evaluate the parsed expression as it is.
  bool check_only = false;                     ///< Stop after the checker.
  Expectation expect;
};

/// Reads one line of convert.mjs. Fails on a line that does not have its form.
///
/// Values are objects of one member: `null bool int uint double string bytes list map timestamp duration type`; numbers
/// are strings, bytes base64, a map a list of pairs, a type its name at run time. Types are in the notation of
/// `cel::parse_type`.
[[nodiscard]] Result<Case> read_case(std::string_view line);

}  // namespace kijun::conformance
