#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <sstream>

#include "engine/audit/run_inputs.h"
#include "engine/base/glossary_scope.h"
#include "engine/base/sha256.h"
#include "engine/cli/ci_options.h"
#include "engine/cli/cli_diagnostics.h"
#include "engine/cli/command.h"
#include "engine/cli/compared_year.h"
#include "engine/cli/formats.h"
#include "engine/cli/option_adder.h"
#include "engine/cli/progress.h"
#include "engine/cli/verify/part_differences.h"
#include "engine/cli/verify/recorded_request.h"
#include "engine/cli/verify/report_places.h"
#include "engine/cli/verify/verify_text.h"
#include "engine/cli/version.h"
#include "reports/provenance/read_provenance.h"
#include "reports/words/verdict_words.h"

namespace kijun::cli {
namespace {

using reports::Provenance;
using reports::RecordedInput;

constexpr LocalizedView kVerifySummary{"報告書を同じ入力から作り直し、一字一句同じかを確かめる",
                                       "make a report again from its inputs and compare it byte for byte"};

constexpr LocalizedView kVerifyExamples{
    "json、html、sarif、sarif-githubの報告書は、何から作られたか（すべての入力と規則のハッシュ、日付、オプション）を\n"
    "持っています。違いがあれば、変わったファイル、回答の欄、ルール、決定、版、又は書き換えられた場所を一つずつ示します"
    "。\n"
    "調査と規則集は、報告書のあるフォルダー、次に今のフォルダーから上に探します。\n"
    "\n"
    "例:\n"
    "  kijun verify report.html\n"
    "  kijun verify result.json --survey data/kanagawa/2018 --rules rules/mcare\n"
    "  kijun verify kijun.sarif --root .\n"
    "\n"
    "終了コード: 0 同じ　1 違う　2 確かめられなかった",
    "A report in json, html, sarif or sarif-github says what it was made of: the hashes of every input and rule, the\n"
    "dates and the options. Whatever differs is named: the file, the answer, the rule, the decision, the version, or "
    "the\n"
    "place that somebody changed. Survey and pack are looked for from the report's folder upward, then from this one.\n"
    "\n"
    "Examples:\n"
    "  kijun verify report.html\n"
    "  kijun verify result.json --survey data/kanagawa/2018 --rules rules/mcare\n"
    "  kijun verify kijun.sarif --root .\n"
    "\n"
    "Exit codes: 0 the same, 1 not the same, 2 could not be verified"};

constexpr LocalizedView kSameRules{"どのルールも意味と文言は同じです（注釈、例、位置などの違い）",
                                   "no rule means or says anything else: comments, examples or places differ"};
constexpr LocalizedView kSameDecisions{"どの決定も内容は同じです（注釈や位置などの違い）",
                                       "no decision says anything else: comments or places differ"};
constexpr LocalizedView kSameAnswers{"回答の内容はどの欄も同じです（行末、引用符、順序などの違い）",
                                     "no cell says anything else: line ends, quotes or the order differ"};
constexpr LocalizedView kNotNamed{"この報告書は県内部用でないため、どの欄又は決定かまでは残っていません",
                                  "the report is not the prefecture's own, and does not say which cell or decision"};
constexpr LocalizedView kTooManyRows{"行が多いため、どの欄かまでは報告書に残っていません",
                                     "there are too many rows for the report to say which cell"};

bool same_file(const RecordedInput& one, const RecordedInput& other) {
  return one.role == other.role && one.path == other.path;
}

/// Makes one report again.
class VerifyCommand {
 public:
  VerifyCommand(const VerifyArguments& arguments, Session& session) : arguments_(arguments), session_(session) {}

  ExitCode run() {
    if (!read_report()) return ExitCode::kCouldNotRun;
    std::optional<ReportPlaces> places = ReportPlaces::find(arguments_, recorded_, session_);
    if (!places) return ExitCode::kCouldNotRun;
    places_ = std::move(*places);
    compare_tool();
    compare_inputs();
    if (!has_other_inputs_ && !make_again() && differences_.empty()) return ExitCode::kCouldNotRun;
    if (has_other_inputs_) name_parts();
    if (!session_.files.check_mapped()) return ExitCode::kCouldNotRun;  // said in the end
    if (differences_.empty())
      print_same(arguments_.report, recorded_, report_->text().size(), session_);
    else
      print_differences(arguments_.report, differences_, session_);
    return differences_.empty() ? ExitCode::kClean : ExitCode::kGates;
  }

 private:
  bool read_report() {
    Result<std::unique_ptr<const FileBytes>> bytes = session_.files.map(arguments_.report);
    if (!bytes) {
      (void)session_.usage_error(
          {fmt::format("報告書`{}`を読めません：{}", arguments_.report, bytes.error().in(Language::kJapanese)),
           fmt::format("cannot read the report `{}`: {}", arguments_.report, bytes.error().in(Language::kEnglish))});
      return false;
    }
    report_ = &session_.sources.add(arguments_.report, std::move(*bytes), 0);
    tl::expected<Provenance, reports::ReadFailure> read = reports::read_provenance(report_->text());
    if (!read) return refuse(read.error());
    recorded_ = std::move(*read);
    std::string wrong;
    std::optional<audit::AuditOptions> options = recorded_audit_options(recorded_, wrong);
    format_ = find_format(recorded_.format);
    if (options && format_ == nullptr) wrong = recorded_.format;
    if (!wrong.empty()) return refuse({reports::Unreadable::kBroken, wrong, 0, 0});
    options_ = std::move(*options);
    return true;
  }

  bool refuse(const reports::ReadFailure& failure) {
    const diag::Span place{report_, failure.begin, failure.end};
    switch (failure.reason) {
      case reports::Unreadable::kNoReport:
        session_.sink.report(kNoReport, {}, arguments_.report);
        break;
      case reports::Unreadable::kCut:
        session_.sink.report(kReportCut, place);
        break;
      case reports::Unreadable::kNoProvenance:
        session_.sink.report(kNoProvenance, {}, arguments_.report);
        break;
      case reports::Unreadable::kUnknownForm:
        session_.sink.report(kUnknownProvenance, {}, arguments_.report, failure.detail, reports::kProvenanceSchema);
        break;
      case reports::Unreadable::kBroken:
        session_.sink.report(kBrokenProvenance, {}, arguments_.report, failure.detail);
        break;
    }
    session_.print_diagnostics();
    return false;
  }

  void add(DifferenceKind kind, LocalizedText text, std::vector<LocalizedText> details = {}) {
    differences_.push_back({kind, std::move(text), std::move(details)});
  }
  void add_all(std::vector<Difference> more) { std::move(more.begin(), more.end(), std::back_inserter(differences_)); }

  void compare_tool() {
    if (recorded_.tool_version == kVersion) return;
    add(DifferenceKind::kTool,
        {fmt::format("報告書は版{}が作りました。これは版{}です", recorded_.tool_version, kVersion),
         fmt::format("the report was made by version {}, this is {}", recorded_.tool_version, kVersion)});
  }

  /// An input that is not as it was, however that shows.
  void add_input(const RecordedInput& input, LocalizedText what, std::vector<LocalizedText> details = {}) {
    const LocalizedText role = reports::input_role_word(input.role);
    has_other_inputs_ = true;
    add(DifferenceKind::kInput,
        {fmt::format("{}（{}）{}", input.path, role.ja, what.ja),
         fmt::format("{} ({}) {}", input.path, role.en, what.en)},
        std::move(details));
  }

  void compare_inputs() {
    const Progress progress(session_, {"入力を確かめています", "checking the inputs"});
    for (const RecordedInput& input : recorded_.inputs) {
      const Result<std::unique_ptr<const FileBytes>> bytes = session_.files.map(places_.path_of(input, session_));
      if (!bytes) {
        add_input(input, {"がありません", "is missing"}, {in_both("sha256 " + input.sha256)});
        continue;
      }
      const std::string now = sha256_hex((*bytes)->view());
      if (now == input.sha256) continue;
      changed_.push_back({&input, differences_.size()});
      add_input(input, {"が変わっています", "has changed"},
                {{"記録 " + input.sha256, "recorded " + input.sha256}, {"現在 " + now, "now      " + now}});
    }
  }

  [[nodiscard]] AuditRequest request() const {
    AuditRequest made;
    made.paths = {places_.survey(), places_.rules()};
    made.as_of = recorded_.as_of;
    made.only = recorded_.selection.rules;
    made.records = recorded_.selection.records;
    made.groups = recorded_.selection.zones;
    made.names.rules = recorded_.rules;
    for (const RecordedInput& input : recorded_.inputs) {
      if (input.role == "baseline") {
        made.baseline = places_.path_of(input, session_);
        made.names.baseline = input.path;
      }
      if (input.role == "config") {
        made.config = places_.path_of(input, session_);
        made.names.config = input.path;
      }
    }
    made.options = options_;
    return made;
  }

  /// Audits again and compares what comes of it. False when it cannot be done (printed).
  bool make_again() {
    std::ostringstream told;  // nobody has to be warned again
    Session again = session_.beside(session_.files, told);
    const Progress progress(session_, {"もう一度判定しています", "judging again"});
    AuditRun run(request(), again);
    if (!run.run()) return fail(told.str());
    const audit::ResultModel& model = run.model();
    const GlossaryScope terms(model.run().glossary);
    reports::ReportOptions options = recorded_report_options(recorded_);
    if (format_->refuse != nullptr && format_->refuse(model, options)) return fail("");
    find_other_inputs(model.run().inputs);
    if (has_other_inputs_) return true;
    options.ci.folders = places_.folders(recorded_, session_);
    run.describe_places(options.ci.folders);
    options.ci.notifications = notifications_for(recorded_.readership, again.notifications);
    std::optional<ComparedYear> earlier;
    if (format_->shows_earlier) options.earlier = &earlier.emplace(run, again).view();
    const auto difference =
        compare_bytes(report_->text(), [&](std::ostream& out) { format_->write(model, options, out); });
    if (difference) differences_.push_back(describe(*difference));
    return true;
  }

  bool fail(const std::string& told) {
    session_.err << told;
    (void)session_.usage_error({"報告書を作り直せません", "the report cannot be made again"},
                               {"上の誤りを直すか、報告書を作った版のkijunで確かめてください",
                                "mend what is said above, or verify with the version of kijun that made it"});
    return false;
  }

  /// Files that take part now and did not then, and the other way round.
  void find_other_inputs(const std::vector<audit::InputFile>& inputs) {
    std::vector<RecordedInput> now;
    for (const audit::InputFile& input : inputs) now.push_back({input.role, input.path, input.sha256.hex()});
    const auto is_among = [](const RecordedInput& input, const std::vector<RecordedInput>& others) {
      return std::any_of(others.begin(), others.end(), [&](const auto& other) { return same_file(input, other); });
    };
    for (const RecordedInput& input : now)
      if (!is_among(input, recorded_.inputs)) add_input(input, {"が加わっています", "takes part now, and did not"});
    for (const RecordedInput& input : recorded_.inputs)
      if (!is_among(input, now)) add_input(input, {"が使われなくなっています", "takes part no more"});
  }

  /// Says what in the inputs is not as it was, as far as they can be read.
  void name_parts() {
    Session again = session_.beside(session_.files);
    again.quiet = true;
    const std::unique_ptr<policy::Pack> pack = load_pack(places_.rules(), again);
    const std::unique_ptr<survey::SurveySeries> series =
        pack == nullptr
            ? nullptr
            : load_survey(places_.survey(), *pack, again, {survey::AnswersChecked::kAtOnce, recorded_.revision});
    const std::unique_ptr<audit::Plan> plan =
        series == nullptr ? nullptr
                          : load_plan(*pack, series->audited().manifest().fiscal_year, recorded_.as_of, again);
    if (plan != nullptr) return compare_parts(audit::hash_parts(*plan, series->audited()), series->audited());
    (void)session_.usage_error({"この誤りのため、ファイルのどこが変わったかまでは示せません",
                                "because of this it cannot be said what in the files has changed"});
  }

  void compare_parts(const audit::PartHashes& now, const survey::SurveyTable& survey) {
    const Date day = survey.manifest().answers_as_of;
    if (day != recorded_.answers_as_of)
      add(DifferenceKind::kDate, {fmt::format("回答時点 {} → {}", recorded_.answers_as_of.iso(), day.iso()),
                                  fmt::format("answers as of {} → {}", recorded_.answers_as_of.iso(), day.iso())});
    std::vector<Difference> rules = compare_rules(recorded_.parts.rules, now.rules);
    if (!audit::sees(recorded_.readership, audit::Content::kAnswerHashes)) {
      if (rules.empty()) explain_change("ruleset", survey, kSameRules);
      explain_change("decisions", survey, kNotNamed);
      explain_change("answers", survey, kNotNamed);
      return add_all(std::move(rules));
    }
    std::vector<Difference> decisions = compare_decisions(recorded_.parts.decisions, now.decisions, survey);
    const bool has_rows = !recorded_.parts.answers.empty() && !now.answers.empty();
    std::vector<Difference> answers =
        compare_answers(recorded_.parts, now, survey, {report_->text(), survey.manifest().id});
    if (rules.empty()) explain_change("ruleset", survey, kSameRules);
    if (decisions.empty()) explain_change("decisions", survey, kSameDecisions);
    if (answers.empty()) explain_change("answers", survey, has_rows ? kSameAnswers : kTooManyRows);
    add_all(std::move(rules));
    add_all(std::move(decisions));
    add_all(std::move(answers));
  }

  /// Says of a file that changed why nothing in it is named; not of an earlier survey's, of which nothing is recorded.
  void explain_change(std::string_view role, const survey::SurveyTable& survey, LocalizedView why) {
    const std::vector<survey::InputFile>& own = survey.inputs();
    for (const ChangedInput& changed : changed_) {
      const RecordedInput& input = *changed.input;
      const bool is_read = audit::is_of_pack(role) || std::any_of(own.begin(), own.end(), [&](const auto& file) {
                             return file.role == input.role && file.name == input.path;
                           });
      if (input.role == role && is_read) differences_[changed.difference].details.push_back(to_text(why));
    }
  }

  /// A file that is there and is another one.
  struct ChangedInput {
    const RecordedInput* input = nullptr;
    std::size_t difference = 0;  ///< Its place among the differences.
  };

  const VerifyArguments& arguments_;
  Session& session_;
  const diag::Source* report_ = nullptr;
  Provenance recorded_;
  const reports::Format* format_ = nullptr;
  audit::AuditOptions options_;
  ReportPlaces places_;
  std::vector<Difference> differences_;
  std::vector<ChangedInput> changed_;
  bool has_other_inputs_ = false;
};

}  // namespace

void add_verify_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("verify", say(kVerifySummary));
  command->footer(say(kVerifyExamples));
  auto arguments = std::make_shared<VerifyArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command
      ->add_option("report", arguments->report, say({"報告書（json html sarif）", "the report: json, html or sarif"}))
      ->required();
  const OptionAdder option{*command, language, {}};
  option("--survey", arguments->survey, "DIR",
         {"調査のフォルダー（報告書の示す場所にないとき）",
          "folder of the survey, where it is not where the report says"});
  option("--rules", arguments->rules, "PACK",
         {"同じく、規則集の名前又はフォルダー", "likewise, name or folder of the rule pack"});
  option("--baseline", arguments->baseline, "FILE", {"同じく、基準のファイル", "likewise, the baseline's file"});
  option("--root", arguments->root, "DIR",
         {"報告書の示すパスの起点（既定は報告書のフォルダーから上に探す）",
          "folder that the report's paths start from (default: looked for from the report upward)"});
  command->callback([arguments, &action] {
    action = [arguments](Session& session) { return VerifyCommand(*arguments, session).run(); };
  });
}

}  // namespace kijun::cli
