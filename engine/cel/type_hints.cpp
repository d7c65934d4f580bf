#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "engine/base/utf8.h"
#include "engine/cel/check_session.h"
#include "engine/cel/operator_text.h"
#include "engine/diag/suggestion.h"

namespace kijun::cel {
namespace {

/// Longest piece of an expression quoted in a message, in code points.
constexpr std::size_t kMaxQuoted = 40;
/// Most forms of a function listed in a hint.
constexpr std::size_t kMaxForms = 6;

bool is_bool_operator(FunctionId function) {
  return function == FunctionId::kLogicalAnd || function == FunctionId::kLogicalOr ||
         function == FunctionId::kLogicalNot || function == FunctionId::kConditional;
}

/// True when an overload takes two operands of this kind.
bool takes_two(FunctionId function, TypeKind kind) {
  const auto overloads = overloads_of(function);
  return std::any_of(overloads.begin(), overloads.end(), [kind](const Overload& overload) {
    const auto fits = [kind](const Type& param) { return param.kind == kind || param.kind == TypeKind::kParam; };
    const std::size_t count = overload.params.size();
    return count >= 2 && fits(overload.params[count - 2]) && fits(overload.params[count - 1]);
  });
}

/// What an operator with more forms than a hint can list takes.
LocalizedText many_forms_hint(FunctionId function) {
  if (function == FunctionId::kAdd) {
    return {"同じ型の数を足すか、文字列どうし、リストどうしをつなぎます",
            "it adds numbers of one type and joins texts or lists"};
  }
  if (function == FunctionId::kSubtract) {
    return {"同じ型の数どうし、日付どうしを引きます", "it subtracts numbers of one type, or dates"};
  }
  return {"同じ型の数、文字列、日付、真偽値どうしを比べます", "it compares numbers, texts, dates or bools of one type"};
}

LocalizedText write(const std::string& text) { return {"`" + text + "`と書いてください", "write `" + text + "`"}; }

}  // namespace

std::string listed(std::span<const std::string> names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "`" : ", `") + name + "`";
  return text;
}

/// The type with groups by their ids.
std::string CheckSession::type_text(const Type& type) const {
  if (type.kind == TypeKind::kGroup && profile() != nullptr) return profile()->groups[type.group].id;
  const Type known = unifier_.substitute(type, true);
  if (known.params.empty()) return to_string(known);
  std::string params;
  for (const Type& param : known.params) params += (params.empty() ? "" : ", ") + type_text(param);
  Type head = known;
  head.params.clear();
  return to_string(head) + "(" + params + ")";
}

/// The node as written, on one line.
std::string CheckSession::code_text(NodeId id) const {
  std::string text;
  for (const char c : source(id)) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank || !text.ends_with(' ')) text += is_blank ? ' ' : c;
  }
  return text;
}

/// The node as written, on one line and cut.
std::string CheckSession::short_source(NodeId id) const {
  std::string text = code_text(id);
  const std::string_view kept = first_code_points(text, kMaxQuoted);
  return kept.size() == text.size() ? text : std::string(kept) + "…";
}

/// "`面積` (int) and `2.5` (double)".
LocalizedText CheckSession::operands_text(std::span<const NodeId> operands) const {
  LocalizedText text;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const bool is_last = i > 0 && i + 1 == operands.size();
    if (i > 0) {
      text.ja += is_last ? "と" : "、";
      text.en += is_last ? " and " : ", ";
    }
    const std::string quoted = short_source(operands[i]);
    const std::string shown = type_text(type(operands[i]));
    text.ja += fmt::format("`{}`（{}）", quoted, shown);
    text.en += fmt::format("`{}` ({})", quoted, shown);
  }
  if (operands.empty()) text = {"引数なし", "no arguments"};
  return text;
}

/// No overload takes these operands.
void CheckSession::report_types(NodeId id, FunctionId function, std::span<const NodeId> operands,
                                std::span<const Overload> overloads) {
  set_error(id);
  const bool is_reported = std::any_of(operands.begin(), operands.end(),
                                       [this](NodeId operand) { return type(operand).kind == TypeKind::kError; });
  if (is_reported) return;
  const LocalizedText shown = operands_text(operands);
  if (function < FunctionId::kToBool) {
    diag::Diagnostic& diagnostic = sink_.report(kOperatorTypes, span(id), operator_text(function), shown.ja, shown.en);
    diagnostic.hint = operator_hint(function, operands);
    return;
  }
  const bool has_table = function < FunctionId::kDeclared;
  const std::span<const Overload> forms = overloads.empty() && has_table ? overloads_of(function) : overloads;
  std::vector<std::string> texts;
  for (const Overload& overload : forms) {
    if (!overload.profile || profile() != nullptr) {
      texts.push_back(has_table ? overload_text(function, overload) : node(id).name);
    }
  }
  if (texts.empty() && has_table)
    texts.push_back(call_text(function, false, std::array<std::string, 2>{"number", "…"}));
  texts.resize(std::min(texts.size(), kMaxForms));
  sink_.report(kFunctionTypes, name_span(id), node(id).name, shown.ja, shown.en, listed(texts));
}

LocalizedText CheckSession::operator_hint(FunctionId function, std::span<const NodeId> operands) const {
  const bool is_conditional = function == FunctionId::kConditional;
  for (const NodeId operand : is_conditional ? operands.first(1) : operands) {
    const Type found = type(operand);
    const bool is_enum = found.kind == TypeKind::kEnum && !found.field->values.empty();
    if (is_bool_operator(function) && is_enum) {
      return write(fmt::format("{} == \"{}\"", code_text(operand), found.field->values.front().id));
    }
    if (is_bool_operator(function) && found.kind == TypeKind::kInt) return write(code_text(operand) + " != 0");
    if (is_enum && operands.size() == 2) {
      std::string values;
      for (const table::EnumValue& value : found.field->values)
        values += (values.empty() ? "\"" : ", \"") + value.id + "\"";
      return {fmt::format("`{}`の値: {}", found.field->id, values),
              fmt::format("values of `{}`: {}", found.field->id, values)};
    }
  }
  const TypeKind first = type(operands.front()).kind;
  if (is_conditional && first != TypeKind::kBool && first != TypeKind::kDyn && first != TypeKind::kParam) {
    return {"`?`の前には真か偽になる式を書いてください", "before `?` write what is true or false"};
  }
  if (operands.size() >= 2) {
    const NodeId a = operands[operands.size() - 2];
    const NodeId b = operands.back();
    for (const std::string& converted : {conversion_hint(function, a, b), conversion_hint(function, b, a)}) {
      if (!converted.empty()) return write(converted);
    }
  }
  if (is_conditional) return {"二つの枝の型をそろえてください", "give both branches the same type"};
  if (is_equality(function)) {
    return {"同じ型どうしを比べてください", "compare values of the same type"};
  }
  std::vector<std::string> forms;
  for (const Overload& overload : overloads_of(function)) {
    if (!overload.profile || profile() != nullptr) forms.push_back(overload_text(function, overload));
  }
  if (forms.empty()) return {};
  if (forms.size() > kMaxForms) return many_forms_hint(function);
  return {"使える形: " + listed(forms), "it takes " + listed(forms)};
}

/// How to write `a` so that it goes with `b`, or "".
std::string CheckSession::conversion_hint(FunctionId function, NodeId a, NodeId b) const {
  const TypeKind from = type(a).kind;
  const TypeKind to = type(b).kind;
  const std::string text = code_text(a);
  const bool is_number = from == TypeKind::kInt || from == TypeKind::kUint || from == TypeKind::kDouble;
  const bool is_digits =
      from == TypeKind::kString && function != FunctionId::kAdd && (to == TypeKind::kDate || to == TypeKind::kDecimal);
  const bool widens = (from == TypeKind::kInt && to == TypeKind::kDouble) ||
                      (from == TypeKind::kUint && (to == TypeKind::kInt || to == TypeKind::kDouble)) ||
                      (is_number && to == TypeKind::kDecimal);
  if ((widens || is_digits) && takes_two(function, to)) return fmt::format("{}({})", to_string(Type::of(to)), text);
  const bool adds_days = function == FunctionId::kAdd || function == FunctionId::kSubtract;
  if (from == TypeKind::kDate && to == TypeKind::kInt && adds_days) {
    return fmt::format("{}.addDays({}{})", text, function == FunctionId::kAdd ? "" : "-", code_text(b));
  }
  constexpr std::array kPrintable{TypeKind::kInt,  TypeKind::kUint, TypeKind::kDouble,
                                  TypeKind::kBool, TypeKind::kDate, TypeKind::kDecimal};
  const bool is_printable = std::find(kPrintable.begin(), kPrintable.end(), from) != kPrintable.end();
  if (function == FunctionId::kAdd && is_printable && to == TypeKind::kString) return "string(" + text + ")";
  const std::string* digits = string_literal(a);
  const bool is_quoted_number =
      digits != nullptr && !digits->empty() && digits->find_first_not_of("0123456789") == std::string::npos;
  if (is_quoted_number && (to == TypeKind::kInt || to == TypeKind::kDouble)) return *digits;
  return digits == nullptr ? text_beside_number_hint(function, a, b) : "";
}

/// How to write `a` where a text stands beside a number: a number written out is quoted where it is only compared for
/// equality, any other text is read as a number.
std::string CheckSession::text_beside_number_hint(FunctionId function, NodeId a, NodeId b) const {
  const TypeKind from = type(a).kind;
  const TypeKind to = type(b).kind;
  const auto is_number = [](TypeKind kind) { return kind == TypeKind::kInt || kind == TypeKind::kDouble; };
  const auto is_quotable = [&](NodeId id) { return is_equality(function) && node(id).kind == NodeKind::kLiteral; };
  if (is_number(from) && to == TypeKind::kString && is_quotable(a)) return "\"" + code_text(a) + "\"";
  const bool reads = from == TypeKind::kString && is_number(to) && function != FunctionId::kAdd && !is_quotable(b);
  return reads && takes_two(function, to) ? fmt::format("{}({})", to_string(Type::of(to)), code_text(a)) : "";
}

/// The kind of a subject in words.
LocalizedText CheckSession::subject_text(const Subject& subject) const {
  if (subject.space != table::kRecordSpace) {
    const table::GroupKind& group = profile()->groups[subject.space - 1U];
    return {group.title.ja, group.id};
  }
  if (subject.kind == "municipality") return {"市町村", "municipality"};
  if (subject.kind == "prefecture") return {"都道府県", "prefecture"};
  if (subject.kind != "record") return in_both(subject.kind);
  return {"市町村・都道府県", "municipality or prefecture"};
}

}  // namespace kijun::cel
