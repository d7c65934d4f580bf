#pragma once

#include <array>

#include "engine/diag/example.h"
#include "engine/toml/toml_diagnostics.h"

namespace kijun::toml_doc {

/// A wrong and a right text for each diagnostic of toml_diagnostics.h.
inline constexpr std::array kExamples{
    diag::Example{&kSyntaxError, diag::ExamplePlace::kRuleset, "severity = error", R"(severity = "error")"},
    diag::Example{&kNotUtf8, diag::ExamplePlace::kVocabulary,
                  "title = { ja = \"\x89\xCB…\", en = \"Fields of Kakuu Prefecture\" }",
                  R"(title = { ja = "架空県の調査項目", en = "Fields of Kakuu Prefecture" })"},
    diag::Example{&kMissingKey, diag::ExamplePlace::kRuleset,
                  R"(kind = "policy"
actor = "municipality")",
                  R"(kind = "policy"
topic = "council"
actor = "municipality")"},
    diag::Example{&kUnknownKey, diag::ExamplePlace::kRuleset,
                  R"(remdy = { ja = "設置を御検討ください。", en = "Please consider setting one up." })",
                  R"(remedy = { ja = "設置を御検討ください。", en = "Please consider setting one up." })"},
    diag::Example{&kWrongType, diag::ExamplePlace::kRuleset, R"(title = "協議の場の設置")",
                  R"(title = { ja = "協議の場の設置", en = "Council established" })"},
    diag::Example{&kUnknownWord, diag::ExamplePlace::kRuleset, R"(kind = "方針")", R"(kind = "policy")"},
    diag::Example{&kMissingLanguage, diag::ExamplePlace::kRuleset, R"(title = { ja = "", en = "Council established" })",
                  R"(title = { ja = "協議の場の設置", en = "Council established" })"},
    diag::Example{&kBadDate, diag::ExamplePlace::kRuleset, "date = 2019-02-30", "date = 2019-02-28"},
    diag::Example{&kDuplicateKey, diag::ExamplePlace::kRuleset,
                  R"(severity = "error"
severity = "error")",
                  R"(severity = "error")"},
    diag::Example{&kDocumentTooLarge, diag::ExamplePlace::kRuleset,
                  R"([[rule]]
id = "rule_1"
…
[[rule]]
id = "rule_100000")",
                  R"(extends = ["part-1.toml", "part-2.toml"])"},
    diag::Example{&kNestedTooDeep, diag::ExamplePlace::kRuleset, "refs = [[[[…]]]]", R"(refs = ["K1-01"])"},
};

}  // namespace kijun::toml_doc
