#include "engine/base/file_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace kijun {
namespace {

using testing::ElementsAre;

// A directory of its own for each test, gone afterwards.
class FileSystemTest : public testing::Test {
 protected:
  FileSystemTest() {
    std::string pattern = std::filesystem::temp_directory_path() / "kijun-XXXXXX";
    root_ = ::mkdtemp(pattern.data());
  }
  ~FileSystemTest() override { std::filesystem::remove_all(root_); }

  [[nodiscard]] std::string at(const std::string& name) const { return root_ + "/" + name; }
  [[nodiscard]] std::string contents(const std::string& name) const {
    std::ifstream file(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(at(name), std::ios::binary) << bytes;
  }
  [[nodiscard]] std::vector<std::string> names() { return files_->list(root_).value(); }

  std::unique_ptr<FileSystem> files_ = open_file_system();
  std::string root_;
};

TEST_F(FileSystemTest, ReadsWhatWasWritten) {
  const std::string bytes("a\0\xFF\r\n", 5);
  ASSERT_TRUE(files_->write(at("x.bin"), bytes).has_value());
  EXPECT_EQ(files_->read(at("x.bin")).value(), bytes);
  EXPECT_THAT(names(), ElementsAre("x.bin"));
}

TEST_F(FileSystemTest, ReplacesAWholeFileAndKeepsItsMode) {
  put("report.csv", "a much longer text than the new one");
  ::chmod(at("report.csv").c_str(), 0640);
  ASSERT_TRUE(files_->write(at("report.csv"), "new").has_value());
  EXPECT_EQ(contents("report.csv"), "new");
  struct stat info {};
  ASSERT_EQ(::stat(at("report.csv").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0640U);
  EXPECT_THAT(names(), ElementsAre("report.csv"));
}

TEST_F(FileSystemTest, WritesThroughASymbolicLink) {
  put("real.txt", "old");
  std::filesystem::create_symlink("real.txt", at("link.txt"));
  ASSERT_TRUE(files_->write(at("link.txt"), "new").has_value());
  EXPECT_EQ(contents("real.txt"), "new");
  EXPECT_TRUE(std::filesystem::is_symlink(at("link.txt")));
}

TEST_F(FileSystemTest, WritesStraightIntoAPipe) {
  ASSERT_EQ(::mkfifo(at("pipe").c_str(), 0600), 0);
  std::string received;
  std::thread reader([&] { received = files_->read(at("pipe")).value_or("failed"); });
  EXPECT_TRUE(files_->write(at("pipe"), "through").has_value());
  reader.join();
  EXPECT_EQ(received, "through");
  EXPECT_TRUE(std::filesystem::is_fifo(at("pipe")));
}

TEST_F(FileSystemTest, StreamsMoreThanItHolds) {
  std::string expected;
  ASSERT_TRUE(files_
                  ->stream(at("big"),
                           [&](std::ostream& out) {
                             for (int line = 0; line < 100'000; ++line) {
                               const std::string text = std::to_string(line) + "\n";
                               expected += text;
                               out << text;
                             }
                             EXPECT_THAT(names(), testing::SizeIs(1));
                             EXPECT_NE(names().front(), "big");  // nobody sees a half-written file
                           })
                  .has_value());
  EXPECT_EQ(contents("big"), expected);
  EXPECT_THAT(names(), ElementsAre("big"));
}

TEST_F(FileSystemTest, SaysWhenTheDeviceIsFull) {
  const Status full = files_->stream("/dev/full", [](std::ostream& out) { out << std::string(100'000, 'x'); });
  ASSERT_FALSE(full.has_value());
  EXPECT_EQ(full.error().message, "no space left on the device");
}

TEST_F(FileSystemTest, LeavesNothingBehindWhenItCannotWrite) {
  const auto missing = files_->write(at("no/such/report.html"), "x");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().message, "the directory `" + at("no/such") + "` to write into does not exist");
  EXPECT_EQ(missing.error().in(Language::kJapanese), "書き込み先のディレクトリ `" + at("no/such") + "` がありません");
  EXPECT_EQ(missing.error().path, at("no/such/report.html"));

  std::filesystem::create_directory(at("folder"));
  const auto directory = files_->write(at("folder"), "x");
  ASSERT_FALSE(directory.has_value());
  EXPECT_EQ(directory.error().message, "is a directory, not a file");
  EXPECT_THAT(names(), ElementsAre("folder"));
}

TEST_F(FileSystemTest, NamesTheReasonWhenItCannotRead) {
  put("four", "1234");
  EXPECT_EQ(files_->read(at("none")).error().message, "no such file or directory");
  EXPECT_EQ(files_->read(at("none")).error().path, at("none"));
  EXPECT_EQ(files_->read(root_).error().message, "is a directory, not a file");
  EXPECT_EQ(files_->read(at("four/x")).error().message, "a part of the path is not a directory");
  EXPECT_EQ(files_->read(at("four"), 3).error().message, "larger than the limit of 3 bytes");
  EXPECT_EQ(files_->read(at("four"), 4).value(), "1234");
  EXPECT_EQ(files_->read("/dev/zero", 1000).error().message, "larger than the limit of 1000 bytes");
}

TEST_F(FileSystemTest, MapsFilesOfAnySize) {
  put("small", "1234");
  put("empty", "");
  const std::string large(std::size_t{3} << 20, 'x');
  put("large", large);
  EXPECT_EQ(files_->map(at("small")).value()->view(), "1234");
  EXPECT_EQ(files_->map(at("empty")).value()->view(), "");
  const std::unique_ptr<const FileBytes> mapped = files_->map(at("large")).value();
  std::filesystem::remove(at("large"));
  EXPECT_EQ(mapped->view(), large);
  EXPECT_EQ(files_->map(at("none")).error().message, "no such file or directory");
  EXPECT_EQ(files_->map(root_).error().message, "is a directory, not a file");
}

TEST_F(FileSystemTest, ListsNamesInByteOrder) {
  for (const char* name : {"b", "a", "B", "あ"}) put(name, "");
  std::filesystem::create_directory(at("c"));
  EXPECT_THAT(names(), ElementsAre("B", "a", "b", "c", "あ"));
  EXPECT_FALSE(files_->list(at("none")).has_value());
  EXPECT_TRUE(files_->is_directory(at("c")));
  EXPECT_FALSE(files_->is_directory(at("a")));
  EXPECT_TRUE(files_->is_file(at("a")));
  EXPECT_FALSE(files_->is_file(at("c")));
}

}  // namespace
}  // namespace kijun
