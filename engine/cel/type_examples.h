#pragma once

#include <array>

#include "engine/cel/type_diagnostics.h"
#include "engine/diag/example.h"

namespace kijun::cel {

/// A wrong and a right text for each diagnostic of type_diagnostics.h.
inline constexpr std::array kTypeExamples{
    diag::Example{&kUnknownName, diag::ExamplePlace::kExpression, R"(counsil == "established")",
                  R"(council == "established")"},
    diag::Example{&kUnknownMember, diag::ExamplePlace::kExpression,
                  R"(zone.members.all(m, m.counsil == "established"))",
                  R"(zone.members.all(m, m.council == "established"))"},
    diag::Example{&kFieldNotAsked, diag::ExamplePlace::kExpression, R"(zone_plan && council == "established")",
                  R"(zone.zone_plan && council == "established")"},
    diag::Example{&kUnknownFunction, diag::ExamplePlace::kExpression, "answerd(council)", "answered(council)"},
    diag::Example{&kOperatorTypes, diag::ExamplePlace::kExpression, R"(staff == "3")", "staff == 3"},
    diag::Example{&kFunctionTypes, diag::ExamplePlace::kExpression, "name.startsWith(3)", R"(name.startsWith("3"))"},
    diag::Example{&kUnknownEnumValue, diag::ExamplePlace::kExpression, R"(council == "establihed")",
                  R"(council == "established")"},
    diag::Example{&kEnumDomains, diag::ExamplePlace::kExpression, "council == budget",
                  R"(council == "established" && budget == "secured")"},
    diag::Example{&kEnumNotOrdered, diag::ExamplePlace::kExpression, R"(budget <= "secured")",
                  R"(budget in ["secured"])"},
    diag::Example{&kNullComparison, diag::ExamplePlace::kExpression, "council != null", "answered(council)"},
    diag::Example{&kNeedsField, diag::ExamplePlace::kExpression, R"(answered(council == "established"))",
                  "answered(council)"},
    diag::Example{&kNoFields, diag::ExamplePlace::kExpression, R"(council.label == "設置済み")",
                  R"(council == "established")"},
    diag::Example{&kMacroRange, diag::ExamplePlace::kExpression, R"(zone.all(m, m.council == "established"))",
                  R"(zone.members.all(m, m.council == "established"))"},
    diag::Example{&kNotBool, diag::ExamplePlace::kExpression, "zone.members.all(m, m.council)",
                  R"(zone.members.all(m, m.council == "established"))"},
    diag::Example{&kAggregateElement, diag::ExamplePlace::kExpression, "zone.members.sum(m, m.council) > 3",
                  R"(zone.members.count(m, m.council == "established") > 3)"},
    diag::Example{&kUnexpectedType, diag::ExamplePlace::kRuleset, "require = 'council'",
                  R"(require = 'council == "established"')"},
    diag::Example{&kUnknownParam, diag::ExamplePlace::kExpression, "as_of < params.dedline", "as_of < params.deadline"},
    diag::Example{&kBareParams, diag::ExamplePlace::kExpression, "as_of < params", "as_of < params.deadline"},
    diag::Example{&kAnswerOutside, diag::ExamplePlace::kRuleset, "require = 'answered(answer)'",
                  R"(for_fields = ["council"]
require = 'answered(answer)')"},
    diag::Example{&kBadDate, diag::ExamplePlace::kExpression, R"(as_of < date("2019-02-30"))",
                  R"(as_of < date("2019-02-28"))"},
    diag::Example{&kBadPattern, diag::ExamplePlace::kExpression, R"(name.matches("^(市|町"))",
                  R"x(name.matches("^(市|町)"))x"},
    diag::Example{&kBadTimestamp, diag::ExamplePlace::kExpression,
                  R"(timestamp("2019-03-31") < timestamp("2019-04-01T00:00:00+09:00"))",
                  R"(timestamp("2019-03-31T00:00:00+09:00") < timestamp("2019-04-01T00:00:00+09:00"))"},
    diag::Example{&kBadDuration, diag::ExamplePlace::kExpression, R"(duration("30d") < duration("24h"))",
                  R"(duration("720h") < duration("24h"))"},
    diag::Example{&kHasOnField, diag::ExamplePlace::kExpression, "has(self.council)", "answered(self.council)"},
    diag::Example{&kConditionSpace, diag::ExamplePlace::kRuleset,
                  R"(for_each = "municipality"
require = 'zone_complete')",
                  R"(for_each = "municipality"
require = 'zone.zone_complete')"},
    diag::Example{&kOptionalEntry, diag::ExamplePlace::kExpression, "size([?council]) == 1", "size([council]) == 1"},
    diag::Example{&kUnknownReason, diag::ExamplePlace::kExpression, R"(missing_reason(council) == "blnk")",
                  R"(missing_reason(council) == "blank")"},
    diag::Example{&kHandleSpace, diag::ExamplePlace::kRuleset,
                  R"(for_each = "zone"
require = 'kind == "town"')",
                  R"(for_each = "zone"
require = 'zone.members.all(m, m.kind == "town")')"},
    diag::Example{&kTransformEntry, diag::ExamplePlace::kExpression, "size([1].transformMapEntry(i, v, v)) == 1",
                  "size([1].transformMapEntry(i, v, {i: v})) == 1"},
    diag::Example{&kConstantComparison, diag::ExamplePlace::kExpression, R"(council in ["established", "none"])",
                  R"(council in ["established"])"},
    diag::Example{&kConditionalAbsorbs, diag::ExamplePlace::kExpression,
                  R"(council == "established" ? answered(council_note) : false)",
                  R"(council == "established" && answered(council_note))"},
    diag::Example{&kMacroShape, diag::ExamplePlace::kExpression, R"(zone.members.all(m.council == "established"))",
                  R"(zone.members.all(m, m.council == "established"))"},
    diag::Example{&kBadDecimal, diag::ExamplePlace::kExpression, R"(decimal("0,1") < 1)", R"(decimal("0.1") < 1)"},
    diag::Example{&kBoolConstant, diag::ExamplePlace::kExpression, "answered(council_note) == true",
                  "answered(council_note)"},
    diag::Example{&kConstantError, diag::ExamplePlace::kExpression, R"(as_of - date("2019-04-01") > 10 / 0)",
                  R"(as_of - date("2019-04-01") > 10)"},
    diag::Example{&kUnknownTimeZone, diag::ExamplePlace::kExpression,
                  R"(timestamp("2019-03-31T15:00:00Z").getFullYear("Asia/Tokio") == 2019)",
                  R"(timestamp("2019-03-31T15:00:00Z").getFullYear("Asia/Tokyo") == 2019)"},
};

}  // namespace kijun::cel
