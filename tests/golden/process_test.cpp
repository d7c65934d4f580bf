#include "tests/golden/process.h"

#include <gtest/gtest.h>

namespace kijun::golden {
namespace {

TEST(ProcessTest, KillsAProgramThatDoesNotEnd) {
  const ProcessResult result = run({"/bin/sh", {"-c", "exec sleep 60"}, {"PATH=/usr/bin:/bin"}, "/", 1});
  EXPECT_EQ(result.exit, "killed after 1 s");
}

TEST(ProcessTest, NamesTheSignalThatEndedAProgram) {
  EXPECT_EQ(run({"/bin/sh", {"-c", "kill -9 $$"}, {"PATH=/usr/bin:/bin"}, "/"}).exit, "signal 9");
}

TEST(ProcessTest, ReadsStreamsLargerThanAPipe) {
  const ProcessResult result =
      run({"/bin/sh", {"-c", "yes | head -c 1000000; yes | head -c 1000000 >&2"}, {"PATH=/usr/bin:/bin"}, "/"});
  EXPECT_EQ(result.exit, "0");
  EXPECT_EQ(result.out.size(), 1000000U);
  EXPECT_EQ(result.err.size(), 1000000U);
}

}  // namespace
}  // namespace kijun::golden
