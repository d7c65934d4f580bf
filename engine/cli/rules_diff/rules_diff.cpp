#include "engine/cli/rules_diff/rules_diff.h"

#include <fmt/format.h>

#include <memory>
#include <set>

#include "engine/analysis/diff/ruleset_difference.h"
#include "engine/analysis/domain/answer_domain.h"
#include "engine/cli/inputs.h"
#include "engine/cli/outputs.h"
#include "engine/cli/rules_diff/diff_view.h"
#include "engine/cli/rules_diff/ruleset_side.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kRulesDiffSummary{"二つの規則集をルールごとに意味で比べる",
                                          "compare two rulesets rule by rule, by meaning"};
constexpr LocalizedView kRulesDiffExamples{
    "例:\n"
    "  kijun rules diff 2018 2021 --rules rules/mcare\n"
    "  kijun rules diff rules/mcare/period-1.toml draft/period-1.toml\n"
    "  kijun rules diff 2018 2021 --data data/kanagawa/2018 --out html=新旧対照表.html --out xlsx=新旧対照表.xlsx\n"
    "\n"
    "書き方だけの違いは「変更なし」、判定が変わるものは例となる回答を示します。",
    "Examples:\n"
    "  kijun rules diff 2018 2021 --rules rules/mcare\n"
    "  kijun rules diff rules/mcare/period-1.toml draft/period-1.toml\n"
    "  kijun rules diff 2018 2021 --data data/kanagawa/2018 --out html=comparison.html --out xlsx=comparison.xlsx\n"
    "\n"
    "What is only written differently is unchanged; a change of verdict is shown with answers that show it."};

const std::vector<std::string> kRulesDiffFormats{"text", "markdown", "html", "xlsx"};

struct DiffArguments {
  std::string before;
  std::string after;
  std::string rules;
  std::string data;
  std::vector<std::string> outputs;
  std::size_t budget = analysis::kDefaultBudget;
};

Result<std::string> whole_text(const std::vector<DiffView>& views, const std::string& format) {
  if (format == "html") return diff_html(views);
  if (format == "xlsx") return reports::workbook_bytes(diff_workbook(views));
  std::string text;
  for (const DiffView& view : views)
    text += (text.empty() ? "" : "\n") + (format == "markdown" ? diff_markdown(view) : diff_text(view));
  return text;
}

/// The names of the editions that only one side has.
void print_unpaired(const RulesetSide& side, const std::set<std::size_t>& paired, LocalizedView what,
                    Session& session) {
  for (std::size_t i = 0; i < side.plans.size(); ++i)
    if (!paired.contains(i)) session.err << fmt::format("{}: {}\n", session.say(what), side.plans[i]->ruleset.id);
}

ExitCode run_diff(const DiffArguments& arguments, Session& session) {
  auto outputs = parse_outputs(arguments.outputs, kRulesDiffFormats, session);
  if (!outputs) return ExitCode::kCouldNotRun;
  if (outputs->empty()) outputs->push_back({"text", "-"});
  const ResolvedPaths resolved = resolve_paths({"", arguments.rules}, session);
  if (session.print_diagnostics()) return ExitCode::kCouldNotRun;
  const RulesetSide before = load_side(arguments.before, resolved.paths.rules, session);
  if (before.plans.empty()) return ExitCode::kCouldNotRun;
  const RulesetSide after = load_side(arguments.after, resolved.paths.rules, session);
  if (after.plans.empty()) return ExitCode::kCouldNotRun;
  const PlanPairs pairs = pair_plans(before.plans, after.plans);
  if (pairs.empty())
    return session.usage_error({"同じidの版がありません", "no edition has the same id on both sides"},
                               {"版のファイルを一つずつ指定してください", "name one edition's file on each side"});
  std::set<std::size_t> old_paired;
  std::set<std::size_t> new_paired;
  std::vector<DiffView> views;
  for (const auto& [at, new_at] : pairs) {
    old_paired.insert(at);
    new_paired.insert(new_at);
    const auto difference = analysis::compare_rulesets(*before.plans[at], *after.plans[new_at], arguments.budget);
    views.push_back(make_diff_view(difference, session.language));
    if (arguments.data.empty()) continue;
    auto verdicts = find_changed_verdicts({before.pack.get(), before.paths[at]},
                                          {after.pack.get(), after.paths[new_at]}, arguments.data, session);
    if (!verdicts) return ExitCode::kCouldNotRun;
    views.back().verdicts = std::move(*verdicts);
    views.back().has_survey = true;
  }
  print_unpaired(before, old_paired, {"旧にだけある版", "edition only in the first"}, session);
  print_unpaired(after, new_paired, {"新にだけある版", "edition only in the second"}, session);
  session.print_diagnostics();
  const auto make = [&](const std::string& format) { return whole_text(views, format); };
  return make_outputs(*outputs, make, session) ? ExitCode::kClean : ExitCode::kCouldNotRun;
}

}  // namespace

void add_rules_diff(CLI::App& rules, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = rules.add_subcommand("diff", say(kRulesDiffSummary));
  command->footer(say(kRulesDiffExamples));
  auto arguments = std::make_shared<DiffArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  const LocalizedView what{"年度、規則のファイル又は規則集のフォルダー",
                           "a fiscal year, a ruleset file or a pack's folder"};
  command->add_option("old", arguments->before, say(what))->required();
  command->add_option("new", arguments->after, say(what))->required();
  command
      ->add_option("--rules", arguments->rules,
                   say({"年度で指定するときの規則集のフォルダー", "folder of the pack that years are of"}))
      ->type_name("PACK");
  command
      ->add_option("--data", arguments->data,
                   say({"この調査で判定が変わる対象も示す", "also list the verdicts that change in this survey"}))
      ->type_name("SURVEY");
  command
      ->add_option(
          "--out", arguments->outputs,
          say({"出力（text markdown html xlsx。htmlとxlsxは新旧対照表）。`=PATH`がなければ標準出力（既定はtext）。"
               "繰り返し指定できる",
               "output: text markdown html xlsx; standard output without `=PATH` (default: text); repeatable"}))
      ->type_name("FORMAT=PATH");
  command
      ->add_option(
          "--budget", arguments->budget,
          say({"ルールごとに調べる回答の組合せの上限", "combinations of answers to look at per rule, at most"}))
      ->type_name("ROWS")
      ->check(CLI::PositiveNumber)
      ->option_text("ROWS");
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_diff(*arguments, session); }; });
}

}  // namespace kijun::cli
