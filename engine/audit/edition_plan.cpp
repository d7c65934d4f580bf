#include "engine/audit/edition_plan.h"

#include <fmt/format.h>

#include "engine/audit/audit_diagnostics.h"
#include "engine/policy/ruleset_loader.h"

namespace kijun::audit {
namespace {

std::optional<RulesLock> read_lock_of(const policy::Pack& pack, const policy::LoadContext& context) {
  const std::string path = lock_path(pack);
  Result<std::string> text = context.files.read(path);
  if (!text) return std::nullopt;
  return read_lock(context.sources.add(path, std::move(*text)), context.sink);
}

}  // namespace

std::string lock_path(const policy::Pack& pack) { return join_path(pack.directory, kLockName); }

std::vector<LocalizedText> describe(const StateDifference& state) {
  std::vector<LocalizedText> lines;
  if (state.whole) lines.push_back({"版又は適用日そのものの追加・削除", "the edition or its day was added or removed"});
  const auto add = [&](const std::vector<std::string>& ids, const char* ja, const char* en) {
    for (const std::string& id : ids) lines.push_back({fmt::format("{}：{}", ja, id), fmt::format("{}: {}", en, id)});
  };
  add(state.added, "追加", "added");
  add(state.removed, "削除", "removed");
  add(state.changed, "意味の変更", "meaning changed");
  add(state.reworded, "文言のみの変更", "only reworded");
  return lines;
}

const policy::Edition* require_edition(const policy::Pack& pack, int fiscal_year, diag::Sink& sink) {
  const int year = fiscal_year == 0 && !pack.editions.empty() ? pack.editions.back().to_year : fiscal_year;
  if (const policy::Edition* edition = policy::find_edition(pack, year)) return edition;
  sink.report(kNoEdition, {}, pack.id, year, policy::list_editions(pack.editions));
  return nullptr;
}

std::unique_ptr<Plan> compile_ruleset(const policy::Pack& pack, const std::string& path, Date as_of,
                                      const policy::LoadContext& context) {
  std::optional<policy::Ruleset> ruleset = policy::load_ruleset(path, as_of, context);
  return ruleset ? make_plan(std::move(*ruleset), pack.vocabulary, context.sink) : nullptr;
}

bool is_as_locked(const policy::Pack& pack, const Plan& plan, Date as_of, std::string_view tool_version,
                  const policy::LoadContext& context) {
  if (pack.extended.empty()) return true;
  const std::size_t errors_before = context.sink.num_errors();
  const std::optional<RulesLock> locked = read_lock_of(pack, context);
  if (!locked) return context.sink.num_errors() == errors_before;
  if (locked->tool != tool_range(tool_version))
    context.sink.report(kLockedTool, {}, lock_path(pack), locked->tool, tool_version);
  const StateDifference difference = compare_plan(*locked, plan, as_of);
  std::vector<std::string> ja;
  std::vector<std::string> en;
  if (locked->fields != meaning_of(pack.vocabulary)) {
    ja.emplace_back("項目一覧（fields.toml）の意味の変更");
    en.emplace_back("meaning of fields.toml changed");
  }
  for (const LocalizedText& line : difference.changes_meaning() ? describe(difference) : std::vector<LocalizedText>{}) {
    ja.push_back(line.ja);
    en.push_back(line.en);
  }
  if (!ja.empty())
    context.sink.report(kLockedMeaning, {}, plan.ruleset.id, lock_path(pack), fmt::format("{}", fmt::join(ja, "、")),
                        fmt::format("{}", fmt::join(en, ", ")));
  return context.sink.num_errors() == errors_before;
}

}  // namespace kijun::audit
