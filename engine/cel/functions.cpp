#include "engine/cel/functions.h"

#include <array>
#include <cstddef>
#include <map>

namespace kijun::cel {
namespace {

struct FunctionName {
  FunctionId id;
  std::string_view name;
  bool profile = false;
};

/// In the order of `FunctionId`, so that an id is its position.
constexpr std::array kNames{
    FunctionName{FunctionId::kLogicalAnd, "_&&_"},
    FunctionName{FunctionId::kLogicalOr, "_||_"},
    FunctionName{FunctionId::kLogicalNot, "!_"},
    FunctionName{FunctionId::kConditional, "_?_:_"},
    FunctionName{FunctionId::kEqual, "_==_"},
    FunctionName{FunctionId::kNotEqual, "_!=_"},
    FunctionName{FunctionId::kLess, "_<_"},
    FunctionName{FunctionId::kLessEqual, "_<=_"},
    FunctionName{FunctionId::kGreater, "_>_"},
    FunctionName{FunctionId::kGreaterEqual, "_>=_"},
    FunctionName{FunctionId::kIn, "@in"},
    FunctionName{FunctionId::kAdd, "_+_"},
    FunctionName{FunctionId::kSubtract, "_-_"},
    FunctionName{FunctionId::kMultiply, "_*_"},
    FunctionName{FunctionId::kDivide, "_/_"},
    FunctionName{FunctionId::kModulo, "_%_"},
    FunctionName{FunctionId::kNegate, "-_"},
    FunctionName{FunctionId::kIndex, "_[_]"},
    FunctionName{FunctionId::kOptionalIndex, "_[?_]"},
    FunctionName{FunctionId::kOptionalSelect, "_?._"},
    FunctionName{FunctionId::kToBool, "bool"},
    FunctionName{FunctionId::kToBytes, "bytes"},
    FunctionName{FunctionId::kToDouble, "double"},
    FunctionName{FunctionId::kToDuration, "duration"},
    FunctionName{FunctionId::kToDyn, "dyn"},
    FunctionName{FunctionId::kToInt, "int"},
    FunctionName{FunctionId::kToString, "string"},
    FunctionName{FunctionId::kToTimestamp, "timestamp"},
    FunctionName{FunctionId::kToUint, "uint"},
    FunctionName{FunctionId::kTypeOf, "type"},
    FunctionName{FunctionId::kSize, "size"},
    FunctionName{FunctionId::kContains, "contains"},
    FunctionName{FunctionId::kStartsWith, "startsWith"},
    FunctionName{FunctionId::kEndsWith, "endsWith"},
    FunctionName{FunctionId::kMatches, "matches"},
    FunctionName{FunctionId::kGetDate, "getDate"},
    FunctionName{FunctionId::kGetDayOfMonth, "getDayOfMonth"},
    FunctionName{FunctionId::kGetDayOfWeek, "getDayOfWeek"},
    FunctionName{FunctionId::kGetDayOfYear, "getDayOfYear"},
    FunctionName{FunctionId::kGetFullYear, "getFullYear"},
    FunctionName{FunctionId::kGetHours, "getHours"},
    FunctionName{FunctionId::kGetMilliseconds, "getMilliseconds"},
    FunctionName{FunctionId::kGetMinutes, "getMinutes"},
    FunctionName{FunctionId::kGetMonth, "getMonth"},
    FunctionName{FunctionId::kGetSeconds, "getSeconds"},
    FunctionName{FunctionId::kCharAt, "charAt"},
    FunctionName{FunctionId::kIndexOf, "indexOf"},
    FunctionName{FunctionId::kLastIndexOf, "lastIndexOf"},
    FunctionName{FunctionId::kJoin, "join"},
    FunctionName{FunctionId::kLowerAscii, "lowerAscii"},
    FunctionName{FunctionId::kUpperAscii, "upperAscii"},
    FunctionName{FunctionId::kReplace, "replace"},
    FunctionName{FunctionId::kSplit, "split"},
    FunctionName{FunctionId::kSubstring, "substring"},
    FunctionName{FunctionId::kTrim, "trim"},
    FunctionName{FunctionId::kReverse, "reverse"},
    FunctionName{FunctionId::kFormat, "format"},
    FunctionName{FunctionId::kQuote, "strings.quote"},
    FunctionName{FunctionId::kDistinct, "distinct"},
    FunctionName{FunctionId::kFlatten, "flatten"},
    FunctionName{FunctionId::kSlice, "slice"},
    FunctionName{FunctionId::kSort, "sort"},
    FunctionName{FunctionId::kSetsContains, "sets.contains"},
    FunctionName{FunctionId::kSetsEquivalent, "sets.equivalent"},
    FunctionName{FunctionId::kSetsIntersects, "sets.intersects"},
    FunctionName{FunctionId::kMathGreatest, "math.greatest"},
    FunctionName{FunctionId::kMathLeast, "math.least"},
    FunctionName{FunctionId::kMathCeil, "math.ceil"},
    FunctionName{FunctionId::kMathFloor, "math.floor"},
    FunctionName{FunctionId::kMathRound, "math.round"},
    FunctionName{FunctionId::kMathTrunc, "math.trunc"},
    FunctionName{FunctionId::kMathAbs, "math.abs"},
    FunctionName{FunctionId::kMathSign, "math.sign"},
    FunctionName{FunctionId::kMathSqrt, "math.sqrt"},
    FunctionName{FunctionId::kMathIsNan, "math.isNaN"},
    FunctionName{FunctionId::kMathIsInf, "math.isInf"},
    FunctionName{FunctionId::kMathIsFinite, "math.isFinite"},
    FunctionName{FunctionId::kMathBitAnd, "math.bitAnd"},
    FunctionName{FunctionId::kMathBitOr, "math.bitOr"},
    FunctionName{FunctionId::kMathBitXor, "math.bitXor"},
    FunctionName{FunctionId::kMathBitNot, "math.bitNot"},
    FunctionName{FunctionId::kMathBitShiftLeft, "math.bitShiftLeft"},
    FunctionName{FunctionId::kMathBitShiftRight, "math.bitShiftRight"},
    FunctionName{FunctionId::kOptionalOf, "optional.of"},
    FunctionName{FunctionId::kOptionalOfNonZeroValue, "optional.ofNonZeroValue"},
    FunctionName{FunctionId::kOptionalNone, "optional.none"},
    FunctionName{FunctionId::kOptionalHasValue, "hasValue"},
    FunctionName{FunctionId::kOptionalValue, "value"},
    FunctionName{FunctionId::kOptionalOr, "or"},
    FunctionName{FunctionId::kOptionalOrValue, "orValue"},
    FunctionName{FunctionId::kBase64Decode, "base64.decode"},
    FunctionName{FunctionId::kBase64Encode, "base64.encode"},
    FunctionName{FunctionId::kToDecimal, "decimal", true},
    FunctionName{FunctionId::kRound, "round", true},
    FunctionName{FunctionId::kDate, "date", true},
    FunctionName{FunctionId::kEra, "era", true},
    FunctionName{FunctionId::kEraYear, "eraYear", true},
    FunctionName{FunctionId::kEraText, "formatEra", true},
    FunctionName{FunctionId::kAddDays, "addDays", true},
    FunctionName{FunctionId::kAddMonths, "addMonths", true},
    FunctionName{FunctionId::kAddYears, "addYears", true},
    FunctionName{FunctionId::kYear, "year", true},
    FunctionName{FunctionId::kMonth, "month", true},
    FunctionName{FunctionId::kDay, "day", true},
    FunctionName{FunctionId::kFiscalYearOf, "fiscal_year", true},
    FunctionName{FunctionId::kNfkc, "nfkc", true},
    FunctionName{FunctionId::kAnswered, "answered", true},
    FunctionName{FunctionId::kMissingReason, "missing_reason", true},
    FunctionName{FunctionId::kRaw, "raw", true},
};

constexpr bool names_follow_ids() {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (static_cast<std::size_t>(kNames[i].id) != i) return false;
  }
  return true;
}
static_assert(names_follow_ids());
static_assert(kNames.size() == static_cast<std::size_t>(FunctionId::kDeclared));

const std::map<std::string_view, const FunctionName*>& by_name() {
  static const auto* const kIndex = [] {
    auto* names = new std::map<std::string_view, const FunctionName*>;
    for (const FunctionName& entry : kNames) names->emplace(entry.name, &entry);
    return names;
  }();
  return *kIndex;
}

}  // namespace

std::string_view function_name(FunctionId id) {
  if (id >= FunctionId::kDeclared) return "";
  return kNames[static_cast<std::size_t>(id)].name;
}

std::optional<FunctionId> find_function(std::string_view name, bool profile) {
  const auto found = by_name().find(name);
  if (found == by_name().end() || (found->second->profile && !profile)) return std::nullopt;
  return found->second->id;
}

std::vector<std::string> function_names(bool profile) {
  std::vector<std::string> names;
  for (const FunctionName& entry : kNames) {
    const bool is_operator = entry.id < FunctionId::kToBool;
    if (!is_operator && (profile || !entry.profile)) names.emplace_back(entry.name);
  }
  return names;
}

}  // namespace kijun::cel
