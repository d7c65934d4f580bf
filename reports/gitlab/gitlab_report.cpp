#include "reports/gitlab/gitlab_report.h"

#include "engine/audit/fingerprint.h"
#include "reports/ci/ci_result.h"
#include "reports/ci/notifications.h"
#include "reports/ci/source_paths.h"
#include "reports/escape/json_writer.h"
#include "reports/escape/short_text.h"

namespace kijun::reports {
namespace {

/// Code points of a description.
constexpr std::size_t kMaxDescription = 2000;

/// One element of the array. GitLab drops elements that lack a member, and all but one of those with one fingerprint.
struct Issue {
  std::string check;
  LocalizedText description;
  std::string_view severity;
  std::string fingerprint;
  audit::Place at;
};

/// Writes the array, an element a line.
class IssueList {
 public:
  IssueList(std::ostream& out, Language language) : out_(out), language_(language) { out_ << '['; }

  void add(const Issue& issue) {
    json_.clear();
    json_.object([&] {
      // The name of the check is not shown, so it leads the description.
      json_.member("description", inert_text(issue.check + ": " + issue.description.in(language_), kMaxDescription));
      json_.member("check_name", issue.check);
      json_.member("fingerprint", issue.fingerprint);
      json_.member("severity", issue.severity);
      json_.object_member("location", [&] {
        json_.member("path", issue.at.file);
        json_.object_member("lines", [&] { json_.member("begin", issue.at.line); });
      });
    });
    out_ << (is_empty_ ? "\n" : ",\n") << json_.text();
    is_empty_ = false;
  }
  void end() { out_ << (is_empty_ ? "]\n" : "\n]\n"); }

 private:
  std::ostream& out_;
  Language language_;
  JsonWriter json_;
  bool is_empty_ = true;
};

void write_notifications(const audit::ResultModel* model, const ReportOptions& options, IssueList& issues) {
  for (const CiNotification& each : collect_notifications(model, options))
    issues.add({each.code, each.message, map_notification(each.level).gitlab, each.fingerprint, each.at});
}

}  // namespace

void write_gitlab_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  IssueList issues(out, options.language);
  write_notifications(&model, options, issues);
  const CiResults results(model, options);
  results.each(ResultsShown::kFindings, [&](ResultAt where) {
    if (results.mapping(where).gitlab.empty()) return;
    const CiResult result = results.make(where);
    issues.add({result.rule->id, result.message, result.mapping.gitlab, result.fingerprint, result.anchor.at});
  });
  const LeftOut left_out = count_left_out(model, options, &CiMapping::gitlab);
  if (left_out.total() != 0) {
    const std::string check = "kijun.left-out";
    issues.add({check, left_out_text(left_out), "info",
                audit::fingerprint_of({check, "notification", "", model.run().series, ""}),
                SourcePaths(options.ci.folders).manifest()});
  }
  issues.end();
}

void write_gitlab_failure(const ReportOptions& options, std::ostream& out) {
  IssueList issues(out, options.language);
  write_notifications(nullptr, options, issues);
  issues.end();
}

std::vector<LocalizedText> describe_gitlab(const audit::ResultModel& model, const ReportOptions& options) {
  return left_out_remarks(model, options, &CiMapping::gitlab);
}

}  // namespace kijun::reports
