#include "engine/survey/register.h"

#include <algorithm>
#include <utility>

#include "engine/base/unicode.h"
#include "engine/diag/suggestion.h"
#include "engine/survey/check_digit.h"
#include "engine/survey/name_key.h"

namespace kijun::survey {

Register::Register(RegisterHead head, std::vector<Municipality> municipalities, std::vector<Zone> zones)
    : head_(std::move(head)), municipalities_(std::move(municipalities)), zones_(std::move(zones)) {
  std::stable_sort(zones_.begin(), zones_.end(), [](const Zone& a, const Zone& b) { return a.order < b.order; });
  for (RegisterIndex i = 0; i < municipalities_.size(); ++i) add_key(by_code_, municipalities_[i].code, i);
  for (RegisterIndex i = 0; i < municipalities_.size(); ++i) add_names(i);
}

void Register::add_key(Index& keys, std::string key, RegisterIndex index) {
  if (key.empty()) return;
  std::vector<RegisterIndex>& found = keys[std::move(key)];
  if (std::find(found.begin(), found.end(), index) == found.end()) found.push_back(index);
}

void Register::add_names(RegisterIndex index) {
  const Municipality& m = municipalities_[index];
  const Municipality* owner = prefecture();
  const std::string prefecture_name = owner != nullptr && owner != &m ? owner->name : std::string();
  add_key(by_name_, exact_key(m.name), index);
  for (const std::string& name :
       {m.name, m.kana, m.name_en, m.county + m.name, prefecture_name + m.name, prefecture_name + m.county + m.name})
    add_key(by_alias_, alias_key(name), index);
  for (const std::string& variant : m.variants) add_key(by_alias_, alias_key(variant), index);
  for (const std::string_view name : {std::string_view(m.name), std::string_view(m.kana), std::string_view(m.name_en)})
    add_key(by_stem_, alias_key(name_stem(name)), index);
  for (const std::string& successor : m.successors) add_key(by_successor_, successor, index);
}

std::optional<std::uint32_t> Register::find_zone(std::string_view id) const {
  const auto zone = std::find_if(zones_.begin(), zones_.end(), [&](const Zone& z) { return z.id == id; });
  if (zone == zones_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(zone - zones_.begin());
}

const Municipality* Register::prefecture() const {
  const auto found = by_code_.find(head_.prefecture);
  return found == by_code_.end() ? nullptr : &municipalities_[found->second.front()];
}

std::optional<RegisterIndex> Register::find_by_code(std::string_view code) const {
  const std::optional<std::string> full = complete_code(exact_key(code));
  if (!full) return std::nullopt;
  const auto found = by_code_.find(*full);
  if (found == by_code_.end()) return std::nullopt;
  return found->second.front();
}

NameMatch Register::find_by_name(std::string_view name, std::optional<Date> on) const {
  const auto lookup = [](const Index& keys, const std::string& key) -> const std::vector<RegisterIndex>* {
    const auto found = keys.find(key);
    return found == keys.end() ? nullptr : &found->second;
  };
  NameMatchKind kind = NameMatchKind::kExact;
  const std::vector<RegisterIndex>* found = lookup(by_name_, exact_key(name));
  if (found == nullptr) {
    kind = NameMatchKind::kAlias;
    const std::string key = alias_key(name);
    found = lookup(by_alias_, key);
    if (found == nullptr) found = lookup(by_stem_, key);
  }
  if (found == nullptr) return {};
  std::vector<RegisterIndex> candidates = *found;
  if (on && candidates.size() > 1) {
    std::vector<RegisterIndex> valid;
    for (const RegisterIndex i : candidates)
      if (at(i).valid_on(*on)) valid.push_back(i);
    if (!valid.empty()) candidates = std::move(valid);
  }
  return {candidates.size() > 1 ? NameMatchKind::kAmbiguous : kind, std::move(candidates)};
}

std::optional<std::string> Register::suggest_name(std::string_view name) const {
  std::vector<std::string> names;
  for (const Municipality& m : municipalities_) names.push_back(m.name);
  return diag::suggest(name, names);
}

std::vector<RegisterIndex> Register::predecessors(std::string_view code) const {
  const auto found = by_successor_.find(code);
  return found == by_successor_.end() ? std::vector<RegisterIndex>() : found->second;
}

}  // namespace kijun::survey
