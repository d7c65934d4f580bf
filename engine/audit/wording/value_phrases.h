#pragma once

#include <cstdint>

#include "engine/audit/wording/assertion.h"
#include "engine/audit/wording/function_words.h"
#include "engine/base/language.h"
#include "engine/cel/ast.h"
#include "engine/cel/checked_expr.h"
#include "engine/cel/functions.h"
#include "engine/table/vocabulary.h"

namespace kijun::audit {

/// 「text」, and in English "text".
[[nodiscard]] LocalizedText quoted(const LocalizedText& text);

/// A description within a sentence: without its full stop.
[[nodiscard]] LocalizedText phrase(LocalizedText text);

/// What an attribute of a group is called; one that no words are known for by its id.
[[nodiscard]] LocalizedText attribute_words(const std::string& id);

/// A literal in words: はい for true, texts quoted.
[[nodiscard]] LocalizedText literal_words(const cel::Literal& literal);

/// What the number of a field counts; empty for a node that is no field.
[[nodiscard]] LocalizedText unit_of(const cel::CheckedExpr& expr, cel::NodeId node,
                                    const table::Vocabulary& vocabulary);

/// That a value of two is the one; its denial that it is the other.
[[nodiscard]] Assertion is_true(const LocalizedText& what);

/// What is compared, which changes the words.
enum class Scale : std::uint8_t { kNumber, kDate, kText };

/// What an order (`<`, `<=`, `>`, `>=`) says of `{0}` and `{1}`.
[[nodiscard]] FunctionClause comparison_words(cel::FunctionId id, Scale scale);

/// What an aggregate gives, of `{0}` where or what `{1}` is; null for macros that are none.
[[nodiscard]] const LocalizedView* aggregate_words(cel::MacroKind macro);

}  // namespace kijun::audit
