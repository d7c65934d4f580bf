#include "engine/cli/rules_diff/ruleset_side.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/base/ascii.h"
#include "engine/cli/inputs.h"

namespace kijun::cli {
namespace {

std::optional<int> as_year(const std::string& name) {
  constexpr std::size_t kDigits = 4;
  return name.size() == kDigits ? to_number<int>(name) : std::nullopt;
}

}  // namespace

PlanPairs pair_plans(const std::vector<std::unique_ptr<audit::Plan>>& before,
                     const std::vector<std::unique_ptr<audit::Plan>>& after) {
  if (before.size() == 1 && after.size() == 1) return {{0, 0}};
  PlanPairs pairs;
  for (std::size_t i = 0; i < after.size(); ++i)
    for (std::size_t j = 0; j < before.size(); ++j)
      if (before[j]->ruleset.id == after[i]->ruleset.id) pairs.emplace_back(j, i);
  return pairs;
}

std::unique_ptr<audit::Plan> load_whole_plan(const policy::Pack& pack, const std::string& path, Session& session) {
  constexpr int kLastYear = 9998;
  const Date last = Date::fiscal_year_end(kLastYear).value_or(Date{});
  std::unique_ptr<audit::Plan> plan = compile_ruleset(pack, path, last, session);
  if (plan == nullptr) session.print_diagnostics();
  return plan;
}

RulesetSide load_side(const std::string& name, const std::string& rules, Session& session) {
  RulesetSide side;
  const std::optional<int> year = as_year(name);
  const bool is_file = !year && session.files.is_file(name);
  if (!year && !is_file && !session.files.is_directory(name)) {
    (void)session.usage_error({fmt::format("`{}`は年度でも、ファイルでも、フォルダーでもありません", name),
                               fmt::format("`{}` is no fiscal year, no file and no folder", name)},
                              {"`2018`、`rules/mcare/period-1.toml`、`rules/mcare`のように指定してください",
                               "name `2018`, `rules/mcare/period-1.toml` or `rules/mcare`"});
    return side;
  }
  const bool has_pack_beside = is_file && session.files.is_file(join_path(parent_path(name), "pack.toml"));
  const bool needs_rules = year || (is_file && !has_pack_beside);
  if (needs_rules && rules.empty()) {
    (void)no_rules_error(session);
    return side;
  }
  side.pack = load_pack(needs_rules ? rules : (is_file ? parent_path(name) : name), session);
  if (side.pack == nullptr) return side;
  std::vector<std::unique_ptr<audit::Plan>> plans;
  if (year) {
    plans.push_back(load_plan(*side.pack, *year, Date::fiscal_year_end(*year).value_or(Date{}), session));
    if (plans.back() != nullptr) side.paths.push_back(policy::find_edition(*side.pack, *year)->path);
  } else {
    if (is_file) side.paths.push_back(name);
    for (const policy::Edition& edition : side.pack->editions)
      if (!is_file) side.paths.push_back(edition.path);
    for (const std::string& path : side.paths) plans.push_back(load_whole_plan(*side.pack, path, session));
  }
  if (std::find(plans.begin(), plans.end(), nullptr) == plans.end()) side.plans = std::move(plans);
  return side;
}

}  // namespace kijun::cli
