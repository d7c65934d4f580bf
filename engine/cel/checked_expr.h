#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/cel/ast.h"
#include "engine/cel/functions.h"
#include "engine/cel/type.h"
#include "engine/diag/embedded_text.h"

namespace kijun::cel {

/// What a name or a selection means once the checker has resolved it.
enum class RefKind : std::uint8_t {
  kNone,            ///< Nothing to resolve, or plain field selection on a map.
  kVariable,        ///< Free variable of plain CEL; `name` is the resolved qualified name.
  kLocal,           ///< Variable bound by a macro; index = how many macro variables enclose it (slot from outermost 0).
  kSelf,            ///< The subject as a record or group.
  kField,           ///< A field: of self (identifier) or of the operand (selection). index = FieldIndex.
  kCondition,       ///< A named condition of self or of the operand. index = position in the profile.
  kCode,            ///< `code` of self or operand.
  kName,            ///< `name`.
  kKind,            ///< `kind` of a record.
  kGroup,           ///< Single-valued group handle of a record (`zone`). group set.
  kGroups,          ///< List-valued group handle of a record (`bodies`). group set.
  kGroupId,         ///< `.id` of a group.
  kGroupMembers,    ///< `.members` of a group.
  kGroupAttribute,  ///< A group's attribute; index = position in `GroupKind::attributes`.
  kPrevious,        ///< `previous` of self or operand.
  kAt,              ///< `at(year)`: a call.
  kHistory,         ///< `history`.
  kParam,           ///< `params.x`; index = position in the profile.
  kFiscalYear,
  kAsOf,
  kTypeValue,  ///< A type used as a value (`int`).
  kFunction,   ///< A call of a standard or declared function.
};

/// The meaning of one node.
struct Reference {
  RefKind kind = RefKind::kNone;
  std::uint32_t index = 0;
  table::GroupId group = 0;
  bool implicit_self = false;  ///< The name stands alone, so it is read from self.
  std::string name;            ///< kVariable.
};

/// A parsed, resolved and typed expression. Immutable.
struct CheckedExpr {
  Ast ast;
  std::vector<Type> types;            ///< By NodeId.
  std::vector<Reference> references;  ///< By NodeId.
  diag::EmbeddedText text;            ///< The source, for places.

  [[nodiscard]] const Type& type() const { return types[ast.root]; }
  [[nodiscard]] diag::Span span(NodeId id) const { return text.span(ast.node(id).begin, ast.node(id).end); }
  /// The function or operator that a node calls, or nothing.
  [[nodiscard]] std::optional<FunctionId> function(NodeId id) const {
    if (references[id].kind != RefKind::kFunction) return std::nullopt;
    return static_cast<FunctionId>(references[id].index);
  }
  [[nodiscard]] bool calls(NodeId id, FunctionId called) const { return function(id) == called; }
  /// The text of a node as written.
  [[nodiscard]] std::string_view source_text(NodeId id) const {
    return std::string_view(text.text()).substr(ast.node(id).begin, ast.node(id).end - ast.node(id).begin);
  }
};

}  // namespace kijun::cel
