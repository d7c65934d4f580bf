#include "tests/install/installed_tree.h"

#include <cstdlib>

namespace kijun::install {
namespace {

namespace fs = std::filesystem;

}  // namespace

Scratch::Scratch() {
  std::string name = (fs::temp_directory_path() / "kijun-install-XXXXXX").string();
  if (::mkdtemp(name.data()) != nullptr) path_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

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
