#include "engine/cli/formats.h"

#include <algorithm>
#include <array>

#include "reports/csv/csv_report.h"
#include "reports/html/html_report.h"
#include "reports/json/json_report.h"
#include "reports/markdown/markdown_report.h"
#include "reports/text/text_report.h"

namespace kijun::cli {
namespace {

constexpr std::array<reports::Format, 6> kFormats{reports::kTextFormat,     reports::kJsonFormat,
                                                  reports::kCsvFormat,      reports::kCsvRawFormat,
                                                  reports::kMarkdownFormat, reports::kHtmlFormat};

}  // namespace

std::span<const reports::Format> formats() { return kFormats; }

const reports::Format* find_format(std::string_view name) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const reports::Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

}  // namespace kijun::cli
