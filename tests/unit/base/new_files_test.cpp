#include "engine/base/new_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace kijun {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class NewFilesTest : public testing::Test {
 protected:
  NewFilesTest() {
    std::string pattern = std::filesystem::temp_directory_path() / "kijun-XXXXXX";
    root_ = ::mkdtemp(pattern.data());
  }
  ~NewFilesTest() override { std::filesystem::remove_all(root_); }

  [[nodiscard]] std::string at(const std::string& name) const { return root_ + "/" + name; }
  [[nodiscard]] std::string contents(const std::string& name) const {
    std::ifstream file(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(at(name), std::ios::binary) << bytes;
  }
  /// Files and folders below the root.
  [[nodiscard]] std::vector<std::string> paths() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root_))
      found.push_back(entry.path().lexically_relative(root_).generic_string());
    std::sort(found.begin(), found.end());
    return found;
  }

  std::string root_;
};

TEST_F(NewFilesTest, MakesAFolderWithAllItsFiles) {
  const std::string bytes("a\0\xFF\r\n", 5);
  ASSERT_TRUE(create_files(at("x/new/"), {{"one", bytes}, {"sub/.two", ""}}).has_value());
  EXPECT_THAT(paths(), ElementsAre("x", "x/new", "x/new/one", "x/new/sub", "x/new/sub/.two"));
  EXPECT_EQ(contents("x/new/one"), bytes);
}

TEST_F(NewFilesTest, LeavesWhatIsThereInAFolder) {
  put("old", "old");
  ASSERT_TRUE(create_files(root_, {{"new", "new"}, {"sub/new", "2"}}).has_value());
  EXPECT_THAT(paths(), ElementsAre("new", "old", "sub", "sub/new"));
  EXPECT_EQ(contents("old"), "old");
}

TEST_F(NewFilesTest, TakesEverythingBackWhenAFileIsThereAlready) {
  put("z", "old");
  const Status made = create_files(root_, {{"a", "1"}, {"sub/b", "2"}, {"z", "new"}});
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().message, "exists already");
  EXPECT_EQ(made.error().path, at("z"));
  EXPECT_THAT(paths(), ElementsAre("z"));
  EXPECT_EQ(contents("z"), "old");
}

TEST_F(NewFilesTest, LeavesNothingOfANewFolderThatCannotBeFinished) {
  EXPECT_FALSE(create_files(at("x/new"), {{"a", "1"}, {"a/b", "2"}}).has_value());
  EXPECT_THAT(paths(), IsEmpty());
}

TEST_F(NewFilesTest, FailsBelowAFile) {
  put("file", "old");
  const Status made = create_files(at("file/new"), {{"a", "1"}});
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().message, "a part of the path is not a directory");
  EXPECT_THAT(paths(), ElementsAre("file"));
}

}  // namespace
}  // namespace kijun
