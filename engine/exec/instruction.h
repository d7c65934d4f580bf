#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/cel/checked_expr.h"
#include "engine/cel/state.h"
#include "engine/table/group.h"
#include "engine/table/subject.h"
#include "engine/table/vocabulary.h"

namespace kijun::exec {

/// Position of an instruction in its program.
using InstructionId = std::uint32_t;
inline constexpr InstructionId kNoInstruction = std::numeric_limits<InstructionId>::max();

/// The space of instructions that have one value for the whole run.
inline constexpr table::SpaceId kConstantSpace = std::numeric_limits<table::SpaceId>::max();

/// What a vector of values holds beside its states.
enum class ValueKind : std::uint8_t {
  kBool,  ///< Nothing: the planes are the values.
  kInt,
  kUint,  ///< Stored as the int of the same bits.
  kDouble,
  kString,
  kEnum,  ///< Codes: positions in `Field::values`.
  kDate,  ///< Days since 1970-01-01, as ints.
  kDecimal,
  kList,   ///< Lists of strings as a column holds them, or a constant `cel::Value` list.
  kOther,  ///< Any `cel::Value`; only as the result of a root.
};

/// True for the kinds that the arithmetic kernels count with.
[[nodiscard]] constexpr bool is_number(ValueKind kind) {
  return kind == ValueKind::kInt || kind == ValueKind::kUint || kind == ValueKind::kDouble;
}

/// What an instruction computes from its arguments' values over the subjects of its space.
enum class Op : std::uint8_t {
  // Leaves.
  kLiteral,        ///< The int or bool `index`.
  kConstant,       ///< An expression without subject, evaluated once per run: `node` of `expr`.
  kField,          ///< A field of the subject: `index`.
  kEarlierField,   ///< A field of the subject in an earlier survey: `index`, `steps`; an argument is the fiscal year.
  kKnownEarlier,   ///< Does the survey `steps` back know the subject? Unknown where a merger stands in the way.
  kRaw,            ///< The text of a field's cell: `index`.
  kMissingReason,  ///< The reason id of a field's cell, "" with a value; the argument is the field.
  kAttribute,      ///< An attribute of the group: `index`.
  kCode,
  kName,
  kKind,      ///< Kind of a record.
  kFallback,  ///< `node` of `expr` by the naive evaluator, subject by subject.
  kCall,      ///< The strict function `index` (a `cel::FunctionId`), called with values, subject by subject.

  // Any type.
  kAnswered,     ///< Total: has the argument a value?
  kConditional,  ///< condition, then, else.
  kGuard,        ///< The last argument where all earlier ones have a value, else what a strict operator makes of them.

  // Logic, `&&` and `||` over any number of arguments.
  kAnd,
  kOr,
  kNot,

  // Comparison.
  kEqual,
  kLess,
  kLessEqual,
  kCompareBounds,  ///< A fraction between low/size and high/size (three arguments) beside a number or three more;
                   ///< `index` is the `cel::Relation`.
  kInConstant,     ///< Value in a constant list.
  kInColumn,       ///< String in a list-valued field.

  // Arithmetic; a difference of dates is an int.
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kNegate,
  kToDouble,  ///< Of an int or uint.

  // Strings. An enum may be the first argument beside constants.
  kEnumText,  ///< The value id of an enum code.
  kSize,      ///< Code points, or elements of a list-valued field.
  kStartsWith,
  kEndsWith,
  kContains,
  kMatches,

  // Dates.
  kYear,
  kMonth,
  kDay,
  kFiscalYear,
  kAddDays,
  kAddMonths,
  kAddYears,

  // Between spaces.
  kFolded,   ///< Result `result` of fold `index`, in the group's space.
  kGather,   ///< The argument's value for the record's one group `group`; not applicable without one.
  kReduce,   ///< Result `result` over the record's groups `group`: of the argument's values; second argument: filter.
  kMatched,  ///< Result `result` of fold `index` over the members of the subject's group that match the arguments, which
             ///< are the subject's own keys, as `matching` says.
};

/// True for what a fold gives.
[[nodiscard]] constexpr bool reads_fold(Op op) { return op == Op::kFolded || op == Op::kMatched; }

/// What a fold or a reduction gives.
enum class FoldResult : std::uint8_t {
  kAll,
  kExists,
  kExistsOne,
  kSettled,    ///< true, or what a strict operator makes of all members' states.
  kSize,       ///< Number of members that pass the filter, whatever their states.
  kShareSize,  ///< The same; unknown when there is none.
  kLow,        ///< Number of members for which the predicate holds; an error or not applicable if one is.
  kHigh,       ///< The same if every unknown one held.
  kCount,      ///< kLow when nothing is unknown, else unknown.
  kShare,      ///< kCount divided by kSize, as a double; unknown when there is no member.
  kSum,
  kMin,
  kMax,
  kAverage,
  kDistinct,  ///< Number of distinct values.
};

/// How a correlated lambda uses its keys.
struct Matching {
  /// What is folded of a member: whether its keys match and the fold's value holds; whether they do not match or the value
  /// holds; or the fold's value, of members whose keys match.
  enum class Mode : std::uint8_t { kAnd, kOr, kOnly };
  Mode mode = Mode::kAnd;
  std::uint32_t differing = 0;  ///< Bit `i`: key `i` matches where it is not equal.
  bool operator==(const Matching&) const = default;
};

/// Where a result can still matter: only for subjects for which another bool, computed before, is (or is not) in a state.
struct Condition {
  InstructionId id = kNoInstruction;
  cel::State state = cel::State::kTrue;
  bool is = true;
  bool operator==(const Condition&) const = default;
};

/// One instruction. Arguments have smaller ids.
struct Instruction {
  Op op = Op::kConstant;
  ValueKind kind = ValueKind::kBool;
  table::SpaceId space = kConstantSpace;
  FoldResult result = FoldResult::kAll;
  table::GroupId group = 0;
  std::uint32_t index = 0;
  std::uint32_t steps = 0;  ///< kEarlierField, kKnownEarlier: surveys back; 0 when an argument is the fiscal year.
  Matching matching;        ///< kMatched.
  std::vector<InstructionId> args;
  const table::Field* domain = nullptr;    ///< kEnum: whose values the codes are.
  const cel::CheckedExpr* expr = nullptr;  ///< kConstant, kFallback.
  cel::NodeId node = cel::kNoNode;
  /// Macro variables around the node. kFallback: each is bound to the subject. kConstant: none is read.
  std::uint32_t num_locals = 0;
  /// When it can run. Records: the sweep, 0 while blocks stream. Groups: after which sweep, -1 before the first.
  std::int32_t stage = -1;
  /// Of a costly bool: the ways in which a subject's result can matter, each with its conditions. None: it always can.
  std::vector<std::vector<Condition>> wanted;
};

/// What a fold keeps per group.
enum class FoldKind : std::uint8_t { kTally, kSum, kExtremes, kDistinct };

/// An aggregation of record values into the groups of a kind: per group over its members whose filter is true; with
/// keys, per group and values of them.
struct Fold {
  FoldKind kind = FoldKind::kTally;
  table::GroupId group = 0;
  InstructionId value = kNoInstruction;   ///< In the record space.
  InstructionId filter = kNoInstruction;  ///< A bool in the record space; none: every member.
  ValueKind value_kind = ValueKind::kBool;
  std::vector<InstructionId> keys{};  ///< In the record space, or constant.
  std::int32_t stage = 0;             ///< The sweep it runs in.
};

/// One pass over the subjects of one space: the instructions of one stage.
struct Phase {
  table::SpaceId space = table::kRecordSpace;
  std::int32_t stage = 0;
  std::vector<InstructionId> loads;   ///< Values of earlier phases over the same space, read back before `runs`.
  std::vector<InstructionId> runs;    ///< In order: arguments before their users, costly ones as late as possible.
  std::vector<InstructionId> stores;  ///< Those of `runs` that are kept beyond the pass.
  std::vector<std::uint32_t> folds;   ///< Folds that take this pass's values.
};

}  // namespace kijun::exec
