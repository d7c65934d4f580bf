#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/cel/bounds.h"
#include "engine/cel/functions.h"
#include "engine/exec/program_builder.h"

namespace kijun::exec {

/// Turns checked expressions into instructions. The idea, half a page long, is in compiler.cpp.
class Compiler {
 public:
  explicit Compiler(const CompileContext& context) : context_(context) {}

  /// The instruction that gives the root's value for every subject of its space.
  InstructionId compile_root(const Root& root);
  [[nodiscard]] const ProgramBuilder& builder() const { return builder_; }

 private:
  /// The instruction of a node, or nothing when the node has no columnar form where it stands.
  using Compiled = std::optional<InstructionId>;
  /// A macro variable: the subject of one level of scopes, or a value (`cel.bind`).
  struct Local {
    bool is_subject = false;
    std::uint32_t level = 0;
    InstructionId value = kNoInstruction;
    std::uint32_t steps = 0;  ///< Of a subject: so many surveys back.

    /// Whether it is the subject that a scope of that level speaks about.
    [[nodiscard]] bool is_subject_of(std::uint32_t scope_level) const {
      return is_subject && level == scope_level && steps == 0;
    }
  };
  /// Where a node stands: whose values it gives. Level 0 is the expression's own subject; the body of a macro over
  /// records stands one level deeper, and its variable is the subject there.
  struct Scope {
    const cel::CheckedExpr* expr = nullptr;
    table::SpaceId space = table::kRecordSpace;
    std::uint32_t level = 0;
    std::vector<Local> locals;
  };
  /// Records or groups that a macro runs over.
  struct Range {
    bool of_members = true;  ///< Members of group `group`; else the groups `group` of a record.
    table::GroupId group = 0;
    std::vector<InstructionId> filters;  ///< Each over the elements that all earlier ones kept.
  };
  /// The body of a macro over members: what it says of the member alone, and what of the member equals what of the
  /// subject (`matching` says how they go together; none: nothing does).
  struct CorrelatedBody {
    InstructionId value = kNoInstruction;
    std::vector<InstructionId> members;
    std::vector<InstructionId> own;
    Matching matching;
  };
  /// The members of the subject's own group `group`.
  struct CorrelatedRange {
    table::GroupId group = 0;
    std::vector<CorrelatedBody> filters;  ///< Each over the members that all earlier ones kept.
  };
  using OnOwner = std::function<Compiled(table::SpaceId owner)>;
  using OnRange = std::function<Compiled(const Range& range)>;
  using Bounds = std::array<InstructionId, 3>;  ///< low, high, size

  // compiler.cpp
  Compiled compile(const Scope& scope, cel::NodeId id);
  Compiled compile_kernel(const Scope& scope, cel::NodeId id);
  Compiled compile_constant(const Scope& scope, cel::NodeId id);
  Compiled compile_fallback(const Scope& scope, cel::NodeId id);
  [[nodiscard]] bool is_constant(const Scope& scope, cel::NodeId id) const;
  [[nodiscard]] bool reads_only_subject(const Scope& scope, cel::NodeId id) const;
  [[nodiscard]] static bool reads_self(const cel::CheckedExpr& expr, cel::NodeId id);

  // compile_names.cpp
  Compiled compile_reference(const Scope& scope, cel::NodeId id);
  Compiled compile_local(const Scope& scope, std::uint32_t slot);
  Compiled compile_field(const Scope& scope, cel::NodeId id, bool any_type);
  Compiled compile_earlier_field(const Scope& scope, cel::NodeId id, bool any_type);
  Compiled compile_condition(std::uint32_t index, table::SpaceId owner);
  Compiled compile_answered(const Scope& scope, cel::NodeId id);
  Compiled compile_missing_reason(const Scope& scope, cel::NodeId id);
  Compiled compile_raw(const Scope& scope, cel::NodeId id);
  Compiled on_owner(const Scope& scope, cel::NodeId id, const OnOwner& use);
  Compiled on_subject(const Scope& scope, cel::NodeId id, const OnOwner& use);
  Compiled gather(table::GroupId group, Compiled value);
  InstructionId add_leaf(Op op, table::SpaceId space, std::uint32_t index, ValueKind kind, const table::Field* domain);

  // compile_calls.cpp
  Compiled compile_call(const Scope& scope, cel::NodeId id);
  Compiled compile_logic(const Scope& scope, cel::NodeId id, cel::FunctionId function);
  Compiled compile_not(const Scope& scope, cel::NodeId id);
  Compiled compile_conditional(const Scope& scope, cel::NodeId id);
  Compiled compile_arithmetic(const Scope& scope, cel::NodeId id, Op op);
  Compiled compile_text_test(const Scope& scope, cel::NodeId id, Op op);
  Compiled compile_size(const Scope& scope, cel::NodeId id);
  Compiled compile_conversion(const Scope& scope, cel::NodeId id);
  Compiled compile_strict(const Scope& scope, cel::NodeId id, Op op);
  Compiled compile_boxed(const Scope& scope, cel::NodeId id, std::optional<std::vector<InstructionId>> args);
  std::optional<std::vector<InstructionId>> compile_children(const Scope& scope, cel::NodeId id);

  // compile_comparisons.cpp
  Compiled compile_comparison(const Scope& scope, cel::NodeId id, cel::Relation relation);
  Compiled compile_bounds_comparison(const Scope& scope, cel::NodeId id, cel::Relation relation);
  Compiled compile_in(const Scope& scope, cel::NodeId id);
  Compiled compile_in_elements(const Scope& scope, InstructionId needle, cel::NodeId list);
  Compiled relate(cel::Relation relation, InstructionId a, InstructionId b);
  bool unify(cel::Relation relation, InstructionId& a, InstructionId& b);
  std::optional<Bounds> compile_bounds(const Scope& scope, cel::NodeId id);

  // compile_macros.cpp
  Compiled compile_macro(const Scope& scope, cel::NodeId id);
  Compiled compile_bind(const Scope& scope, cel::NodeId id);
  Compiled compile_aggregate(const Scope& scope, cel::NodeId id, FoldResult result);
  Compiled compile_range_size(const Scope& scope, cel::NodeId range);
  Compiled compile_element(const Scope& scope, const Range& range, cel::NodeId macro);
  Compiled on_range(const Scope& scope, cel::NodeId id, const OnRange& use);
  Compiled aggregate(const Range& range, FoldResult result, InstructionId value);
  InstructionId add_result(const Range& range, FoldResult result, InstructionId value, InstructionId filter);

  // compile_history.cpp
  Compiled compile_history(const Scope& scope, cel::NodeId macro, FoldResult result);
  Compiled compile_years(const Scope& scope, cel::NodeId body, bool is_exists);
  InstructionId add_known_earlier(table::SpaceId space, std::uint32_t steps);

  // compile_correlated.cpp
  Compiled compile_correlated(const Scope& scope, cel::NodeId range, cel::NodeId macro, FoldResult result);
  bool find_members(const Scope& scope, cel::NodeId id, CorrelatedRange& range);
  std::optional<CorrelatedBody> compile_correlated_body(const Scope& scope, cel::NodeId macro);
  bool add_key(const Scope& scope, const Scope& inner, cel::NodeId id, CorrelatedBody& body);
  Compiled match(const Scope& scope, table::GroupId group, FoldResult result, const CorrelatedBody& body,
                 InstructionId kept, const CorrelatedBody* keys);

  // compile_values.cpp
  InstructionId add(Op op, ValueKind kind, std::vector<InstructionId> args, const table::Field* domain = nullptr);
  InstructionId add(Instruction instruction);
  [[nodiscard]] std::optional<table::GroupId> common_group(const Instruction& instruction) const;
  InstructionId in_space(InstructionId id, table::SpaceId space);
  InstructionId as_text(InstructionId id);
  Compiled coerce(InstructionId id, ValueKind kind, const table::Field* domain);
  [[nodiscard]] const Instruction& at(InstructionId id) const { return builder_.at(id); }
  [[nodiscard]] bool is_constant(InstructionId id) const { return at(id).space == kConstantSpace; }

  const CompileContext& context_;
  ProgramBuilder builder_;
  std::map<std::uint32_t, InstructionId> conditions_;
};

/// The kind of vectors that hold values of a type, or nothing for types without one.
[[nodiscard]] std::optional<ValueKind> vector_kind(const cel::Type& type);

/// Whether a fold takes values of this kind for this result.
[[nodiscard]] bool takes(FoldResult result, ValueKind kind);

/// Adds the operands of a chain of one logical operator, however it is bracketed: `a && (b && c)` has three.
void collect_operands(const cel::CheckedExpr& expr, cel::NodeId id, cel::FunctionId function,
                      std::vector<cel::NodeId>& operands);

/// True when codes of the two domains mean the same.
[[nodiscard]] bool same_domain(const table::Field& a, const table::Field& b);

}  // namespace kijun::exec
