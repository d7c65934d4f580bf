#include "engine/cli/outputs.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/cli/progress.h"
#include "engine/cli/word_options.h"

namespace kijun::cli {

std::optional<std::vector<Output>> parse_outputs(const std::vector<std::string>& asked,
                                                 const std::vector<std::string>& known, Session& session) {
  std::vector<Output> outputs;
  for (const std::string& output : asked) {
    const std::size_t equals = output.find('=');
    const std::string name = output.substr(0, equals);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      wrong_word("--out", name, known, session);
      return std::nullopt;
    }
    if (equals == std::string::npos || equals + 1 == output.size()) {
      (void)session.usage_error(
          {fmt::format("--out {}に出力先がありません", name), fmt::format("--out {} names no file", name)},
          {fmt::format("`--out {}=ファイル名`と書いてください（`-`は標準出力）", name),
           fmt::format("write `--out {}=FILE` (`-` is standard output)", name)});
      return std::nullopt;
    }
    outputs.push_back({name, output.substr(equals + 1)});
  }
  return outputs;
}

bool write_outputs(const std::vector<Output>& outputs, const std::string& fallback, const WriteFormat& write,
                   Session& session) {
  bool stdout_taken = session.quiet;
  for (const Output& output : outputs) {
    if (output.path == "-") {
      write(output.format, session.out);
      stdout_taken = true;
      continue;
    }
    const Status status = [&] {
      const Progress progress(session, {"書き出しています", "writing"});
      return session.files.stream(output.path, [&](std::ostream& out) { write(output.format, out); });
    }();
    if (!session.files.check_mapped()) return false;  // said in the end
    if (!status) {
      (void)session.usage_error({fmt::format("`{}`に書き込めません：{}", output.path, status.error().message),
                                 fmt::format("cannot write `{}`: {}", output.path, status.error().message)});
      return false;
    }
  }
  if (!stdout_taken) write(fallback, session.out);
  if (session.out.flush()) return true;
  (void)session.usage_error({"標準出力に書き込めません", "cannot write to standard output"});
  return false;
}

}  // namespace kijun::cli
