#pragma once

#include <filesystem>
#include <string>

#include "tests/golden/process.h"
#include "tests/golden/scratch.h"

namespace kijun::ci {

/// The example repository at its home, with a branch `main` and a branch `change`, and clones of it as CI services make
/// them.
class CiRepository {
 public:
  /// Copies tests/fixtures/ci-repo, into the folder `below` of the repository, and commits it to `main`.
  explicit CiRepository(const std::string& below = ".");
  /// A home with nothing in it yet.
  struct Empty {};
  explicit CiRepository(Empty empty);

  /// Replaces the first `old_text` in a file; a failure of the test when there is none.
  void edit(const std::string& path, const std::string& old_text, const std::string& new_text) const;
  void write(const std::string& path, const std::string& text) const;
  /// Runs kijun in the project's folder; a failure of the test unless it exits 0.
  void run_kijun(const std::vector<std::string>& arguments) const;
  /// Commits everything to a branch, which is made of what is checked out.
  void commit(const std::string& branch) const;
  /// What a reviewer is asked to look at: a rule is stricter (and its new meaning on record), a desk is given up, and an
  /// answer is taken away. Committed to `change`.
  void propose_change() const;

  /// The hash of a branch.
  [[nodiscard]] std::string commit_of(const std::string& branch) const;
  /// A clone that holds nothing but the last commit of a branch.
  [[nodiscard]] std::filesystem::path clone(const std::string& branch) const;

  [[nodiscard]] const std::filesystem::path& home() const { return home_; }
  [[nodiscard]] std::filesystem::path scratch() const { return scratch_.path(); }

 private:
  golden::ProcessResult git(const std::vector<std::string>& arguments) const;

  const golden::Scratch scratch_;
  const std::filesystem::path home_ = scratch_.path() / "home";
  std::filesystem::path project_ = home_;
};

}  // namespace kijun::ci
