#pragma once

#include <array>

#include "engine/cel/syntax_diagnostics.h"
#include "engine/cel/type_diagnostics.h"

namespace kijun::cel {

/// Every diagnostic of the module, for the registry.
inline constexpr std::array kDiagnostics{
    &kUnexpectedCharacter,
    &kFullWidthCharacter,
    &kForeignOperator,
    &kUnterminatedString,
    &kBadEscape,
    &kBadNumber,
    &kNumberOutOfRange,
    &kUnexpectedToken,
    &kUnexpectedEnd,
    &kUnclosedBracket,
    &kReservedWord,
    &kTooDeep,
    &kTooLong,
    &kEmptyExpression,
    &kMessageLiteral,
    &kMacroVariable,
    &kMacroVariableTwice,
    &kHasNeedsSelection,
    &kUnknownName,
    &kUnknownMember,
    &kFieldNotAsked,
    &kUnknownFunction,
    &kOperatorTypes,
    &kFunctionTypes,
    &kUnknownEnumValue,
    &kEnumDomains,
    &kEnumNotOrdered,
    &kNullComparison,
    &kNeedsField,
    &kNoFields,
    &kMacroRange,
    &kNotBool,
    &kAggregateElement,
    &kUnexpectedType,
    &kUnknownParam,
    &kBareParams,
    &kAnswerOutside,
    &kBadDate,
    &kBadPattern,
    &kBadTimestamp,
    &kBadDuration,
    &kHasOnField,
    &kConditionSpace,
    &kOptionalEntry,
    &kUnknownReason,
    &kHandleSpace,
    &kTransformEntry,
    &kConstantComparison,
    &kConditionalAbsorbs,
    &kMacroShape,
    &kBadDecimal,
    &kBoolConstant,
    &kConstantError,
    &kUnknownTimeZone,
};

}  // namespace kijun::cel
