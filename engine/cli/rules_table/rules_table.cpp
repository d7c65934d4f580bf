#include "engine/cli/rules_table/rules_table.h"

#include <memory>

#include "engine/analysis/rules_table/rules_table.h"
#include "engine/cli/inputs.h"
#include "engine/cli/outputs.h"
#include "engine/cli/rules_table/table_text.h"
#include "engine/cli/rules_table/table_workbook.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kSummary{"ルールを表にする（表計算ソフトで直して取り込める）",
                                 "the rules as a table, to be edited in a spreadsheet and read back"};
constexpr LocalizedView kExamples{
    "例:\n"
    "  kijun rules table --year 2024 --out xlsx=ルール.xlsx\n"
    "  kijun rules table --year 2024 --out csv=ルール.csv\n"
    "  kijun rules table --year 2024 --out md > ルール.md\n"
    "\n"
    "名称、期限、重大度、文、根拠、段階、パラメーター、決裁の欄は直せます。［変更不可］の欄は直せません。条件は文で示し"
    "ます。\n"
    "直した表は kijun rules import-table で取り込みます。",
    "Examples:\n"
    "  kijun rules table --year 2024 --out xlsx=rules.xlsx\n"
    "  kijun rules table --year 2024 --out csv=rules.csv\n"
    "  kijun rules table --year 2024 --out md > rules.md\n"
    "\n"
    "Titles, deadlines, severities, texts, bases, stages, parameters and the approval can be edited; what is marked\n"
    "[read-only] cannot. Conditions are shown as sentences.\n"
    "kijun rules import-table reads the edited table back."};

const std::vector<std::string> kFormats{"csv", "markdown", "xlsx"};

struct TableArguments {
  std::string rules;
  std::string as_of;
  std::vector<std::string> outputs;
  int year = 0;
};

Result<std::string> whole_text(const analysis::RulesTable& table, const LocalizedText& title, const std::string& format,
                               Language language) {
  if (format == "xlsx") return reports::workbook_bytes(table_workbook(table, title, language));
  return format == "csv" ? table_csv(table, language) : table_markdown(table, language);
}

ExitCode run_table(const TableArguments& arguments, Session& session) {
  auto outputs = parse_outputs(arguments.outputs, kFormats, session);
  if (!outputs) return ExitCode::kCouldNotRun;
  if (outputs->empty()) outputs->push_back({"csv", "-"});
  const std::unique_ptr<policy::Pack> pack = load_asked_pack(arguments.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  const policy::Edition* edition = find_edition(*pack, arguments.year, session);
  if (edition == nullptr) return ExitCode::kCouldNotRun;
  const int year = arguments.year != 0 ? arguments.year : edition->to_year;
  const std::optional<Date> as_of =
      arguments.as_of.empty() ? Date::fiscal_year_end(year) : session.parse_day("--as-of", arguments.as_of);
  if (!as_of) return ExitCode::kCouldNotRun;
  const std::optional<LoadedRuleset> loaded = load_merged(*pack, edition->path, *as_of, session);
  if (!loaded) return ExitCode::kCouldNotRun;
  const std::unique_ptr<audit::Plan> plan = audit::make_plan(loaded->ruleset, pack->vocabulary, session.sink);
  session.print_diagnostics();
  if (plan == nullptr) return ExitCode::kCouldNotRun;
  const analysis::RulesTable table = analysis::make_rules_table(loaded->merged, *plan, *as_of);
  const auto make = [&](const std::string& format) {
    return whole_text(table, plan->ruleset.title, format, session.language);
  };
  return make_outputs(*outputs, make, session) ? ExitCode::kClean : ExitCode::kCouldNotRun;
}

}  // namespace

void add_rules_table(CLI::App& rules, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = rules.add_subcommand("table", say(kSummary));
  command->footer(say(kExamples));
  auto arguments = std::make_shared<TableArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("--rules", arguments->rules, say({"規則集のフォルダー", "folder of the rule pack"}))
      ->type_name("PACK");
  command
      ->add_option("--year", arguments->year,
                   say({"年度（既定は最新の版）", "fiscal year (default: the latest edition)"}))
      ->type_name("YEAR");
  command
      ->add_option("--as-of", arguments->as_of,
                   say({"この日に適用される改正まで（既定は年度末）",
                        "with amendments in force that day (default: end of the year)"}))
      ->type_name("DATE");
  command
      ->add_option("--out", arguments->outputs,
                   say({"出力（csv md xlsx）。`=PATH`がなければ標準出力（既定はcsv）。繰り返し指定できる",
                        "output: csv md xlsx; standard output without `=PATH` (default: csv); repeatable"}))
      ->type_name("FORMAT=PATH");
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_table(*arguments, session); }; });
}

}  // namespace kijun::cli
