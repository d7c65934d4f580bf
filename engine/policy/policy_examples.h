#pragma once

#include <array>

#include "engine/diag/example.h"
#include "engine/policy/policy_diagnostics.h"

namespace kijun::policy {

/// A wrong and a right text for each diagnostic of policy_diagnostics.h.
inline constexpr std::array kExamples{
    diag::Example{&kDuplicateId, diag::ExamplePlace::kRuleset,
                  R"([[rule]]
id = "council.established"
…
[[rule]]
id = "council.established")",
                  R"([[rule]]
id = "council.established"
…
[[rule]]
id = "council.supported")"},
    diag::Example{&kUnknownId, diag::ExamplePlace::kRuleset, R"(topic = "counsil")", R"(topic = "council")"},
    diag::Example{&kExtendsCycle, diag::ExamplePlace::kRuleset,
                  R"(id = "hoshi-base"
title = { ja = "架空県 各期共通", en = "Kakuu Prefecture, all periods" }
extends = ["period.toml"])",
                  R"(id = "hoshi-base"
title = { ja = "架空県 各期共通", en = "Kakuu Prefecture, all periods" })"},
    diag::Example{&kUnreadableFile, diag::ExamplePlace::kPack, R"(editions = ["perod.toml"])",
                  R"(editions = ["period.toml"])"},
    diag::Example{&kListChange, diag::ExamplePlace::kRuleset,
                  R"([[override]]
id = "council.established"
refs = ["K1-02"])",
                  R"([[override]]
id = "council.established"
refs = { add = ["K1-02"] })"},
    diag::Example{&kNoSeverity, diag::ExamplePlace::kRuleset,
                  R"(require = 'council == "established"'
message = { ja = "{name}に協議の場がありません。", en = "{name} has no council." })",
                  R"(require = 'council == "established"'
severity = "error"
message = { ja = "{name}に協議の場がありません。", en = "{name} has no council." })"},
    diag::Example{&kNoRequirement, diag::ExamplePlace::kRuleset,
                  R"(for_each = "municipality"
severity = "error")",
                  R"(for_each = "municipality"
require = 'council == "established"'
severity = "error")"},
    diag::Example{&kWrongYears, diag::ExamplePlace::kRuleset, "fiscal_years = { from = 2020, to = 2018 }",
                  "fiscal_years = { from = 2018, to = 2020 }"},
    diag::Example{&kParamType, diag::ExamplePlace::kRuleset,
                  R"([params]
limits = [1, 2])",
                  R"([params]
lower_limit = 1
upper_limit = 2)"},
    diag::Example{&kOverlappingEditions, diag::ExamplePlace::kRuleset,
                  R"(id = "hoshi-2"
…
fiscal_years = { from = 2020, to = 2022 })",
                  R"(id = "hoshi-2"
…
fiscal_years = { from = 2021, to = 2023 })"},
    diag::Example{&kChangedTwice, diag::ExamplePlace::kRuleset,
                  R"(severity = "warning"

[[override]]
id = "council.established"
severity = "notice")",
                  R"(severity = "notice")"},
    diag::Example{&kParamRetyped, diag::ExamplePlace::kRuleset, R"(lower_limit = "1人")", "lower_limit = 2"},
    diag::Example{&kParamOrder, diag::ExamplePlace::kRuleset,
                  R"({ from = 2019-04-01, value = 2 },
  { from = 2018-04-01, value = 1 },)",
                  R"({ from = 2018-04-01, value = 1 },
  { from = 2019-04-01, value = 2 },)"},
    diag::Example{&kParamNotYet, diag::ExamplePlace::kRuleset, "{ from = 2021-04-01, value = 1 },",
                  R"({ from = 2018-04-01, value = 2 },
  { from = 2021-04-01, value = 1 },)"},
    diag::Example{&kPackReference, diag::ExamplePlace::kRuleset, R"(extends = ["pack:shared"])",
                  R"(extends = ["pack:shared@1"])"},
    diag::Example{&kPackNotFound, diag::ExamplePlace::kRuleset, R"(extends = ["pack:shard@1"])",
                  R"(extends = ["pack:shared@1"])"},
    diag::Example{&kPackVersion, diag::ExamplePlace::kRuleset, R"(extends = ["pack:shared@2"])",
                  R"(extends = ["pack:shared@1"])"},
    diag::Example{&kNoPackEdition, diag::ExamplePlace::kRuleset, "fiscal_years = { from = 2018, to = 2021 }",
                  "fiscal_years = { from = 2018, to = 2020 }"},
    diag::Example{&kWrongFraction, diag::ExamplePlace::kRuleset, "at_least = \"0.66\"", "at_least = \"2/3\""},
    diag::Example{&kBandOrder, diag::ExamplePlace::kRuleset, R"(id = "behind"
  at_least = "1/2")",
                  R"(id = "behind"
  at_least = "0")"},
};

}  // namespace kijun::policy
