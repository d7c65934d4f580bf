#include "engine/cli/command.h"
#include "engine/cli/report/briefing_command.h"
#include "engine/cli/report/questions_command.h"
#include "engine/cli/report/results_command.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kReportSummary{"判定の結果から、配布・送付する文書を作る",
                                       "make the papers to hand or send out from the results"};
constexpr LocalizedView kReportExamples{
    "例:\n"
    "  kijun report council data/kanagawa/2018 --out html=総括.html       審議会等に示す1枚\n"
    "  kijun report questions data/kanagawa/2018 --out html=照会票.html   市町村等に送る照会票\n"
    "  kijun report results data/kanagawa/2018 --sheets html=結果票       市町村別結果票\n"
    "\n"
    "それぞれの使い方は`kijun report コマンド --help`で確かめられます。",
    "Examples:\n"
    "  kijun report council data/kanagawa/2018 --out html=council.html       one sheet for the council\n"
    "  kijun report questions data/kanagawa/2018 --out html=questions.html   questions to send back\n"
    "  kijun report results data/kanagawa/2018 --sheets html=sheets          the result sheet of each municipality\n"
    "\n"
    "`kijun report COMMAND --help` tells how each is used."};

}  // namespace

void add_report_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* report = app.add_subcommand("report", say(kReportSummary));
  report->require_subcommand(1);
  report->footer(say(kReportExamples));
  add_report_briefing(*report, action, language);
  add_report_questions(*report, action, language);
  add_report_results(*report, action, language);
}

}  // namespace kijun::cli
