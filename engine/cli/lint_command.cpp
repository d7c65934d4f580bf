#include <fmt/format.h>

#include <memory>

#include "engine/analysis/domain/answer_domain.h"
#include "engine/analysis/lint/lint.h"
#include "engine/analysis/lint/lint_checks.h"
#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/cli/progress.h"
#include "engine/cli/tested_plans.h"
#include "engine/diag/renderer.h"
#include "engine/diag/suggestion.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kLintSummary{"回答の全組合せを調べ、規則集の誤りを探す",
                                     "look for mistakes in a rule pack by trying every combination of answers"};
constexpr LocalizedView kLintExamples{
    "例:\n"
    "  kijun lint rules/mcare\n"
    "  kijun lint --explain dead-case      検査の説明\n"
    "  kijun lint --explain all            すべての検査の説明\n"
    "\n"
    "指摘があれば終了コード1。最後の行は、調べ尽くした問いと未決定の問いの数です。",
    "Examples:\n"
    "  kijun lint rules/mcare\n"
    "  kijun lint --explain dead-case      what a check looks for\n"
    "  kijun lint --explain all            all of them\n"
    "\n"
    "Exits 1 on findings. The last line counts the questions that are proven and those that are not decided."};

struct LintArguments {
  std::string rules;
  std::string explain;
  std::size_t budget = analysis::kDefaultBudget;
  bool verbose = false;
};

ExitCode explain_check(const std::string& name, Session& session) {
  if (name == "all") {
    session.out << analysis::lint_pages(session.language);
    return ExitCode::kClean;
  }
  if (const analysis::LintCheck* check = analysis::find_check(name)) {
    session.out << analysis::lint_page(*check, session.language);
    return ExitCode::kClean;
  }
  std::vector<std::string> known;
  for (const analysis::LintCheck* check : analysis::lint_checks()) known.emplace_back(check->definition.code);
  const std::string list = fmt::format("{}", fmt::join(known, ", "));
  return session.usage_error({fmt::format("検査`{}`はありません", name), fmt::format("there is no check `{}`", name)},
                             diag::did_you_mean(diag::suggest(name, known),
                                                {"次のいずれかを指定してください：" + list, "name one of " + list}));
}

void print_open(const analysis::LintReport& report, Session& session) {
  const bool japanese = session.language == Language::kJapanese;
  for (const analysis::OpenQuestion& question : report.open)
    session.out << fmt::format("{}: {} ({} / {:.0f}){}{}\n", japanese ? "未決定" : "not decided", question.subject,
                               question.num_judged, question.num_combinations, question.inexact.empty() ? "" : ": ",
                               fmt::join(question.inexact, ", "));
}

ExitCode run_lint(const LintArguments& arguments, Session& session) {
  if (!arguments.explain.empty()) return explain_check(arguments.explain, session);
  const std::unique_ptr<policy::Pack> pack = load_asked_pack(arguments.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  const auto plans = load_tested_plans(*pack, session);
  if (plans.empty()) return ExitCode::kCouldNotRun;
  diag::Sink findings;
  const analysis::LintReport report = [&] {
    const Progress progress(session, {"回答の組合せを調べています", "looking at combinations of answers"});
    return analysis::lint(plans, {arguments.budget, arguments.budget}, findings);
  }();
  session.print_diagnostics();
  session.out << diag::render_all(findings.diagnostics(), {session.language, session.color, session.ambiguous_width});
  if (arguments.verbose) print_open(report, session);
  session.out << fmt::format(
      fmt::runtime(session.language == Language::kJapanese ? "指摘 {}件　証明した問い {}　未決定 {}\n"
                                                           : "findings {}, proven {}, not decided {}\n"),
      findings.diagnostics().size(), report.num_proven, report.open.size());
  return findings.diagnostics().empty() ? ExitCode::kClean : ExitCode::kGates;
}

}  // namespace

void add_lint_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("lint", say(kLintSummary));
  command->footer(say(kLintExamples));
  auto arguments = std::make_shared<LintArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("pack", arguments->rules, say({"規則集の名前又はフォルダー", "name or folder of the rule pack"}));
  command->add_option("--explain", arguments->explain, say({"検査の説明を表示する", "show what a check looks for"}))
      ->type_name("CHECK");
  command
      ->add_option(
          "--budget", arguments->budget,
          say({"問いごとに調べる回答の組合せの上限", "combinations of answers to look at per question, at most"}))
      ->type_name("ROWS")
      ->check(CLI::PositiveNumber);
  command->add_flag("--verbose", arguments->verbose, say({"未決定の問いも表示する", "also list what is not decided"}));
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_lint(*arguments, session); }; });
}

}  // namespace kijun::cli
