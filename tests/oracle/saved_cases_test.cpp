#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/oracle/case_file.h"
#include "tests/oracle/properties.h"

// Cases that once failed, in tests/oracle/cases/, and with KIJUN_ORACLE_REPLAY=FILE in the environment that one.

namespace kijun::oracle {
namespace {

void replay(const std::filesystem::path& path) {
  std::ifstream in(path);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const Result<OracleCase> made = parse_case(text);
  ASSERT_TRUE(made.has_value()) << path << ": " << made.error().message;
  ASSERT_NE(prepare(*made), nullptr) << path << ": an expression does not check";
  EXPECT_EQ(property_named(made->property).difference(*made), "") << path;
}

TEST(SavedCasesTest, CasesThatOnceFailedAgree) {
  if (const char* one = std::getenv("KIJUN_ORACLE_REPLAY")) return replay(one);
  for (const auto& entry : std::filesystem::directory_iterator(KIJUN_SOURCE_DIR "/tests/oracle/cases"))
    replay(entry.path());
}

TEST(SavedCasesTest, ACaseIsTheSameAfterWritingAndReading) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    Choices choices = seeded_choices(seed, 400);
    const std::string text = case_text(generate_evaluator_case(seed, choices));
    const Result<OracleCase> read = parse_case(text);
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(case_text(*read), text);
  }
}

}  // namespace
}  // namespace kijun::oracle
