#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/result.h"
#include "engine/cel/type.h"
#include "engine/cel/value.h"
#include "engine/table/missing.h"

namespace kijun::analysis {

/// A name of an expression outside a survey and what it stands for.
struct Binding {
  std::string name;  ///< In NFC.
  cel::Type type;
  cel::Value value;                                            ///< Null when there is none.
  table::MissingReason missing = table::MissingReason::kNone;  ///< Profile: why there is none.
};

/// Everything an expression outside a survey is given.
struct EvalBindings {
  bool plain = false;          ///< Plain CEL: every member is a variable. Else the profile.
  std::vector<Binding> names;  ///< Plain: variables. Profile: answers, and variables of types no answer has.

  // Profile only: members that mean something of their own.
  std::vector<Binding> params;
  std::optional<Date> as_of;
  std::optional<std::int64_t> fiscal_year;
  std::optional<std::string> code;
  std::optional<std::string> name;
  std::optional<std::string> kind;
};

/// Reads bindings from a JSON object (`read_json_value`). In the profile an answer that is missing is written
/// `{"missing": REASON, "type": TYPE}`, and `as_of`, `fiscal_year`, `code`, `name`, `kind` and `params` stand for
/// themselves. Fails with what is wrong.
[[nodiscard]] Result<EvalBindings> read_eval_bindings(std::string_view json, bool plain);

/// The most exact type that a value shows: elements of different types make `dyn`.
[[nodiscard]] cel::Type type_of_value(const cel::Value& value);

}  // namespace kijun::analysis
