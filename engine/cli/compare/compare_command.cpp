#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <set>

#include "engine/base/glossary_scope.h"
#include "engine/cli/command.h"
#include "engine/cli/compare/compare_runs.h"
#include "engine/cli/compare/compare_summary.h"
#include "engine/cli/option_adder.h"
#include "engine/cli/outputs.h"
#include "engine/cli/word_options.h"
#include "reports/csv/csv_comparison.h"
#include "reports/html/comparison_page.h"
#include "reports/json/json_comparison.h"
#include "reports/markdown/markdown_comparison.h"
#include "reports/markdown/step_summary.h"
#include "reports/text/text_comparison.h"

namespace kijun::cli {
namespace {

using audit::ChangeClass;

constexpr LocalizedView kCompareSummary{"二つの判定を比べ、変わった結果とその要因（回答・規則・判定日）を示す",
                                        "compare two runs: what changed, and whether data, rules or date made it"};
constexpr LocalizedView kCompareExamples{
    "例:\n"
    "  kijun compare data/kanagawa/2018 data/kanagawa/2021\n"
    "  kijun compare data/kanagawa/2018 data/kanagawa/2018 --revision-old 2019-03-31\n"
    "  kijun compare data/kanagawa/2018 data/kanagawa/2018 --as-of-old 2019-02-28\n"
    "  kijun compare last-year.json data/kanagawa/2021 --out html=comparison.html\n"
    "  kijun compare --what-if draft/period-1.toml data/kanagawa/2018\n"
    "  kijun compare base head --out summary          変更の前と後のプロジェクト（CIでの確認用）\n"
    "\n"
    "前（OLD）と後（NEW）は、調査のフォルダー、kijun.tomlのあるプロジェクトのフォルダー、又は\n"
    "`kijun audit --out json=`の結果ファイルです。\n"
    "回答、規則、判定日を一つずつ入れ替え、それだけで結果が変わるものを要因とします。\n"
    "`summary`は、ルールの厳格化・緩和と、その網羅率・lintの指摘も示します。GitHub Actionsでは、ステップの概要に\n"
    "追記します。\n"
    "\n"
    "終了コード: 0 比べた　1 --fail-onに当たる変化あり　2 比べられなかった",
    "Examples:\n"
    "  kijun compare data/kanagawa/2018 data/kanagawa/2021\n"
    "  kijun compare data/kanagawa/2018 data/kanagawa/2018 --revision-old 2019-03-31\n"
    "  kijun compare data/kanagawa/2018 data/kanagawa/2018 --as-of-old 2019-02-28\n"
    "  kijun compare last-year.json data/kanagawa/2021 --out html=comparison.html\n"
    "  kijun compare --what-if draft/period-1.toml data/kanagawa/2018\n"
    "  kijun compare base head --out summary          projects before and after a change, for its reviewer\n"
    "\n"
    "OLD and NEW are folders of surveys, of projects with a kijun.toml, or result files of `kijun audit --out json=`.\n"
    "Data, rules and date are replaced one at a time; what changes a result alone made the change.\n"
    "`summary` also says which rules became stricter or looser, with their coverage and lint; in GitHub Actions it is\n"
    "appended to the step's.\n"
    "\n"
    "Exit codes: 0 compared, 1 a change that --fail-on names, 2 could not compare"};

constexpr std::array kFormats{reports::kTextComparison,   reports::kJsonComparison,     reports::kCsvComparison,
                              reports::kCsvRawComparison, reports::kMarkdownComparison, reports::kHtmlComparison};

struct CompareArguments {
  SideArguments before;
  SideArguments after;
  std::string rules;
  std::string what_if;
  std::vector<std::string> outputs;
  std::string fail_on;
  double min_response = audit::kDefaultMinResponse * 100;
  bool allow_rule_errors = false;
};

class CompareCommand {
 public:
  CompareCommand(CompareArguments arguments, Session& session) : arguments_(std::move(arguments)), session_(session) {}

  ExitCode run() {
    if (!parse_outputs()) return ExitCode::kCouldNotRun;
    const ExitCode code = try_to_run();
    if (code == ExitCode::kCouldNotRun) write_failures();
    return code;
  }

 private:
  ExitCode try_to_run() {
    if (!parse_fail_on() || !find_sides()) return ExitCode::kCouldNotRun;
    std::optional<CompareSide> before = load_compare_side(arguments_.before, arguments_.rules, "old", session_);
    std::optional<CompareSide> after =
        before ? load_compare_side(arguments_.after, arguments_.rules, "new", session_) : std::nullopt;
    if (!after || !review(*before, *after)) return ExitCode::kCouldNotRun;
    CompareRuns runs(std::move(*before), std::move(*after), arguments_.allow_rule_errors);
    if (!runs.run(session_)) return ExitCode::kCouldNotRun;
    return write(runs);
  }

  /// Only a summary says what became of the rules themselves.
  bool review(const CompareSide& before, const CompareSide& after) {
    const bool is_asked = std::any_of(outputs_.begin(), outputs_.end(), is_summary);
    if (!is_asked || before.pack == nullptr || after.pack == nullptr) return true;
    review_ = review_rules(before, after, session_);
    return review_.has_value();
  }

  ExitCode write(const CompareRuns& runs) {
    has_begun_to_write_ = true;
    const GlossaryScope terms(runs.glossary());
    const audit::Comparison comparison = audit::compare_runs(runs.corners(), runs.joins());
    const double min_response = arguments_.min_response / 100;
    const std::vector<audit::IndicatorComparison> indicators =
        audit::compare_indicators(runs.corners(), runs.facts_before(), runs.facts_after(), min_response);
    const reports::CompareSource source{runs.corners(),  comparison,   indicators,
                                        runs.no_split(), is_what_if(), min_response};
    const reports::CompareReport report = reports::build_compare_report(source);
    const auto write = [&](const Output& output, std::ostream& out) {
      if (is_summary(output)) {
        const CompareSummary summary{report, runs, review_ ? &*review_ : nullptr};
        return write_compare_summary(summary, session_.language, keep_step_summary(output, session_, out), out);
      }
      const auto* format = std::find_if(kFormats.begin(), kFormats.end(),
                                        [&](const auto& known) { return known.name == output.format; });
      format->write(report, session_.language, out);
    };
    if (!write_outputs(outputs_, std::string(kFormats.front().name), write, session_)) return ExitCode::kCouldNotRun;
    const bool fails = std::any_of(fail_on_.begin(), fail_on_.end(),
                                   [&](ChangeClass of) { return audit::count_of(comparison.counts, of) > 0; });
    return fails ? ExitCode::kGates : ExitCode::kClean;
  }

  [[nodiscard]] bool is_what_if() const { return !arguments_.what_if.empty(); }

  bool find_sides() {
    if (arguments_.before.data.empty() || arguments_.after.data.empty() != is_what_if()) {
      const LocalizedText message =
          is_what_if() ? LocalizedText{"--what-ifには調査を一つ指定します", "--what-if takes one survey"}
                       : LocalizedText{"前と後の二つを指定します", "name an old and a new side"};
      (void)session_.usage_error(message, {"例：`kijun compare 前の調査 後の調査`、"
                                           "`kijun compare --what-if 規則のファイル 調査`",
                                           "e.g. `kijun compare OLD NEW`, `kijun compare --what-if RULESET SURVEY`"});
      return false;
    }
    if (!is_what_if()) return true;
    arguments_.after.data = arguments_.before.data;
    if (!arguments_.after.rules.empty()) {
      (void)session_.usage_error(
          {"--what-ifと--rules-newは同時に使えません", "--what-if and --rules-new exclude each other"},
          {"採用を考えている規則を--what-ifに指定してください", "name the rules to be adopted with --what-if"});
      return false;
    }
    arguments_.after.rules = arguments_.what_if;
    return true;
  }

  bool parse_outputs() {
    std::vector<std::string> names;
    for (const reports::CompareFormat& format : kFormats) names.emplace_back(format.name);
    names.emplace_back(reports::kSummaryFormat.name);
    std::optional<std::vector<Output>> outputs = cli::parse_outputs(arguments_.outputs, names, session_);
    if (!outputs) return false;
    outputs_ = std::move(*outputs);
    use_step_summary(outputs_, session_);
    return true;
  }

  static bool is_summary(const Output& output) { return output.format == reports::kSummaryFormat.name; }

  /// A summary says that there is no result, so that nobody takes its absence for "nothing changed".
  void write_failures() {
    if (has_begun_to_write_) return;
    std::vector<Output> failing;
    std::copy_if(outputs_.begin(), outputs_.end(), std::back_inserter(failing), is_summary);
    reports::ReportOptions options;
    options.language = session_.language;
    options.ci.notifications = session_.notifications;
    const auto write = [&](const Output& output, std::ostream& out) {
      options.ci.summary_bytes_taken = keep_step_summary(output, session_, out);
      reports::write_step_summary_failure(options, out);
    };
    if (!failing.empty()) (void)write_outputs(failing, "", write, session_);
  }

  bool parse_fail_on() {
    for (const std::string& word : split_words(arguments_.fail_on)) {
      const std::optional<ChangeClass> of = audit::parse_change_class(word);
      if (of && of != ChangeClass::kUnchanged) {
        fail_on_.insert(*of);
        continue;
      }
      std::vector<std::string> known;
      for (std::size_t at = 0; at < static_cast<std::size_t>(ChangeClass::kUnchanged); ++at)
        known.emplace_back(audit::change_class_id(static_cast<ChangeClass>(at)));
      return wrong_word("--fail-on", word, known, session_);
    }
    return true;
  }

  CompareArguments arguments_;
  Session& session_;
  std::vector<Output> outputs_;
  std::set<ChangeClass> fail_on_;
  std::optional<RulesReview> review_;
  bool has_begun_to_write_ = false;
};

}  // namespace

void add_compare_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("compare", say(kCompareSummary));
  command->footer(say(kCompareExamples));
  auto arguments = std::make_shared<CompareArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("old", arguments->before.data,
                      say({"前：調査若しくはプロジェクトのフォルダー、又は結果ファイル",
                           "the old side: a survey's or a project's folder, or a result file"}));
  command->add_option("new", arguments->after.data,
                      say({"後：同じく（--what-ifでは指定しない）", "the new side, likewise; none with --what-if"}));
  const OptionAdder option{*command, language, {}};
  const LocalizedView rules{"規則集のフォルダー又は規則のファイル", "a rule pack's folder, or a ruleset file"};
  const LocalizedView as_of{"判定日（省略時は調査の既定日）", "date of judgement (default: the survey's)"};
  const LocalizedView revision{"この日までの決定（訂正、読取り等）と再提出だけを用いる",
                               "only what was decided (corrections, readings …) and resubmitted until then"};
  option("--rules", arguments->rules, "PACK",
         {"前と後に共通の規則集の名前又はフォルダー", "name or folder of the rule pack of both sides"});
  option("--rules-old", arguments->before.rules, "RULES", rules);
  option("--rules-new", arguments->after.rules, "RULES", rules);
  option("--as-of-old", arguments->before.as_of, "DATE", as_of);
  option("--as-of-new", arguments->after.as_of, "DATE", as_of);
  option("--revision-old", arguments->before.revision, "DATE", revision);
  option("--revision-new", arguments->after.revision, "DATE", revision);
  option("--what-if", arguments->what_if, "RULES",
         {"この規則を採用したら何が変わるかを、調査一つについて示す",
          "what adopting these rules would change, for one survey"});
  option("--out", arguments->outputs, "FORMAT=PATH",
         {"出力（text json csv csv-raw markdown html summary）。繰り返し指定できる",
          "output: text json csv csv-raw markdown html summary; repeatable"});
  option("--fail-on", arguments->fail_on, "SET",
         {"終了コード1とする変化（worsened,fallen_due,new,no_longer_decided,improved,resolved）",
          "changes that exit 1: worsened,fallen_due,new,no_longer_decided,improved,resolved"});
  option("--min-response", arguments->min_response, "PERCENT",
         {"回答がこの割合に満たない指標は傾向を示さない（既定95）",
          "no trend of an indicator that fewer of those asked decide (default 95)"})
      ->check(CLI::Range(0.0, 100.0))
      ->option_text("PERCENT");
  command->add_flag("--allow-rule-errors", arguments->allow_rule_errors,
                    say({"評価できないルールがあっても続ける", "go on when a rule cannot be evaluated"}));
  command->callback([arguments, &action] {
    action = [arguments](Session& session) { return CompareCommand(*arguments, session).run(); };
  });
}

}  // namespace kijun::cli
