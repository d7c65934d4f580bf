#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/decimal.h"

namespace kijun::cel {

/// Position of a node in its tree.
using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = std::numeric_limits<NodeId>::max();

/// Syntactic kinds of nodes. Operators are calls (`_&&_`, `_==_`, `!_`, `-_`, `_?_:_`, `_[_]`, `@in`), `a.?b` and `a[?b]`
/// are the calls `_?._` and `_[?_]`, and macros stay whole so that every evaluator can treat quantifiers as such.
enum class NodeKind : std::uint8_t { kLiteral, kIdent, kSelect, kCall, kList, kMap, kMacro };

/// The macros of the language (langdef "Macros", extensions comprehensions2, bindings, optionals) and of the profile
/// (aggregates over records, design section 4).
enum class MacroKind : std::uint8_t {
  kNone,
  kAll,
  kExists,
  kExistsOne,
  kMap,  ///< children: range, transform; or range, filter, transform.
  kFilter,
  kTransformList,
  kTransformMap,
  kTransformMapEntry,
  kBind,  ///< cel.bind(v, value, body): children: value, body.
  kOptMap,
  kOptFlatMap,
  kCount,  ///< Profile: number of members for which the predicate holds.
  kShare,  ///< Profile: that number divided by the number of members.
  kSum,
  kMin,
  kMax,
  kAvg,
  kDistinct,  ///< Profile: number of distinct values.
};

/// A bytes literal (apart from a string literal).
struct Bytes {
  std::string data;
  bool operator==(const Bytes&) const = default;
};

/// The value of a literal; monostate is `null`. Only the checker makes decimals, of numbers that stand beside one.
using Literal = std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, Bytes, Decimal>;

/// One node. Offsets are bytes of the expression's text.
struct Node {
  NodeKind kind = NodeKind::kLiteral;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t name_begin = 0;  ///< The operator, function name or selected field.
  std::uint32_t name_end = 0;

  Literal literal;
  std::string name;           ///< Identifier (with its leading dot), selected field, or function.
  bool has_receiver = false;  ///< kCall: the first child is the receiver.
  bool test_only = false;     ///< kSelect made by has(e.f).
  MacroKind macro = MacroKind::kNone;
  std::vector<std::string> variables;  ///< kMacro: bound names.
  std::vector<NodeId> children;        ///< kSelect: operand. kCall: receiver?, arguments. kList: elements.
                                       ///< kMap: key, value, key, value … kMacro: range first.
  std::vector<bool> optional_entries;  ///< kList, kMap: entry written with `?`.
};

/// An expression tree in one array; children come before or after their parents in no particular order.
struct Ast {
  std::vector<Node> nodes;
  NodeId root = kNoNode;

  [[nodiscard]] const Node& node(NodeId id) const { return nodes[id]; }
};

}  // namespace kijun::cel
