#include "engine/cli/rules_table/rules_table.h"

#include <memory>

#include "engine/cli/asked_edition.h"
#include "engine/cli/outputs.h"
#include "engine/cli/rules_table/loaded_table.h"
#include "engine/cli/rules_table/table_text.h"
#include "engine/cli/rules_table/table_workbook.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kRulesTableSummary{"ルールを表にする（表計算ソフトで直して取り込める）",
                                           "the rules as a table, to be edited in a spreadsheet and read back"};
constexpr LocalizedView kRulesTableExamples{
    "例:\n"
    "  kijun rules table --year 2024 --out xlsx=ルール.xlsx\n"
    "  kijun rules table --year 2024 --out csv=ルール.csv\n"
    "  kijun rules table --year 2024 --out md > ルール.md\n"
    "\n"
    "名称、期限、重大度、文、根拠、段階、パラメーター、指標の目標、決裁の欄は直せます。［変更不可］の欄は直せません。条"
    "件は文で示し"
    "ます。\n"
    "直した表は kijun rules import-table で取り込みます。",
    "Examples:\n"
    "  kijun rules table --year 2024 --out xlsx=rules.xlsx\n"
    "  kijun rules table --year 2024 --out csv=rules.csv\n"
    "  kijun rules table --year 2024 --out md > rules.md\n"
    "\n"
    "Titles, deadlines, severities, texts, bases, stages, parameters, targets of indicators and the approval can be\n"
    "edited; what is marked [read-only] cannot. Conditions are shown as sentences.\n"
    "kijun rules import-table reads the edited table back."};

const std::vector<std::string> kRulesTableFormats{"csv", "markdown", "xlsx"};

struct TableArguments {
  EditionArguments edition;
  std::vector<std::string> outputs;
};

Result<std::string> whole_text(const analysis::RulesTable& table, const LocalizedText& title, const std::string& format,
                               Language language) {
  if (format == "xlsx") return reports::workbook_bytes(table_workbook(table, title, language));
  return format == "csv" ? table_csv(table, language) : table_markdown(table, language);
}

ExitCode run_table(const TableArguments& arguments, Session& session) {
  auto outputs = parse_outputs(arguments.outputs, kRulesTableFormats, session);
  if (!outputs) return ExitCode::kCouldNotRun;
  if (outputs->empty()) outputs->push_back({"csv", "-"});
  const std::optional<AskedEdition> asked = load_asked_edition(arguments.edition, session);
  if (!asked) return ExitCode::kCouldNotRun;
  const std::unique_ptr<const LoadedTable> loaded =
      load_table(*asked->pack, asked->edition->path, asked->as_of, session);
  if (loaded == nullptr) return ExitCode::kCouldNotRun;
  const auto make = [&](const std::string& format) {
    return whole_text(loaded->table, loaded->plan->ruleset.title, format, session.language);
  };
  return make_outputs(*outputs, make, session) ? ExitCode::kClean : ExitCode::kCouldNotRun;
}

}  // namespace

void add_rules_table(CLI::App& rules, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = rules.add_subcommand("table", say(kRulesTableSummary));
  command->footer(say(kRulesTableExamples));
  auto arguments = std::make_shared<TableArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  add_edition_options(*command, arguments->edition, language);
  command
      ->add_option("--out", arguments->outputs,
                   say({"出力（csv md xlsx）。`=PATH`がなければ標準出力（既定はcsv）。繰り返し指定できる",
                        "output: csv md xlsx; standard output without `=PATH` (default: csv); repeatable"}))
      ->type_name("FORMAT=PATH");
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_table(*arguments, session); }; });
}

}  // namespace kijun::cli
