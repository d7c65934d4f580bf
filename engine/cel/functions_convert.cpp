#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"
#include "engine/cel/compare.h"
#include "engine/cel/format.h"
#include "engine/cel/function_table.h"
#include "engine/cel/functions_time.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

Value does_not_fit(const char* type) { return Value::error("range", std::string("the value does not fit in ") + type); }

Value not_readable(const Value& text, const char* type) {
  return Value::error("invalid_conversion", debug_text(text) + " is no " + type);
}

Result to_int(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (args[0].as<std::int64_t>() != nullptr) return args[0];
  if (const auto* number = args[0].as<std::uint64_t>()) {
    if (*number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return does_not_fit("int");
    return Value(static_cast<std::int64_t>(*number));
  }
  if (const auto* number = args[0].as<double>()) {
    // Both ends are open, as langdef asks, though -2^63 itself would fit.
    constexpr double kLimit = 9223372036854775808.0;
    if (!(*number > -kLimit && *number < kLimit)) return does_not_fit("int");
    return Value(static_cast<std::int64_t>(*number));
  }
  if (const auto* text = args[0].as<std::string>()) {
    const auto number = to_number<std::int64_t>(*text);
    return number.has_value() ? Value(*number) : not_readable(args[0], "int");
  }
  if (const auto* timestamp = args[0].as<Timestamp>()) return Value(timestamp->seconds);
  if (const auto* number = args[0].as<Decimal>()) {
    const auto integer = number->to_int();
    return integer.has_value() ? Value(*integer) : does_not_fit("int");
  }
  return std::nullopt;
}

Result to_uint(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (args[0].as<std::uint64_t>() != nullptr) return args[0];
  if (const auto* number = args[0].as<std::int64_t>()) {
    return *number < 0 ? does_not_fit("uint") : Value(static_cast<std::uint64_t>(*number));
  }
  if (const auto* number = args[0].as<double>()) {
    if (!(*number >= 0.0 && *number < 18446744073709551616.0)) return does_not_fit("uint");
    return Value(static_cast<std::uint64_t>(*number));
  }
  if (const auto* text = args[0].as<std::string>()) {
    const auto number = to_number<std::uint64_t>(*text);
    return number.has_value() ? Value(*number) : not_readable(args[0], "uint");
  }
  if (const auto* number = args[0].as<Decimal>()) {
    const auto integer = number->to_uint();
    return integer.has_value() ? Value(*integer) : does_not_fit("uint");
  }
  return std::nullopt;
}

/// Decimal notation, or the words that doubles print as.
std::optional<double> read_double(const std::string& text) {
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  if (text == "Infinity" || text == "+Infinity") return std::numeric_limits<double>::infinity();
  if (text == "-Infinity") return -std::numeric_limits<double>::infinity();
  if (text.empty() || text.find_first_not_of("0123456789.eE+-") != std::string::npos) return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (end != text.c_str() + text.size() || std::isinf(number)) return std::nullopt;
  return number;
}

Result to_double(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (args[0].as<double>() != nullptr) return args[0];
  if (const auto* number = args[0].as<std::int64_t>()) return Value(static_cast<double>(*number));
  if (const auto* number = args[0].as<std::uint64_t>()) return Value(static_cast<double>(*number));
  if (const auto* text = args[0].as<std::string>()) {
    const auto number = read_double(*text);
    return number.has_value() ? Value(*number) : not_readable(args[0], "double");
  }
  if (const auto* number = args[0].as<Decimal>()) {
    const double nearest = number->to_double();
    return std::isinf(nearest) ? does_not_fit("double") : Value(nearest);
  }
  return std::nullopt;
}

Result to_bool(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (args[0].as<bool>() != nullptr) return args[0];
  const auto* text = args[0].as<std::string>();
  if (text == nullptr) return std::nullopt;
  constexpr std::array<std::string_view, 5> kTrue{"1", "t", "true", "TRUE", "True"};
  constexpr std::array<std::string_view, 5> kFalse{"0", "f", "false", "FALSE", "False"};
  if (std::ranges::find(kTrue, *text) != kTrue.end()) return Value(true);
  if (std::ranges::find(kFalse, *text) != kFalse.end()) return Value(false);
  return not_readable(args[0], "bool");
}

Result to_text(Args args) {
  if (args.size() != 1) return std::nullopt;
  const Value& value = args[0];
  if (const auto* bytes = value.as<Bytes>()) {
    if (find_invalid_utf8(bytes->data).has_value()) return Value::error("invalid_utf8", "the bytes are not UTF-8");
    return Value(bytes->data);
  }
  const TypeKind kind = runtime_type(value).kind;
  constexpr std::array kKinds{TypeKind::kBool,     TypeKind::kInt,    TypeKind::kUint,
                              TypeKind::kDouble,   TypeKind::kString, TypeKind::kTimestamp,
                              TypeKind::kDuration, TypeKind::kDate,   TypeKind::kDecimal};
  if (std::ranges::find(kKinds, kind) == kKinds.end()) return std::nullopt;
  return Value(plain_text(value));
}

Result to_bytes(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (args[0].as<Bytes>() != nullptr) return args[0];
  const auto* text = args[0].as<std::string>();
  if (text == nullptr) return std::nullopt;
  return Value(Bytes{*text});
}

Result to_timestamp(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (args[0].as<Timestamp>() != nullptr) return args[0];
  if (const auto* seconds = args[0].as<std::int64_t>()) {
    const auto timestamp = timestamp_of(*seconds);
    return timestamp.has_value() ? Value(*timestamp) : does_not_fit("timestamp");
  }
  const auto* text = args[0].as<std::string>();
  if (text == nullptr) return std::nullopt;
  const auto timestamp = parse_timestamp(*text);
  return timestamp.has_value() ? Value(*timestamp) : not_readable(args[0], "timestamp");
}

Result to_duration(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (args[0].as<Duration>() != nullptr) return args[0];
  const auto* text = args[0].as<std::string>();
  if (text == nullptr) return std::nullopt;
  const auto duration = parse_duration(*text);
  return duration.has_value() ? Value(*duration) : not_readable(args[0], "duration");
}

Result to_dyn(Args args) {
  if (args.size() != 1) return std::nullopt;
  return args[0];
}

Result type_of(Args args) {
  if (args.size() != 1) return std::nullopt;
  return Value(runtime_type(args[0]));
}

constexpr std::array kConversionFunctions{
    FunctionEntry{FunctionId::kToInt, to_int},
    FunctionEntry{FunctionId::kToUint, to_uint},
    FunctionEntry{FunctionId::kToDouble, to_double},
    FunctionEntry{FunctionId::kToBool, to_bool},
    FunctionEntry{FunctionId::kToString, to_text},
    FunctionEntry{FunctionId::kToBytes, to_bytes},
    FunctionEntry{FunctionId::kToTimestamp, to_timestamp},
    FunctionEntry{FunctionId::kToDuration, to_duration},
    FunctionEntry{FunctionId::kToDyn, to_dyn},
    FunctionEntry{FunctionId::kTypeOf, type_of},
};

}  // namespace

std::span<const FunctionEntry> conversion_functions() { return kConversionFunctions; }

}  // namespace kijun::cel
