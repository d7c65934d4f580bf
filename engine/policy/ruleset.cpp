#include "engine/policy/ruleset.h"

#include <algorithm>

namespace kijun::policy {

const Rule* Ruleset::find_rule(std::string_view id_or_alias) const {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) {
    return rule.id == id_or_alias ||
           std::find(rule.aliases.begin(), rule.aliases.end(), id_or_alias) != rule.aliases.end();
  });
  return found == rules.end() ? nullptr : &*found;
}

const Basis* Ruleset::find_basis(std::string_view basis_id) const {
  const auto found = std::find_if(bases.begin(), bases.end(), [&](const Basis& basis) { return basis.id == basis_id; });
  return found == bases.end() ? nullptr : &*found;
}

bool Ruleset::has_unconfirmed_basis(const Rule& rule) const {
  return std::any_of(rule.basis.begin(), rule.basis.end(), [&](const std::string& basis_id) {
    const Basis* basis = find_basis(basis_id);
    return basis == nullptr || !basis->confirmed;
  });
}

}  // namespace kijun::policy
