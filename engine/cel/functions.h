#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kijun::cel {

/// Every operator and function of the language, the profile included. The checker writes it into
/// `Reference::index` of a call (`RefKind::kFunction`), and evaluators dispatch on it and on run-time types. One id
/// stands for all overloads of a name. Argument order is that of `Node::children`: the receiver first where there is one.
enum class FunctionId : std::uint16_t {
  // Operators.
  kLogicalAnd,
  kLogicalOr,
  kLogicalNot,
  kConditional,
  kEqual,
  kNotEqual,
  kLess,  ///< Also on ordered enums, whose values are listed best first: the better value is the greater one, so that
          ///< `council >= "planned"` means planned or better. The operands' types in CheckedExpr are then kEnum (a
          ///< literal beside an enum gets the enum's type).
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kIn,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kNegate,
  kIndex,           ///< `a[b]`
  kOptionalIndex,   ///< `a[?b]`
  kOptionalSelect,  ///< `a.?b`: children operand and the field's name as a string literal.

  // Conversions and types.
  kToBool,
  kToBytes,
  kToDouble,
  kToDuration,
  kToDyn,
  kToInt,
  kToString,
  kToTimestamp,
  kToUint,
  kTypeOf,

  // Standard functions.
  kSize,
  kContains,
  kStartsWith,
  kEndsWith,
  kMatches,
  kGetDate,
  kGetDayOfMonth,
  kGetDayOfWeek,
  kGetDayOfYear,
  kGetFullYear,
  kGetHours,
  kGetMilliseconds,
  kGetMinutes,
  kGetMonth,
  kGetSeconds,

  // Extension strings.
  kCharAt,
  kIndexOf,
  kLastIndexOf,
  kJoin,
  kLowerAscii,
  kUpperAscii,
  kReplace,
  kSplit,
  kSubstring,
  kTrim,
  kReverse,
  kFormat,
  kQuote,  ///< `strings.quote`

  // Extensions lists and sets.
  kDistinct,
  kFlatten,
  kSlice,
  kSort,
  kSetsContains,
  kSetsEquivalent,
  kSetsIntersects,

  // Extension math.
  kMathGreatest,
  kMathLeast,
  kMathCeil,
  kMathFloor,
  kMathRound,
  kMathTrunc,
  kMathAbs,
  kMathSign,
  kMathSqrt,
  kMathIsNan,
  kMathIsInf,
  kMathIsFinite,
  kMathBitAnd,
  kMathBitOr,
  kMathBitXor,
  kMathBitNot,
  kMathBitShiftLeft,
  kMathBitShiftRight,

  // Extension optionals.
  kOptionalOf,
  kOptionalOfNonZeroValue,
  kOptionalNone,
  kOptionalHasValue,
  kOptionalValue,
  kOptionalOr,
  kOptionalOrValue,

  // Extension encoders.
  kBase64Decode,
  kBase64Encode,

  // Profile (design section 4).
  kToDecimal,  ///< `decimal("0.1")`, `decimal(n)`
  kRound,      ///< `round(x, digits)`, half to even
  kDate,       ///< `date("2019-03-31")`, `date("平成31年3月31日")`, `date(2019, 3, 31)`
  kEra,        ///< `d.era()`: `平成`
  kEraYear,    ///< `d.eraYear()`: 31
  kEraText,    ///< `d.formatEra()`: `平成31年3月31日`
  kAddDays,
  kAddMonths,
  kAddYears,
  kYear,
  kMonth,         ///< 1-based.
  kDay,           ///< 1-based.
  kFiscalYearOf,  ///< `fiscal_year(d)`
  kNfkc,
  kAnswered,       ///< Its argument names a cell (a field or a group's attribute) and is not evaluated. The operand it
                   ///< is read from, if written, is the child of the argument's kSelect node.
  kMissingReason,  ///< Likewise; a string, "" for a cell with a value.
  kRaw,            ///< Likewise; a string.

  kDeclared,  ///< A function declared by `Environment::functions`; the node's name says which. It has no
              ///< implementation.
  kUnknown,   ///< Only in expressions resolved without a check: no function has this name and shape.
};

/// Name of the function as `Node::name` holds it: `_+_`, `size`, `math.greatest`. Empty for `kDeclared` and `kUnknown`,
/// which stand for no particular function.
[[nodiscard]] std::string_view function_name(FunctionId id);

/// The function of a name, or nothing. A qualified name is written with its dots ("math.greatest"), and the checker
/// rewrites such calls so that `Node::name` is the qualified name and there is no receiver child. Profile functions are
/// found only when `profile` is set.
[[nodiscard]] std::optional<FunctionId> find_function(std::string_view name, bool profile);

/// Names of all functions that are not operators, for suggestions.
[[nodiscard]] std::vector<std::string> function_names(bool profile);

/// True for `==` and `!=`.
[[nodiscard]] constexpr bool is_equality(FunctionId id) {
  return id == FunctionId::kEqual || id == FunctionId::kNotEqual;
}

/// True for `<`, `<=`, `>` and `>=`.
[[nodiscard]] constexpr bool is_order(FunctionId id) {
  return id == FunctionId::kLess || id == FunctionId::kLessEqual || id == FunctionId::kGreater ||
         id == FunctionId::kGreaterEqual;
}

/// True for an equality or an order.
[[nodiscard]] constexpr bool is_comparison(FunctionId id) { return is_equality(id) || is_order(id); }

/// True for `answered`, `missing_reason` and `raw`, which ask about a cell and read no value of it.
[[nodiscard]] constexpr bool asks_about_cell(FunctionId id) {
  return id == FunctionId::kAnswered || id == FunctionId::kMissingReason || id == FunctionId::kRaw;
}

/// The comparison that says the same with its operands the other way round; any other function as it is.
[[nodiscard]] constexpr FunctionId mirrored(FunctionId id) {
  switch (id) {
    case FunctionId::kLess:
      return FunctionId::kGreater;
    case FunctionId::kLessEqual:
      return FunctionId::kGreaterEqual;
    case FunctionId::kGreater:
      return FunctionId::kLess;
    case FunctionId::kGreaterEqual:
      return FunctionId::kLessEqual;
    default:
      return id;
  }
}

}  // namespace kijun::cel
