#include <algorithm>

#include "engine/cel/check_session.h"
#include "engine/diag/suggestion.h"

namespace kijun::cel {
namespace {

constexpr std::string_view kEitherKind = "record";

Type attribute_type(const table::GroupAttribute& attribute) {
  table::Field field;
  // An attribute has no values of its own, so an enum among them is its text.
  field.type = attribute.type == table::FieldType::kEnum ? table::FieldType::kString : attribute.type;
  return field_type(field);
}

bool is_asked(const table::Field& field, std::string_view kind) {
  if (kind == kEitherKind) return std::any_of(field.kinds.begin(), field.kinds.end(), table::is_record_kind);
  return field.applies_to(kind);
}

}  // namespace

CheckSession::Subject CheckSession::self() const {
  if (environment_.space == table::kRecordSpace) return {table::kRecordSpace, environment_.kind};
  return {environment_.space, profile()->groups[environment_.space - 1U].id};
}

CheckSession::Subject CheckSession::subject_of(const Type& type) const {
  if (type.kind == TypeKind::kGroup) return {table::group_space(type.group), profile()->groups[type.group].id};
  return {table::kRecordSpace, type.name.empty() ? std::string(kEitherKind) : type.name};
}

Type CheckSession::type_of_subject(const Subject& subject) const {
  if (subject.space != table::kRecordSpace) return Type::group_of(static_cast<table::GroupId>(subject.space - 1));
  Type record = Type::record();
  if (subject.kind != kEitherKind) record.name = subject.kind;
  return record;
}

/// A name that stands alone in the profile.
bool CheckSession::resolve_profile_name(NodeId id, std::string_view name) {
  const Subject subject = self();
  if (name == "self") {
    set(id, RefKind::kSelf, type_of_subject(subject));
    return true;
  }
  if (name == "fiscal_year" || name == "as_of") {
    const bool is_year = name == "fiscal_year";
    set(id, is_year ? RefKind::kFiscalYear : RefKind::kAsOf, Type::of(is_year ? TypeKind::kInt : TypeKind::kDate));
    return true;
  }
  if (name == "params") {
    sink_.report(kBareParams, span(id));
    set_error(id);
    return true;
  }
  if (name == "answer") {
    if (environment_.answer) {
      resolve_field(id, subject, *environment_.answer, true);
    } else {
      sink_.report(kAnswerOutside, span(id));
      set_error(id);
    }
    return true;
  }
  if (subject.space != table::kRecordSpace && name == subject.kind) {
    set(id, RefKind::kSelf, type_of_subject(subject));
    return true;
  }
  return resolve_member(id, subject, name, true) || report_handle(id, subject, name);
}

/// A name that only records have, in an expression about groups.
bool CheckSession::report_handle(NodeId id, const Subject& subject, std::string_view name) {
  if (subject.space == table::kRecordSpace) return false;
  const std::vector<table::GroupKind>& groups = profile()->groups;
  const bool is_handle =
      name == "kind" ||
      std::any_of(groups.begin(), groups.end(), [&](const table::GroupKind& group) { return name == group.handle; });
  if (!is_handle) return false;
  const LocalizedText here = subject_text(subject);
  sink_.report(kHandleSpace, span(id), name, here.ja, here.en);
  set_error(id);
  return true;
}

/// `params.x`.
bool CheckSession::resolve_param(NodeId id) {
  const Node& operand = node(node(id).children.front());
  const bool is_params = profile() != nullptr && operand.kind == NodeKind::kIdent && operand.name == "params";
  if (!is_params || is_local("params")) return false;
  const std::vector<ParamDecl>& params = profile()->params;
  const auto found =
      std::find_if(params.begin(), params.end(), [&](const ParamDecl& param) { return param.id == node(id).name; });
  if (found != params.end()) {
    set(id, RefKind::kParam, found->type, static_cast<std::uint32_t>(found - params.begin()));
    return true;
  }
  std::vector<std::string> names;
  for (const ParamDecl& param : params) names.push_back(param.id);
  sink_.report(kUnknownParam, name_span(id), "params." + node(id).name).hint =
      diag::did_you_mean(diag::suggest(node(id).name, names));
  set_error(id);
  return true;
}

/// What `name` means for a subject. True when it has a meaning, or an error was reported.
bool CheckSession::resolve_member(NodeId id, const Subject& subject, std::string_view name, bool implicit_self) {
  if (name == "code" || name == "name") {
    set(id, name == "code" ? RefKind::kCode : RefKind::kName, Type::of(TypeKind::kString), 0, implicit_self);
    return true;
  }
  if (name == "previous" || name == "history") {
    const Type same = type_of_subject(subject);
    const bool is_previous = name == "previous";
    set(id, is_previous ? RefKind::kPrevious : RefKind::kHistory, is_previous ? same : Type::list(same), 0,
        implicit_self);
    return true;
  }
  const bool is_record = subject.space == table::kRecordSpace;
  if (is_record && resolve_record_member(id, name, implicit_self)) return true;
  if (!is_record && !implicit_self && resolve_group_member(id, subject, name)) return true;
  if (const auto field = profile()->vocabulary->find(name)) {
    resolve_field(id, subject, *field, implicit_self);
    return true;
  }
  return resolve_condition(id, subject, name, implicit_self);
}

bool CheckSession::resolve_record_member(NodeId id, std::string_view name, bool implicit_self) {
  if (name == "kind") {
    set(id, RefKind::kKind, Type::of(TypeKind::kString), 0, implicit_self);
    return true;
  }
  for (std::size_t i = 0; i < profile()->groups.size(); ++i) {
    const table::GroupKind& group = profile()->groups[i];
    if (group.handle.empty() || group.handle != name) continue;
    const auto group_id = static_cast<table::GroupId>(i);
    const Type handle = Type::group_of(group_id);
    set(id, group.many ? RefKind::kGroups : RefKind::kGroup, group.many ? Type::list(handle) : handle, 0,
        implicit_self);
    references_[id].group = group_id;
    return true;
  }
  return false;
}

bool CheckSession::resolve_group_member(NodeId id, const Subject& subject, std::string_view name) {
  const auto group_id = static_cast<table::GroupId>(subject.space - 1);
  references_[id].group = group_id;
  if (name == "id") {
    set(id, RefKind::kGroupId, Type::of(TypeKind::kString));
    return true;
  }
  if (name == "members") {
    set(id, RefKind::kGroupMembers,
        Type::list(type_of_subject({table::kRecordSpace, profile()->vocabulary->member_kind()})));
    return true;
  }
  const std::vector<table::GroupAttribute>& attributes = profile()->groups[group_id].attributes;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    if (attributes[i].id != name) continue;
    set(id, RefKind::kGroupAttribute, attribute_type(attributes[i]), static_cast<std::uint32_t>(i));
    return true;
  }
  return false;
}

void CheckSession::resolve_field(NodeId id, const Subject& subject, table::FieldIndex field, bool implicit_self) {
  const table::Field& found = profile()->vocabulary->field(field);
  if (is_asked(found, subject.kind)) {
    set(id, RefKind::kField, field_type(found), field, implicit_self);
    return;
  }
  const LocalizedText asked_of = subject_text(subject);
  std::string kinds_ja;
  std::string kinds_en;
  for (const std::string& kind : found.kinds) {
    const auto group = std::find_if(profile()->groups.begin(), profile()->groups.end(),
                                    [&](const table::GroupKind& entry) { return entry.id == kind; });
    const bool is_group = group != profile()->groups.end();
    const auto position = static_cast<table::SpaceId>(group - profile()->groups.begin() + 1);
    const LocalizedText text = subject_text({is_group ? position : table::kRecordSpace, kind});
    kinds_ja += (kinds_ja.empty() ? "" : "・") + text.ja;
    kinds_en += (kinds_en.empty() ? "" : ", ") + text.en;
  }
  sink_.report(kFieldNotAsked, implicit_self ? span(id) : name_span(id), found.id, asked_of.ja, asked_of.en, kinds_ja,
               kinds_en);
  set_error(id);
}

bool CheckSession::resolve_condition(NodeId id, const Subject& subject, std::string_view name, bool implicit_self) {
  const std::vector<ConditionDecl>& conditions = profile()->conditions;
  const ConditionDecl* other = nullptr;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    if (conditions[i].id != name) continue;
    if (conditions[i].space == subject.space) {
      set(id, RefKind::kCondition, Type::of(TypeKind::kBool), static_cast<std::uint32_t>(i), implicit_self);
      return true;
    }
    other = &conditions[i];
  }
  if (other == nullptr) return false;
  const bool of_record = other->space == table::kRecordSpace;
  const LocalizedText owner =
      subject_text({other->space, std::string(of_record ? kEitherKind : profile()->groups[other->space - 1U].id)});
  const LocalizedText here = subject_text(subject);
  sink_.report(kConditionSpace, implicit_self ? span(id) : name_span(id), name, owner.ja, owner.en, here.ja, here.en);
  set_error(id);
  return true;
}

std::vector<std::string> CheckSession::member_names(const Subject& subject) const {
  std::vector<std::string> names{"code", "name", "previous", "history"};
  if (subject.space == table::kRecordSpace) {
    names.emplace_back("kind");
    for (const table::GroupKind& group : profile()->groups) {
      if (!group.handle.empty()) names.push_back(group.handle);
    }
  } else {
    const table::GroupKind& group = profile()->groups[subject.space - 1U];
    names.insert(names.end(), {"id", "members"});
    for (const table::GroupAttribute& attribute : group.attributes) names.push_back(attribute.id);
  }
  for (const table::Field& field : profile()->vocabulary->fields()) {
    if (is_asked(field, subject.kind)) names.push_back(field.id);
  }
  for (const ConditionDecl& condition : profile()->conditions) {
    if (condition.space == subject.space) names.push_back(condition.id);
  }
  return names;
}

}  // namespace kijun::cel
