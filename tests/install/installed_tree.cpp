#include "tests/install/installed_tree.h"

namespace kijun::install {

namespace fs = std::filesystem;

std::string install_into(const fs::path& prefix, const std::vector<std::string>& components) {
  for (const std::string& component : components) {
    const golden::ProcessResult result =
        golden::run({KIJUN_CMAKE,
                     {"--install", KIJUN_BINARY_DIR, "--prefix", prefix.string(), "--component", component},
                     {"PATH=/usr/bin:/bin"},
                     "/"});
    if (result.exit != "0") return component + ": " + result.exit + "\n" + result.out + result.err;
  }
  return {};
}

golden::ProcessResult run_in(const fs::path& directory, const fs::path& program,
                             const std::vector<std::string>& arguments) {
  return golden::run({program, arguments, {"HOME=/nowhere", "PATH=/usr/bin:/bin"}, directory});
}

}  // namespace kijun::install
