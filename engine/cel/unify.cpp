#include "engine/cel/unify.h"

#include <algorithm>

namespace kijun::cel {
namespace {

bool is_wildcard(const Type& type) { return type.kind == TypeKind::kDyn || type.kind == TypeKind::kError; }

bool is_textual(const Type& type) { return type.kind == TypeKind::kEnum || type.kind == TypeKind::kString; }

/// langdef "Values" knows no nullable type but messages and wrappers; the reference checker lets null stand for these.
bool is_nullable(const Type& type) {
  return type.kind == TypeKind::kNull || type.kind == TypeKind::kAbstract || type.kind == TypeKind::kOptional ||
         type.kind == TypeKind::kTimestamp || type.kind == TypeKind::kDuration;
}

/// The type with other parameters. Copying it first and then putting them in would copy nested types over and over.
template <class MakeParam>
Type with_params(const Type& type, MakeParam make_param) {
  Type made{type.kind, {}, type.name, type.field, type.group};
  made.params.reserve(type.params.size());
  for (const Type& param : type.params) made.params.push_back(make_param(param));
  return made;
}

bool params_match(const Type& a, const Type& b, bool (*matches)(const Type&, const Type&)) {
  return std::equal(a.params.begin(), a.params.end(), b.params.begin(), b.params.end(), matches);
}

/// True when `a` allows at least the values of `b`.
bool is_as_general(const Type& a, const Type& b) {
  if (a.kind == TypeKind::kDyn || a.kind == TypeKind::kParam) return true;
  if (b.kind == TypeKind::kDyn || b.kind == TypeKind::kParam) return false;
  if (b.kind == TypeKind::kNull) return true;
  if (a.kind != b.kind) return a.kind == TypeKind::kString && b.kind == TypeKind::kEnum;
  if (a.kind == TypeKind::kType) return true;
  if (a.kind == TypeKind::kRecord) return a.name.empty() || a.name == b.name;
  return a.name == b.name && a.field == b.field && a.group == b.group && params_match(a, b, is_as_general);
}

}  // namespace

Type most_general(const Type& a, const Type& b) {
  if (a.kind == TypeKind::kEnum && b.kind == TypeKind::kEnum && a.field != b.field) return Type::of(TypeKind::kString);
  if (a.kind == TypeKind::kRecord && b.kind == TypeKind::kRecord && a.name != b.name) return Type::record();
  return is_as_general(a, b) ? a : b;
}

Type Unifier::fresh() { return Type::param("%" + std::to_string(num_variables_++)); }

std::vector<Type> Unifier::instantiate(const std::vector<Type>& types) {
  std::unordered_map<std::string, Type> fresh_by_name;
  const auto replace = [&](const auto& self, const Type& type) -> Type {
    if (type.kind == TypeKind::kParam) {
      const auto [entry, is_new] = fresh_by_name.try_emplace(type.name);
      if (is_new) entry->second = fresh();
      return entry->second;
    }
    return with_params(type, [&](const Type& param) { return self(self, param); });
  };
  std::vector<Type> result;
  result.reserve(types.size());
  for (const Type& type : types) result.push_back(replace(replace, type));
  return result;
}

bool Unifier::assignable(const Type& actual, const Type& wanted) {
  const std::size_t mark = trail_.size();
  if (fits(actual, wanted)) return true;
  undo_to(mark);
  return false;
}

bool Unifier::assignable(const std::vector<Type>& actual, const std::vector<Type>& wanted) {
  const std::size_t mark = trail_.size();
  if (all_fit(actual, wanted)) return true;
  undo_to(mark);
  return false;
}

Type Unifier::substitute(const Type& type, bool to_dyn) const {
  if (const Type* known = find(type)) return substitute(*known, to_dyn);
  if (type.kind == TypeKind::kParam) return to_dyn ? Type::of(TypeKind::kDyn) : type;
  if (!spend()) return Type::of(TypeKind::kDyn);
  return with_params(type, [&](const Type& param) { return substitute(param, to_dyn); });
}

Type Unifier::join(const Type& a, const Type& b) {
  return assignable(a, b) ? most_general(a, b) : Type::of(TypeKind::kDyn);
}

const Type* Unifier::find(const Type& variable) const {
  if (variable.kind != TypeKind::kParam) return nullptr;
  const auto found = bindings_.find(variable.name);
  return found == bindings_.end() ? nullptr : &found->second;
}

void Unifier::bind(const Type& variable, const Type& type) {
  const auto [entry, is_new] = bindings_.try_emplace(variable.name, type);
  trail_.emplace_back(variable.name, is_new ? std::nullopt : std::optional(entry->second));
  entry->second = type;
}

void Unifier::undo_to(std::size_t mark) {
  for (; trail_.size() > mark; trail_.pop_back()) {
    auto& [name, older] = trail_.back();
    if (older) {
      bindings_[name] = std::move(*older);
    } else {
      bindings_.erase(name);
    }
  }
}

bool Unifier::fits(const Type& a, const Type& b) {
  if (!spend()) return true;
  if (b.kind == TypeKind::kParam) {
    const Match match = match_variable(a, b);
    if (match.valid) return true;
    if (match.bound) return false;
  }
  if (a.kind == TypeKind::kParam) return match_variable(b, a).valid;
  if (is_wildcard(a) || is_wildcard(b)) return true;
  if (a.kind == TypeKind::kNull) return is_nullable(b);
  if (b.kind == TypeKind::kNull) return is_nullable(a);
  if (is_textual(a) && is_textual(b)) return true;
  if (a.kind != b.kind) return false;
  if (a.kind == TypeKind::kType || a.kind == TypeKind::kRecord) return true;
  return a.name == b.name && a.group == b.group && all_fit(a.params, b.params);
}

bool Unifier::all_fit(const std::vector<Type>& a, const std::vector<Type>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!fits(a[i], b[i])) return false;
  }
  return true;
}

/// Whether `variable` can stand for `type`, and whether something was known of it before.
Unifier::Match Unifier::match_variable(const Type& type, const Type& variable) {
  if (type == variable) return {true, true};
  const Type* found = find(variable);
  if (found == nullptr) {
    if (occurs(variable, type)) return {false, false};
    bind(variable, type);
    return {true, false};
  }
  const Type known = *found;
  if (type == known) return {true, true};
  if (!fits(type, known)) return {false, true};
  const Type general = most_general(type, known);
  if (!occurs(variable, general)) bind(variable, general);
  return {true, true};
}

bool Unifier::spend() const {
  if (steps_left_ == 0) return false;
  --steps_left_;
  return true;
}

bool Unifier::occurs(const Type& variable, const Type& type) const {
  if (!spend()) return true;  // what may occur is not bound
  if (type == variable) return true;
  if (const Type* known = find(type)) return occurs(variable, *known);
  return std::any_of(type.params.begin(), type.params.end(),
                     [&](const Type& param) { return occurs(variable, param); });
}

}  // namespace kijun::cel
