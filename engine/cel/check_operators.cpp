#include <algorithm>

#include "engine/cel/check_session.h"
#include "engine/cel/operator_text.h"
#include "engine/diag/suggestion.h"
#include "engine/table/missing.h"

// Operators of the profile that CEL's overloads cannot describe: enums, whose values are strings of a known domain, and
// null, which no answer ever is.

namespace kijun::cel {
namespace {

std::vector<std::string> value_ids(const table::Field& field) {
  std::vector<std::string> ids;
  for (const table::EnumValue& value : field.values) ids.push_back(value.id);
  return ids;
}

bool same_domain(const Type& a, const Type& b) {
  return a.field == b.field || value_ids(*a.field) == value_ids(*b.field);
}

std::string quoted_values(const table::Field& field) {
  std::string text;
  for (const table::EnumValue& value : field.values) text += (text.empty() ? "\"" : ", \"") + value.id + "\"";
  return text;
}

}  // namespace

/// True when the operator is typed (or reported) here.
bool CheckSession::check_profile_operator(NodeId id, FunctionId function) {
  if (node(id).has_receiver || node(id).children.size() != 2) return false;
  if (function == FunctionId::kIn) return check_enum_membership(id);
  check_enum_sets(id, function);
  if (!is_comparison(function)) return false;
  check_missing_reason(id);
  return check_null(id, function) || check_enum_comparison(id, function);
}

/// `f == null`: answers are missing with a reason, never null.
bool CheckSession::check_null(NodeId id, FunctionId function) {
  if (!is_equality(function)) return false;
  for (const std::size_t side : {0U, 1U}) {
    const NodeId null_side = node(id).children[side];
    const NodeId other = node(id).children[1 - side];
    const bool is_null = node(null_side).kind == NodeKind::kLiteral && type(null_side).kind == TypeKind::kNull;
    const RefKind kind = references_[other].kind;
    if (!is_null || (kind != RefKind::kField && kind != RefKind::kGroupAttribute)) continue;
    sink_.report(kNullComparison, span(id), code_text(other));
    set_error(id);
    return true;
  }
  return false;
}

bool CheckSession::check_enum_comparison(NodeId id, FunctionId function) {
  const NodeId left = node(id).children[0];
  const NodeId right = node(id).children[1];
  const Type a = type(left);
  const Type b = type(right);
  const bool is_enum_a = a.kind == TypeKind::kEnum;
  const bool is_enum_b = b.kind == TypeKind::kEnum;
  if (!is_enum_a && !is_enum_b) return false;
  const Type& domain = is_enum_a ? a : b;
  const NodeId other = is_enum_a ? right : left;
  if (is_enum_a && is_enum_b) {
    if (same_domain(a, b)) {
      check_enum_order(id, function, domain);
    } else {
      sink_.report(kEnumDomains, span(id), a.field->id, b.field->id, a.field->values.front().id);
    }
  } else if (string_literal(other) != nullptr) {
    check_enum_value(other, domain);
    check_enum_order(id, function, domain);
    if (types_[other].kind == TypeKind::kEnum) warn_constant_order(id, function);
  } else if (type(other).kind == TypeKind::kString && is_order(function)) {
    // Ids of values have an order only through their domain, which a computed string does not know.
    report_types(id, function, node(id).children, {});
    return true;
  } else {
    return false;
  }
  set(id, Type::of(TypeKind::kBool));
  return true;
}

/// A string literal that stands beside an enum: it must be one of its values, and takes its type.
void CheckSession::check_enum_value(NodeId literal, const Type& domain) {
  const std::string& value = *string_literal(literal);
  const table::Field& field = *domain.field;
  if (field.value_index(value)) return set(literal, domain);
  diag::Diagnostic& diagnostic = sink_.report(kUnknownEnumValue, span(literal), value, field.id, quoted_values(field));
  const LocalizedText near = value_hint(value, field);
  if (!near.empty())
    diagnostic.hint = {near.ja + "（" + diagnostic.hint.ja + "）", near.en + " (" + diagnostic.hint.en + ")"};
  set_error(literal);
}

/// The value of a domain that a text may have meant: its label or mark, or the id nearest to it.
LocalizedText CheckSession::value_hint(const std::string& text, const table::Field& field) const {
  for (const table::EnumValue& value : field.values) {
    const bool is_mark = std::find(value.marks.begin(), value.marks.end(), text) != value.marks.end();
    if (!is_mark && value.label.ja != text && value.label.en != text) continue;
    const std::string id = "`\"" + value.id + "\"`";
    return {id + "と書いてください", "write " + id};
  }
  return diag::did_you_mean(diag::suggest(text, value_ids(field)));
}

void CheckSession::check_enum_order(NodeId id, FunctionId function, const Type& domain) {
  if (!is_order(function) || domain.field->ordered) return;
  sink_.report(kEnumNotOrdered, name_span(id), domain.field->id, operator_text(function));
}

/// `e in […]`, and `"value" in list_of_enum`.
bool CheckSession::check_enum_membership(NodeId id) {
  const NodeId element = node(id).children[0];
  const NodeId list = node(id).children[1];
  const Type wanted = type(element);
  const Type range = type(list);
  if (range.kind != TypeKind::kList) return false;
  if (wanted.kind == TypeKind::kEnum && range.params[0].kind == TypeKind::kEnum) {
    if (!same_domain(wanted, range.params[0])) {
      const table::Field& field = *wanted.field;
      sink_.report(kEnumDomains, span(id), field.id, range.params[0].field->id, field.values.front().id);
    }
  } else if (wanted.kind == TypeKind::kEnum && node(list).kind == NodeKind::kList) {
    for (const NodeId entry : node(list).children) {
      if (string_literal(entry) != nullptr) check_enum_value(entry, wanted);
    }
    if (range.params[0].kind != TypeKind::kString && !node(list).children.empty()) return false;
    set(list, Type::list(wanted));
    warn_constant_membership(id, wanted);
  } else if (string_literal(element) != nullptr && range.params[0].kind == TypeKind::kEnum) {
    check_enum_value(element, range.params[0]);
  } else {
    return false;
  }
  set(id, Type::of(TypeKind::kBool));
  return true;
}

/// `sets.contains(f, ["…"])` and its like: strings beside a list of an enum are values of it.
void CheckSession::check_enum_sets(NodeId id, FunctionId function) {
  const bool is_set_test = function == FunctionId::kSetsContains || function == FunctionId::kSetsEquivalent ||
                           function == FunctionId::kSetsIntersects;
  if (!is_set_test) return;
  for (const std::size_t side : {0U, 1U}) {
    const Type answers = type(node(id).children[side]);
    const NodeId other = node(id).children[1 - side];
    const bool is_enum = answers.kind == TypeKind::kList && answers.params[0].kind == TypeKind::kEnum;
    if (!is_enum || node(other).kind != NodeKind::kList) continue;
    for (const NodeId entry : node(other).children) {
      if (string_literal(entry) != nullptr) check_enum_value(entry, answers.params[0]);
    }
  }
}

/// `missing_reason(f) == "…"` names one of the reasons.
void CheckSession::check_missing_reason(NodeId id) {
  for (const std::size_t side : {0U, 1U}) {
    const NodeId literal = node(id).children[side];
    const Reference& other = references_[node(id).children[1 - side]];
    const std::string* reason = string_literal(literal);
    const bool is_reason =
        other.kind == RefKind::kFunction && other.index == static_cast<std::uint32_t>(FunctionId::kMissingReason);
    if (!is_reason || reason == nullptr || reason->empty() || table::parse_reason(*reason)) continue;
    std::vector<std::string> reasons;
    for (int i = 1; i <= static_cast<int>(table::MissingReason::kNewSubject); ++i) {
      reasons.emplace_back(table::reason_id(static_cast<table::MissingReason>(i)));
    }
    diag::Diagnostic& diagnostic = sink_.report(kUnknownReason, span(literal), *reason, listed(reasons));
    diagnostic.hint = diag::did_you_mean(diag::suggest(*reason, reasons), diagnostic.hint);
  }
}

}  // namespace kijun::cel
