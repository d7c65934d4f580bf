#pragma once

#include <array>

#include "engine/audit/audit_diagnostics.h"
#include "engine/diag/example.h"

namespace kijun::audit {

/// A wrong and a right text for each diagnostic of audit_diagnostics.h.
inline constexpr std::array kExamples{
    diag::Example{&kEarlierResultUnfit, diag::ExamplePlace::kManifest,
                  R"([[earlier_result]]
file = "2016.json")",
                  R"([[earlier_result]]
file = "2017.json")"},
    diag::Example{&kEarlierResultChanged, diag::ExamplePlace::kManifest,
                  "sha256 = \"acaf00f000000000d00000bad0b0b0000e0be000000d0b00f0000ae0b0e0f000\"",
                  "sha256 = \"acaf04f238198559d95012bad2b6b9008e8be667973d1b94f0911ae2b7e1f257\""},
    diag::Example{&kConditionCycle, diag::ExamplePlace::kRuleset,
                  R"(id = "council_shared"
expr = 'zone.members.exists(m, m.council_met)')",
                  R"(id = "council_shared"
expr = 'zone.members.exists(m, m.council == "established")')"},
    diag::Example{&kUnknownField, diag::ExamplePlace::kRuleset, R"(evidence = ["counsil", "council"])",
                  R"(evidence = ["council"])"},
    diag::Example{&kUnbalancedBrace, diag::ExamplePlace::kRuleset,
                  R"(message = { ja = "{name}に協議の場がありません。", en = "{name has no council." })",
                  R"(message = { ja = "{name}に協議の場がありません。", en = "{name} has no council." })"},
    diag::Example{&kConditionClash, diag::ExamplePlace::kRuleset,
                  R"([[condition]]
id = "council")",
                  R"([[condition]]
id = "council_met")"},
    diag::Example{&kNoEdition, diag::ExamplePlace::kCommand, "kijun rules list --rules pack --year 2030",
                  "kijun rules list --rules pack --year 2018"},
    diag::Example{&kNoRules, diag::ExamplePlace::kRuleset,
                  R"([[actor]]
id = "municipality"
title = { ja = "市町村", en = "municipality" })",
                  R"([[actor]]
id = "municipality"
title = { ja = "市町村", en = "municipality" }

[[rule]]
id = "council.established"
title = { ja = "協議の場の設置", en = "Council established" }
kind = "policy"
topic = "council"
actor = "municipality"
for_each = "municipality"
require = 'council == "established"'
severity = "error"
message = { ja = "{name}に協議の場がありません。", en = "{name} has no council." })"},
    diag::Example{&kNothingApplicable, diag::ExamplePlace::kRuleset, R"(when = 'name == "夢見市"')",
                  "when = 'answered(council)'"},
    diag::Example{&kRuleError, diag::ExamplePlace::kExpression, "100 / (size(name) - 4) > 50",
                  "size(name) == 4 || 100 / (size(name) - 4) > 50"},
    diag::Example{&kDecidedRule, diag::ExamplePlace::kDecisions, R"(rule = "council.establishd")",
                  R"(rule = "council.established")"},
    diag::Example{&kConditionDepth, diag::ExamplePlace::kRuleset,
                  R"(id = "council_met"
expr = 'council_counted || fiscal_year + 0 + 0…+ 0 > 2100')",
                  R"(id = "council_met"
expr = 'council_counted || fiscal_year > 2100')"},
    diag::Example{&kLockedMeaning, diag::ExamplePlace::kRuleset, R"(before_deadline = "notice")",
                  R"(before_deadline = "warning")"},
    diag::Example{&kLockedTool, diag::ExamplePlace::kRuleset, R"(kijun = "0.0")", R"(kijun = "0.1")"},
};

}  // namespace kijun::audit
