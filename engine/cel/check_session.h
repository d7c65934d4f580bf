#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/language.h"
#include "engine/cel/ast.h"
#include "engine/cel/checked_expr.h"
#include "engine/cel/declarations.h"
#include "engine/cel/environment.h"
#include "engine/cel/functions.h"
#include "engine/cel/type_diagnostics.h"
#include "engine/cel/unify.h"
#include "engine/cel/value.h"
#include "engine/diag/diagnostic.h"

namespace kijun::cel {

/// Type-checks one expression: what all its source files share. A node's children are visited before the node itself,
/// and no handler of a node descends except those of macros and of `?`-like names, so that the stack holds one small
/// frame per level of the tree. An expression with an error gets the type `kError`, which fits everywhere, so that one
/// mistake is reported once.
class CheckSession {
 public:
  CheckSession(Ast& ast, const diag::EmbeddedText& text, const Environment& environment, diag::Sink& sink);

  /// Visits the tree; its result must fit `expected`, when given. Errors are in the sink.
  void run(const Type* expected);
  /// Types with all variables settled, by node.
  [[nodiscard]] std::vector<Type> take_types();
  [[nodiscard]] std::vector<Reference> take_references() { return std::move(references_); }

 private:
  struct Local {
    std::string name;
    Type type;
  };
  /// What a name is read from: subjects of a space, records of one kind or of either ("record").
  struct Subject {
    table::SpaceId space = table::kRecordSpace;
    std::string kind;
  };

  /// The numbers from `low` to `high`.
  struct Range {
    double low = 0;
    double high = 0;
  };

  // checker.cpp
  void visit(NodeId id);
  void visit_children(NodeId id);
  void check_list(NodeId id);
  void check_map(NodeId id);
  [[nodiscard]] Type join_elements(const std::vector<NodeId>& elements, const std::vector<bool>& optional_entries,
                                   std::size_t step, std::size_t offset);
  [[nodiscard]] Type entry_type(NodeId id, bool optional_entry);
  [[nodiscard]] Type adapted_type(NodeId id, TypeKind wanted) const;
  [[nodiscard]] bool adapt(NodeId id, TypeKind wanted);
  [[nodiscard]] Decimal decimal_literal(NodeId id);
  void check_expected(const Type& expected);

  // check_names.cpp
  void check_ident(NodeId id);
  void check_select(NodeId id);
  void check_selected(NodeId id, Type operand, std::string_view name);
  [[nodiscard]] bool resolve_local(NodeId id, std::string_view name);
  [[nodiscard]] bool resolve_declared(NodeId id, std::string_view name);
  [[nodiscard]] bool resolve_qualified(NodeId id);
  [[nodiscard]] std::optional<std::string> qualified_name(NodeId id) const;
  [[nodiscard]] std::vector<std::string> candidates(std::string_view name) const;
  [[nodiscard]] bool is_local(std::string_view name) const;
  [[nodiscard]] bool is_group_member(std::string_view name) const;
  void report_unknown_name(NodeId id, std::string_view name);

  // check_profile_names.cpp
  [[nodiscard]] bool resolve_profile_name(NodeId id, std::string_view name);
  [[nodiscard]] bool report_handle(NodeId id, const Subject& subject, std::string_view name);
  [[nodiscard]] bool resolve_param(NodeId id);
  [[nodiscard]] bool resolve_member(NodeId id, const Subject& subject, std::string_view name, bool implicit_self);
  [[nodiscard]] bool resolve_record_member(NodeId id, std::string_view name, bool implicit_self);
  [[nodiscard]] bool resolve_group_member(NodeId id, const Subject& subject, std::string_view name);
  [[nodiscard]] bool resolve_condition(NodeId id, const Subject& subject, std::string_view name, bool implicit_self);
  void resolve_field(NodeId id, const Subject& subject, table::FieldIndex field, bool implicit_self);
  [[nodiscard]] Subject self() const;
  [[nodiscard]] Subject subject_of(const Type& type) const;
  [[nodiscard]] Type type_of_subject(const Subject& subject) const;
  [[nodiscard]] std::vector<std::string> member_names(const Subject& subject) const;

  // check_calls.cpp
  void check_call(NodeId id);
  void check_optional_select(NodeId id);
  [[nodiscard]] bool rewrite_namespaced(NodeId id);
  [[nodiscard]] bool check_macro_shape(NodeId id);
  [[nodiscard]] bool check_cell_function(NodeId id);
  [[nodiscard]] bool check_at(NodeId id);
  [[nodiscard]] std::optional<FunctionId> find_called(NodeId id);
  void check_extremum(NodeId id, FunctionId function);
  void resolve_call(NodeId id, FunctionId function);
  [[nodiscard]] static Type flattened(const std::vector<Type>& operands, const Type& otherwise);
  [[nodiscard]] std::vector<Overload> candidates_of(const Node& node, FunctionId function) const;
  [[nodiscard]] std::optional<Type> match_overloads(const std::vector<Type>& operands, std::span<const Overload> list);
  [[nodiscard]] std::optional<Type> match_adapting(const std::vector<NodeId>& operands, std::span<const Overload> list);
  [[nodiscard]] std::optional<Type> match_adapting(const std::vector<NodeId>& operands, std::span<const Overload> list,
                                                   TypeKind wanted);
  void report_unknown_function(NodeId id);

  // check_operators.cpp (profile)
  [[nodiscard]] bool check_profile_operator(NodeId id, FunctionId function);
  [[nodiscard]] bool check_null(NodeId id, FunctionId function);
  [[nodiscard]] bool check_enum_comparison(NodeId id, FunctionId function);
  [[nodiscard]] bool check_enum_membership(NodeId id);
  void check_enum_value(NodeId literal, const Type& domain);
  [[nodiscard]] LocalizedText value_hint(const std::string& text, const table::Field& field) const;
  void check_enum_order(NodeId id, FunctionId function, const Type& domain);
  void check_enum_sets(NodeId id, FunctionId function);
  void check_missing_reason(NodeId id);

  // check_warnings.cpp (profile)
  void warn_comparison(NodeId id, FunctionId function);
  void warn_constant_order(NodeId id, FunctionId function);
  void warn_constant_membership(NodeId id, const Type& domain);
  void warn_bool_constant(NodeId id, FunctionId function);
  void warn_unknown_era(NodeId id, FunctionId function);
  void warn_constant_range(NodeId id, FunctionId function);
  diag::Diagnostic& warn_constant(NodeId id, bool value);
  [[nodiscard]] std::optional<Range> number_range(NodeId id) const;
  [[nodiscard]] bool is_same_tree(NodeId a, NodeId b) const;

  // check_constants.cpp (profile)
  void check_constants(NodeId id, FunctionId function);
  bool check_time_zone(NodeId id, FunctionId function);
  [[nodiscard]] std::optional<Value> constant_value(NodeId id) const;
  void report_constant(NodeId id, FunctionId function, const EvalError& error);
  void check_pattern(NodeId id, const std::string& pattern);
  void check_conditional(NodeId id);
  [[nodiscard]] bool reads_cells(NodeId id) const;
  [[nodiscard]] std::string operand_text(NodeId id, bool tight) const;

  // check_macros.cpp
  void check_macro(NodeId id);
  void check_comprehension(NodeId id);
  void check_aggregate(NodeId id);
  void check_bind(NodeId id);
  void check_optional_macro(NodeId id);
  void visit_with(const Node& node, const std::vector<Type>& types, std::size_t first_child);
  void expect_bool(NodeId id, std::string_view macro);
  [[nodiscard]] std::optional<std::vector<Type>> range_types(NodeId id);
  void report_range(NodeId id, LocalizedView wanted);

  // type_hints.cpp
  [[nodiscard]] std::string type_text(const Type& type) const;
  [[nodiscard]] std::string short_source(NodeId id) const;
  [[nodiscard]] std::string code_text(NodeId id) const;
  [[nodiscard]] LocalizedText operands_text(std::span<const NodeId> operands) const;
  void report_types(NodeId id, FunctionId function, std::span<const NodeId> operands,
                    std::span<const Overload> overloads);
  [[nodiscard]] LocalizedText operator_hint(FunctionId function, std::span<const NodeId> operands) const;
  [[nodiscard]] std::string conversion_hint(FunctionId function, NodeId a, NodeId b) const;
  [[nodiscard]] std::string text_beside_number_hint(FunctionId function, NodeId a, NodeId b) const;
  [[nodiscard]] static LocalizedText foreign_function_hint(std::string_view name);
  [[nodiscard]] LocalizedText subject_text(const Subject& subject) const;

  // Shared.
  [[nodiscard]] const Node& node(NodeId id) const { return ast_.nodes[id]; }
  [[nodiscard]] const Profile* profile() const { return environment_.profile; }
  [[nodiscard]] diag::Span span(NodeId id) const { return text_.span(node(id).begin, node(id).end); }
  [[nodiscard]] diag::Span name_span(NodeId id) const { return text_.span(node(id).name_begin, node(id).name_end); }
  [[nodiscard]] std::string_view source(NodeId id) const {
    return std::string_view(text_.text()).substr(node(id).begin, node(id).end - node(id).begin);
  }
  /// The type of a visited node as far as it is known.
  [[nodiscard]] Type type(NodeId id) const { return unifier_.substitute(types_[id], false); }
  [[nodiscard]] const std::string* string_literal(NodeId id) const {
    return node(id).kind == NodeKind::kLiteral ? std::get_if<std::string>(&node(id).literal) : nullptr;
  }
  void set(NodeId id, Type type) { types_[id] = std::move(type); }
  void set(NodeId id, RefKind kind, Type type, std::uint32_t index = 0, bool implicit_self = false);
  void set_error(NodeId id) { types_[id] = Type::of(TypeKind::kError); }

  Ast& ast_;
  const diag::EmbeddedText& text_;
  const Environment& environment_;
  diag::Sink& sink_;
  Unifier unifier_;
  std::vector<Type> types_;
  std::vector<Reference> references_;
  std::vector<Local> locals_;
  std::map<NodeId, Value> constants_;  ///< Values of calls whose operands are constants (profile).
};

/// "`a`, `b` …": names for a hint.
[[nodiscard]] std::string listed(std::span<const std::string> names);

}  // namespace kijun::cel
