#include "engine/cel/declarations.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "engine/cel/operator_text.h"

namespace kijun::cel {
namespace {

enum class Style : std::uint8_t { kGlobal, kReceiver, kProfile, kProfileReceiver };

/// A function's overloads of one style: signatures "operands -> result", separated by `;`.
struct Declaration {
  FunctionId id;
  Style style;
  std::string_view signatures;
};

constexpr std::string_view kOrdered =
    "bool, bool -> bool; int, int -> bool; uint, uint -> bool; double, double -> bool; string, string -> bool; "
    "bytes, bytes -> bool; timestamp, timestamp -> bool; duration, duration -> bool";
constexpr std::string_view kProfileOrdered = "date, date -> bool; decimal, decimal -> bool";
constexpr std::string_view kTwoDecimals = "decimal, decimal -> decimal";
constexpr std::string_view kTimePart = "timestamp -> int; timestamp, string -> int";
constexpr std::string_view kTimePartOrDuration = "timestamp -> int; timestamp, string -> int; duration -> int";
constexpr std::string_view kRounding = "double -> double";
constexpr std::string_view kDoubleTest = "double -> bool";
constexpr std::string_view kAnyNumber = "int -> int; uint -> uint; double -> double";
constexpr std::string_view kBitwise = "int, int -> int; uint, uint -> uint";
constexpr std::string_view kBitShift = "int, int -> int; uint, int -> uint";
constexpr std::string_view kTextTest = "string, string -> bool";
constexpr std::string_view kTextToText = "string -> string";
constexpr std::string_view kListToList = "list($T) -> list($T)";
constexpr std::string_view kListTest = "list($T), list($T) -> bool";
constexpr std::string_view kDatePart = "date -> int";
constexpr std::string_view kDateShift = "date, int -> date";

// langdef "Standard Definitions"; extensions strings, lists, sets, math, optionals, encoders; profile of design section 4.
constexpr std::array kDeclarations{
    Declaration{FunctionId::kLogicalAnd, Style::kGlobal, "bool, bool -> bool"},
    Declaration{FunctionId::kLogicalOr, Style::kGlobal, "bool, bool -> bool"},
    Declaration{FunctionId::kLogicalNot, Style::kGlobal, "bool -> bool"},
    Declaration{FunctionId::kConditional, Style::kGlobal, "bool, $T, $T -> $T"},
    Declaration{FunctionId::kEqual, Style::kGlobal, "$T, $T -> bool"},
    Declaration{FunctionId::kNotEqual, Style::kGlobal, "$T, $T -> bool"},
    Declaration{FunctionId::kLess, Style::kGlobal, kOrdered},
    Declaration{FunctionId::kLess, Style::kProfile, kProfileOrdered},
    Declaration{FunctionId::kLessEqual, Style::kGlobal, kOrdered},
    Declaration{FunctionId::kLessEqual, Style::kProfile, kProfileOrdered},
    Declaration{FunctionId::kGreater, Style::kGlobal, kOrdered},
    Declaration{FunctionId::kGreater, Style::kProfile, kProfileOrdered},
    Declaration{FunctionId::kGreaterEqual, Style::kGlobal, kOrdered},
    Declaration{FunctionId::kGreaterEqual, Style::kProfile, kProfileOrdered},
    Declaration{FunctionId::kIn, Style::kGlobal, "$T, list($T) -> bool; $K, map($K, $V) -> bool"},
    Declaration{FunctionId::kAdd, Style::kGlobal,
                "int, int -> int; uint, uint -> uint; double, double -> double; string, string -> string; "
                "bytes, bytes -> bytes; list($T), list($T) -> list($T); timestamp, duration -> timestamp; "
                "duration, timestamp -> timestamp; duration, duration -> duration"},
    Declaration{FunctionId::kAdd, Style::kProfile, kTwoDecimals},
    Declaration{FunctionId::kSubtract, Style::kGlobal,
                "int, int -> int; uint, uint -> uint; double, double -> double; timestamp, timestamp -> duration; "
                "timestamp, duration -> timestamp; duration, duration -> duration"},
    Declaration{FunctionId::kSubtract, Style::kProfile, "date, date -> int; decimal, decimal -> decimal"},
    Declaration{FunctionId::kMultiply, Style::kGlobal, "int, int -> int; uint, uint -> uint; double, double -> double"},
    Declaration{FunctionId::kMultiply, Style::kProfile, kTwoDecimals},
    Declaration{FunctionId::kDivide, Style::kGlobal, "int, int -> int; uint, uint -> uint; double, double -> double"},
    Declaration{FunctionId::kDivide, Style::kProfile, kTwoDecimals},
    Declaration{FunctionId::kModulo, Style::kGlobal, "int, int -> int; uint, uint -> uint"},
    Declaration{FunctionId::kNegate, Style::kGlobal, "int -> int; double -> double"},
    Declaration{FunctionId::kNegate, Style::kProfile, "decimal -> decimal"},
    Declaration{FunctionId::kIndex, Style::kGlobal,
                "list($T), int -> $T; map($K, $V), $K -> $V; optional_type(list($T)), int -> optional_type($T); "
                "optional_type(map($K, $V)), $K -> optional_type($V)"},
    Declaration{FunctionId::kOptionalIndex, Style::kGlobal,
                "list($T), int -> optional_type($T); map($K, $V), $K -> optional_type($V); "
                "optional_type(list($T)), int -> optional_type($T); "
                "optional_type(map($K, $V)), $K -> optional_type($V)"},

    Declaration{FunctionId::kToBool, Style::kGlobal, "bool -> bool; string -> bool"},
    Declaration{FunctionId::kToBytes, Style::kGlobal, "bytes -> bytes; string -> bytes"},
    Declaration{FunctionId::kToDouble, Style::kGlobal,
                "double -> double; int -> double; uint -> double; string -> double"},
    Declaration{FunctionId::kToDouble, Style::kProfile, "decimal -> double"},
    Declaration{FunctionId::kToDuration, Style::kGlobal, "duration -> duration; string -> duration"},
    Declaration{FunctionId::kToDyn, Style::kGlobal, "$T -> dyn"},
    Declaration{FunctionId::kToInt, Style::kGlobal,
                "int -> int; uint -> int; double -> int; string -> int; timestamp -> int"},
    Declaration{FunctionId::kToInt, Style::kProfile, "decimal -> int"},
    Declaration{FunctionId::kToString, Style::kGlobal,
                "string -> string; bool -> string; int -> string; uint -> string; double -> string; bytes -> string; "
                "timestamp -> string; duration -> string"},
    Declaration{FunctionId::kToString, Style::kProfile, "date -> string; decimal -> string"},
    Declaration{FunctionId::kToTimestamp, Style::kGlobal,
                "timestamp -> timestamp; int -> timestamp; string -> timestamp"},
    Declaration{FunctionId::kToUint, Style::kGlobal, "uint -> uint; int -> uint; double -> uint; string -> uint"},
    Declaration{FunctionId::kToUint, Style::kProfile, "decimal -> uint"},
    Declaration{FunctionId::kTypeOf, Style::kGlobal, "$T -> type($T)"},

    Declaration{FunctionId::kSize, Style::kGlobal, "string -> int; bytes -> int; list($T) -> int; map($K, $V) -> int"},
    Declaration{FunctionId::kSize, Style::kReceiver,
                "string -> int; bytes -> int; list($T) -> int; map($K, $V) -> int"},
    Declaration{FunctionId::kContains, Style::kReceiver, kTextTest},
    Declaration{FunctionId::kStartsWith, Style::kReceiver, kTextTest},
    Declaration{FunctionId::kEndsWith, Style::kReceiver, kTextTest},
    Declaration{FunctionId::kMatches, Style::kGlobal, kTextTest},
    Declaration{FunctionId::kMatches, Style::kReceiver, kTextTest},
    Declaration{FunctionId::kGetDate, Style::kReceiver, kTimePart},
    Declaration{FunctionId::kGetDayOfMonth, Style::kReceiver, kTimePart},
    Declaration{FunctionId::kGetDayOfWeek, Style::kReceiver, kTimePart},
    Declaration{FunctionId::kGetDayOfYear, Style::kReceiver, kTimePart},
    Declaration{FunctionId::kGetFullYear, Style::kReceiver, kTimePart},
    Declaration{FunctionId::kGetHours, Style::kReceiver, kTimePartOrDuration},
    Declaration{FunctionId::kGetMilliseconds, Style::kReceiver, kTimePartOrDuration},
    Declaration{FunctionId::kGetMinutes, Style::kReceiver, kTimePartOrDuration},
    Declaration{FunctionId::kGetMonth, Style::kReceiver, kTimePart},
    Declaration{FunctionId::kGetSeconds, Style::kReceiver, kTimePartOrDuration},

    Declaration{FunctionId::kCharAt, Style::kReceiver, "string, int -> string"},
    Declaration{FunctionId::kIndexOf, Style::kReceiver, "string, string -> int; string, string, int -> int"},
    Declaration{FunctionId::kLastIndexOf, Style::kReceiver, "string, string -> int; string, string, int -> int"},
    Declaration{FunctionId::kJoin, Style::kReceiver, "list(string) -> string; list(string), string -> string"},
    Declaration{FunctionId::kLowerAscii, Style::kReceiver, kTextToText},
    Declaration{FunctionId::kUpperAscii, Style::kReceiver, kTextToText},
    Declaration{FunctionId::kReplace, Style::kReceiver,
                "string, string, string -> string; string, string, string, int -> string"},
    Declaration{FunctionId::kSplit, Style::kReceiver,
                "string, string -> list(string); string, string, int -> list(string)"},
    Declaration{FunctionId::kSubstring, Style::kReceiver, "string, int -> string; string, int, int -> string"},
    Declaration{FunctionId::kTrim, Style::kReceiver, kTextToText},
    Declaration{FunctionId::kReverse, Style::kReceiver, "string -> string; list($T) -> list($T)"},
    Declaration{FunctionId::kFormat, Style::kReceiver, "string, list(dyn) -> string"},
    Declaration{FunctionId::kQuote, Style::kGlobal, kTextToText},

    Declaration{FunctionId::kDistinct, Style::kReceiver, kListToList},
    Declaration{FunctionId::kFlatten, Style::kReceiver, "list(dyn) -> list(dyn); list(dyn), int -> list(dyn)"},
    Declaration{FunctionId::kSlice, Style::kReceiver, "list($T), int, int -> list($T)"},
    Declaration{FunctionId::kSort, Style::kReceiver,
                "list(bool) -> list(bool); list(int) -> list(int); list(uint) -> list(uint); "
                "list(double) -> list(double); list(string) -> list(string); list(bytes) -> list(bytes); "
                "list(timestamp) -> list(timestamp); list(duration) -> list(duration)"},
    Declaration{FunctionId::kSort, Style::kProfileReceiver, "list(date) -> list(date); list(decimal) -> list(decimal)"},
    Declaration{FunctionId::kSetsContains, Style::kGlobal, kListTest},
    Declaration{FunctionId::kSetsEquivalent, Style::kGlobal, kListTest},
    Declaration{FunctionId::kSetsIntersects, Style::kGlobal, kListTest},

    Declaration{FunctionId::kMathCeil, Style::kGlobal, kRounding},
    Declaration{FunctionId::kMathFloor, Style::kGlobal, kRounding},
    Declaration{FunctionId::kMathRound, Style::kGlobal, kRounding},
    Declaration{FunctionId::kMathTrunc, Style::kGlobal, kRounding},
    Declaration{FunctionId::kMathAbs, Style::kGlobal, kAnyNumber},
    Declaration{FunctionId::kMathSign, Style::kGlobal, kAnyNumber},
    Declaration{FunctionId::kMathAbs, Style::kProfile, "decimal -> decimal"},
    Declaration{FunctionId::kMathSign, Style::kProfile, "decimal -> decimal"},
    Declaration{FunctionId::kMathSqrt, Style::kGlobal, "double -> double; int -> double; uint -> double"},
    Declaration{FunctionId::kMathIsNan, Style::kGlobal, kDoubleTest},
    Declaration{FunctionId::kMathIsInf, Style::kGlobal, kDoubleTest},
    Declaration{FunctionId::kMathIsFinite, Style::kGlobal, kDoubleTest},
    Declaration{FunctionId::kMathBitAnd, Style::kGlobal, kBitwise},
    Declaration{FunctionId::kMathBitOr, Style::kGlobal, kBitwise},
    Declaration{FunctionId::kMathBitXor, Style::kGlobal, kBitwise},
    Declaration{FunctionId::kMathBitNot, Style::kGlobal, "int -> int; uint -> uint"},
    Declaration{FunctionId::kMathBitShiftLeft, Style::kGlobal, kBitShift},
    Declaration{FunctionId::kMathBitShiftRight, Style::kGlobal, kBitShift},

    Declaration{FunctionId::kOptionalOf, Style::kGlobal, "$T -> optional_type($T)"},
    Declaration{FunctionId::kOptionalOfNonZeroValue, Style::kGlobal, "$T -> optional_type($T)"},
    Declaration{FunctionId::kOptionalNone, Style::kGlobal, "-> optional_type($T)"},
    Declaration{FunctionId::kOptionalHasValue, Style::kReceiver, "optional_type($T) -> bool"},
    Declaration{FunctionId::kOptionalValue, Style::kReceiver, "optional_type($T) -> $T"},
    Declaration{FunctionId::kOptionalOr, Style::kReceiver, "optional_type($T), optional_type($T) -> optional_type($T)"},
    Declaration{FunctionId::kOptionalOrValue, Style::kReceiver, "optional_type($T), $T -> $T"},

    Declaration{FunctionId::kBase64Decode, Style::kGlobal, "string -> bytes"},
    Declaration{FunctionId::kBase64Encode, Style::kGlobal, "bytes -> string"},

    Declaration{FunctionId::kToDecimal, Style::kProfile,
                "decimal -> decimal; string -> decimal; int -> decimal; uint -> decimal; double -> decimal"},
    Declaration{FunctionId::kRound, Style::kProfile, "decimal, int -> decimal; double, int -> double"},
    Declaration{FunctionId::kDate, Style::kProfile, "string -> date; int, int, int -> date"},
    Declaration{FunctionId::kEra, Style::kProfileReceiver, "date -> string"},
    Declaration{FunctionId::kEraYear, Style::kProfileReceiver, kDatePart},
    Declaration{FunctionId::kEraText, Style::kProfileReceiver, "date -> string"},
    Declaration{FunctionId::kAddDays, Style::kProfileReceiver, kDateShift},
    Declaration{FunctionId::kAddMonths, Style::kProfileReceiver, kDateShift},
    Declaration{FunctionId::kAddYears, Style::kProfileReceiver, kDateShift},
    Declaration{FunctionId::kYear, Style::kProfileReceiver, kDatePart},
    Declaration{FunctionId::kMonth, Style::kProfileReceiver, kDatePart},
    Declaration{FunctionId::kDay, Style::kProfileReceiver, kDatePart},
    Declaration{FunctionId::kFiscalYearOf, Style::kProfile, kDatePart},
    Declaration{FunctionId::kNfkc, Style::kProfile, kTextToText},
};

constexpr std::size_t kNumDeclared = static_cast<std::size_t>(FunctionId::kDeclared);
using OverloadTable = std::array<std::vector<Overload>, kNumDeclared>;

/// The operand types of "int, list($T)": commas inside brackets do not separate.
std::vector<Type> parse_operands(std::string_view text) {
  std::vector<Type> operands;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    if (text[i] != ',' || depth > 0) continue;
    operands.push_back(parse_type(text.substr(begin, i - begin)));
    begin = i + 1;
  }
  if (text.find_first_not_of(' ', begin) != std::string_view::npos) operands.push_back(parse_type(text.substr(begin)));
  return operands;
}

Overload parse_overload(std::string_view signature, Style style) {
  constexpr std::string_view kArrow = "->";
  const std::size_t arrow = signature.find(kArrow);
  Overload overload;
  overload.receiver = style == Style::kReceiver || style == Style::kProfileReceiver;
  overload.profile = style == Style::kProfile || style == Style::kProfileReceiver;
  overload.params = parse_operands(signature.substr(0, arrow));
  overload.result = parse_type(signature.substr(arrow + kArrow.size()));
  return overload;
}

OverloadTable declared_overloads() {
  OverloadTable table;
  for (const Declaration& declaration : kDeclarations) {
    std::string_view left = declaration.signatures;
    while (!left.empty()) {
      const std::size_t end = std::min(left.find(';'), left.size());
      table[static_cast<std::size_t>(declaration.id)].push_back(parse_overload(left.substr(0, end), declaration.style));
      left.remove_prefix(std::min(end + 1, left.size()));
    }
  }
  return table;
}

}  // namespace

std::span<const Overload> overloads_of(FunctionId id) {
  static const OverloadTable kTable = declared_overloads();
  if (id >= FunctionId::kDeclared) return {};
  return kTable[static_cast<std::size_t>(id)];
}

std::string overload_text(FunctionId id, const Overload& overload) {
  std::vector<std::string> operands;
  operands.reserve(overload.params.size());
  for (const Type& param : overload.params) {
    std::string text = to_string(param);
    std::erase(text, '$');
    operands.push_back(std::move(text));
  }
  return call_text(id, overload.receiver, operands);
}

}  // namespace kijun::cel
