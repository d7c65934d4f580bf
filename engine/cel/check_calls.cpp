#include <algorithm>
#include <array>

#include "engine/cel/check_session.h"
#include "engine/cel/macros.h"
#include "engine/diag/suggestion.h"

namespace kijun::cel {
namespace {

bool may_be_number(const Type& type) {
  constexpr std::array kNumbers{TypeKind::kInt, TypeKind::kUint,  TypeKind::kDouble, TypeKind::kDecimal,
                                TypeKind::kDyn, TypeKind::kParam, TypeKind::kError};
  return std::find(kNumbers.begin(), kNumbers.end(), type.kind) != kNumbers.end();
}

}  // namespace

/// `math.greatest(…)`: a receiver that is only a name space. The call becomes a global one under its qualified name.
bool CheckSession::rewrite_namespaced(NodeId id) {
  if (!node(id).has_receiver) return false;
  const std::optional<std::string> space = qualified_name(node(id).children.front());
  if (!space) return false;
  for (const std::string& candidate : candidates(*space + "." + node(id).name)) {
    const bool is_declared =
        std::any_of(environment_.functions.begin(), environment_.functions.end(),
                    [&](const FunctionDecl& function) { return !function.receiver && function.name == candidate; });
    if (!is_declared && !find_function(candidate, profile() != nullptr)) continue;
    Node& call = ast_.nodes[id];
    call.has_receiver = false;
    call.name_begin = call.begin;
    call.name = candidate;
    call.children.erase(call.children.begin());
    visit_children(id);
    return true;
  }
  return false;
}

/// `answered(f)`, `missing_reason(f)`, `raw(f)`: the argument names a cell.
bool CheckSession::check_cell_function(NodeId id) {
  if (profile() == nullptr || node(id).has_receiver) return false;
  const std::optional<FunctionId> function = find_function(node(id).name, true);
  if (!function || !asks_about_cell(*function)) return false;
  visit_children(id);
  set(id, RefKind::kFunction, Type::of(*function == FunctionId::kAnswered ? TypeKind::kBool : TypeKind::kString),
      static_cast<std::uint32_t>(*function));
  const std::vector<NodeId>& arguments = node(id).children;
  const bool has_one = arguments.size() == 1;
  const RefKind kind = has_one ? references_[arguments[0]].kind : RefKind::kNone;
  const bool is_reported = has_one && types_[arguments[0]].kind == TypeKind::kError;
  if (kind == RefKind::kField || kind == RefKind::kGroupAttribute || is_reported) return true;
  sink_.report(kNeedsField, has_one ? span(arguments[0]) : span(id), node(id).name);
  return true;
}

/// `at(2020)`, `m.at(2020)`: the same subject in the survey of a fiscal year.
bool CheckSession::check_at(NodeId id) {
  const Node& call = node(id);
  const std::size_t num_operands = call.has_receiver ? 2 : 1;
  if (profile() == nullptr || call.name != "at" || call.children.size() != num_operands) return false;
  Type subject = type_of_subject(self());
  if (call.has_receiver) subject = type(call.children.front());
  if (subject.kind == TypeKind::kError) set_error(id);
  if (subject.kind != TypeKind::kRecord && subject.kind != TypeKind::kGroup) return subject.kind == TypeKind::kError;
  set(id, RefKind::kAt, subject, 0, !call.has_receiver);
  const NodeId year = call.children.back();
  if (unifier_.assignable(type(year), Type::of(TypeKind::kInt))) return true;
  sink_.report(kUnexpectedType, span(year), type_text(type(year)), "int");
  return true;
}

/// The function a visited call means. Its name becomes the resolved one.
std::optional<FunctionId> CheckSession::find_called(NodeId id) {
  Node& call = ast_.nodes[id];
  const std::vector<std::string> names =
      call.has_receiver ? std::vector<std::string>{call.name} : candidates(call.name);
  for (const std::string& name : names) {
    const bool is_declared = std::any_of(
        environment_.functions.begin(), environment_.functions.end(),
        [&](const FunctionDecl& function) { return function.receiver == call.has_receiver && function.name == name; });
    const std::optional<FunctionId> found =
        is_declared ? FunctionId::kDeclared : find_function(name, profile() != nullptr);
    if (!found) continue;
    call.name = name;
    return found;
  }
  return std::nullopt;
}

void CheckSession::check_call(NodeId id) {
  if (check_at(id)) return;
  const std::optional<FunctionId> function = find_called(id);
  set(id, RefKind::kFunction, Type::of(TypeKind::kError),
      static_cast<std::uint32_t>(function.value_or(FunctionId::kUnknown)));
  if (!function) return report_unknown_function(id);
  if (*function == FunctionId::kOptionalSelect) return check_optional_select(id);
  if (*function == FunctionId::kMathGreatest || *function == FunctionId::kMathLeast) {
    return check_extremum(id, *function);
  }
  if (profile() == nullptr) return resolve_call(id, *function);
  if (!check_profile_operator(id, *function)) resolve_call(id, *function);
  if (types_[id].kind == TypeKind::kError) return;
  check_constants(id, *function);
  warn_comparison(id, *function);
}

/// `a.?b`: a selection whose result is optional once.
void CheckSession::check_optional_select(NodeId id) {
  const Type operand = type(node(id).children[0]);
  if (operand.kind == TypeKind::kRecord || operand.kind == TypeKind::kGroup) {
    sink_.report(kNoFields, name_span(id), short_source(node(id).children[0]), type_text(operand),
                 "?" + *string_literal(node(id).children[1]));
    return;
  }
  check_selected(id, operand, *string_literal(node(id).children[1]));
  const TypeKind selected = types_[id].kind;
  if (selected != TypeKind::kError && selected != TypeKind::kOptional) set(id, Type::optional(types_[id]));
}

/// `math.greatest` and `math.least` take any number of numbers, or a list of them.
void CheckSession::check_extremum(NodeId id, FunctionId function) {
  const std::vector<NodeId>& operands = node(id).children;
  const bool is_list = operands.size() == 1 && type(operands[0]).kind == TypeKind::kList;
  const auto has = [&](TypeKind kind) {
    return std::any_of(operands.begin(), operands.end(), [&](NodeId operand) { return type(operand).kind == kind; });
  };
  const bool has_decimals = has(TypeKind::kDecimal);
  if (profile() != nullptr && (has_decimals || has(TypeKind::kDouble))) {
    const TypeKind wanted = has_decimals ? TypeKind::kDecimal : TypeKind::kDouble;
    for (const NodeId operand : operands) static_cast<void>(adapt(operand, wanted));
  }
  std::vector<Type> types;
  for (const NodeId operand : operands) types.push_back(is_list ? type(operand).params[0] : type(operand));
  const bool mixes_decimals =
      has_decimals && !std::all_of(types.begin(), types.end(), [](const Type& type) {
        return type.kind == TypeKind::kDecimal || type.kind == TypeKind::kDyn || type.kind == TypeKind::kError;
      });
  if (types.empty() || mixes_decimals || !std::all_of(types.begin(), types.end(), may_be_number)) {
    return report_types(id, function, operands, {});
  }
  const bool is_same = std::all_of(types.begin(), types.end(), [&](const Type& type) { return type == types[0]; });
  set(id, is_same ? types[0] : Type::of(TypeKind::kDyn));
}

std::vector<Overload> CheckSession::candidates_of(const Node& call, FunctionId function) const {
  std::vector<Overload> found;
  if (function == FunctionId::kDeclared) {
    for (const FunctionDecl& declared : environment_.functions) {
      if (declared.name != call.name || declared.receiver != call.has_receiver) continue;
      found.push_back({declared.receiver, false, declared.params, declared.result});
    }
    return found;
  }
  for (const Overload& overload : overloads_of(function)) {
    const bool is_allowed = profile() != nullptr || !overload.profile;
    if (is_allowed && overload.receiver == call.has_receiver) found.push_back(overload);
  }
  return found;
}

void CheckSession::resolve_call(NodeId id, FunctionId function) {
  const std::vector<NodeId>& operands = node(id).children;
  const std::vector<Overload> overloads = candidates_of(node(id), function);
  std::vector<Type> types;
  for (const NodeId operand : operands) types.push_back(type(operand));
  std::optional<Type> result = match_overloads(types, overloads);
  if (!result && profile() != nullptr) result = match_adapting(operands, overloads);
  if (result && function == FunctionId::kFlatten) result = flattened(types, *result);
  if (result) return set(id, *std::move(result));
  report_types(id, function, operands, overloads);
}

/// The type of `flatten()` of lists of lists, which no signature tells: its elements keep theirs.
Type CheckSession::flattened(const std::vector<Type>& operands, const Type& otherwise) {
  if (operands.size() != 1 || operands[0].kind != TypeKind::kList) return otherwise;
  const Type& element = operands[0].params[0];
  const bool is_flat =
      element.kind != TypeKind::kList && element.kind != TypeKind::kDyn && element.kind != TypeKind::kParam;
  if (is_flat) return operands[0];
  return element.kind == TypeKind::kList ? element : otherwise;
}

/// The result of the overloads that take these operands: that of all of them when they agree, otherwise `dyn`.
std::optional<Type> CheckSession::match_overloads(const std::vector<Type>& operands, std::span<const Overload> list) {
  std::optional<Type> result;
  for (const Overload& overload : list) {
    if (overload.params.size() != operands.size()) continue;
    std::vector<Type> signature = overload.params;
    signature.push_back(overload.result);
    signature = unifier_.instantiate(signature);
    Type own_result = std::move(signature.back());
    signature.pop_back();
    if (!unifier_.assignable(operands, signature)) continue;
    own_result = unifier_.substitute(own_result, false);
    if (!result) {
      result = std::move(own_result);
    } else if (!(*result == own_result)) {
      result = Type::of(TypeKind::kDyn);
    }
  }
  return result;
}

/// Tries literals as doubles, then as decimals (profile).
std::optional<Type> CheckSession::match_adapting(const std::vector<NodeId>& operands, std::span<const Overload> list) {
  std::optional<Type> result = match_adapting(operands, list, TypeKind::kDouble);
  return result ? result : match_adapting(operands, list, TypeKind::kDecimal);
}

/// Tries literals as `wanted`: each alone, then all together.
std::optional<Type> CheckSession::match_adapting(const std::vector<NodeId>& operands, std::span<const Overload> list,
                                                 TypeKind wanted) {
  for (std::size_t chosen = 0; chosen <= operands.size(); ++chosen) {
    std::vector<Type> types;
    bool changes = false;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const bool adapts = chosen == i || chosen == operands.size();
      types.push_back(adapts ? adapted_type(operands[i], wanted) : type(operands[i]));
      changes = changes || !(types[i] == type(operands[i]));
    }
    if (!changes) continue;
    std::optional<Type> result = match_overloads(types, list);
    if (!result) continue;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (chosen == i || chosen == operands.size()) static_cast<void>(adapt(operands[i], wanted));
    }
    return result;
  }
  return std::nullopt;
}

/// What this language has for a function that people know from spreadsheets and databases.
LocalizedText CheckSession::foreign_function_hint(std::string_view name) {
  struct Foreign {
    std::string_view names;  ///< Between blanks, in lower case.
    LocalizedView hint;
  };
  constexpr std::array kForeign{
      Foreign{" today now current_date sysdate getdate ", {"基準日は`as_of`です", "the day of the audit is `as_of`"}},
      Foreign{" len length strlen char_length ", {"長さは`size(x)`です", "a length is `size(x)`"}},
      Foreign{" isblank isempty is_null isnull blank empty ",
              {"無回答は`!answered(項目)`で調べます", "a missing answer is `!answered(FIELD)`"}},
      Foreign{" coalesce ifnull nvl iferror ",
              {"`answered(項目) ? 項目 : 値`と書いてください", "write `answered(FIELD) ? FIELD : value`"}},
      Foreign{" lower upper lcase ucase ",
              {"英字の大小は`x.lowerAscii()`、`x.upperAscii()`です",
               "letters are changed by `x.lowerAscii()` and `x.upperAscii()`"}},
      Foreign{" any some ", {"`リスト.exists(m, 条件)`と書いてください", "write `list.exists(m, condition)`"}},
      Foreign{" every ", {"`リスト.all(m, 条件)`と書いてください", "write `list.all(m, condition)`"}},
      Foreign{" countif countifs ", {"`リスト.count(m, 条件)`と書いてください", "write `list.count(m, condition)`"}},
      Foreign{
          " sumif sumifs ",
          {"`リスト.filter(m, 条件).sum(m, 値)`と書いてください", "write `list.filter(m, condition).sum(m, value)`"}},
      Foreign{" datediff datedif days ", {"日数は`日付 - 日付`です", "days between are `date - date`"}},
  };
  std::string wanted = " ";
  for (const char c : name) wanted += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  wanted += ' ';
  for (const Foreign& foreign : kForeign) {
    if (foreign.names.find(wanted) != std::string_view::npos) {
      return to_text(foreign.hint);
    }
  }
  return {};
}

void CheckSession::report_unknown_function(NodeId id) {
  const std::string& name = node(id).name;
  std::vector<std::string> names = function_names(profile() != nullptr);
  for (const FunctionDecl& function : environment_.functions) names.push_back(function.name);
  for (const std::string_view macro : macro_names(profile() != nullptr)) names.emplace_back(macro);
  if (profile() != nullptr) names.emplace_back("at");
  diag::Diagnostic& diagnostic = sink_.report(kUnknownFunction, name_span(id), name);
  diagnostic.hint = profile() != nullptr ? foreign_function_hint(name) : LocalizedText{};
  if (diagnostic.hint.empty()) diagnostic.hint = diag::did_you_mean(diag::suggest(name, names));
}

/// A macro's name with other arguments than the macro has; the arguments are not looked at.
bool CheckSession::check_macro_shape(NodeId id) {
  const std::vector<std::string_view> macros = macro_names(profile() != nullptr);
  const std::string name = node(id).name;
  if (std::find(macros.begin(), macros.end(), name) == macros.end() || find_called(id)) return false;
  sink_.report(kMacroShape, name_span(id), name);
  set(id, RefKind::kFunction, Type::of(TypeKind::kError), static_cast<std::uint32_t>(FunctionId::kUnknown));
  return true;
}

}  // namespace kijun::cel
