#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "engine/analysis/coverage/coverage.h"
#include "engine/analysis/coverage/mutation.h"
#include "engine/analysis/domain/answer_domain.h"
#include "engine/analysis/example_runner.h"
#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/cli/progress.h"
#include "engine/cli/tested_plans.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kTestSummary{"ルールに書かれた例（[[rule.example]]）とテスト表（tests.csv）をすべて試す",
                                     "run the examples written beside the rules and the table of tests (tests.csv)"};
constexpr LocalizedView kTestExamples{
    "例:\n"
    "  kijun test rules/mcare\n"
    "  kijun test rules/mcare --coverage            例が示していない条件の働きと、足すべき例\n"
    "  kijun test rules/mcare --min-coverage 100    網羅率が足りなければ終了コード1\n"
    "  kijun test rules/mcare --mutate              ルールを変えても気付かない変更と、足すべき例\n"
    "\n"
    "tests.csvの列: "
    "rule,expect（必須）、name、case、severity、edition、as_of、項目のid（空は記載なし、`missing:blank`は無回答）",
    "Examples:\n"
    "  kijun test rules/mcare\n"
    "  kijun test rules/mcare --coverage            what no example shows of the clauses, and examples that would\n"
    "  kijun test rules/mcare --min-coverage 100    exit 1 when coverage is lower\n"
    "  kijun test rules/mcare --mutate              changes of rules that no example notices, and examples that would\n"
    "\n"
    "Columns of tests.csv: rule,expect (demanded), name, case, severity, edition, as_of, any field id (empty: not "
    "given, "
    "`missing:blank`: no answer)"};

struct TestArguments {
  std::string rules;
  bool verbose = false;
  bool coverage = false;
  bool mutate = false;
  std::optional<double> min_coverage;
  std::size_t budget = analysis::kDefaultBudget;
};

std::string rule_name(const std::string& rule, const std::string& field) {
  return field.empty() ? rule : fmt::format("{} [{}]", rule, field);
}

void print_example(const analysis::ExampleResult& result, Session& session) {
  const bool japanese = session.language == Language::kJapanese;
  const std::string name = rule_name(result.rule, result.field);
  session.out << fmt::format("{} {}: {}\n",
                             result.passed ? (japanese ? "合格" : "ok  ") : (japanese ? "不合格" : "FAIL"), name,
                             result.example);
  if (result.passed) return;
  session.out << "    " << result.difference.in(session.language) << '\n';
  if (result.span.valid())
    session.out << fmt::format("    {}:{}\n", result.span.source->path(),
                               result.span.source->line_column(result.span.begin).line);
}

/// Rules without any example, which nothing tests.
void print_untested(const audit::Plan& plan, Session& session) {
  for (const policy::Rule& rule : plan.ruleset.rules)
    if (rule.examples.empty())
      session.err << fmt::format(
          "{}: {}\n", session.language == Language::kJapanese ? "例のないルール" : "rule without examples", rule.id);
}

double percent(std::size_t part, std::size_t whole) {
  constexpr double kPercent = 100;
  return whole == 0 ? kPercent : kPercent * static_cast<double>(part) / static_cast<double>(whole);
}

/// Runs the tests of a pack and what is asked beside them.
class TestRun {
 public:
  TestRun(const TestArguments& arguments, const policy::Pack& pack, Session& session)
      : arguments_(arguments), pack_(pack), session_(session), japanese_(session.language == Language::kJapanese) {}

  ExitCode run() {
    plans_ = load_tested_plans(pack_, session_);
    if (plans_.empty()) return ExitCode::kCouldNotRun;
    for (const auto& plan : plans_) run_examples(*plan);
    if (session_.print_diagnostics()) return ExitCode::kCouldNotRun;
    if (arguments_.coverage || arguments_.min_coverage)
      for (const auto& plan : plans_) cover(*plan);
    if (arguments_.mutate)
      for (const auto& plan : plans_) mutate(*plan);
    return close();
  }

 private:
  void run_examples(const audit::Plan& plan) {
    for (const analysis::ExampleResult& result : analysis::run_examples(plan, session_.sink)) {
      ++(result.passed ? num_passed_ : num_failed_);
      if (!result.passed || arguments_.verbose) print_example(result, session_);
    }
    print_untested(plan, session_);
  }

  void cover(const audit::Plan& plan) {
    const auto rules = [&] {
      const Progress progress(session_, {"網羅率を測っています", "measuring coverage"});
      return analysis::measure_coverage(plan, arguments_.budget);
    }();
    session_.out << fmt::format("\n{} {}\n", japanese_ ? "網羅率" : "coverage", plan.ruleset.id);
    for (const analysis::RuleCoverage& rule : rules) {
      num_covered_ += rule.num_covered;
      num_demands_ += rule.num_demands;
      num_undecided_ += rule.num_undecided;
      session_.out << fmt::format("  {:5.1f}%  {}/{}  {}\n", percent(rule.num_covered, rule.num_demands),
                                  rule.num_covered, rule.num_demands, rule_name(rule.rule, rule.field));
      for (const analysis::CoverageGap& gap : rule.gaps)
        session_.out << fmt::format("    {}: {}\n{}\n", japanese_ ? "ない例" : "missing",
                                    gap.what.in(session_.language), gap.example);
    }
  }

  void mutate(const audit::Plan& plan) {
    const auto rules = [&] {
      const Progress progress(session_, {"ルールを変えて試しています", "changing the rules"});
      return analysis::mutate_rules(plan, arguments_.budget);
    }();
    session_.out << fmt::format("\n{} {}\n", japanese_ ? "変更の検出" : "mutation", plan.ruleset.id);
    for (const analysis::RuleMutation& rule : rules) {
      const std::size_t num_changes = rule.num_killed + rule.survivors.size();
      num_killed_ += rule.num_killed;
      num_changes_ += num_changes;
      num_equivalent_ += rule.num_equivalent;
      num_undecided_changes_ += rule.num_undecided;
      session_.out << fmt::format("  {:5.1f}%  {}/{}  {}\n", percent(rule.num_killed, num_changes), rule.num_killed,
                                  num_changes, rule_name(rule.rule, rule.field));
      for (const analysis::Survivor& survivor : rule.survivors) print_survivor(survivor);
    }
  }

  void print_survivor(const analysis::Survivor& survivor) {
    session_.out << fmt::format("    {}: {}\n", japanese_ ? "気付かない変更" : "unnoticed",
                                survivor.change.in(session_.language));
    if (survivor.span.valid())
      session_.out << fmt::format("      {}:{}\n", survivor.span.source->path(),
                                  survivor.span.source->line_column(survivor.span.begin).line);
    std::string text = "      " + survivor.text;
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 7) text.replace(at, 1, "\n      ");
    session_.out << text << '\n' << survivor.example << '\n';
  }

  ExitCode close() {
    session_.out << fmt::format("{} passed, {} failed\n", num_passed_, num_failed_);
    if (num_passed_ + num_failed_ == 0)
      return session_.usage_error({"規則集に例が一つもありません", "the pack has no examples"},
                                  {"[[rule.example]]を書いてください", "write [[rule.example]] tables"});
    bool low = false;
    if (num_demands_ > 0) {
      const double covered = percent(num_covered_, num_demands_);
      low = arguments_.min_coverage && covered < *arguments_.min_coverage;
      session_.out << fmt::format("coverage {:.1f}% ({} of {}), not decided {}\n", covered, num_covered_, num_demands_,
                                  num_undecided_);
    }
    if (low)
      session_.err << fmt::format(
          fmt::runtime(japanese_ ? "網羅率が{:.1f}%に達していません\n" : "coverage is below {:.1f}%\n"),
          *arguments_.min_coverage);
    if (arguments_.mutate)
      session_.out << fmt::format("mutation score {:.1f}% ({} of {}), equivalent {}, not decided {}\n",
                                  percent(num_killed_, num_changes_), num_killed_, num_changes_, num_equivalent_,
                                  num_undecided_changes_);
    return num_failed_ > 0 || low ? ExitCode::kGates : ExitCode::kClean;
  }

  const TestArguments& arguments_;
  const policy::Pack& pack_;
  Session& session_;
  bool japanese_;
  std::vector<std::unique_ptr<audit::Plan>> plans_;
  std::size_t num_passed_ = 0;
  std::size_t num_failed_ = 0;
  std::size_t num_covered_ = 0;
  std::size_t num_demands_ = 0;
  std::size_t num_undecided_ = 0;
  std::size_t num_killed_ = 0;
  std::size_t num_changes_ = 0;
  std::size_t num_equivalent_ = 0;
  std::size_t num_undecided_changes_ = 0;
};

ExitCode run_test(const TestArguments& arguments, Session& session) {
  const std::unique_ptr<policy::Pack> pack = load_asked_pack(arguments.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  return TestRun(arguments, *pack, session).run();
}

}  // namespace

void add_test_command(CLI::App& app, Action& action, Language language) {
  CLI::App* command = app.add_subcommand("test", std::string(kTestSummary.in(language)));
  command->footer(std::string(kTestExamples.in(language)));
  auto arguments = std::make_shared<TestArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option(
      "pack", arguments->rules,
      language == Language::kJapanese ? "規則集の名前又はフォルダー" : "name or folder of the rule pack");
  command->add_flag("--verbose", arguments->verbose,
                    language == Language::kJapanese ? "合格した例も表示する" : "also list examples that pass");
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  command->add_flag("--coverage", arguments->coverage,
                    say({"条件の働きを例がどこまで示しているか", "how far examples show what the clauses do"}));
  command
      ->add_option("--min-coverage", arguments->min_coverage,
                   say({"網羅率がこれより低ければ終了コード1", "exit 1 when coverage is lower"}))
      ->type_name("PERCENT")
      ->check(CLI::Range(0.0, 100.0));
  command->add_flag(
      "--mutate", arguments->mutate,
      say({"ルールを一箇所ずつ変え、例が気付くか", "change the rules one place at a time; do examples notice?"}));
  command
      ->add_option(
          "--budget", arguments->budget,
          say({"ルールごとに調べる回答の組合せの上限", "combinations of answers to look at per rule, at most"}))
      ->type_name("ROWS")
      ->check(CLI::PositiveNumber);
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_test(*arguments, session); }; });
}

}  // namespace kijun::cli
