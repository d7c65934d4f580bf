#include "engine/cli/report/paper_folder.h"

#include <fmt/format.h>

namespace kijun::cli {

std::optional<std::vector<Output>> parse_folders(const std::vector<std::string>& asked,
                                                 const std::vector<std::string>& known, Session& session) {
  for (const std::string& format : asked) {
    if (format.find('=') != std::string::npos) continue;
    (void)session.usage_error({fmt::format("--sheets {}にフォルダーがありません", format),
                               fmt::format("--sheets {} names no folder", format)},
                              {fmt::format("`--sheets {}=フォルダー`と書いてください", format),
                               fmt::format("write `--sheets {}=FOLDER`", format)});
    return std::nullopt;
  }
  return parse_outputs(asked, known, session);
}

bool write_folder(const std::string& folder, const std::vector<NewFile>& papers, Session& session) {
  const Status status = session.files.create(folder, papers);
  if (status) return true;
  (void)session.usage_error({fmt::format("`{}`に書けません：{}", folder, status.error().in(Language::kJapanese)),
                             fmt::format("cannot write into `{}`: {}", folder, status.error().message)},
                            {"別のフォルダーを指定するか、前に作ったファイルを移してください（上書きはしません）",
                             "name another folder, or move the files made before; they are not overwritten"});
  return false;
}

}  // namespace kijun::cli
