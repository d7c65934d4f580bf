#include "engine/cli/report/results_command.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <set>
#include <sstream>

#include "engine/base/glossary_scope.h"
#include "engine/cli/audit_run.h"
#include "engine/cli/compared_year.h"
#include "engine/cli/outputs.h"
#include "engine/cli/progress.h"
#include "engine/cli/report/paper_folder.h"
#include "engine/cli/report/record_run.h"
#include "engine/cli/report/report_inputs.h"
#include "engine/cli/word_options.h"
#include "reports/html/html_report.h"
#include "reports/html/result_sheet.h"

namespace kijun::cli {
namespace {

using audit::Readership;

constexpr LocalizedView kResultsSummary{
    "報告書をPDFにする。市町村別結果票を、その市町村のための一つずつのファイルにする",
    "print the gap report to PDF; write the result sheet of each municipality into a file of its own"};
constexpr LocalizedView kResultsExamples{
    "例:\n"
    "  kijun report results data/kanagawa/2018 --out pdf=報告書.pdf\n"
    "  kijun report results data/kanagawa/2018 --out pdf=公表用.pdf --audience public --created 2019-04-05\n"
    "  kijun report results data/kanagawa/2018 --sheets html=結果票 --sheets pdf=結果票印刷用\n"
    "  kijun report results data/kanagawa/2018 --sheets html=結果票 --for 秦野市 --for 平塚市\n"
    "\n"
    "pdfは、この機械にあるChromium（又はこれに基づくブラウザー）で作ります。ないときは、htmlをブラウザーで開いて印刷し"
    "て\n"
    "ください。--sheetsの各ファイルには、その市町村のデータだけが入ります（--audience municipalityと同じ）。",
    "Examples:\n"
    "  kijun report results data/kanagawa/2018 --out pdf=report.pdf\n"
    "  kijun report results data/kanagawa/2018 --out pdf=public.pdf --audience public --created 2019-04-05\n"
    "  kijun report results data/kanagawa/2018 --sheets html=sheets --sheets pdf=for-print\n"
    "  kijun report results data/kanagawa/2018 --sheets html=sheets --for 秦野市 --for 平塚市\n"
    "\n"
    "pdf takes a Chromium (or a browser made of it) of this machine; without one open html in a browser and print it.\n"
    "A file of --sheets holds the data of its municipality alone, as --audience municipality does."};

struct ResultsArguments {
  ReportInputs inputs;
  std::vector<std::string> outputs;
  std::vector<std::string> sheets;
  std::vector<std::string> records;
  std::string audience = "internal";
};

const std::vector<std::string> kResultsFormats{"html", "pdf"};

/// All but a municipality, which gets a sheet.
std::vector<std::string> readers_of_reports() {
  std::vector<std::string> ids;
  for (const Readership readership : audit::kAllReaderships)
    if (readership != Readership::kMunicipality) ids.emplace_back(audit::readership_id(readership));
  return ids;
}

class ResultsCommand {
 public:
  ResultsCommand(const ResultsArguments& arguments, Session& session) : arguments_(arguments), session_(session) {}

  ExitCode run() {
    if (!parse()) return ExitCode::kCouldNotRun;
    std::optional<InputPaths> paths = require_paths(arguments_.inputs.paths, session_);
    if (!paths) return ExitCode::kCouldNotRun;
    paths_ = std::move(*paths);
    AuditRequest request;
    request.paths = paths_;
    request.as_of = as_of_;
    request.options.readership = readership_;
    AuditRun audit(std::move(request), session_);
    if (!audit.run()) return ExitCode::kCouldNotRun;
    const GlossaryScope terms(audit.model().run().glossary);
    if (!is_writable(audit.model())) return ExitCode::kCouldNotRun;
    const bool is_done = write_report(audit) && write_sheets(audit.model());
    return is_done ? ExitCode::kClean : ExitCode::kCouldNotRun;
  }

 private:
  bool parse() {
    std::optional<std::vector<Output>> outputs = parse_outputs(arguments_.outputs, kResultsFormats, session_);
    std::optional<std::vector<Output>> folders = parse_folders(arguments_.sheets, kResultsFormats, session_);
    if (!outputs || !folders) return false;
    outputs_ = std::move(*outputs);
    folders_ = std::move(*folders);
    if (outputs_.empty() && folders_.empty()) return nothing_to_write();
    const std::optional<Readership> readership = audit::parse_readership(arguments_.audience);
    if (!readership || *readership == Readership::kMunicipality)
      return wrong_word("--audience", arguments_.audience, readers_of_reports(), session_);
    readership_ = *readership;
    options_.language = session_.language;
    return parse_given_day("--as-of", arguments_.inputs.as_of, as_of_, session_) &&
           parse_given_day("--created", arguments_.inputs.created, options_.created, session_);
  }

  bool nothing_to_write() {
    (void)session_.usage_error(
        {"何を作るかが指定されていません", "nothing to make was asked for"},
        {"報告書は`--out pdf=ファイル名`、市町村別結果票は`--sheets html=フォルダー`で指定してください",
         "ask for the report with `--out pdf=FILE`, for the sheets with `--sheets html=FOLDER`"});
    return false;
  }

  bool is_writable(const audit::ResultModel& model) {
    const std::optional<reports::Refusal> refusal = reports::refuse_html(model, options_);
    if (refusal) (void)session_.usage_error(refusal->reason, refusal->instead);
    return !refusal;
  }

  bool write_report(const AuditRun& audit) {
    if (outputs_.empty()) return true;
    const ComparedYear earlier(audit, session_);
    reports::ReportOptions options = options_;
    options.earlier = &earlier.view();
    return make_outputs(
        outputs_,
        [&](const std::string& format) { return as_format(page_for(format, audit.model(), options), format); },
        session_);
  }

  /// Printed without its script, a page has to have everything in its place.
  static std::string page_for(const std::string& format, const audit::ResultModel& model,
                              const reports::ReportOptions& options) {
    std::ostringstream out;
    const reports::WriteReport write = format == "pdf" ? reports::write_plain_html : reports::write_html;
    write(model, options, out);
    return std::move(out).str();
  }

  [[nodiscard]] Result<std::string> as_format(const std::string& page, const std::string& format) const {
    return format == "pdf" ? session_.print_pdf(page) : Result<std::string>(page);
  }

  /// Every page is made before the first file is written.
  bool write_sheets(const audit::ResultModel& model) {
    if (folders_.empty()) return true;
    const std::optional<std::vector<Sheet>> sheets = make_sheets(model);
    if (!sheets) return false;
    for (const Output& folder : folders_) {
      std::vector<NewFile> files;
      const Progress progress(session_, {"結果票を作っています", "making the sheets"});
      for (const Sheet& sheet : *sheets) {
        Result<std::string> bytes = as_format(sheet.page, folder.format);
        if (!bytes) {
          session_.report_unwritten(folder.path, bytes.error());
          return false;
        }
        files.push_back({fmt::format("m-{}.{}", sheet.code, folder.format), std::move(*bytes)});
      }
      if (!write_folder(folder.path, files, session_)) return false;
    }
    say_number(sheets->size());
    return true;
  }

  struct Sheet {
    std::string code;
    std::string page;
  };

  std::optional<std::vector<Sheet>> make_sheets(const audit::ResultModel& model) {
    const std::optional<std::set<std::string>> chosen = chosen_codes(model);
    if (!chosen) return std::nullopt;
    std::vector<Sheet> sheets;
    for (const table::SubjectRef record : model.records()) {
      const std::string code = model.subject(record).name.code;
      if (!chosen->empty() && !chosen->contains(code)) continue;
      RecordRun run(paths_, as_of_, code, session_);
      if (!run.run()) return std::nullopt;
      std::ostringstream page;
      reports::write_result_sheet(run.model(), options_, page);
      sheets.push_back({code, std::move(page).str()});
    }
    return sheets;
  }

  /// Codes of those who were named; none for all; nothing after a usage error.
  std::optional<std::set<std::string>> chosen_codes(const audit::ResultModel& model) {
    std::set<std::string> codes;
    for (const std::string& name : arguments_.records) {
      std::vector<std::string> known;
      std::optional<std::string> found;
      for (const table::SubjectRef record : model.records()) {
        const table::SubjectName subject = model.subject(record).name;
        known.push_back(subject.name.in(session_.language));
        if (is_named(subject, name)) found = subject.code;
      }
      if (!found) {
        (void)wrong_word("--for", name, known, session_);
        return std::nullopt;
      }
      codes.insert(*found);
    }
    return codes;
  }

  void say_number(std::size_t number) {
    if (session_.quiet) return;
    session_.err << session_.say(
        {fmt::format("結果票{}件を書きました\n", number), fmt::format("{} sheets written\n", number)});
  }

  const ResultsArguments& arguments_;
  Session& session_;
  InputPaths paths_;
  std::vector<Output> outputs_;
  std::vector<Output> folders_;
  std::optional<Date> as_of_;
  Readership readership_ = Readership::kInternal;
  reports::ReportOptions options_;
};

}  // namespace

void add_report_results(CLI::App& report, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* results = report.add_subcommand("results", say(kResultsSummary));
  results->footer(say(kResultsExamples));
  auto arguments = std::make_shared<ResultsArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  const OptionAdder option{*results, language, {}};
  add_report_inputs(option, arguments->inputs);
  option("--out", arguments->outputs, "FORMAT=PATH",
         {"報告書全体（pdf html）。繰り返し指定できる", "the whole report: pdf html; repeatable"});
  option("--sheets", arguments->sheets, "FORMAT=DIR",
         {"市町村等ごとに一つのファイル（html pdf）をフォルダーに書く。繰り返し指定できる",
          "one file (html pdf) for each record into a folder; repeatable"});
  option("--for", arguments->records, "NAME",
         {"この市町村等の結果票だけ。繰り返し指定できる", "only the sheet of this record; repeatable"});
  option(
      "--audience", arguments->audience, "WHO",
      {"報告書全体の配布先（audit --audienceの語。既定internal。市町村には--sheets）",
       "whom the whole report is for, as audit --audience takes it (default internal; for municipalities --sheets)"});
  option("--created", arguments->inputs.created, "DATE", {"作成日", "day it was made"});
  results->callback([arguments, &action] {
    action = [arguments](Session& session) { return ResultsCommand(*arguments, session).run(); };
  });
}

}  // namespace kijun::cli
