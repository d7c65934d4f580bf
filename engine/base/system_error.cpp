#include "engine/base/system_error.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace kijun {

LocalizedText system_error_text(int error) {
  switch (error) {
    case ENOENT:
      return {"ファイルまたはディレクトリがありません", "no such file or directory"};
    case EACCES:
    case EPERM:
      return {"アクセスが許可されていません", "permission denied"};
    case EEXIST:
      return {"既にあります", "exists already"};
    case EISDIR:
      return {"ディレクトリであり、ファイルではありません", "is a directory, not a file"};
    case ENOTDIR:
      return {"パスの途中がディレクトリではありません", "a part of the path is not a directory"};
    case ENOSPC:
      return {"空き容量がありません", "no space left on the device"};
    case EROFS:
      return {"書き込みできないファイルシステムです", "read-only file system"};
    case ELOOP:
      return {"シンボリックリンクが循環しています", "too many levels of symbolic links"};
    case ENAMETOOLONG:
      return {"パスが長すぎます", "path too long"};
    default:
      return {fmt::format("システムエラー（{}）", std::strerror(error)), std::strerror(error)};
  }
}

}  // namespace kijun
