#pragma once

#include <compare>
#include <optional>
#include <string>

#include "engine/cel/value.h"

namespace kijun::cel {

/// Order of two numbers of any of the types int, uint and double on one number line. NaN is unordered. An integer
/// beside a double is rounded to double once it is known to be in range, as the conformance suite demands near 2^63
/// (comparisons/{lt,lte,gt,gte}_literal/*_big*: `dyn(9223372036854775807) < 9223372036854775808.0` is false).
[[nodiscard]] std::partial_ordering compare_numbers(const Value& a, const Value& b);

/// Order of two values, or nothing when CEL does not order them (different types that are not both numbers, null,
/// lists, maps, types, optionals, records). Strings and bytes compare by byte, which for UTF-8 is by code point.
[[nodiscard]] std::optional<std::partial_ordering> compare(const Value& a, const Value& b);

/// The value under a key, or null. Number keys compare across types (langdef "Equality").
[[nodiscard]] const Value* find_entry(const Map& map, const Value& key);

/// The type a value has at run time, without parameters.
[[nodiscard]] Type runtime_type(const Value& value);

/// The run-time name of a type value: "int", "list", "google.protobuf.Timestamp", "optional_type".
[[nodiscard]] std::string type_value_name(const Type& type);

}  // namespace kijun::cel
