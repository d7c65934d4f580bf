#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/cel/environment.h"
#include "engine/cel/value.h"

namespace kijun::analysis {

/// What a case demands: at least one of the three.
struct CaseExpectation {
  std::optional<cel::Value> value;
  bool error = false;             ///< Evaluation ends in an error, whichever.
  std::optional<cel::Type> type;  ///< The checker deduces it.
};

/// One case of plain CEL: an expression, what it may read, and what it must give.
struct CelCase {
  std::string name;  ///< file/section/name; "#2" behind it for the second case of one name.
  std::string expr;
  cel::Environment environment;                ///< Bindings that no declaration names are `dyn`.
  std::map<std::string, cel::Value> bindings;  ///< Values of variables.
  bool disable_check = false;                  ///< Evaluate the parsed expression as it is.
  bool check_only = false;                     ///< Stop after the checker.
  bool skipped_elsewhere = false;              ///< A reference implementation leaves the case out of its own run.
  CaseExpectation expect;
};

/// Reads a case from its line of JSON:
///
///   file section name [repeat]     strings that together name the case; a number ≥ 2 where a name is used again
///   expr [container]               the expression, and the container of name resolution
///   [type_env]                     declarations: {"name", "type"}, or {"name", "overloads": [{"receiver": bool,
///                                  "params": [TYPE, …], "result": TYPE}, …]}; TYPE as `cel::parse_type` reads it
///   [bindings]                     {NAME: typed value (`read_typed_value`), …}
///   [disable_check] [check_only]   bools
///   [skipped_by]                   list of implementations that skip the case
///   expect                         {"value": typed value}, {"error": true}, {"type": TYPE}, or value and type
///
/// Other members are comments. Fails on a line of another form.
[[nodiscard]] Result<CelCase> read_cel_case(std::string_view line);

}  // namespace kijun::analysis
