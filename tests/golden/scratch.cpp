#include "tests/golden/scratch.h"

#include <stdlib.h>

#include <string>
#include <system_error>

namespace kijun::golden {

namespace fs = std::filesystem;

Scratch::Scratch() {
  std::string name = (fs::temp_directory_path() / "kijun-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) return;
  outer_ = name;
  path_ = outer_ / "scratch";
  fs::create_directory(path_);
}

Scratch::~Scratch() {
  std::error_code ignored;
  if (!outer_.empty()) fs::remove_all(outer_, ignored);
}

}  // namespace kijun::golden
