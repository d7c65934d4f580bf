#include "engine/base/mapped_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/base/file_system.h"

namespace kijun {
namespace {

constexpr std::size_t kBytes = std::size_t{4} << 20;

class MappedFileTest : public testing::Test {
 protected:
  MappedFileTest() {
    std::string pattern = std::filesystem::temp_directory_path() / "kijun-XXXXXX";
    root_ = ::mkdtemp(pattern.data());
    std::ofstream(at("a.csv"), std::ios::binary) << std::string(kBytes, 'a');
    bytes_ = files_->map(at("a.csv")).value();
  }
  ~MappedFileTest() override { std::filesystem::remove_all(root_); }

  [[nodiscard]] std::string at(const std::string& name) const { return root_ + "/" + name; }

  std::unique_ptr<FileSystem> files_ = open_file_system();
  std::string root_;
  std::unique_ptr<const FileBytes> bytes_;
};

TEST_F(MappedFileTest, FindsAFileCutShort) {
  EXPECT_EQ(bytes_->view().substr(kBytes - 3), "aaa");
  EXPECT_TRUE(files_->check_mapped().has_value());
  ASSERT_EQ(::truncate(at("a.csv").c_str(), kBytes / 2 + 5), 0);
  EXPECT_EQ(bytes_->view().substr(kBytes / 2, 5), "aaaaa");
  const Status checked = files_->check_mapped();
  ASSERT_FALSE(checked.has_value());
  EXPECT_EQ(checked.error().path, at("a.csv"));
  EXPECT_EQ(checked.error().message, "the file was changed while it was read");
}

TEST_F(MappedFileTest, FindsWritingThatKeepsTheSize) {
  const auto before = std::filesystem::last_write_time(at("a.csv"));
  std::fstream(at("a.csv"), std::ios::binary | std::ios::in | std::ios::out) << "b";
  std::filesystem::last_write_time(at("a.csv"), before + std::chrono::seconds(1));
  EXPECT_FALSE(files_->check_mapped().has_value());
  bytes_.reset();
  EXPECT_TRUE(files_->check_mapped().has_value());
}

TEST_F(MappedFileTest, AFilePutInItsPlaceChangesNothing) {
  std::ofstream(at("b.csv"), std::ios::binary) << "b";
  std::filesystem::rename(at("b.csv"), at("a.csv"));
  EXPECT_TRUE(files_->check_mapped().has_value());
  EXPECT_EQ(bytes_->view().substr(0, 3), "aaa");
}

TEST_F(MappedFileTest, NothingIsWrittenFromAFileThatChanged) {
  ASSERT_EQ(::truncate(at("a.csv").c_str(), 0), 0);
  const Status written = files_->write(at("out"), "results");
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().path, at("a.csv"));
  EXPECT_EQ(files_->list(root_).value(), std::vector<std::string>{"a.csv"});
}

TEST_F(MappedFileTest, TellsWhichFileWasCutShort) {
  ASSERT_EQ(::truncate(at("a.csv").c_str(), kBytes / 2), 0);
  const auto look = [this] {
    tell_of_lost_file([](const char* path) {
      remove_unfinished_file();
      (void)!::write(STDERR_FILENO, path, std::string_view(path).size());
      ::_exit(3);
    });
    (void)files_->stream(at("out"), [this](std::ostream& out) { out << bytes_->view().substr(0, kBytes - 1); });
  };
  EXPECT_EXIT(look(), testing::ExitedWithCode(3), at("a.csv"));
  EXPECT_EQ(files_->list(root_).value(), std::vector<std::string>{"a.csv"});
}

TEST_F(MappedFileTest, OtherBusErrorsEndTheProcessAsEver) {
  const int file = ::open(at("a.csv").c_str(), O_RDONLY | O_CLOEXEC);
  const auto* other = static_cast<const char*>(::mmap(nullptr, kBytes, PROT_READ, MAP_PRIVATE, file, 0));
  ASSERT_EQ(::truncate(at("a.csv").c_str(), 0), 0);
#ifdef __SANITIZE_ADDRESS__
  EXPECT_DEATH(std::exit(other[kBytes / 2]), "AddressSanitizer: BUS");  // whose handler was there before ours
#else
  EXPECT_EXIT(std::exit(other[kBytes / 2]), testing::KilledBySignal(SIGBUS), "");
#endif
}

}  // namespace
}  // namespace kijun
