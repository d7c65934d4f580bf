#include "reports/escape/workflow_command.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

TEST(WorkflowCommandTest, AMessageStaysOneLine) {
  EXPECT_EQ(escape_command_message("100%\nb: c, d"), "100%25%0Ab: c, d");
  EXPECT_EQ(escape_command_message("a\r\n::error::b"), "a\\u{000D}%0A::error::b");
  EXPECT_EQ(escape_command_message("\x1b[31m"), "\\u{001B}[31m");
}

TEST(WorkflowCommandTest, APropertyEndsNeitherItselfNorTheList) {
  EXPECT_EQ(escape_command_property("a:b,c%d\ne"), "a%3Ab%2Cc%25d%0Ae");
}

}  // namespace
}  // namespace kijun::reports
