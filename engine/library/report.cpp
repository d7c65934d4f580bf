#include <kijun/report.h>

#include <fmt/format.h>

#include "engine/base/glossary_scope.h"
#include "engine/cli/formats.h"
#include "engine/library/convert.h"
#include "engine/library/state.h"
#include "reports/model/not_compared.h"

namespace kijun::api {

std::vector<std::string> report_formats() {
  std::vector<std::string> names;
  for (const reports::Format& format : cli::formats()) names.emplace_back(format.name);
  return names;
}

Result<void> render(const Audit& audit, std::string_view format, const ReportOptions& options, std::ostream& out) {
  const reports::Format* writer = cli::find_format(format);
  if (writer == nullptr)
    return failure_of(LocalizedText{fmt::format("`{}`という形式はありません", format),
                                    fmt::format("there is no format `{}`", format)});
  reports::ReportOptions chosen;
  chosen.language = options.language == Language::kJapanese ? kijun::Language::kJapanese : kijun::Language::kEnglish;
  if (options.findings_only) chosen.results = reports::ResultsShown::kFindings;
  if (options.created) {
    chosen.created = from_day(*options.created);
    if (!chosen.created)
      return failure_of(LocalizedText{"作成日が日付ではありません", "the date of making is no date"});
  }
  const kijun::audit::ResultModel& model = *audit.state().model;
  const GlossaryScope terms(model.run().glossary);
  const reports::YearsBefore earlier{nullptr, reports::why_not_compared(model.run()), &audit.state().earlier_results};
  chosen.earlier = &earlier;
  if (writer->refuse != nullptr)
    if (const std::optional<reports::Refusal> refusal = writer->refuse(model, chosen))
      return failure_of(refusal->reason);
  writer->write(model, chosen, out);
  return {};
}

}  // namespace kijun::api
