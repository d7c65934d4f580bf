#pragma once

#include <array>

#include "engine/diag/diagnostic.h"

namespace kijun::analysis {

using diag::Definition;
using diag::Level;

inline constexpr Definition kExampleKey{
    "KJ1230", "example-key", Level::kError,
    {"例の`given`に書かれた`{0}`は項目でも予約の語でもありません", "`{0}` in the example's `given` is neither a field nor a word of examples"},
    {"項目のid、members、bodies、zone、previous、params、as_of、fiscal_year、kind、name、restのいずれかを書いてください",
     "write a field id, members, bodies, zone, previous, params, as_of, fiscal_year, kind, name or rest"}};

inline constexpr Definition kExampleValue{
    "KJ1231", "example-value", Level::kError,
    {"例の`{0}`の値が項目の型（{1}）に合いません", "the value of `{0}` in the example does not fit its type ({1})"},
    {"型に合う値か、`{{ missing = \"blank\" }}`の形を書いてください", "write a value of that type, or `{{ missing = \"blank\" }}`"}};

/// Every diagnostic of this module.
inline constexpr std::array<const Definition*, 2> kDiagnostics{&kExampleKey, &kExampleValue};

}  // namespace kijun::analysis
