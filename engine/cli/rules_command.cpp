#include <fmt/format.h>

#include <memory>

#include "engine/base/era.h"
#include "engine/base/unicode.h"
#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/cli/rules_confirm.h"
#include "engine/cli/rules_diff/rules_diff.h"
#include "engine/cli/rules_lock.h"
#include "engine/cli/rules_show.h"
#include "engine/cli/rules_table/import_table.h"
#include "engine/cli/rules_table/rules_table.h"
#include "reports/text/text_layout.h"
#include "reports/words/verdict_words.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kRulesSummary{"規則集のルールを調べる", "look at the rules of a pack"};
constexpr LocalizedView kListSummary{"ルールを一覧する", "list the rules"};
constexpr LocalizedView kRulesExamples{
    R"(例:
  kijun rules list --rules rules/mcare --year 2018
  kijun rules show council.municipality --year 2024 --origin --rules rules/mcare   値の一つ一つの出所
  kijun rules diff 2018 2021 --rules rules/mcare                                   年度による違い
  kijun rules table --year 2024 --rules rules/mcare --out xlsx=ルール.xlsx         表計算ソフトで直す
  kijun rules import-table ルール.csv --rules rules/mcare                          直した表で何が変わるか
  kijun rules lock --check --rules rules/mcare                                     意味が変わっていないか)",
    R"(Examples:
  kijun rules list --rules rules/mcare --year 2018
  kijun rules show council.municipality --year 2024 --origin --rules rules/mcare   where every value comes from
  kijun rules diff 2018 2021 --rules rules/mcare                                   what a new edition changes
  kijun rules table --year 2024 --rules rules/mcare --out xlsx=rules.xlsx          to edit in a spreadsheet
  kijun rules import-table rules.csv --rules rules/mcare                           what the edited table changes
  kijun rules lock --check --rules rules/mcare                                     whether a meaning has changed)"};

struct ListArguments {
  std::string rules;
  int year = 0;
};

std::string refs_of(const policy::Rule& rule) {
  std::vector<std::string> refs = rule.verdict.refs;
  for (const policy::RuleCase& rule_case : rule.cases)
    for (const std::string& ref : rule_case.verdict.refs)
      if (std::find(refs.begin(), refs.end(), ref) == refs.end()) refs.push_back(ref);
  return fmt::format("{}", fmt::join(refs, ","));
}

void print_edition(const policy::Ruleset& ruleset, Session& session) {
  session.out << fmt::format("{}  {}\n", ruleset.id, ruleset.title.in(session.language));
  session.out << fmt::format("{} – {}\n\n", format_fiscal_year(ruleset.from_year, session.language),
                             format_fiscal_year(ruleset.to_year, session.language));
  std::size_t id_width = 0;
  std::size_t refs_width = 0;
  for (const policy::Rule& rule : ruleset.rules) {
    id_width = std::max(id_width, display_width(rule.id));
    refs_width = std::max(refs_width, display_width(refs_of(rule)));
  }
  for (const policy::Rule& rule : ruleset.rules) {
    const std::string mark = reports::rule_mark(rule, ruleset).in(session.language);
    const char* const brackets = session.language == Language::kJapanese ? "［{}］" : " ({})";
    session.out << fmt::format("  {}  {}  {}  {}{}\n", reports::pad_right(rule.id, id_width),
                               reports::pad_right(policy::rule_kind_id(rule.kind), 7),
                               reports::pad_right(refs_of(rule), refs_width), rule.title.in(session.language),
                               mark.empty() ? "" : fmt::format(fmt::runtime(brackets), mark));
  }
  for (const policy::Disabled& disabled : ruleset.disabled)
    session.out << fmt::format("  {}  {}: {}\n", reports::pad_right(disabled.id, id_width),
                               session.language == Language::kJapanese ? "停止" : "disabled", disabled.reason);
}

ExitCode run_list(const ListArguments& arguments, Session& session) {
  const std::unique_ptr<policy::Pack> pack = load_asked_pack(arguments.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  if (arguments.year != 0) {
    const std::unique_ptr<audit::Plan> plan =
        load_plan(*pack, arguments.year, Date::fiscal_year_end(arguments.year).value_or(Date{}), session);
    if (plan == nullptr) return ExitCode::kCouldNotRun;
    print_edition(plan->ruleset, session);
    return ExitCode::kClean;
  }
  for (const policy::Edition& edition : pack->editions) {
    const std::unique_ptr<audit::Plan> plan =
        load_plan(*pack, edition.from_year, Date::fiscal_year_end(edition.to_year).value_or(Date{}), session);
    if (plan == nullptr) return ExitCode::kCouldNotRun;
    print_edition(plan->ruleset, session);
  }
  return ExitCode::kClean;
}

}  // namespace

void add_rules_command(CLI::App& app, Action& action, Language language) {
  CLI::App* command = app.add_subcommand("rules", std::string(kRulesSummary.in(language)));
  command->require_subcommand(1);
  command->footer(std::string(kRulesExamples.in(language)));
  CLI::App* list = command->add_subcommand("list", std::string(kListSummary.in(language)));
  list->footer(std::string(kRulesExamples.in(language)));
  auto arguments = std::make_shared<ListArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  list->add_option("--rules", arguments->rules,
                   language == Language::kJapanese ? "規則集の名前又はフォルダー" : "name or folder of the rule pack")
      ->type_name("PACK");
  list->add_option("--year", arguments->year,
                   language == Language::kJapanese ? "この年度の版だけ" : "only the edition of this fiscal year")
      ->type_name("YEAR");
  list->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_list(*arguments, session); }; });
  add_rules_show(*command, action, language);
  add_rules_diff(*command, action, language);
  add_rules_lock(*command, action, language);
  add_rules_confirm(*command, action, language);
  add_rules_table(*command, action, language);
  add_rules_import_table(*command, action, language);
}

}  // namespace kijun::cli
