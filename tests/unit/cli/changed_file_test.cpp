#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>

#include "engine/cli/app.h"
#include "tests/bench/generate/survey_folder.h"

// Somebody cuts the answer file short while it is audited. Whenever that happens, the run ends with a message and leaves
// nothing behind.
namespace kijun::cli {
namespace {

constexpr std::size_t kCutTo = 300'001;

/// The machine's files, of which one is cut short when another is opened while it is mapped.
class CuttingFileSystem : public FileSystem {
 public:
  CuttingFileSystem(std::string victim, std::string trigger)
      : victim_(std::move(victim)), trigger_(std::move(trigger)) {}

  Result<std::string> read(const std::string& path, std::size_t max_bytes) override {
    cut(path);
    return files_->read(path, max_bytes);
  }
  Result<std::unique_ptr<const FileBytes>> map(const std::string& path) override {
    Result<std::unique_ptr<const FileBytes>> bytes = files_->map(path);
    is_mapped_ = is_mapped_ || path == victim_;
    cut(path);
    return bytes;
  }
  Status stream(const std::string& path, const FileContent& content) override {
    cut(path);
    return files_->stream(path, content);
  }
  Status check_mapped() override { return files_->check_mapped(); }
  bool is_file(const std::string& path) override { return files_->is_file(path); }
  bool is_directory(const std::string& path) override { return files_->is_directory(path); }
  Result<std::vector<std::string>> list(const std::string& path) override { return files_->list(path); }

 private:
  void cut(const std::string& path) {
    if (!is_mapped_ || !path.ends_with(trigger_)) return;
    EXPECT_EQ(::truncate(victim_.c_str(), kCutTo), 0);
  }

  std::unique_ptr<FileSystem> files_ = open_file_system();
  std::string victim_;
  std::string trigger_;
  bool is_mapped_ = false;
};

class ChangedFileTest : public testing::Test {
 protected:
  ChangedFileTest() {
    std::string pattern = std::filesystem::temp_directory_path() / "kijun-XXXXXX";
    root_ = ::mkdtemp(pattern.data());
    EXPECT_TRUE(bench::write_packs(root_ + "/packs", 1));
  }
  ~ChangedFileTest() override { std::filesystem::remove_all(root_); }

  std::string root_;
};

TEST_F(ChangedFileTest, ARunOverAFileCutShortLeavesNothing) {
  constexpr std::uint32_t kRows = 20'000;  // about two megabytes, so that it is mapped, and two threads
  for (const char* const trigger : {"answers.csv", "rules.toml", "result.json"}) {
    SCOPED_TRACE(trigger);
    std::filesystem::remove_all(root_ + "/kakuu");
    const std::string survey = bench::write_survey(root_ + "/kakuu", kRows);
    const auto audit = [&] {
      CuttingFileSystem files(survey + "/answers.csv", trigger);
      std::exit(static_cast<int>(run({"audit", survey, "--rules", root_ + "/packs/fixed", "--lang", "en", "--out",
                                      "json=" + root_ + "/result.json", "--max-findings", "20"},
                                     files, {}, std::cout, std::cerr)));
    };
    EXPECT_EXIT(audit(), testing::ExitedWithCode(2),
                "^kijun: `" + survey +
                    "/answers.csv`: the file was cut short while it was read; there are no results\n"
                    "  hint: run again when nobody writes to the file any more\n$");
    EXPECT_EQ(std::filesystem::file_size(survey + "/answers.csv"), kCutTo);
    const std::filesystem::directory_iterator left(root_);
    EXPECT_EQ(std::distance(begin(left), end(left)), 2);  // the survey and the packs
  }
}

}  // namespace
}  // namespace kijun::cli
