#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/cel/cell_list.h"
#include "engine/cel/checked_expr.h"
#include "engine/cel/environment.h"
#include "engine/cel/value.h"
#include "engine/cel/world.h"

namespace kijun::cel {

class GroupMemo;

/// What an evaluation reads beside the survey. Everything is borrowed and must outlive the evaluator.
struct EvalContext {
  const World* world = nullptr;                    ///< Null for plain CEL.
  const Profile* profile = nullptr;                ///< Null for plain CEL.
  std::span<const CheckedExpr* const> conditions;  ///< By position in the profile.
  std::span<const Value> params;                   ///< By position in the profile.
  std::int64_t fiscal_year = 0;
  Date as_of;
  const std::map<std::string, Value>* variables = nullptr;  ///< Plain CEL bindings.
  GroupMemo* memo = nullptr;  ///< Of what `world` gives for groups; null evaluates everything for each subject.
};

/// Values of macro variables, outermost first (slot numbers of `RefKind::kLocal`).
using Locals = std::vector<Value>;

/// The obviously right evaluator: walks the tree, one record at a time. It is the oracle of the columnar evaluator and
/// makes causes, evidence and traces for results that are kept. It cannot fail: states are values.
class Evaluator {
 public:
  /// `self` is the subject; ignored by plain CEL. `expr` and `context` are borrowed.
  Evaluator(const CheckedExpr& expr, const EvalContext& context, RecordRef self = {});

  /// Evaluates the whole expression.
  [[nodiscard]] Value eval();
  /// Evaluates one node under given macro variables.
  [[nodiscard]] Value eval(NodeId node, const Locals& locals);
  /// Also writes the cells read from now on to `log` (null stops it).
  void log_reads(CellList* log) { log_ = log; }

 private:
  const CheckedExpr& expr_;
  const EvalContext& context_;
  RecordRef self_;
  CellList* log_ = nullptr;
};

}  // namespace kijun::cel
