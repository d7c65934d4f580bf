#include "engine/cli/lost_file.h"

#include <unistd.h>

#include <cstring>
#include <string_view>

#include "engine/base/file_system.h"
#include "engine/base/mapped_file.h"
#include "engine/cli/session.h"

namespace kijun::cli {
namespace {

std::string_view before_path;
std::string_view behind_path;

void put(std::string_view text) {
  while (!text.empty()) {
    const ssize_t size = ::write(STDERR_FILENO, text.data(), text.size());
    if (size <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(size));
  }
}

void end_process(const char* path) {
  remove_unfinished_file();
  put(before_path);
  put({path, std::strlen(path)});
  put(behind_path);
  ::_exit(static_cast<int>(ExitCode::kCouldNotRun));
}

}  // namespace

void expect_lost_files(Language language) {
  before_path = "kijun: `";
  behind_path =
      LocalizedView{
          "`：読んでいる間にファイルが短くなりました。結果はありません\n"
          "  ヒント: ファイルへの書き込みが終わってから、もう一度実行してください\n",
          "`: the file was cut short while it was read; there are no results\n"
          "  hint: run again when nobody writes to the file any more\n"}
          .in(language);
  tell_of_lost_file(end_process);
}

}  // namespace kijun::cli
