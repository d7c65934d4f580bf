#include <algorithm>
#include <array>

#include "engine/cel/check_session.h"
#include "engine/diag/suggestion.h"

namespace kijun::cel {
namespace {

struct TypeName {
  std::string_view name;
  TypeKind kind;
};

/// Names that are values of type `type` (langdef "Types as values"). `dyn` is none of them.
constexpr std::array kTypeNames{
    TypeName{"bool", TypeKind::kBool},
    TypeName{"int", TypeKind::kInt},
    TypeName{"uint", TypeKind::kUint},
    TypeName{"double", TypeKind::kDouble},
    TypeName{"string", TypeKind::kString},
    TypeName{"bytes", TypeKind::kBytes},
    TypeName{"list", TypeKind::kList},
    TypeName{"map", TypeKind::kMap},
    TypeName{"null_type", TypeKind::kNull},
    TypeName{"type", TypeKind::kType},
    TypeName{"optional_type", TypeKind::kOptional},
    TypeName{"google.protobuf.Timestamp", TypeKind::kTimestamp},
    TypeName{"google.protobuf.Duration", TypeKind::kDuration},
};

Type named_type(TypeKind kind) {
  const Type dyn = Type::of(TypeKind::kDyn);
  if (kind == TypeKind::kList) return Type::list(dyn);
  if (kind == TypeKind::kMap) return Type::map(dyn, dyn);
  if (kind == TypeKind::kOptional) return Type::optional(dyn);
  return Type::of(kind);
}

}  // namespace

bool CheckSession::is_local(std::string_view name) const {
  return std::any_of(locals_.begin(), locals_.end(), [&](const Local& local) { return local.name == name; });
}

bool CheckSession::resolve_local(NodeId id, std::string_view name) {
  for (std::size_t i = locals_.size(); i > 0; --i) {
    if (locals_[i - 1].name != name) continue;
    set(id, RefKind::kLocal, locals_[i - 1].type, static_cast<std::uint32_t>(i - 1));
    return true;
  }
  return false;
}

/// The names a written name may stand for, in the order they are tried: with the container and its prefixes, longest
/// first, then alone. A leading dot leaves only the last.
std::vector<std::string> CheckSession::candidates(std::string_view name) const {
  if (name.starts_with('.')) return {std::string(name.substr(1))};
  std::vector<std::string> names;
  for (std::string_view prefix = environment_.container; !prefix.empty();) {
    names.push_back(std::string(prefix) + "." + std::string(name));
    const std::size_t dot = prefix.rfind('.');
    prefix = dot == std::string_view::npos ? std::string_view{} : prefix.substr(0, dot);
  }
  names.emplace_back(name);
  return names;
}

/// Declared variables and types; `name` may be qualified.
bool CheckSession::resolve_declared(NodeId id, std::string_view name) {
  for (const std::string& candidate : candidates(name)) {
    for (const auto& [variable, variable_type] : environment_.variables) {
      if (variable != candidate) continue;
      set(id, RefKind::kVariable, variable_type);
      references_[id].name = candidate;
      return true;
    }
    for (const TypeName& entry : kTypeNames) {
      if (entry.name != candidate) continue;
      set(id, RefKind::kTypeValue, Type::type_of(named_type(entry.kind)));
      return true;
    }
  }
  return false;
}

void CheckSession::check_ident(NodeId id) {
  const std::string name = node(id).name;
  const bool is_root = name.starts_with('.');
  if (!is_root && resolve_local(id, name)) return;
  if (!is_root && profile() != nullptr && resolve_profile_name(id, name)) return;
  if (resolve_declared(id, name)) return;
  report_unknown_name(id, name);
  references_[id].kind = RefKind::kVariable;
  references_[id].name = is_root ? name.substr(1) : name;
  set_error(id);
}

/// `a.b.c` as written, when the node is nothing but such a chain and `a` is no macro variable.
std::optional<std::string> CheckSession::qualified_name(NodeId id) const {
  std::vector<std::string_view> parts;
  for (; node(id).kind == NodeKind::kSelect && !node(id).test_only; id = node(id).children.front()) {
    parts.push_back(node(id).name);
  }
  if (node(id).kind != NodeKind::kIdent || is_local(node(id).name)) return std::nullopt;
  std::string name = node(id).name;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) name.append(".").append(*part);
  return name;
}

/// A declared dotted name wins over the selection of a field.
bool CheckSession::resolve_qualified(NodeId id) {
  if (node(id).test_only) return false;
  const std::optional<std::string> name = qualified_name(id);
  return name && resolve_declared(id, *name);
}

void CheckSession::check_select(NodeId id) {
  const bool is_test = node(id).test_only;
  check_selected(id, type(node(id).children.front()), node(id).name);
  if (is_test && types_[id].kind != TypeKind::kError) set(id, Type::of(TypeKind::kBool));
}

/// Types the selection of `name` from a value of type `operand`. Optionals are looked through.
void CheckSession::check_selected(NodeId id, Type operand, std::string_view name) {
  const bool is_optional = operand.kind == TypeKind::kOptional;
  if (is_optional) operand = unifier_.substitute(Type(operand.params.front()), false);
  const NodeId source_node = node(id).children.front();
  switch (operand.kind) {
    case TypeKind::kMap:
      set(id, operand.params[1]);
      break;
    case TypeKind::kParam:
      // Nothing is known of the operand yet; it must not become something that has no fields later.
      static_cast<void>(unifier_.assignable(Type::of(TypeKind::kDyn), operand));
      set(id, Type::of(TypeKind::kDyn));
      break;
    case TypeKind::kDyn:
      set(id, Type::of(TypeKind::kDyn));
      break;
    case TypeKind::kError:
      set_error(id);
      return;
    case TypeKind::kRecord:
    case TypeKind::kGroup: {
      const Subject subject = subject_of(operand);
      if (!resolve_member(id, subject, name, false)) {
        sink_.report(kUnknownMember, name_span(id), name, short_source(source_node)).hint =
            diag::did_you_mean(diag::suggest(name, member_names(subject)));
        set_error(id);
      } else if (node(id).test_only) {
        sink_.report(kHasOnField, span(id), code_text(source_node) + "." + std::string(name));
        set_error(id);
      }
      break;
    }
    default:
      sink_.report(kNoFields, name_span(id), short_source(source_node), type_text(operand), name);
      set_error(id);
      return;
  }
  if (is_optional && types_[id].kind != TypeKind::kError) set(id, Type::optional(types_[id]));
}

/// True for what a group has beside fields, which is read from its handle (`zone.members`), never alone.
bool CheckSession::is_group_member(std::string_view name) const {
  if (environment_.space == table::kRecordSpace) return false;
  const std::vector<table::GroupAttribute>& attributes = profile()->groups[environment_.space - 1U].attributes;
  return name == "id" || name == "members" ||
         std::any_of(attributes.begin(), attributes.end(),
                     [&](const table::GroupAttribute& attribute) { return attribute.id == name; });
}

void CheckSession::report_unknown_name(NodeId id, std::string_view name) {
  std::vector<std::string> known;
  for (const Local& local : locals_) known.push_back(local.name);
  for (const auto& [variable, variable_type] : environment_.variables) known.push_back(variable);
  diag::Diagnostic& diagnostic = sink_.report(kUnknownName, span(id), name);
  if (profile() == nullptr) {
    diagnostic.hint = diag::did_you_mean(diag::suggest(name, known));
    return;
  }
  if (is_group_member(name)) {
    const std::string written = self().kind + "." + std::string(name);
    diagnostic.hint = {"`" + written + "`と書いてください", "write `" + written + "`"};
    return;
  }
  for (const table::Field& field : profile()->vocabulary->fields()) {
    if (name == field.label.ja || name == field.label.en) {
      diagnostic.hint = {"項目のidの`" + field.id + "`で書いてください",
                         "write the id of the field, `" + field.id + "`"};
      return;
    }
    if (!field.value_index(name)) continue;
    diagnostic.hint = {"値ならば`\"" + std::string(name) + "\"`と引用符で囲んでください",
                       "a value is written in quotes: `\"" + std::string(name) + "\"`"};
    return;
  }
  for (std::string& member : member_names(self())) known.push_back(std::move(member));
  if (environment_.space != table::kRecordSpace) known.push_back(self().kind);
  known.insert(known.end(), {"self", "params", "fiscal_year", "as_of", "answer"});
  diagnostic.hint = diag::did_you_mean(diag::suggest(name, known));
}

}  // namespace kijun::cel
