#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/file_system.h"

namespace kijun {
namespace {

using testing::ElementsAre;

TEST(MemoryFileSystemTest, BehavesLikeFiles) {
  MemoryFileSystem files;
  ASSERT_TRUE(files.write("data/2018/survey.toml", "x").has_value());
  ASSERT_TRUE(files.write("data/register.toml", "yy").has_value());
  ASSERT_TRUE(files.write("data.txt", "z").has_value());
  EXPECT_EQ(files.read("data/2018/../register.toml", 2).value(), "yy");
  EXPECT_EQ(files.read("data/register.toml", 1).error().message, "larger than the limit of 1 bytes");
  EXPECT_EQ(files.map("data/register.toml").value()->view(), "yy");
  EXPECT_EQ(files.map("none").error().message, "no such file");
  EXPECT_EQ(files.read("data", 10).error().message, "is a directory, not a file");
  EXPECT_EQ(files.read("dat", 10).error().message, "no such file");
  EXPECT_TRUE(files.is_directory("data/2018"));
  EXPECT_TRUE(files.is_directory("."));
  EXPECT_FALSE(files.is_directory("data/20"));
  EXPECT_FALSE(files.is_directory("data.txt"));
  EXPECT_THAT(files.list("data").value(), ElementsAre("2018", "register.toml"));
  EXPECT_THAT(files.list(".").value(), ElementsAre("data", "data.txt"));
  EXPECT_FALSE(files.list("none").has_value());
}

TEST(MemoryFileSystemTest, CreatesAllFilesOrNone) {
  MemoryFileSystem files;
  ASSERT_TRUE(files.create("new", {{"a", "1"}, {"sub/b", "2"}}).has_value());
  EXPECT_EQ(files.read("new/sub/b", 1).value(), "2");
  const Status again = files.create(".", {{"c", "3"}, {"new/a", "4"}});
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().path, "new/a");
  EXPECT_FALSE(files.is_file("c"));
  EXPECT_EQ(files.read("new/a", 1).value(), "1");
}

}  // namespace
}  // namespace kijun
