#include "engine/cli/report/questions_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <span>
#include <sstream>
#include <utility>

#include "engine/audit/questions/question_plan.h"
#include "engine/base/glossary_scope.h"
#include "engine/cli/audit_run.h"
#include "engine/cli/outputs.h"
#include "engine/cli/report/paper_folder.h"
#include "engine/cli/report/record_run.h"
#include "engine/cli/report/report_inputs.h"
#include "engine/cli/word_options.h"
#include "engine/diag/suggestion.h"
#include "reports/html/question_page.h"
#include "reports/markdown/markdown_questions.h"
#include "reports/words/words.h"
#include "reports/xlsx/question_workbook.h"

namespace kijun::cli {
namespace {

using audit::Readership;
using reports::QuestionSheet;

constexpr LocalizedView kQuestionsSummary{
    "照会票を作る：判定保留を決めるのに最小限の問、矛盾と無回答の確認を、照会先ごとに",
    "make the sheets of questions: the fewest that decide what is undecided, contradictions and blanks, by addressee"};
constexpr LocalizedView kQuestionsExamples{
    "例:\n"
    "  kijun report questions data/kanagawa/2018\n"
    "  kijun report questions data/kanagawa/2018 --out html=照会票.html --reply-by 2019-04-26 \\\n"
    "      --document-number 障福第123号 --contact \"障害福祉課 045-000-0000\" --created 2019-04-05\n"
    "  kijun report questions data/kanagawa/2018 --for 清川村 --out markdown\n"
    "  kijun report questions data/kanagawa/2018 --sheets xlsx=照会票 --sheets html=照会票印刷用\n"
    "  kijun report questions data/kanagawa/2018 --audience municipality --sheets xlsx=送付用\n"
    "\n"
    "--outは全照会先を一つのファイルに、--sheetsは照会先ごとに一つのファイルをフォルダーに書きます\n"
    "（同じ名前のファイルが既にあるときは、何も書きません）。--audience municipalityは、各照会票を、その団体の\n"
    "データだけから作ります（他の団体の回答を引用する問は載せません）。",
    "Examples:\n"
    "  kijun report questions data/kanagawa/2018\n"
    "  kijun report questions data/kanagawa/2018 --out html=questions.html --reply-by 2019-04-26 \\\n"
    "      --document-number 障福第123号 --contact \"welfare section 045-000-0000\" --created 2019-04-05\n"
    "  kijun report questions data/kanagawa/2018 --for 清川村 --out markdown\n"
    "  kijun report questions data/kanagawa/2018 --sheets xlsx=questions --sheets html=for-print\n"
    "  kijun report questions data/kanagawa/2018 --audience municipality --sheets xlsx=to-send\n"
    "\n"
    "--out writes all addressees into one file, --sheets one file for each into a folder (and nothing when one of\n"
    "them is there already). --audience municipality makes each sheet of the data of its addressee alone, without the\n"
    "questions that rest on others."};

struct QuestionsArguments {
  ReportInputs inputs;
  std::string reply_by;
  std::string document_number;
  std::string contact;
  std::vector<std::string> addressees;
  std::vector<std::string> outputs;
  std::vector<std::string> sheets;
  std::string audience = "internal";
};

const std::vector<std::string> kQuestionsFormats{"markdown", "html", "pdf", "xlsx"};

std::string_view ending_of(const std::string& format) { return format == "markdown" ? "md" : std::string_view(format); }

/// Whom a letter of questions can be for.
const std::vector<std::string> kReaders{std::string(audit::readership_id(Readership::kInternal)),
                                        std::string(audit::readership_id(Readership::kMunicipality))};

/// The sheet of one addressee, with the report it is part of.
struct Letter {
  const reports::GapReport* report = nullptr;
  QuestionSheet sheet;
};

/// The run that a letter is made of, and its report.
struct OwnRun {
  std::unique_ptr<RecordRun> run;
  reports::GapReport report;
};

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
    const GlossaryScope terms(audit.model().run().glossary);
    const reports::GapReport report = reports::build_gap_report(audit.model());
    if (!report.shows_records) return too_many_records();
    if (!choose_sheets(report)) return ExitCode::kCouldNotRun;
    if (readership_ == Readership::kMunicipality && !make_own_letters(*paths)) return ExitCode::kCouldNotRun;
    if (!is_one_file_for_one_reader() || !write(report)) return ExitCode::kCouldNotRun;
    say_number(audit.model().questions());
    return ExitCode::kClean;
  }

 private:
  bool parse() {
    std::optional<std::vector<Output>> outputs = parse_outputs(arguments_.outputs, kQuestionsFormats, session_);
    std::optional<std::vector<Output>> sheets = parse_folders(arguments_.sheets, kQuestionsFormats, session_);
    if (!outputs || !sheets) return false;
    outputs_ = std::move(*outputs);
    folders_ = std::move(*sheets);
    if (outputs_.empty() && folders_.empty()) outputs_.push_back({"markdown", "-"});
    if (!parse_readers()) return false;
    letter_.document_number = arguments_.document_number;
    letter_.contact = arguments_.contact;
    return parse_given_day("--as-of", arguments_.inputs.as_of, as_of_, session_) &&
           parse_given_day("--created", arguments_.inputs.created, letter_.date, session_) &&
           parse_given_day("--reply-by", arguments_.reply_by, letter_.reply_by, session_);
  }

  /// A sheet asks somebody: the council and the public have nothing to answer.
  bool parse_readers() {
    const std::optional<Readership> readership = audit::parse_readership(arguments_.audience);
    if (readership == Readership::kCouncil || readership == Readership::kPublic) {
      (void)session_.usage_error(
          {fmt::format("`--audience {}`の照会票はありません", arguments_.audience),
           fmt::format("there are no sheets of questions for `--audience {}`", arguments_.audience)},
          {"照会票は、回答する団体に送る文書です。`municipality`（その団体のデータだけで作る）か`internal`"
           "を指定してください",
           "they ask those who answered; say `municipality` (made of the addressee's data alone) or `internal`"});
      return false;
    }
    if (!readership) return wrong_word("--audience", arguments_.audience, kReaders, session_);
    readership_ = *readership;
    return true;
  }

  ExitCode too_many_records() {
    return session_.usage_error(
        {"回答した団体が多いため、照会票を一度に作れません", "too many records for sheets of questions"},
        {"調査を分けて実行してください", "run it over a part of the survey"});
  }

  /// The sheets of those who were named, or all.
  bool choose_sheets(const reports::GapReport& report) {
    const auto add = [&](const QuestionSheet& sheet) { letters_.push_back({&report, sheet}); };
    if (arguments_.addressees.empty()) std::for_each(report.questions.begin(), report.questions.end(), add);
    for (const std::string& name : arguments_.addressees) {
      const auto found = std::find_if(
          report.questions.begin(), report.questions.end(),
          [&](const QuestionSheet& sheet) { return is_named(report.subjects[sheet.subject].info.name, name); });
      if (found == report.questions.end()) return no_such_addressee(report, name);
      add(*found);
    }
    return true;
  }

  /// Makes the letters anew, each by a run that sees the data of its addressee alone. What that leaves out is counted.
  bool make_own_letters(const InputPaths& paths) {
    std::vector<Letter> own;
    for (const Letter& letter : std::exchange(letters_, {})) {
      const reports::SubjectView& addressee = letter.report->subjects[letter.sheet.subject];
      num_left_out_ += letter.sheet.questions.size();
      if (addressee.ref.space != table::kRecordSpace) continue;
      auto run = std::make_unique<RecordRun>(paths, as_of_, addressee.info.name.code, session_);
      if (!run->run()) return false;
      reports::GapReport report = reports::build_gap_report(run->model());
      const OwnRun& made = own_runs_.emplace_back(OwnRun{std::move(run), std::move(report)});
      for (const QuestionSheet& sheet : made.report.questions) {
        num_left_out_ -= std::min(num_left_out_, sheet.questions.size());
        own.push_back({&made.report, sheet});
      }
    }
    letters_ = std::move(own);
    return !letters_.empty() || nothing_of_its_own();
  }

  bool nothing_of_its_own() {
    (void)session_.usage_error(
        {"その団体のデータだけで照会する事項はありません",
         "there is nothing to ask that rests on the addressee's data alone"},
        {"会議体の事務局への照会票と、他の団体の回答に関わる問は、`--audience`を付けずに作れます",
         "sheets for bodies, and questions that rest on others, are made without `--audience`"});
    return false;
  }

  /// A file of `--out` holds every letter.
  bool is_one_file_for_one_reader() {
    if (readership_ != Readership::kMunicipality || outputs_.empty() || letters_.size() == 1) return true;
    (void)session_.usage_error(
        {"一つのファイルに、複数の団体の照会票は入れられません",
         "one file cannot hold the sheets of several municipalities"},
        {"照会先ごとのファイルは`--sheets 形式=フォルダー`で作れます。一つの団体だけなら`--for`を付けてください",
         "`--sheets FORMAT=FOLDER` makes a file for each; for one alone add `--for`"});
    return false;
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
      if (!write_folder(folder)) return false;
    if (outputs_.empty()) return true;
    std::vector<QuestionSheet> sheets;
    for (const Letter& letter : letters_) sheets.push_back(letter.sheet);
    const reports::GapReport& source = letters_.empty() ? report : *letters_.front().report;
    return make_outputs(
        outputs_, [&](const std::string& format) { return content(source, sheets, format); }, session_);
  }

  /// One file for each addressee, all of them or none.
  bool write_folder(const Output& folder) {
    std::vector<NewFile> files;
    for (const auto& [report, sheet] : letters_) {
      Result<std::string> bytes = content(*report, {&sheet, 1}, folder.format);
      if (!bytes) {
        session_.report_unwritten(folder.path, bytes.error());
        return false;
      }
      files.push_back(
          {fmt::format("{}.{}", report->subjects[sheet.subject].anchor, ending_of(folder.format)), std::move(*bytes)});
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
    for (const Letter& letter : letters_) num_questions += letter.sheet.questions.size();
    session_.err << reports::fill(reports::Word::kNumLetters,
                                  {{"addressees", letters_.size()}, {"questions", num_questions}})
                        .in(session_.language)
                 << '\n';
    if (num_left_out_ != 0)
      session_.err << session_.say(
          {fmt::format(
               "他の団体の回答に関わる問と会議体への問{}件は、載せていません（--audience internalで作れます）\n",
               num_left_out_),
           fmt::format(
               "left out, since they rest on others or are for bodies: {} questions (--audience internal has them)\n",
               num_left_out_)});
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
  Readership readership_ = Readership::kInternal;
  std::deque<OwnRun> own_runs_;  ///< Letters point into them.
  std::vector<Letter> letters_;
  std::size_t num_left_out_ = 0;  ///< Questions of the office's own sheets that the letters do not have.
};

}  // namespace

void add_report_questions(CLI::App& report, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* questions = report.add_subcommand("questions", say(kQuestionsSummary));
  questions->footer(say(kQuestionsExamples));
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
  option("--audience", arguments->audience, "WHO",
         {"照会票の配布先：internal（既定）又はmunicipality（その団体のデータだけで作る）",
          "whom the sheets are for: internal (default), or municipality (made of the addressee's data alone)"});
  option("--document-number", arguments->document_number, "NUMBER", {"文書番号", "document number"});
  option("--created", arguments->inputs.created, "DATE", {"文書の日付", "date of the letter"});
  option("--reply-by", arguments->reply_by, "DATE", {"回答期限", "day to reply by"});
  option("--contact", arguments->contact, "NAME", {"担当（課、電話番号等）", "contact: section, telephone …"});
  questions->callback([arguments, &action] {
    action = [arguments](Session& session) { return QuestionsCommand(*arguments, session).run(); };
  });
}

}  // namespace kijun::cli
