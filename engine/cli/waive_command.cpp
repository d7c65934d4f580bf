#include <fmt/format.h>

#include <memory>

#include "engine/audit/run.h"
#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/cli/option_adder.h"
#include "engine/cli/record_decision.h"
#include "engine/cli/version.h"
#include "engine/diag/suggestion.h"
#include "reports/words/data_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kWaiveSummary{"目標未達又は判定保留の結果を、期限付きで了承したことを記録する（県了承）",
                                      "record that a result is accepted until a date (a waiver)"};
constexpr LocalizedView kWaiveExamples{
    "例:\n"
    "  kijun waive council.municipality data/kanagawa/2018 --for 逗子市 --until 2020-03-31 \\\n"
    "      --reason \"圏域の協議の場の設置まで見合わせる\" --approver 障害福祉課長\n"
    "  kijun waive K1-01 data/kanagawa/2018 --for 逗子市 --until 2020-03-31 --reason \"…\" --approver 障害福祉課長 "
    "--dry-run\n"
    "\n"
    "了承の根拠とした回答とルールの内容を記録します。どちらかが変わると、了承は失効します。\n"
    "期限の日まで有効です（判定日で見ます）。ルールは引き続き判定され、判定は変わりません。",
    "Examples:\n"
    "  kijun waive council.municipality data/kanagawa/2018 --for 逗子市 --until 2020-03-31 \\\n"
    "      --reason \"waits for the zone's council\" --approver \"head of the welfare section\"\n"
    "  kijun waive K1-01 data/kanagawa/2018 --for 逗子市 --until 2020-03-31 --reason \"…\" --approver \"…\" --dry-run\n"
    "\n"
    "It records the answers and the meaning of the rule it is granted on; when either changes it holds no longer.\n"
    "It holds until the end of its last day, by the date of judgement. The rule still runs; its verdict stays."};

struct WaiveArguments {
  DecisionArguments decision;
  std::string rule;
  std::string field;
  std::string until;
  std::string approver;
  std::string as_of;
};

/// Names of a column's subjects.
std::vector<std::string> names_of(const audit::ResultModel& model, std::size_t column, Language language) {
  std::vector<std::string> names;
  for (const table::SubjectRef subject : model.columns()[column].subjects())
    names.push_back(model.subject(subject).name.name.in(language));
  return names;
}

class WaiveCommand {
 public:
  WaiveCommand(const WaiveArguments& arguments, Session& session) : arguments_(arguments), session_(session) {}

  ExitCode run() {
    if (!parse()) return ExitCode::kCouldNotRun;
    const std::optional<InputPaths> paths = require_paths(arguments_.decision.inputs, session_);
    if (!paths) return ExitCode::kCouldNotRun;
    const std::optional<LoadedAudit> loaded = load_audit(*paths, as_of_, session_);
    if (!loaded) return ExitCode::kCouldNotRun;
    return waive(*paths, *loaded);
  }

 private:
  bool parse() {
    until_ = Date::parse_iso(arguments_.until);
    if (!arguments_.as_of.empty()) as_of_ = Date::parse_iso(arguments_.as_of);
    if (!until_ || (!arguments_.as_of.empty() && !as_of_)) {
      (void)session_.usage_error({"--untilには日付が必要です", "--until takes a date"},
                                 {"2020-03-31 の形で書いてください。その日まで有効です",
                                  "write it as 2020-03-31; it holds until the end of that day"});
      return false;
    }
    if (arguments_.approver.empty() || arguments_.decision.subject.empty()) {
      (void)session_.usage_error(
          {"--forと--approverが必要です", "--for and --approver are needed"},
          {"了承する相手と、了承した者の職名を書いてください", "say for whom, and who accepts it"});
      return false;
    }
    return true;
  }

  ExitCode waive(const InputPaths& paths, const LoadedAudit& loaded) {
    const policy::Rule* rule = find_rule(loaded.plan->ruleset, arguments_.rule, session_);
    if (rule == nullptr) return ExitCode::kCouldNotRun;
    survey::Decision waiver;
    waiver.kind = survey::DecisionKind::kWaiver;
    waiver.rule = rule->id;
    waiver.approver = arguments_.approver;
    waiver.until = until_;
    DecisionArguments filled = arguments_.decision;
    if (filled.by.empty()) filled.by = arguments_.approver;
    if (!fill_in(filled, waiver, session_) || !find_field(*rule, loaded, waiver)) return ExitCode::kCouldNotRun;
    const std::unique_ptr<audit::ResultModel> model = judge(paths, rule->id);
    if (model == nullptr || !find_result(*model, loaded, waiver)) return ExitCode::kCouldNotRun;
    return record_decision({waiver, loaded.series->audited(), paths.survey}, filled.dry_run, session_);
  }

  /// The field of a rule that is repeated for several.
  bool find_field(const policy::Rule& rule, const LoadedAudit& loaded, survey::Decision& waiver) {
    if (rule.for_fields.empty() && arguments_.field.empty()) return true;
    const bool is_one =
        std::find(rule.for_fields.begin(), rule.for_fields.end(), arguments_.field) != rule.for_fields.end();
    if (is_one) waiver.field = loaded.pack->vocabulary.find(arguments_.field);
    if (waiver.field) return true;
    const std::string fields = fmt::format("{}", fmt::join(rule.for_fields, ", "));
    (void)session_.usage_error(
        {"--fieldにルールの項目を指定してください", "name one of the rule's fields with --field"},
        diag::did_you_mean_among(
            diag::suggest(arguments_.field, rule.for_fields),
            {"項目：" + (fields.empty() ? "なし" : fields), "fields: " + (fields.empty() ? "none" : fields)}));
    return false;
  }

  /// The rule judged over the survey, loaded once more because a run takes what it is given.
  std::unique_ptr<audit::ResultModel> judge(const InputPaths& paths, const std::string& rule) {
    std::optional<LoadedAudit> loaded = load_audit(paths, as_of_, session_);
    if (!loaded) return nullptr;
    audit::AuditOptions options;
    options.as_of = loaded->as_of;
    options.tool_version = kVersion;
    options.only_rules = {rule};
    options.narrowed = {"--only " + rule};
    options.allow.nothing_applicable = true;
    judged_pack_ = std::move(loaded->pack);
    auto model =
        audit::run_audit(std::move(loaded->plan), std::move(loaded->series), *judged_pack_, options, session_.sink);
    return session_.print_diagnostics() ? nullptr : std::move(model);
  }

  bool find_result(const audit::ResultModel& model, const LoadedAudit& loaded, survey::Decision& waiver) {
    std::size_t column = 0;
    while (model.columns()[column].field() != waiver.field) ++column;
    const audit::RuleColumn& results = model.columns()[column];
    const std::optional<std::size_t> position = find_position(model, column, loaded.series->audited());
    if (!position) return false;
    const audit::Outcome outcome = results.outcome(*position);
    const audit::SubjectInfo subject = model.subject(results.subject(*position));
    if (outcome != audit::Outcome::kFail && outcome != audit::Outcome::kUnknown) {
      const LocalizedText verdict = reports::verdict_word(audit::verdict_of(results, results.code(*position)));
      (void)session_.usage_error(
          {fmt::format("{}の`{}`は「{}」であり、了承するものがありません", subject.name.name.ja, waiver.rule,
                       verdict.ja),
           fmt::format("`{}` is {} for {}: there is nothing to accept", waiver.rule, verdict.en, subject.name.name.en)},
          {"県了承は、目標未達又は判定保留の結果に対して記録します",
           "a waiver is for a result that fails or is undecided"});
      return false;
    }
    if (const audit::DecisionView* known = model.waiver(column, *position); known != nullptr) {
      const std::string place = reports::place_text(known->at).in(session_.language);
      (void)session_.usage_error(
          {"既に了承されています：" + place, "it is accepted already: " + place},
          {"期限を改めるときは、その記録のuntilを直してください", "to change its last day, edit `until` there"});
      return false;
    }
    waiver.subject = subject.name.code;
    waiver.granted_on = model.granted_on(column, *position);
    return true;
  }

  /// A record by what `find_row` takes; a group by its id or name.
  std::optional<std::size_t> find_position(const audit::ResultModel& model, std::size_t column,
                                           const survey::SurveyTable& survey) {
    const audit::SubjectList& subjects = model.columns()[column].subjects();
    const std::string& wanted = arguments_.decision.subject;
    if (subjects.space() == table::kRecordSpace) {
      const std::optional<std::uint32_t> row = find_row(survey, wanted, session_);
      if (!row) return std::nullopt;
      for (std::size_t position = 0; position < subjects.size(); ++position)
        if (subjects.index(position) == *row) return position;
      (void)session_.usage_error({fmt::format("`{}`はこのルールの対象ではありません", wanted),
                                  fmt::format("the rule is not asked of `{}`", wanted)});
      return std::nullopt;
    }
    for (std::size_t position = 0; position < subjects.size(); ++position)
      if (is_named(model.subject(subjects[position]).name, wanted)) return position;
    const std::vector<std::string> names = names_of(model, column, session_.language);
    const std::string list = fmt::format("{}", fmt::join(names, ", "));
    (void)session_.usage_error(
        {fmt::format("`{}`はこのルールの対象ではありません", wanted),
         fmt::format("the rule is not asked of `{}`", wanted)},
        diag::did_you_mean_among(diag::suggest(wanted, names), {"対象：" + list, "subjects: " + list}));
    return std::nullopt;
  }

  const WaiveArguments& arguments_;
  Session& session_;
  std::optional<Date> until_;
  std::optional<Date> as_of_;
  std::unique_ptr<policy::Pack> judged_pack_;
};

}  // namespace

void add_waive_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("waive", say(kWaiveSummary));
  command->footer(say(kWaiveExamples));
  auto arguments = std::make_shared<WaiveArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  const OptionAdder option{*command, language, {}};
  command->add_option("rule", arguments->rule, say({"ルールのid又は整理番号", "id of the rule, or its reference"}))
      ->required();
  command->add_option("survey", arguments->decision.inputs.survey, say({"調査のフォルダー", "folder of the survey"}));
  option("--for", arguments->decision.subject, "NAME",
         {"了承する相手（市町村等、圏域、会議体）", "for whom: a municipality or other record, a zone or a body"});
  option("--field", arguments->field, "FIELD",
         {"項目ごとのルールの項目", "the field, of a rule that is repeated by field"});
  option("--until", arguments->until, "DATE", {"期限（その日まで有効）", "its last day"});
  option("--approver", arguments->approver, "TEXT", {"了承した者の職名", "who accepts it"});
  option("--as-of", arguments->as_of, "DATE",
         {"判定日（省略時は調査の既定日）", "date of judgement (default: the survey's)"});
  add_decision_options(*command, arguments->decision, "document", language);
  command->callback([arguments, &action] {
    action = [arguments](Session& session) { return WaiveCommand(*arguments, session).run(); };
  });
}

}  // namespace kijun::cli
