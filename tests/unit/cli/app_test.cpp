#include "engine/cli/app.h"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace kijun::cli {
namespace {

/// What one run printed and gave.
struct Ran {
  ExitCode code;
  std::string out;
  std::string err;
};

class AppTest : public testing::Test {
 protected:
  Ran run_with(std::vector<std::string> arguments, const Terminal& terminal = {}) {
    std::ostringstream out;
    std::ostringstream err;
    const ExitCode code = run(std::move(arguments), files_, terminal, out, err);
    return {code, out.str(), err.str()};
  }

  MemoryFileSystem files_;
};

TEST_F(AppTest, WithoutACommandShowsHelpAndCouldNotRun) {
  const Ran ran = run_with({});
  EXPECT_EQ(ran.code, ExitCode::kCouldNotRun);
  EXPECT_NE(ran.out.find("kijun audit"), std::string::npos);
}

TEST_F(AppTest, SuggestsTheNearestCommand) {
  const Ran ran = run_with({"--lang", "en", "audti"});
  EXPECT_EQ(ran.code, ExitCode::kCouldNotRun);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("did you mean `audit`?"), std::string::npos) << ran.err;
}

/// A disk on which reading one file ends in something nobody thought of.
class FailingFileSystem : public MemoryFileSystem {
 public:
  Result<std::string> read(const std::string& path, std::size_t max_bytes) override {
    if (path.ends_with("pack.toml")) throw std::runtime_error("out of luck");
    return MemoryFileSystem::read(path, max_bytes);
  }
};

TEST(AppFailureTest, AnInternalErrorIsInTheFormatsForCi) {
  FailingFileSystem files;
  ASSERT_TRUE(files.write("2018/survey.toml", "").has_value());
  ASSERT_TRUE(files.write("rules/pack.toml", "").has_value());
  std::ostringstream out;
  std::ostringstream err;
  const ExitCode code = run({"audit", "2018", "--rules", "rules", "--out", "jsonl=result.jsonl"}, files, {}, out, err);
  EXPECT_EQ(code, ExitCode::kCouldNotRun);
  EXPECT_NE(err.str().find("KJ9001"), std::string::npos) << err.str();
  const Result<std::string> written = files.read("result.jsonl", 100'000);
  ASSERT_TRUE(written.has_value());
  EXPECT_NE(written->find("internal error KJ9001: out of luck"), std::string::npos) << *written;
}

TEST_F(AppTest, FindsTheNearestConfigAboveTheSurvey) {
  ASSERT_TRUE(files_.write("a/kijun.toml", "[defaults]\nrules = \"far\"\n").has_value());
  ASSERT_TRUE(files_.write("a/b/kijun.toml", "[defaults]\nrules = \"near\"\n").has_value());
  ASSERT_TRUE(files_.write("a/b/2018/survey.toml", "").has_value());
  const Ran ran = run_with({"audit", "a/b/2018", "--lang", "en"});
  EXPECT_EQ(ran.code, ExitCode::kCouldNotRun);
  EXPECT_NE(ran.err.find("a/b/near"), std::string::npos) << ran.err;
}

TEST_F(AppTest, AMistakeInTheConfigStopsTheRun) {
  ASSERT_TRUE(files_.write("a/kijun.toml", "[defaults]\nrulse = \"x\"\n").has_value());
  ASSERT_TRUE(files_.write("a/2018/survey.toml", "").has_value());
  const Ran ran = run_with({"audit", "a/2018", "--rules", "x"});
  EXPECT_EQ(ran.code, ExitCode::kCouldNotRun);
  EXPECT_NE(ran.err.find("KJ1004"), std::string::npos) << ran.err;
}

TEST_F(AppTest, ColoursOnlyATerminalThatWantsIt) {
  const std::vector<std::string> arguments{"test", "nowhere"};
  const std::string escape = "\x1b[";
  EXPECT_EQ(run_with(arguments, {true, true, "", "xterm"}).err.find(escape) != std::string::npos, true);
  EXPECT_EQ(run_with(arguments, {true, true, "1", "xterm"}).err.find(escape), std::string::npos);
  EXPECT_EQ(run_with(arguments, {true, true, "", "dumb"}).err.find(escape), std::string::npos);
  EXPECT_EQ(run_with(arguments, {false, false, "", "xterm"}).err.find(escape), std::string::npos);
}

}  // namespace
}  // namespace kijun::cli
