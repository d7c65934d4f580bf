#pragma once

#include <array>

#include "engine/cel/syntax_diagnostics.h"
#include "engine/diag/example.h"

namespace kijun::cel {

/// A wrong and a right text for each diagnostic of syntax_diagnostics.h.
inline constexpr std::array kSyntaxExamples{
    diag::Example{&kUnexpectedCharacter, diag::ExamplePlace::kExpression, R"(council == "established";)",
                  R"(council == "established")"},
    diag::Example{&kFullWidthCharacter, diag::ExamplePlace::kExpression, R"(council ＝＝ "established")",
                  R"(council == "established")"},
    diag::Example{&kForeignOperator, diag::ExamplePlace::kExpression, R"(council = "established")",
                  R"(council == "established")"},
    diag::Example{&kUnterminatedString, diag::ExamplePlace::kExpression, R"(council == "established)",
                  R"(council == "established")"},
    diag::Example{&kBadEscape, diag::ExamplePlace::kExpression, R"(name.matches("^\d+"))", R"(name.matches(r"^\d+"))"},
    diag::Example{&kBadNumber, diag::ExamplePlace::kExpression, "staff > 3人", "staff > 3"},
    diag::Example{&kNumberOutOfRange, diag::ExamplePlace::kExpression, "staff < 99999999999999999999",
                  "staff < 1000000"},
    diag::Example{&kUnexpectedToken, diag::ExamplePlace::kExpression, R"(council == == "established")",
                  R"(council == "established")"},
    diag::Example{&kUnexpectedEnd, diag::ExamplePlace::kExpression, R"(council == "established" &&)",
                  R"(council == "established")"},
    diag::Example{&kUnclosedBracket, diag::ExamplePlace::kExpression, R"((council == "established")",
                  R"((council == "established"))"},
    diag::Example{&kReservedWord, diag::ExamplePlace::kExpression, R"(const == "established")",
                  R"(council == "established")"},
    diag::Example{&kTooDeep, diag::ExamplePlace::kExpression, "((((…true…))))", "true"},
    diag::Example{&kTooLong, diag::ExamplePlace::kExpression, R"(council == "established" // あああ…あああ)",
                  R"(council == "established")"},
    diag::Example{&kEmptyExpression, diag::ExamplePlace::kRuleset, "require = '   '",
                  R"(require = 'council == "established"')"},
    diag::Example{&kMessageLiteral, diag::ExamplePlace::kExpression,
                  R"(Council{status: "established"}.status == council)", R"(council == "established")"},
    diag::Example{&kMacroVariable, diag::ExamplePlace::kExpression,
                  R"(zone.members.all(m.council, m.council == "established"))",
                  R"(zone.members.all(m, m.council == "established"))"},
    diag::Example{&kMacroVariableTwice, diag::ExamplePlace::kExpression, "[true].all(m, m, m)", "[true].all(i, m, m)"},
    diag::Example{&kHasNeedsSelection, diag::ExamplePlace::kExpression, "has(council)", "answered(council)"},
};

}  // namespace kijun::cel
