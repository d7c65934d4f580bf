#pragma once

#include <array>

#include "engine/diag/diagnostic.h"

namespace kijun::cli {

inline constexpr diag::Definition kFileInTheWay{
    "KJ4901",
    "file-in-the-way",
    diag::Level::kError,
    {"作るファイルと同じ名前のものが既に{0}件あります：{1}", "{0} of the files to be made are there already: {1}"},
    {"何も書いていません。別のフォルダーを指定するか、あるものを移してください",
     "nothing was written; name another folder, or move what is there"}};

/// Every diagnostic of this module.
inline constexpr std::array kDiagnostics{&kFileInTheWay};

}  // namespace kijun::cli
