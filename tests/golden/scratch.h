#pragma once

#include <filesystem>

namespace kijun::golden {

/// A scratch folder that goes with its owner. It lies in one of its own: kijun looks for earlier years beside a survey's
/// folder, where those of tests that run at the same time must not be.
class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  /// Empty when no folder can be made.
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path outer_;
  std::filesystem::path path_;
};

}  // namespace kijun::golden
