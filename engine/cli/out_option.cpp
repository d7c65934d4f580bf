#include "engine/cli/out_option.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diag/suggestion.h"

namespace kijun::cli {
namespace {

bool check(const WantedOutput& output, std::span<const std::string_view> formats, Session& session) {
  if (std::find(formats.begin(), formats.end(), output.format) == formats.end()) {
    const std::vector<std::string> names(formats.begin(), formats.end());
    const std::string list = fmt::format("{}", fmt::join(names, ", "));
    (void)session.usage_error(
        {fmt::format("--outに`{}`という形式はありません", output.format),
         fmt::format("--out knows no format `{}`", output.format)},
        diag::did_you_mean(diag::suggest(output.format, names), {"次のいずれか：" + list, "one of: " + list}));
    return false;
  }
  if (output.format == "xlsx" && output.path == "-") {
    (void)session.usage_error({"xlsxは標準出力に書けません", "a workbook is not written to standard output"},
                              {"`--out xlsx=ファイル名`と書いてください", "write `--out xlsx=FILE`"});
    return false;
  }
  return true;
}

}  // namespace

std::optional<std::vector<WantedOutput>> parse_outputs(const std::vector<std::string>& asked,
                                                       std::span<const std::string_view> formats, Session& session) {
  std::vector<WantedOutput> outputs;
  for (const std::string& text : asked) {
    const std::size_t equals = text.find('=');
    WantedOutput output{text.substr(0, equals), equals == std::string::npos ? "-" : text.substr(equals + 1)};
    if (output.format == "md") output.format = "markdown";
    if (output.path.empty()) output.path = "-";
    if (!check(output, formats, session)) return std::nullopt;
    outputs.push_back(std::move(output));
  }
  return outputs;
}

bool write_output(const WantedOutput& output, const std::string& content, Session& session) {
  if (output.path != "-") return session.write_file(output.path, content);
  session.out << content;
  return true;
}

bool write_output(const WantedOutput& output, const reports::Workbook& workbook, Session& session) {
  const Result<std::string> bytes = reports::workbook_bytes(workbook);
  if (bytes) return session.write_file(output.path, *bytes);
  (void)session.usage_error(
      {fmt::format("`{}`に書き込めません：{}", output.path, bytes.error().in(Language::kJapanese)),
       fmt::format("cannot write `{}`: {}", output.path, bytes.error().in(Language::kEnglish))});
  return false;
}

}  // namespace kijun::cli
