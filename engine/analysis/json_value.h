#pragma once

#include <nlohmann/json_fwd.hpp>

#include "engine/base/result.h"
#include "engine/cel/value.h"

namespace kijun::analysis {

/// A value written as a JSON object of one member, which names its type:
///
///   {"null": true}  {"bool": true}  {"int": "-9"}  {"uint": "9"}  {"double": "0.1"}  {"string": "…"}  {"bytes": BASE64}
///   {"list": [V, …]}  {"map": [[K, V], …]}  {"timestamp": RFC 3339}  {"duration": "1.5s"}  {"date": "2019-03-31"}
///   {"decimal": "0.1"}  {"type": NAME}
///
/// Numbers are strings, so that no JSON reader rounds them; doubles also "NaN", "Infinity" and "-Infinity". A type goes
/// by its name at run time. Fails on anything else.
[[nodiscard]] Result<cel::Value> read_typed_value(const nlohmann::json& json);

/// A value as JSON has it: null, bool, string, a number (int when it has neither fraction nor exponent, uint when only
/// that is wide enough, else double), list, or map with string keys. An object of one member that
/// `read_typed_value` knows is what that says instead. Fails on a typed value that is wrong.
[[nodiscard]] Result<cel::Value> read_json_value(const nlohmann::json& json);

}  // namespace kijun::analysis
