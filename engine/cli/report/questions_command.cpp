#include "engine/cli/report/questions_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <span>
#include <sstream>

#include "engine/audit/questions/question_plan.h"
#include "engine/cli/audit_run.h"
#include "engine/cli/outputs.h"
#include "engine/cli/report/paper_folder.h"
#include "engine/cli/report/report_inputs.h"
#include "engine/diag/suggestion.h"
#include "reports/html/question_page.h"
#include "reports/markdown/markdown_questions.h"
#include "reports/words/words.h"
#include "reports/xlsx/question_workbook.h"

namespace kijun::cli {
namespace {

using reports::QuestionSheet;

constexpr LocalizedView kSummary{
    "照会票を作る：判定保留を決めるのに最小限の問、矛盾と無回答の確認を、照会先ごとに",
    "make the sheets of questions: the fewest that decide what is undecided, contradictions and blanks, by addressee"};
constexpr LocalizedView kExamples{
    "例:\n"
    "  kijun report questions data/kanagawa/2018\n"
    "  kijun report questions data/kanagawa/2018 --out html=照会票.html --reply-by 2019-04-26 \\\n"
    "      --document-number 障福第123号 --contact \"障害福祉課 045-000-0000\" --created 2019-04-05\n"
    "  kijun report questions data/kanagawa/2018 --for 清川村 --out markdown\n"
    "  kijun report questions data/kanagawa/2018 --sheets xlsx=照会票 --sheets html=照会票印刷用\n"
    "\n"
    "--outは全照会先を一つのファイルに、--sheetsは照会先ごとに一つのファイルをフォルダーに書きます\n"
    "（同じ名前のファイルが既にあるときは、何も書きません）。",
    "Examples:\n"
    "  kijun report questions data/kanagawa/2018\n"
    "  kijun report questions data/kanagawa/2018 --out html=questions.html --reply-by 2019-04-26 \\\n"
    "      --document-number 障福第123号 --contact \"welfare section 045-000-0000\" --created 2019-04-05\n"
    "  kijun report questions data/kanagawa/2018 --for 清川村 --out markdown\n"
    "  kijun report questions data/kanagawa/2018 --sheets xlsx=questions --sheets html=for-print\n"
    "\n"
    "--out writes all addressees into one file, --sheets one file for each into a folder (and nothing when one of\n"
    "them is there already)."};

struct QuestionsArguments {
  ReportInputs inputs;
  std::string reply_by;
  std::string document_number;
  std::string contact;
  std::vector<std::string> addressees;
  std::vector<std::string> outputs;
  std::vector<std::string> sheets;
};

const std::vector<std::string> kFormats{"markdown", "html", "pdf", "xlsx"};

std::string_view ending_of(const std::string& format) { return format == "markdown" ? "md" : std::string_view(format); }

class QuestionsCommand {
 public:
  QuestionsCommand(const QuestionsArguments& arguments, Session& session) : arguments_(arguments), session_(session) {}

  ExitCode run() {
    if (!parse()) return ExitCode::kCouldNotRun;
    const std::optional<InputPaths> paths = require_paths(arguments_.inputs.paths, session_);
    if (!paths) return ExitCode::kCouldNotRun;
    AuditRequest request;
    request.paths = *paths;
    request.as_of = as_of_;
    AuditRun audit(std::move(request), session_);
    if (!audit.run()) return ExitCode::kCouldNotRun;
    const reports::GapReport report = reports::build_gap_report(audit.model());
    if (!report.shows_records) return too_many_records();
    if (!choose_sheets(report) || !write(report)) return ExitCode::kCouldNotRun;
    say_number(audit.model().questions());
    return ExitCode::kClean;
  }

 private:
  bool parse() {
    std::optional<std::vector<Output>> outputs = parse_outputs(arguments_.outputs, kFormats, session_);
    std::optional<std::vector<Output>> sheets = parse_folders(arguments_.sheets, kFormats, session_);
    if (!outputs || !sheets) return false;
    outputs_ = std::move(*outputs);
    folders_ = std::move(*sheets);
    if (outputs_.empty() && folders_.empty()) outputs_.push_back({"markdown", "-"});
    letter_.document_number = arguments_.document_number;
    letter_.contact = arguments_.contact;
    return parse_given_day("--as-of", arguments_.inputs.as_of, as_of_, session_) &&
           parse_given_day("--created", arguments_.inputs.created, letter_.date, session_) &&
           parse_given_day("--reply-by", arguments_.reply_by, letter_.reply_by, session_);
  }

  ExitCode too_many_records() {
    return session_.usage_error(
        {"回答した団体が多いため、照会票を一度に作れません", "too many records for sheets of questions"},
        {"調査を分けて実行してください", "run it over a part of the survey"});
  }

  /// The sheets of those who were named, or all.
  bool choose_sheets(const reports::GapReport& report) {
    if (arguments_.addressees.empty()) sheets_ = report.questions;
    for (const std::string& name : arguments_.addressees) {
      const auto found = std::find_if(
          report.questions.begin(), report.questions.end(),
          [&](const QuestionSheet& sheet) { return is_named(report.subjects[sheet.subject].info.name, name); });
      if (found == report.questions.end()) return no_such_addressee(report, name);
      sheets_.push_back(*found);
    }
    return true;
  }

  bool no_such_addressee(const reports::GapReport& report, const std::string& name) {
    std::vector<std::string> known;
    for (const QuestionSheet& sheet : report.questions)
      known.push_back(report.subjects[sheet.subject].info.name.name.in(session_.language));
    (void)session_.usage_error(
        {fmt::format("`{}`に照会する事項はありません", name), fmt::format("there is nothing to ask `{}`", name)},
        diag::did_you_mean_among(diag::suggest(name, known), {"--forを付けずに実行すると、照会先の一覧が分かります",
                                                              "without --for all addressees are listed"}));
    return false;
  }

  bool write(const reports::GapReport& report) {
    for (const Output& folder : folders_)
      if (!write_folder(report, folder)) return false;
    if (outputs_.empty()) return true;
    return make_outputs(
        outputs_, [&](const std::string& format) { return content(report, sheets_, format); }, session_);
  }

  /// One file for each addressee, all of them or none.
  bool write_folder(const reports::GapReport& report, const Output& folder) {
    std::vector<NewFile> files;
    for (const QuestionSheet& sheet : sheets_) {
      Result<std::string> bytes = content(report, {&sheet, 1}, folder.format);
      if (!bytes) {
        session_.report_unwritten(folder.path, bytes.error());
        return false;
      }
      files.push_back(
          {fmt::format("{}.{}", report.subjects[sheet.subject].anchor, ending_of(folder.format)), std::move(*bytes)});
    }
    return cli::write_folder(folder.path, files, session_);
  }

  [[nodiscard]] Result<std::string> content(const reports::GapReport& report, std::span<const QuestionSheet> sheets,
                                            const std::string& format) const {
    const Language language = session_.language;
    if (format == "xlsx") return reports::workbook_bytes(reports::question_workbook(report, sheets, letter_, language));
    std::ostringstream out;
    if (format == "markdown")
      reports::write_markdown_questions(report, sheets, letter_, language, out);
    else
      reports::write_question_page(report, sheets, letter_, language, out);
    return format == "pdf" ? session_.print_pdf(std::move(out).str()) : Result<std::string>(std::move(out).str());
  }

  void say_number(const audit::QuestionPlan& plan) {
    if (session_.quiet) return;
    std::size_t num_questions = 0;
    for (const QuestionSheet& sheet : sheets_) num_questions += sheet.questions.size();
    session_.err << reports::fill(reports::Word::kNumLetters,
                                  {{"addressees", sheets_.size()}, {"questions", num_questions}})
                        .in(session_.language)
                 << '\n';
    const auto num_beyond = std::count_if(plan.beyond_asking.begin(), plan.beyond_asking.end(),
                                          [&](std::size_t at) { return !plan.results[at].indicator.has_value(); });
    if (num_beyond == 0) return;
    session_.err << session_.say(
        {fmt::format(
             "何と答えられても決まらない判定保留{}件は照会しません（報告書の「判定していないものとその理由」）\n",
             num_beyond),
         fmt::format("not asked for, since no answer decides it: {} undecided (in the report: not judged and why)\n",
                     num_beyond)});
  }

  const QuestionsArguments& arguments_;
  Session& session_;
  std::vector<Output> outputs_;
  std::vector<Output> folders_;
  reports::QuestionLetter letter_;
  std::optional<Date> as_of_;
  std::vector<QuestionSheet> sheets_;
};

}  // namespace

void add_report_questions(CLI::App& report, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* questions = report.add_subcommand("questions", say(kSummary));
  questions->footer(say(kExamples));
  auto arguments = std::make_shared<QuestionsArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  const OptionAdder option{*questions, language, {}};
  add_report_inputs(option, arguments->inputs);
  option("--out", arguments->outputs, "FORMAT=PATH",
         {"全照会先を一つに（markdown html pdf xlsx。既定markdown）。繰り返し指定できる",
          "all addressees in one: markdown (default) html pdf xlsx; repeatable"});
  option("--sheets", arguments->sheets, "FORMAT=DIR",
         {"照会先ごとに一つのファイルをフォルダーに書く。繰り返し指定できる",
          "one file for each addressee into a folder; repeatable"});
  option("--for", arguments->addressees, "NAME",
         {"この照会先（市町村等又は会議体）だけ", "only this addressee (municipality, other record or body)"});
  option("--document-number", arguments->document_number, "NUMBER", {"文書番号", "document number"});
  option("--created", arguments->inputs.created, "DATE", {"文書の日付", "date of the letter"});
  option("--reply-by", arguments->reply_by, "DATE", {"回答期限", "day to reply by"});
  option("--contact", arguments->contact, "NAME", {"担当（課、電話番号等）", "contact: section, telephone …"});
  questions->callback([arguments, &action] {
    action = [arguments](Session& session) { return QuestionsCommand(*arguments, session).run(); };
  });
}

}  // namespace kijun::cli
