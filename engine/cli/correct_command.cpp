#include <fmt/format.h>

#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/cli/option_adder.h"
#include "engine/cli/record_decision.h"
#include "engine/diag/suggestion.h"
#include "engine/survey/decided_value.h"
#include "engine/survey/decision_writer.h"

namespace kijun::cli {
namespace {

using survey::DecisionKind;

constexpr LocalizedView kCorrectSummary{"回答の訂正を記録する（当初回答は残す）",
                                        "record the correction of an answer; the first answer stays"};
constexpr LocalizedView kCorrectExamples{
    "例:\n"
    "  kijun correct data/kanagawa/2018 --for 逗子市 --field council --value none \\\n"
    "      --reason \"照会への回答\" --by 障害福祉課 --source reply\n"
    "\n"
    "当初回答を書き添えます。回答ファイルが変わると、訂正は失効します。",
    "Examples:\n"
    "  kijun correct data/kanagawa/2018 --for 逗子市 --field council --value none \\\n"
    "      --reason \"the city's reply\" --by \"welfare section\" --source reply\n"
    "\n"
    "The first answer is written beside it; when the answer file changes, the correction holds no longer."};

constexpr LocalizedView kAttestSummary{"調査票にない事項又は無回答の事項を補う",
                                       "supply what the form does not ask or nobody answered"};
constexpr LocalizedView kAttestExamples{
    "例:\n"
    "  kijun attest data/kanagawa/2018 --for 横浜市 --field coordinator_fact --value placed \\\n"
    "      --reason \"照会により配置を確認した\" --by 障害福祉課 --source reply\n"
    "\n"
    "回答のある項目は補えません。回答を改めるときは`kijun correct`を使います。",
    "Examples:\n"
    "  kijun attest data/kanagawa/2018 --for 横浜市 --field coordinator_fact --value placed \\\n"
    "      --reason \"the city's reply confirms it\" --by \"welfare section\" --source reply\n"
    "\n"
    "It never overrides an answer; to change one use `kijun correct`."};

struct ValueArguments {
  DecisionArguments decision;
  std::string field;
  std::string value;
};

/// A zone or joint body by id or name, else a record.
std::optional<table::SubjectRef> find_subject(const survey::SurveyTable& survey, const std::string& name,
                                              Session& session) {
  for (const table::GroupId kind : {table::kZoneGroup, table::kBodyGroup}) {
    const std::vector<table::SubjectName>& groups = survey.groups(kind);
    for (std::uint32_t at = 0; at < groups.size(); ++at)
      if (is_named(groups[at], name)) return table::SubjectRef{table::group_space(kind), at};
  }
  const std::optional<std::uint32_t> row = find_row(survey, name, session);
  return row ? std::optional(table::SubjectRef{table::kRecordSpace, *row}) : std::nullopt;
}

ExitCode record_value(const ValueArguments& arguments, DecisionKind kind, Session& session) {
  if (arguments.decision.subject.empty() || arguments.field.empty())
    return session.usage_error({"--for、--field、--valueが必要です", "--for, --field and --value are needed"});
  const std::optional<InputPaths> paths = require_paths(arguments.decision.inputs, session);
  if (!paths) return ExitCode::kCouldNotRun;
  const std::unique_ptr<policy::Pack> pack = load_pack(paths->rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  const std::unique_ptr<survey::SurveySeries> series = load_survey(paths->survey, *pack, session);
  if (series == nullptr) return ExitCode::kCouldNotRun;
  session.print_diagnostics();
  const survey::SurveyTable& table = series->audited();
  survey::Decision decision;
  decision.kind = kind;
  if (!fill_in(arguments.decision, decision, session)) return ExitCode::kCouldNotRun;
  const std::optional<table::SubjectRef> subject = find_subject(table, arguments.decision.subject, session);
  if (!subject) return ExitCode::kCouldNotRun;
  decision.subject = table.subject(*subject).code;
  const auto field = survey::find_decided_field(arguments.field, {}, pack->vocabulary, session.sink);
  if (field) {
    auto value = survey::parse_decided_value(*field, arguments.value, pack->vocabulary, session.sink);
    if (value) decision.values.push_back(std::move(*value));
  }
  if (session.print_diagnostics()) return ExitCode::kCouldNotRun;
  if (kind == DecisionKind::kCorrection) decision.answer = table.cell(*subject, *field).raw;
  return record_decision({decision, table, paths->survey}, arguments.decision.dry_run, session);
}

/// What a command that records a value is called and says.
struct ValueCommand {
  const char* name = nullptr;
  DecisionKind kind = DecisionKind::kCorrection;
  const char* source = nullptr;
  LocalizedView summary;
  LocalizedView examples;
};

void add_value_command(CLI::App& app, Action& action, Language language, const ValueCommand& made) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand(made.name, say(made.summary));
  command->footer(say(made.examples));
  auto arguments = std::make_shared<ValueArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  const OptionAdder option{*command, language, {}};
  command->add_option("survey", arguments->decision.inputs.survey, say({"調査のフォルダー", "folder of the survey"}));
  option("--for", arguments->decision.subject, "NAME",
         {"市町村等、圏域又は会議体", "a municipality or other record, a zone or a body"});
  option("--field", arguments->field, "FIELD", {"項目のid", "id of the field"});
  option("--value", arguments->value, "VALUE",
         {"値（選択肢のid、true/false、数、日付、一覧はコンマ区切り）",
          "its value: an id of the domain, true/false, a number, a date; a list with commas"});
  add_decision_options(*command, arguments->decision, made.source, language);
  command->callback([arguments, &action, kind = made.kind] {
    action = [arguments, kind](Session& session) { return record_value(*arguments, kind, session); };
  });
}

}  // namespace

void add_correct_command(CLI::App& app, Action& action, Language language) {
  add_value_command(app, action, language,
                    {"correct", DecisionKind::kCorrection, "reply", kCorrectSummary, kCorrectExamples});
}

void add_attest_command(CLI::App& app, Action& action, Language language) {
  add_value_command(app, action, language,
                    {"attest", DecisionKind::kAttestation, "reply", kAttestSummary, kAttestExamples});
}

}  // namespace kijun::cli
