#include "engine/cli/formats.h"

#include <algorithm>
#include <array>

#include "reports/checkstyle/checkstyle_report.h"
#include "reports/csv/csv_report.h"
#include "reports/github/github_report.h"
#include "reports/gitlab/gitlab_report.h"
#include "reports/html/html_report.h"
#include "reports/json/json_lines.h"
#include "reports/json/json_report.h"
#include "reports/junit/junit_report.h"
#include "reports/markdown/markdown_report.h"
#include "reports/markdown/step_summary.h"
#include "reports/sarif/sarif_report.h"
#include "reports/text/text_report.h"
#include "reports/xlsx/audit_workbook.h"

namespace kijun::cli {
namespace {

constexpr std::array kFormats{reports::kTextFormat,    reports::kJsonFormat,       reports::kCsvFormat,
                              reports::kCsvRawFormat,  reports::kMarkdownFormat,   reports::kHtmlFormat,
                              reports::kXlsxFormat,    reports::kSarifFormat,      reports::kGithubSarifFormat,
                              reports::kJunitFormat,   reports::kGitlabFormat,     reports::kGithubFormat,
                              reports::kSummaryFormat, reports::kCheckstyleFormat, reports::kJsonLinesFormat};

}  // namespace

std::span<const reports::Format> formats() { return kFormats; }

const reports::Format* find_format(std::string_view name) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const reports::Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

}  // namespace kijun::cli
