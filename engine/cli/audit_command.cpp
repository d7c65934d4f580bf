#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/base/glossary_scope.h"
#include "engine/base/threads.h"
#include "engine/cli/audit_run.h"
#include "engine/cli/audit_words.h"
#include "engine/cli/baseline_file.h"
#include "engine/cli/ci_options.h"
#include "engine/cli/command.h"
#include "engine/cli/compared_year.h"
#include "engine/cli/formats.h"
#include "engine/cli/option_adder.h"
#include "engine/cli/outputs.h"
#include "engine/cli/text_options.h"
#include "engine/cli/word_options.h"
#include "reports/words/plural.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kAuditSummary{"調査の回答を規則集に照らして判定し、結果を出力する",
                                      "check a survey against the rules and write the findings"};

constexpr LocalizedView kAuditExamples{
    "例:\n"
    "  kijun audit data/kanagawa/2018\n"
    "  kijun audit data/kanagawa/2018 --as-of 2019-02-28\n"
    "  kijun audit data/kanagawa/2018 --out html=report.html --out xlsx=report.xlsx\n"
    "  kijun audit data/kanagawa/2018 --for 秦野市 --only council.municipality\n"
    "  kijun audit data/kanagawa/2018 --by subject --frames all\n"
    "  kijun audit data/kanagawa/2018 --fail-on warning,unknown --gate quality\n"
    "  kijun audit data/kanagawa/2018 --fail-on error --max-unknown 10\n"
    "  kijun audit data/kanagawa/2018 --baseline baseline.json --strict-decisions stale,expired\n"
    "  kijun audit data/kanagawa/2018 --audience public --out html=report.html          "
    "公表用（docs/audiences.ja.md）\n"
    "  kijun audit data/kanagawa/2018 --audience municipality --for 秦野市 --out html=hadano.html\n"
    "CI向け（sarif sarif-github junit gitlab github summary checkstyle jsonl）:\n"
    "  kijun audit data/kanagawa/2018 --out github --out summary --out sarif-github=kijun.sarif   GitHub Actions\n"
    "  kijun audit data/kanagawa/2018 --out gitlab=quality.json --out junit=kijun.xml --junit-flavour gitlab\n"
    "  kijun audit data/kanagawa/2018 --out junit=kijun.xml --out checkstyle=kijun-checkstyle.xml   Jenkins\n"
    "\n"
    "県の用語で書くには、register.tomlの隣に用語集（glossary.toml）を置きます（docs/glossary.ja.md）。\n"
    "\n"
    "終了コード: 0 ゲートに掛かる結果なし　1 あり　2 判定できなかった",
    "Examples:\n"
    "  kijun audit data/kanagawa/2018\n"
    "  kijun audit data/kanagawa/2018 --as-of 2019-02-28\n"
    "  kijun audit data/kanagawa/2018 --out html=report.html --out xlsx=report.xlsx\n"
    "  kijun audit data/kanagawa/2018 --for 秦野市 --only council.municipality\n"
    "  kijun audit data/kanagawa/2018 --by subject --frames all\n"
    "  kijun audit data/kanagawa/2018 --fail-on warning,unknown --gate quality\n"
    "  kijun audit data/kanagawa/2018 --fail-on error --max-unknown 10\n"
    "  kijun audit data/kanagawa/2018 --baseline baseline.json --strict-decisions stale,expired\n"
    "  kijun audit data/kanagawa/2018 --audience public --out html=report.html   for publication "
    "(docs/audiences.en.md)\n"
    "  kijun audit data/kanagawa/2018 --audience municipality --for 秦野市 --out html=hadano.html\n"
    "For CI (sarif sarif-github junit gitlab github summary checkstyle jsonl):\n"
    "  kijun audit data/kanagawa/2018 --out github --out summary --out sarif-github=kijun.sarif   GitHub Actions\n"
    "  kijun audit data/kanagawa/2018 --out gitlab=quality.json --out junit=kijun.xml --junit-flavour gitlab\n"
    "  kijun audit data/kanagawa/2018 --out junit=kijun.xml --out checkstyle=kijun-checkstyle.xml   Jenkins\n"
    "\n"
    "A glossary beside register.toml puts outputs into the prefecture's own terms (docs/glossary.en.md).\n"
    "\n"
    "Exit codes: 0 nothing gates, 1 something gates, 2 could not run"};

/// As far ahead as anybody wants to be told that a waiver expires: a hundred years.
constexpr std::uint32_t kMaxDays = 36'500;

/// The command line as given.
struct AuditArguments {
  InputPaths inputs;
  std::string as_of;
  std::string created;
  std::vector<std::string> outputs;
  std::string fail_on;
  std::string gate;
  std::optional<std::size_t> max_unknown;
  std::vector<std::string> only;
  std::vector<std::string> records;
  std::vector<std::string> groups;
  std::string audience = "internal";
  std::string results = "all";
  std::size_t max_findings = audit::kDefaultMaxFindings;
  std::string revision;
  std::string baseline;
  bool baseline_prune = false;
  std::string strict_decisions;
  std::optional<std::uint32_t> expiring_within;
  std::vector<std::string> allow_empty;
  bool allow_rule_errors = false;
  std::uint32_t threads = 0;  ///< 0: as many as the machine runs.
  TextArguments text;
  CiArguments ci;
};

/// Checks the arguments and runs the audit they describe.
class AuditCommand {
 public:
  AuditCommand(const AuditArguments& arguments, Session& session) : arguments_(arguments), session_(session) {}

  ExitCode run() {
    if (!parse_outputs()) return ExitCode::kCouldNotRun;
    try {
      const ExitCode code = try_to_run();
      if (code == ExitCode::kCouldNotRun) write_failures();
      return code;
    } catch (const std::exception& error) {
      session_.notifications.push_back({"", policy::Severity::kError, in_both(internal_error_text(error)), {}, {}});
      write_failures();
      throw;
    }
  }

 private:
  ExitCode try_to_run() {
    if (!parse_dates()) return ExitCode::kCouldNotRun;
    const ResolvedPaths resolved = resolve_paths(arguments_.inputs, session_);
    report_options_.ci.folders = find_source_folders(arguments_.ci.root, resolved.paths.survey, session_);
    if (session_.print_diagnostics() || !parse_gate(resolved.config)) return ExitCode::kCouldNotRun;
    if (resolved.paths.survey.empty()) return no_survey_error(session_);
    if (resolved.paths.rules.empty()) return no_rules_error(session_);
    if (!parse_strictness(resolved.config) || !parse_baseline(resolved.config) || !parse_allowed())
      return ExitCode::kCouldNotRun;
    options_.max_findings = arguments_.max_findings;
    const std::string config = uses(resolved.config) ? resolved.config.path : std::string();
    return audit({resolved.paths, as_of_, arguments_.only, arguments_.records, arguments_.groups, baseline_path_,
                  config, InputNames{}, options_});
  }

  /// Whether kijun.toml says something that the command line does not.
  bool uses(const Config& config) const {
    const auto fills = [](const std::string& given, const auto& value) { return given.empty() && value.has_value(); };
    return fills(arguments_.inputs.survey, config.survey) || fills(arguments_.inputs.rules, config.rules) ||
           fills(arguments_.fail_on, config.fail_on) || fills(arguments_.gate, config.gate) ||
           fills(arguments_.strict_decisions, config.strict_decisions) || fills(arguments_.baseline, config.baseline) ||
           !config.pack_folders.empty() || (!arguments_.expiring_within && config.expiring_within) ||
           (!arguments_.max_unknown && config.max_unknown);
  }

  ExitCode audit(AuditRequest request) {
    if (arguments_.threads > 0) limit_threads(arguments_.threads);
    AuditRun run(std::move(request), session_);
    const bool has_result = run.run();
    run.describe_places(report_options_.ci.folders);
    if (!has_result) return ExitCode::kCouldNotRun;
    const audit::ResultModel& model = run.model();
    const GlossaryScope terms(model.run().glossary);
    if (!can_write(model)) return ExitCode::kCouldNotRun;
    const std::unique_ptr<ComparedYear> earlier = compare_earlier(run);
    if (!write_outputs(model)) return ExitCode::kCouldNotRun;
    if (arguments_.baseline_prune && !prune_baseline(run)) return ExitCode::kCouldNotRun;
    return model.summary().gates() ? ExitCode::kGates : ExitCode::kClean;
  }

  bool parse_strictness(const Config& config) {
    const std::string strict =
        arguments_.strict_decisions.empty() ? config.strict_decisions.value_or("") : arguments_.strict_decisions;
    for (const std::string& word : split_words(strict))
      if (!add_strict(word, options_.strict))
        return wrong_word("--strict-decisions", word, {"stale", "unused", "expired", "expiring"});
    if (arguments_.expiring_within)
      options_.expiring_within = static_cast<int>(std::min(*arguments_.expiring_within, kMaxDays));
    else if (config.expiring_within)
      options_.expiring_within = static_cast<int>(std::clamp<std::int64_t>(*config.expiring_within, 0, kMaxDays));
    return true;
  }

  bool parse_baseline(const Config& config) {
    baseline_path_ = arguments_.baseline.empty() ? config.baseline.value_or("") : arguments_.baseline;
    const bool is_narrowed = !arguments_.only.empty() || !arguments_.records.empty() || !arguments_.groups.empty();
    const bool is_internal = options_.readership == audit::Readership::kInternal;
    if (!arguments_.baseline_prune || (!baseline_path_.empty() && !is_narrowed && is_internal)) return true;
    const LocalizedText message =
        !is_internal ? LocalizedText{"配布先のための判定では基準を書き換えません",
                                     "a run for another audience does not write the baseline"}
        : is_narrowed
            ? LocalizedText{"範囲を限った判定では基準を書き換えません", "a narrowed run does not write the baseline"}
            : LocalizedText{"--baseline-pruneには基準が必要です", "--baseline-prune needs a baseline"};
    (void)session_.usage_error(message,
                               {"`--baseline ファイル`を指定し、--only、--for、--groupを付けずに実行してください",
                                "name it with `--baseline FILE`, without --only, --for and --group"});
    return false;
  }

  /// Takes what is resolved out of the baseline; without anything resolved the file is left as it is.
  bool prune_baseline(const AuditRun& run) {
    const audit::BaselineComparison& comparison = *run.model().baseline();
    const std::size_t num_absent = comparison.absent().size();
    if (num_absent == 0) return true;
    session_.err << session_.say(
        {fmt::format("{}から解消した結果{}件を除きました\n", baseline_path_, num_absent),
         fmt::format("{}: {} taken out\n", baseline_path_, reports::counted(num_absent, "resolved finding"))});
    return write_baseline_file(baseline_path_, audit::prune(*run.baseline(), comparison), session_);
  }

  bool wrong_word(std::string_view option, const std::string& word, const std::vector<std::string>& known) {
    return cli::wrong_word(option, word, known, session_);
  }

  bool parse_outputs() {
    std::vector<std::string> names;
    for (const reports::Format& format : formats()) names.emplace_back(format.name);
    std::optional<std::vector<Output>> outputs = cli::parse_outputs(arguments_.outputs, names, session_);
    if (!outputs) return false;
    outputs_ = std::move(*outputs);
    if (arguments_.results == "findings")
      report_options_.results = reports::ResultsShown::kFindings;
    else if (arguments_.results != "all")
      return wrong_word("--results", arguments_.results, {"all", "findings"});
    report_options_.language = session_.language;
    if (!parse_audience()) return false;
    use_step_summary(outputs_, session_);
    return parse_text_options(arguments_.text, report_options_.text, session_) &&
           parse_ci_options(arguments_.ci, report_options_.ci, session_);
  }

  bool parse_audience() {
    const std::optional<audit::Readership> readership = audit::parse_readership(arguments_.audience);
    if (!readership) return wrong_word("--audience", arguments_.audience, readership_words());
    options_.readership = *readership;
    const bool is_for_one = arguments_.records.size() == 1 && arguments_.groups.empty();
    if (options_.readership != audit::Readership::kMunicipality || is_for_one) return true;
    (void)session_.usage_error({"--audience municipalityには、どの団体のためのものかが要ります",
                                "--audience municipality needs the one record that it is for"},
                               {"`--for 市町村名又はコード`を一つだけ指定し、--groupは付けないでください",
                                "name it with one `--for NAME` (or code), without --group"});
    return false;
  }

  bool parse_date(std::string_view option, const std::string& text, std::optional<Date>& date) {
    if (text.empty()) return true;
    date = Date::parse_iso(text);
    if (date) return true;
    (void)session_.usage_error({fmt::format("{}の`{}`は日付ではありません", option, text),
                                fmt::format("`{}` is no date for {}", text, option)},
                               {"2019-03-31 の形で書いてください", "write it as 2019-03-31"});
    return false;
  }

  bool parse_dates() {
    return parse_date("--as-of", arguments_.as_of, as_of_) &&
           parse_date("--created", arguments_.created, report_options_.created) &&
           parse_date("--revision", arguments_.revision, options_.revision);
  }

  bool parse_gate(const Config& config) {
    const std::string fail_on = arguments_.fail_on.empty() ? config.fail_on.value_or("error") : arguments_.fail_on;
    options_.gate.fail_on.reset();
    for (const std::string& word : split_words(fail_on))
      if (word != "never" && !add_fail_on(word, options_.gate))
        return wrong_word("--fail-on", word, {"error", "warning", "notice", "unknown", "never"});
    const std::string gate = arguments_.gate.empty() ? config.gate.value_or("quality,policy") : arguments_.gate;
    options_.gate.kinds.clear();
    for (const std::string& word : split_words(gate))
      if (!add_gate_kind(word, options_.gate)) return wrong_word("--gate", word, {"policy", "quality", "review"});
    return parse_max_unknown(config);
  }

  bool parse_max_unknown(const Config& config) {
    options_.gate.max_unknown = arguments_.max_unknown;
    if (arguments_.max_unknown || !config.max_unknown) return true;
    if (*config.max_unknown < 0) {
      (void)session_.usage_error(
          {fmt::format("{}のmax_unknownが負の数です", config.path),
           fmt::format("max_unknown of {} is negative", config.path)},
          {"0以上の数を書くか、行を消してください（上限なし）", "write 0 or more, or take the line out (no limit)"});
      return false;
    }
    options_.gate.max_unknown = static_cast<std::size_t>(*config.max_unknown);
    return true;
  }

  bool parse_allowed() {
    options_.allow.rule_errors = arguments_.allow_rule_errors;
    for (const std::string& list : arguments_.allow_empty)
      for (const std::string& word : split_words(list))
        if (!add_allowed_empty(word, options_.allow)) return wrong_word("--allow-empty", word, {"rules", "results"});
    return true;
  }

  /// Every output is asked first, so that a refusal leaves nothing written.
  bool can_write(const audit::ResultModel& model) {
    for (const Output& output : outputs_) {
      const reports::Format* format = find_format(output.format);
      if (format->refuse == nullptr) continue;
      const std::optional<reports::Refusal> refusal = format->refuse(model, report_options_);
      if (!refusal) continue;
      (void)session_.usage_error(refusal->reason, refusal->instead);
      return false;
    }
    return true;
  }

  /// Only where an output shows it, since it takes several runs.
  std::unique_ptr<ComparedYear> compare_earlier(const AuditRun& run) {
    const bool is_shown = std::any_of(outputs_.begin(), outputs_.end(),
                                      [](const Output& output) { return find_format(output.format)->shows_earlier; });
    if (!is_shown) return nullptr;
    auto earlier = std::make_unique<ComparedYear>(run, session_);
    report_options_.earlier = &earlier->view();
    return earlier;
  }

  bool write_outputs(const audit::ResultModel& model) {
    has_begun_to_write_ = true;
    report_options_.ci.notifications = notifications_for(options_.readership, session_.notifications);
    const auto write = [&](const Output& output, std::ostream& out) {
      report_options_.ci.summary_bytes_taken = keep_step_summary(output, session_, out);
      report_options_.text.style.color = session_.color && output.path == "-";
      find_format(output.format)->write(model, report_options_, out);
    };
    if (!cli::write_outputs(outputs_, std::string(formats().front().name), write, session_)) return false;
    describe_outputs(model);
    return true;
  }

  /// Says what the outputs for programs group or leave out.
  void describe_outputs(const audit::ResultModel& model) {
    if (session_.quiet) return;
    for (const Output& output : outputs_) {
      const reports::Format* format = find_format(output.format);
      if (format->describe == nullptr) continue;
      for (const LocalizedText& sentence : format->describe(model, report_options_))
        session_.err << fmt::format("kijun: {}: {}\n", output.format, sentence.in(session_.language));
    }
  }

  /// Formats for CI say that there is no result, so that nobody takes an older file for this run's.
  void write_failures() {
    if (has_begun_to_write_) return;
    std::vector<Output> failing;
    for (const Output& output : outputs_)
      if (find_format(output.format)->write_failure != nullptr) failing.push_back(output);
    if (failing.empty()) return;
    report_options_.ci.notifications = notifications_for(options_.readership, session_.notifications);
    const auto write = [&](const Output& output, std::ostream& out) {
      report_options_.ci.summary_bytes_taken = keep_step_summary(output, session_, out);
      find_format(output.format)->write_failure(report_options_, out);
    };
    (void)cli::write_outputs(failing, "", write, session_);
  }

  const AuditArguments& arguments_;
  Session& session_;
  std::vector<Output> outputs_;
  reports::ReportOptions report_options_;
  std::optional<Date> as_of_;
  std::string baseline_path_;  ///< Empty: none.
  audit::AuditOptions options_;
  bool has_begun_to_write_ = false;
};

void add_general_options(AuditArguments& arguments, const OptionAdder& option) {
  option("--rules", arguments.inputs.rules, "PACK", {"規則集の名前又はフォルダー", "name or folder of the rule pack"});
  option("--as-of", arguments.as_of, "DATE",
         {"判定日（省略時は調査の既定日）", "date of judgement (default: the survey's)"});
  option("--out", arguments.outputs, "FORMAT=PATH",
         {"出力（text json csv csv-raw markdown html xlsx。CI向けは下記）。繰り返し指定できる",
          "output: text json csv csv-raw markdown html xlsx, for CI see below; repeatable"});
  option(
      "--audience", arguments.audience, "WHOM",
      {"誰のための出力か（internal council municipality public。既定internal）。見せてよいものだけを出力に入れる",
       "whom outputs are for: internal council municipality public (default internal); they hold what those may see"});
  option("--results", arguments.results, "WHICH",
         {"一覧に載せる結果（all / findings）", "which results lists carry: all or findings"});
  option("--max-findings", arguments.max_findings, "N",
         {"ルールごとに一覧に載せる件数の上限（既定2000。0は数だけ）",
          "findings listed per rule (default 2000; 0: counts only)"});
  option("--created", arguments.created, "DATE", {"報告書に記す作成日", "date of making, printed in reports"});
  option("--revision", arguments.revision, "DATE",
         {"この日までの決定（訂正、読取り等）と再提出だけを用いる",
          "only what was decided (corrections, readings …) and resubmitted until then"});
  option("--allow-empty", arguments.allow_empty, "WHAT",
         {"空でもよいもの（rules,results）", "what may be empty: rules,results"});
  option.flag("--allow-rule-errors", arguments.allow_rule_errors,
              {"評価できないルールがあっても続ける", "go on when a rule cannot be evaluated"});
  option("--threads", arguments.threads, "N",
         {"使うスレッドの数の上限（既定は機械の数）", "at most so many threads (default: the machine's)"});
}

void add_narrowing_options(AuditArguments& arguments, const OptionAdder& option) {
  option("--only", arguments.only, "RULE", {"このルールだけを判定する", "only this rule"});
  option("--for", arguments.records, "NAME",
         {"この市町村等とその属する圏域・会議体だけを示す", "only this municipality or other record, and its groups"});
  option("--group", arguments.groups, "ZONE", {"この圏域だけを示す", "only this zone"});
}

void add_gate_options(AuditArguments& arguments, const OptionAdder& option) {
  option("--fail-on", arguments.fail_on, "SET",
         {"終了コード1とする結果（error,warning,notice,unknown,never。既定error）",
          "what exits 1: error,warning,notice,unknown,never (default error)"});
  option("--gate", arguments.gate, "KINDS",
         {"ゲートの対象とする種別（policy,quality,review。既定quality,policy）",
          "rule kinds that gate: policy,quality,review (default quality,policy)"});
  option("--max-unknown", arguments.max_unknown, "N",
         {"判定保留がNを超えたら終了コード1とする（案のルール、県了承、基準のものは数えない）",
          "exit 1 when more than N results are undecided (drafts, waived and baselined ones apart)"});
  option("--baseline", arguments.baseline, "FILE",
         {"この基準にない結果と悪化した結果だけをゲートの対象とする",
          "only what is not in this baseline, or worse, gates"});
  option.flag("--baseline-prune", arguments.baseline_prune,
              {"解消した結果を基準から除く", "take what is resolved out of the baseline"});
  option("--strict-decisions", arguments.strict_decisions, "SET",
         {"誤りとして終了コード1とする決定（stale,unused,expired,expiring）",
          "decisions that exit 1: stale,unused,expired,expiring"});
  option("--expiring-within", arguments.expiring_within, "DAYS",
         {"県了承の期限が近いものとして示す日数（既定30）",
          "days before its end in which a waiver is said to expire (default 30)"});
}

}  // namespace

void add_audit_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("audit", say(kAuditSummary));
  command->footer(say(kAuditExamples));
  auto arguments = std::make_shared<AuditArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("survey", arguments->inputs.survey,
                      say({"調査のフォルダー又はsurvey.toml", "folder of the survey, or its survey.toml"}));
  add_general_options(*arguments, {*command, language, {}});
  add_narrowing_options(*arguments, {*command, language, {"範囲を限るオプション", "Options that narrow the run"}});
  add_gate_options(*arguments, {*command, language, {"終了コードを決めるオプション", "Options of the exit code"}});
  add_text_options(*command, arguments->text, language);
  add_ci_options(*command, arguments->ci, language);
  command->callback([arguments, &action] {
    action = [arguments](Session& session) { return AuditCommand(*arguments, session).run(); };
  });
}

}  // namespace kijun::cli
