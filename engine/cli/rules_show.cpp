#include "engine/cli/rules_show.h"

#include <fmt/format.h>

#include <memory>

#include "engine/audit/audit_diagnostics.h"
#include "engine/cli/asked_edition.h"
#include "engine/cli/ruleset_json.h"
#include "engine/policy/ruleset_text.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kRulesShowSummary{"継承と変更を重ねた後のルールを表示する", "print the rules as resolved"};
constexpr LocalizedView kRulesShowExamples{
    "例:\n  kijun rules show --year 2021                                    令和3年度の規則のすべて\n"
    "  kijun rules show council.municipality --year 2021 --origin      一つのルールと、各値のファイルと行\n"
    "  kijun rules show --year 2021 --format json                      JSONで、すべての値とその出所\n"
    "\n"
    "表示はTOMLで、そのまま規則のファイルとして読み込めます。\n"
    "JSON（kijun.ruleset/"
    "1）は、ruleset、params、basis、topic、actor、condition、group、rule、indicator、band_setのそれぞれに\n"
    "id、values（値）、origins（値ごとのファイルと行。キーはvaluesの中のJSON "
    "Pointer）を持ち、ほかにdisabled、amendments、\n"
    "files（sha256付き）を持ちます。",
    "Examples:\n  kijun rules show --year 2021                                    all rules of FY2021\n"
    "  kijun rules show council.municipality --year 2021 --origin      one rule, each value with its file and line\n"
    "  kijun rules show --year 2021 --format json                      as JSON, every value and where it comes from\n"
    "\n"
    "What is printed is TOML that can be loaded as it is.\n"
    "The JSON (kijun.ruleset/1) has under ruleset, params, basis, topic, actor, condition, group, rule, indicator "
    "and\n"
    "band_set the keys id, values and origins (file and line of every value; the keys are JSON pointers within "
    "values), and beside\n"
    "them disabled, amendments and files (with sha256)."};

struct ShowArguments {
  std::string rule;
  EditionArguments edition;
  std::string format = "toml";
  bool origin = false;
};

const policy::MergedEntry* find_entry(const policy::MergedRuleset& merged, const std::string& id) {
  for (const policy::MergedEntry& entry : merged.rules)
    if (entry.id == id) return &entry;
  return nullptr;
}

ExitCode run_show(const ShowArguments& arguments, Session& session) {
  const std::optional<AskedEdition> asked = load_asked_edition(arguments.edition, session);
  if (!asked) return ExitCode::kCouldNotRun;
  const std::optional<LoadedRuleset> loaded = load_merged(*asked->pack, asked->edition->path, asked->as_of, session);
  if (!loaded) return ExitCode::kCouldNotRun;
  const policy::Origins origins = arguments.origin ? policy::Origins::kShown : policy::Origins::kHidden;
  const bool json = arguments.format == "json";
  if (arguments.rule.empty()) {
    session.out << (json ? ruleset_json(loaded->merged) : policy::ruleset_text(loaded->merged, origins));
    return ExitCode::kClean;
  }
  const policy::Rule* rule = find_rule(loaded->ruleset, arguments.rule, session);
  const policy::MergedEntry* entry = rule == nullptr ? nullptr : find_entry(loaded->merged, rule->id);
  if (entry == nullptr) return ExitCode::kCouldNotRun;
  session.out << (json ? entry_json(*entry) : policy::entry_text("rule", *entry, origins));
  return ExitCode::kClean;
}

}  // namespace

void add_rules_show(CLI::App& rules, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = rules.add_subcommand("show", say(kRulesShowSummary));
  command->footer(say(kRulesShowExamples));
  auto arguments = std::make_shared<ShowArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option(
      "rule", arguments->rule,
      say({"ルールのid又は整理番号（省略時はすべて）", "rule id or paper number (default: everything)"}));
  add_edition_options(*command, arguments->edition, language);
  command->add_flag("--origin", arguments->origin,
                    say({"各値の元のファイルと行を添える（JSONには常に付く）",
                         "add the file and line each value came from (JSON always has them)"}));
  command->add_option("--format", arguments->format, say({"toml / json", "toml or json"}))
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"toml", "json"}));
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_show(*arguments, session); }; });
}

}  // namespace kijun::cli
