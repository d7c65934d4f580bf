#include "reports/checkstyle/checkstyle_report.h"

#include "reports/ci/ci_result.h"
#include "reports/ci/notifications.h"
#include "reports/ci/source_paths.h"
#include "reports/escape/short_text.h"
#include "reports/escape/xml_writer.h"

namespace kijun::reports {
namespace {

/// Code points of a message.
constexpr std::size_t kMaxMessage = 2000;

/// Writes errors, those of one file that follow each other in one element.
class CheckstyleLog {
 public:
  CheckstyleLog(std::ostream& out, Language language) : xml_(out), language_(language) {
    xml_.open("checkstyle", {{"version", "8.0"}});
  }

  void add(const audit::Place& at, std::string_view severity, const LocalizedText& message, const std::string& source) {
    if (at.file != file_ || !is_open_) {
      end_file();
      xml_.open("file", {{"name", at.file}});
      file_ = at.file;
      is_open_ = true;
    }
    xml_.empty("error", {{"line", std::to_string(at.line)},
                         {"column", std::to_string(at.column)},
                         {"severity", std::string(severity)},
                         {"message", inert_text(message.in(language_), kMaxMessage)},
                         {"source", source}});
  }
  void end() {
    end_file();
    xml_.close();
  }

 private:
  void end_file() {
    if (is_open_) xml_.close();
    is_open_ = false;
  }

  XmlWriter xml_;
  Language language_;
  std::string file_;
  bool is_open_ = false;
};

void write_notifications(const audit::ResultModel* model, const ReportOptions& options, CheckstyleLog& log) {
  for (const CiNotification& each : collect_notifications(model, options))
    log.add(each.at, map_notification(each.level).checkstyle, each.message, each.code);
}

}  // namespace

void write_checkstyle_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  CheckstyleLog log(out, options.language);
  write_notifications(&model, options, log);
  const CiResults results(model, options);
  results.each(ResultsShown::kFindings, [&](ResultAt where) {
    if (results.mapping(where).checkstyle.empty()) return;
    const CiResult result = results.make(where);
    log.add(result.anchor.at, result.mapping.checkstyle, result.message, result.rule->id);
  });
  const LeftOut left_out = count_left_out(model, options, &CiMapping::checkstyle);
  if (left_out.total() != 0)
    log.add(SourcePaths(options.ci.folders).manifest(), "info", left_out_text(left_out), "kijun.left-out");
  log.end();
}

void write_checkstyle_failure(const ReportOptions& options, std::ostream& out) {
  CheckstyleLog log(out, options.language);
  write_notifications(nullptr, options, log);
  log.end();
}

std::vector<LocalizedText> describe_checkstyle(const audit::ResultModel& model, const ReportOptions& options) {
  return left_out_remarks(model, options, &CiMapping::checkstyle);
}

}  // namespace kijun::reports
