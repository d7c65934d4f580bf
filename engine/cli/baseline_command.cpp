#include <fmt/format.h>

#include <memory>

#include "engine/cli/baseline_file.h"
#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/cli/option_adder.h"
#include "reports/words/plural.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kBaselineSummary{"今ある結果を基準として控え、以後は新しい結果だけを止める",
                                         "take note of today's findings, so that only new ones gate"};
constexpr LocalizedView kWriteSummary{"判定して、すべての結果を基準のファイルに書く",
                                      "audit, and write every finding into a baseline file"};
constexpr LocalizedView kBaselineExamples{
    "例:\n"
    "  kijun baseline write data/kanagawa/2018 --out baseline.json\n"
    "  kijun audit data/kanagawa/2018 --baseline baseline.json\n"
    "  kijun audit data/kanagawa/2018 --baseline baseline.json --baseline-prune\n"
    "\n"
    "基準にある結果は、悪化しない限りゲートに掛けません。基準は自然には増えません。\n"
    "解消した結果は--baseline-pruneで除き、増やすときは書き直します。",
    "Examples:\n"
    "  kijun baseline write data/kanagawa/2018 --out baseline.json\n"
    "  kijun audit data/kanagawa/2018 --baseline baseline.json\n"
    "  kijun audit data/kanagawa/2018 --baseline baseline.json --baseline-prune\n"
    "\n"
    "A finding of the baseline does not gate unless it gets worse. The baseline never grows by itself:\n"
    "--baseline-prune takes out what is resolved, and only writing it anew takes anything in."};

struct BaselineArguments {
  InputPaths inputs;
  std::string as_of;
  std::string out;
};

ExitCode write(const BaselineArguments& arguments, Session& session) {
  const std::optional<Date> as_of =
      arguments.as_of.empty() ? std::nullopt : session.parse_day("--as-of", arguments.as_of);
  if (!arguments.as_of.empty() && !as_of) return ExitCode::kCouldNotRun;
  if (arguments.out.empty())
    return session.usage_error({"--outに基準のファイル名が必要です", "--out has to name the baseline file"},
                               {"例：--out baseline.json", "e.g. --out baseline.json"});
  const std::optional<InputPaths> paths = require_paths(arguments.inputs, session);
  if (!paths) return ExitCode::kCouldNotRun;
  const std::optional<audit::Baseline> baseline = take_baseline(*paths, as_of, session);
  if (!baseline) return ExitCode::kCouldNotRun;
  if (!write_baseline_file(arguments.out, *baseline, session)) return ExitCode::kCouldNotRun;
  const std::size_t number = baseline->entries.size();
  session.err << session.say({fmt::format("{}に結果{}件を控えました\n", arguments.out, number),
                              fmt::format("{}: {} written\n", arguments.out, reports::counted(number, "finding"))});
  return ExitCode::kClean;
}

}  // namespace

void add_baseline_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("baseline", say(kBaselineSummary));
  command->require_subcommand(1);
  command->footer(say(kBaselineExamples));
  CLI::App* writing = command->add_subcommand("write", say(kWriteSummary));
  writing->footer(say(kBaselineExamples));
  auto arguments = std::make_shared<BaselineArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  writing->add_option("survey", arguments->inputs.survey, say({"調査のフォルダー", "folder of the survey"}));
  const OptionAdder option{*writing, language, {}};
  option("--rules", arguments->inputs.rules, "PACK", {"規則集の名前又はフォルダー", "name or folder of the rule pack"});
  option("--as-of", arguments->as_of, "DATE",
         {"判定日（省略時は調査の既定日）", "date of judgement (default: the survey's)"});
  option("--out", arguments->out, "FILE", {"基準のファイル", "the baseline file"});
  writing->callback(
      [arguments, &action] { action = [arguments](Session& session) { return write(*arguments, session); }; });
}

}  // namespace kijun::cli
