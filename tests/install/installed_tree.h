#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/golden/process.h"

namespace kijun::install {

/// A scratch folder that goes with its owner.
class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Installs components of the build into `prefix`; what the installation printed when it failed, else nothing.
[[nodiscard]] std::string install_into(const std::filesystem::path& prefix, const std::vector<std::string>& components);

/// Runs a program of an installed tree in `directory`, with an environment that leads nowhere.
[[nodiscard]] golden::ProcessResult run_in(const std::filesystem::path& directory, const std::filesystem::path& program,
                                           const std::vector<std::string>& arguments);

}  // namespace kijun::install
