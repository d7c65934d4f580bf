#include "engine/cli/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "engine/cli/progress.h"
#include "engine/cli/word_options.h"

namespace kijun::cli {
namespace {

/// False, with a usage error, where the output cannot go.
bool has_place(const Output& output, Session& session) {
  const std::string& format = output.format;
  if (output.path.empty()) {
    (void)session.usage_error(
        {fmt::format("--out {}に出力先がありません", format), fmt::format("--out {} names no file", format)},
        {fmt::format("`--out {}=ファイル名`と書いてください（標準出力なら`--out {}`）", format, format),
         fmt::format("write `--out {}=FILE`, or `--out {}` for standard output", format, format)});
    return false;
  }
  if ((format != "xlsx" && format != "pdf") || output.path != "-") return true;
  (void)session.usage_error(
      {fmt::format("{}は標準出力に書けません", format), fmt::format("{} is not written to standard output", format)},
      {fmt::format("`--out {}=ファイル名`と書いてください", format), fmt::format("write `--out {}=FILE`", format)});
  return false;
}

}  // namespace

std::optional<std::vector<Output>> parse_outputs(const std::vector<std::string>& asked,
                                                 const std::vector<std::string>& known, Session& session) {
  std::vector<Output> outputs;
  for (const std::string& text : asked) {
    const std::size_t equals = text.find('=');
    Output output{text.substr(0, equals), equals == std::string::npos ? "-" : text.substr(equals + 1)};
    if (output.format == "md") output.format = "markdown";
    if (std::find(known.begin(), known.end(), output.format) == known.end()) {
      wrong_word("--out", output.format, known, session);
      return std::nullopt;
    }
    if (!has_place(output, session)) return std::nullopt;
    outputs.push_back(std::move(output));
  }
  return outputs;
}

bool write_outputs(const std::vector<Output>& outputs, const std::string& fallback, const WriteFormat& write,
                   Session& session) {
  bool stdout_taken = session.quiet;
  for (const Output& output : outputs) {
    if (output.path == "-") {
      write(output, session.out);
      stdout_taken = true;
      continue;
    }
    const Status status = [&] {
      const Progress progress(session, {"書き出しています", "writing"});
      return session.files.stream(output.path, [&](std::ostream& out) { write(output, out); });
    }();
    if (!session.files.check_mapped()) return false;  // said in the end
    if (!status) {
      session.report_unwritten(output.path, status.error());
      return false;
    }
  }
  if (!stdout_taken && !fallback.empty()) write({fallback, "-"}, session.out);
  if (session.out.flush()) return true;
  (void)session.usage_error({"標準出力に書き込めません", "cannot write to standard output"});
  return false;
}

void use_step_summary(std::vector<Output>& outputs, const Session& session) {
  for (Output& output : outputs)
    if (output.format == "summary" && output.path == "-" && !session.step_summary.empty())
      output.path = session.step_summary;
}

std::size_t keep_step_summary(const Output& output, const Session& session, std::ostream& out) {
  if (output.format != "summary" || output.path != session.step_summary) return 0;
  const Result<std::string> before = session.files.read(output.path);
  if (!before) return 0;
  out << *before;
  return before->size();
}

bool make_outputs(const std::vector<Output>& outputs, const MakeContent& make, Session& session) {
  std::map<std::string, std::string> contents;
  for (const Output& output : outputs) {
    Result<std::string> content = make(output.format);
    if (!content) {
      session.report_unwritten(output.path, content.error());
      return false;
    }
    contents[output.format] = std::move(*content);
  }
  const auto write = [&](const Output& output, std::ostream& out) { out << contents.at(output.format); };
  return write_outputs(outputs, "", write, session);
}

}  // namespace kijun::cli
