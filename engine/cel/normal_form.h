#pragma once

#include <span>
#include <string>

#include "engine/cel/checked_expr.h"
#include "engine/cel/environment.h"
#include "engine/cel/value.h"

namespace kijun::cel {

/// What the names of an expression stand for. Borrowed.
struct NameMeanings {
  const Profile* profile = nullptr;
  std::span<const CheckedExpr* const> conditions;  ///< By position in the profile.
  std::span<const Value> params;                   ///< By position in the profile.
};

/// The meaning of an expression as text: two expressions with the same normal form give the same value for every
/// answer, missing ones included. Written differently and equal here are: the order and repetition of `&&` and `||`, a
/// negation moved inward, `a > b` and `b < a`, the sides of `==`, names of macro variables, named conditions and
/// parameters against what they stand for, `self.f` and `f`, `f(x)` and `x.f()`, layout and comments. Expressions that
/// differ here may still mean the same. Conditions must not depend on themselves.
[[nodiscard]] std::string normal_form(const CheckedExpr& expr, const NameMeanings& names);

}  // namespace kijun::cel
