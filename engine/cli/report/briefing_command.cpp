#include "engine/cli/report/briefing_command.h"

#include <memory>
#include <sstream>

#include "engine/audit/compare/result_table.h"
#include "engine/base/glossary_scope.h"
#include "engine/cli/audit_run.h"
#include "engine/cli/outputs.h"
#include "engine/cli/report/report_inputs.h"
#include "reports/html/briefing_page.h"
#include "reports/markdown/markdown_briefing.h"
#include "reports/text/text_briefing.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kBriefingSummary{
    "審議会等に示す総括を作る：指標、圏域別の状況、確かめる必要のある回答をA4判1枚に",
    "make the one-page summary for those who decide: indicators, zones, answers in doubt"};
constexpr LocalizedView kBriefingExamples{
    "例:\n"
    "  kijun report council data/kanagawa/2018\n"
    "  kijun report council data/kanagawa/2018 --created 2019-04-05 --out html=総括.html --out text=総括.txt\n"
    "\n"
    "htmlは、ブラウザーで開いて印刷するとA4判縦1枚になります。textは、音声読み上げのためのテキスト版です（表を用いず、"
    "\n"
    "「…の順に記載」として並べます）。同じ系列の過年度の調査があるときは、最も新しいものをその年度の規則で判定し、横に"
    "並べます。",
    "Examples:\n"
    "  kijun report council data/kanagawa/2018\n"
    "  kijun report council data/kanagawa/2018 --created 2019-04-05 --out html=council.html --out text=council.txt\n"
    "\n"
    "html prints from a browser as one A4 sheet. text is for screen readers: no tables, each is introduced by the "
    "order\n"
    "its values stand in. Where there is an earlier survey of the series, the newest is judged by the rules of its "
    "own\n"
    "year and stands beside."};

struct BriefingArguments {
  ReportInputs inputs;
  std::vector<std::string> outputs;
};

const std::vector<std::string> kBriefingFormats{"markdown", "html", "pdf", "text"};

class BriefingCommand {
 public:
  BriefingCommand(const BriefingArguments& arguments, Session& session) : arguments_(arguments), session_(session) {}

  ExitCode run() {
    if (!parse()) return ExitCode::kCouldNotRun;
    const std::optional<InputPaths> paths = require_paths(arguments_.inputs.paths, session_);
    if (!paths) return ExitCode::kCouldNotRun;
    AuditRun audit(request_for(*paths, as_of_), session_);
    if (!audit.run()) return ExitCode::kCouldNotRun;
    const GlossaryScope terms(audit.model().run().glossary);
    const std::unique_ptr<AuditRun> before = judge_earlier(audit, paths->rules);
    const std::optional<reports::EarlierYear> earlier = compare(audit, before.get());
    const reports::GapReport report = reports::build_gap_report(audit.model());
    const reports::BriefingPage page = reports::build_briefing_page(report, earlier ? &*earlier : nullptr, created_);
    const bool is_written = make_outputs(
        outputs_, [&](const std::string& format) { return content(page, format); }, session_);
    return is_written ? ExitCode::kClean : ExitCode::kCouldNotRun;
  }

 private:
  bool parse() {
    std::optional<std::vector<Output>> outputs = parse_outputs(arguments_.outputs, kBriefingFormats, session_);
    if (!outputs) return false;
    outputs_ = std::move(*outputs);
    if (outputs_.empty()) outputs_.push_back({"markdown", "-"});
    return parse_given_day("--as-of", arguments_.inputs.as_of, as_of_, session_) &&
           parse_given_day("--created", arguments_.inputs.created, created_, session_);
  }

  static AuditRequest request_for(const InputPaths& paths, std::optional<Date> as_of) {
    AuditRequest request;
    request.paths = paths;
    request.as_of = as_of;
    request.will_compare = true;
    return request;
  }

  /// The newest earlier survey by the rules of its own year and as of its own day; null where there is none, or where it
  /// cannot be judged (printed).
  std::unique_ptr<AuditRun> judge_earlier(const AuditRun& audit, const std::string& rules) {
    if (!audit.newest_earlier()) return nullptr;
    auto before =
        std::make_unique<AuditRun>(request_for({audit.newest_earlier()->folder, rules}, std::nullopt), session_);
    return before->run() ? std::move(before) : nullptr;
  }

  static std::optional<reports::EarlierYear> compare(const AuditRun& audit, const AuditRun* before) {
    if (!audit.newest_earlier()) return std::nullopt;
    reports::EarlierYear earlier;
    earlier.fiscal_year = audit.newest_earlier()->fiscal_year;
    if (before == nullptr) return earlier;
    earlier.result = &before->model();
    const audit::ResultTable old_table = audit::ResultTable::of(before->model());
    const audit::ResultTable new_table = audit::ResultTable::of(audit.model());
    audit::Corners corners;
    corners.tables[audit::kOldCorner] = &old_table;
    corners.tables[audit::kNewCorner] = &new_table;
    earlier.indicators = audit::compare_indicators(corners, before->facts(), audit.facts(), earlier.min_response);
    return earlier;
  }

  [[nodiscard]] Result<std::string> content(const reports::BriefingPage& page, const std::string& format) const {
    std::ostringstream out;
    if (format == "text")
      reports::write_text_briefing(page, session_.language, out);
    else if (format == "markdown")
      reports::write_markdown_briefing(page, session_.language, out);
    else
      reports::write_briefing_page(page, session_.language, out);
    return format == "pdf" ? session_.print_pdf(std::move(out).str()) : Result<std::string>(std::move(out).str());
  }

  const BriefingArguments& arguments_;
  Session& session_;
  std::vector<Output> outputs_;
  std::optional<Date> as_of_;
  std::optional<Date> created_;
};

}  // namespace

void add_report_briefing(CLI::App& report, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* briefing = report.add_subcommand("council", say(kBriefingSummary));
  briefing->footer(say(kBriefingExamples));
  auto arguments = std::make_shared<BriefingArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  const OptionAdder option{*briefing, language, {}};
  add_report_inputs(option, arguments->inputs);
  option("--created", arguments->inputs.created, "DATE",
         {"作成日（示さないときは「記載なし」と印字する）",
          "day it was made; without it the page says that none is stated"});
  option("--out", arguments->outputs, "FORMAT=PATH",
         {"markdown（既定） html pdf text。繰り返し指定できる", "markdown (default) html pdf text; repeatable"});
  briefing->callback([arguments, &action] {
    action = [arguments](Session& session) { return BriefingCommand(*arguments, session).run(); };
  });
}

}  // namespace kijun::cli
