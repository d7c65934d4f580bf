#pragma once

#include <array>

#include "engine/analysis/analysis_diagnostics.h"
#include "engine/diag/example.h"

namespace kijun::analysis {

/// A wrong and a right text for each diagnostic of analysis_diagnostics.h.
inline constexpr std::array kExamples{
    diag::Example{&kExampleKey, diag::ExamplePlace::kRuleset, R"(given = { counsil = "established" })",
                  R"(given = { council = "established" })"},
    diag::Example{&kExampleValue, diag::ExamplePlace::kRuleset, R"(given = { council = "○" })",
                  R"(given = { council = "established" })"},
    diag::Example{&kTestColumn, diag::ExamplePlace::kTests, R"(rule,counsil,expect
council.established,none,fail)",
                  R"(rule,council,expect
council.established,none,fail)"},
    diag::Example{&kTestColumnMissing, diag::ExamplePlace::kTests, R"(rule,council
council.established,none)",
                  R"(rule,council,expect
council.established,none,fail)"},
    diag::Example{&kTestWord, diag::ExamplePlace::kTests, R"(rule,council,expect
council.established,none,failed)",
                  R"(rule,council,expect
council.established,none,fail)"},
    diag::Example{&kTestRule, diag::ExamplePlace::kTests, R"(rule,council,expect
council.etsablished,none,fail)",
                  R"(rule,council,expect
council.established,none,fail)"},
    diag::Example{&kNotBound, diag::ExamplePlace::kCommand, R"(kijun eval 'as_of > date("2019-03-31")')",
                  R"(kijun eval 'as_of > date("2019-03-31")' --bindings '{"as_of": "2019-04-01"}')"},
    diag::Example{&kEvalError, diag::ExamplePlace::kCommand, R"(kijun eval '10 / beds' --bindings '{"beds": 0}')",
                  R"(kijun eval '10 / beds' --bindings '{"beds": 2}')"},
};

}  // namespace kijun::analysis
