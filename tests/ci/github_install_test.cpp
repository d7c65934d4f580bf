// The step of the action that puts kijun on the PATH, with releases in a folder in place of a server.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/ci/github_job.h"
#include "tests/golden/scratch.h"

namespace kijun::ci {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class GithubInstallTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(releases_);
    fs::create_directories(workspace_);
    // The archive as `./dev package` makes it, with a program that runs the one under test.
    const std::string lines =
        "mkdir -p tree/$NAME/bin && printf '#!/bin/sh\\nexec \"%s\" \"$@\"\\n' \"$KIJUN\" >tree/$NAME/bin/kijun && "
        "chmod +x tree/$NAME/bin/kijun && tar -czf \"$RELEASES/$NAME.tar.gz\" -C tree $NAME && cd \"$RELEASES\" && "
        "sha256sum $NAME.tar.gz >$NAME.tar.gz.sha256";
    const golden::ProcessResult made = run_script(
        {lines, scratch_.path(), {{"NAME", name_}, {"KIJUN", KIJUN_PROGRAM}, {"RELEASES", releases_.string()}}});
    ASSERT_EQ(made.exit, "0") << made.err;
  }

  /// The first step with these inputs.
  StepResult install(const Texts& inputs) const {
    return install(inputs, in_repository("packaging/github-action"), "");
  }

  StepResult install(const Texts& inputs, const fs::path& action, const std::string& server) const {
    GithubJob job;
    job.workspace = workspace_;
    job.temp = scratch_.path() / "temp";
    job.inputs = inputs;
    job.action = action;
    job.server = server;
    return run_action(job).step("kijun");
  }

  std::string checksum() const { return golden::read_bytes(archive() + ".sha256").substr(0, 64); }
  std::string archive() const { return (releases_ / (name_ + ".tar.gz")).string(); }
  std::string url() const { return "file://" + releases_.string(); }

  const golden::Scratch scratch_;
  const std::string name_ = std::string("kijun-") + KIJUN_VERSION + "-linux-x86_64";
  const fs::path releases_ = scratch_.path() / "server/OWNER/kijun/releases/download/v" KIJUN_VERSION;
  const fs::path workspace_ = scratch_.path() / "workspace";
};

TEST_F(GithubInstallTest, TheReleaseOfTheActionIsTakenAndChecked) {
  // Where the runner keeps actions says which repository they are of.
  const fs::path kept = scratch_.path() / "_actions/OWNER/kijun/v0/packaging/github-action";
  fs::create_directories(kept.parent_path());
  fs::copy(in_repository("packaging/github-action"), kept);
  const StepResult step = install({}, kept, "file://" + (scratch_.path() / "server").string());
  EXPECT_EQ(step.exit, "0") << step.out << step.err;
  EXPECT_THAT(step.out, HasSubstr("kijun " KIJUN_VERSION));
}

TEST_F(GithubInstallTest, AnArchiveThatIsNotWhatItsChecksumSaysIsNotRun) {
  EXPECT_EQ(install({{"download-url", url()}}).exit, "0");
  std::ofstream(archive(), std::ios::binary | std::ios::app) << "x";
  const StepResult changed = install({{"download-url", url()}});
  EXPECT_EQ(changed.exit, "2");
  EXPECT_THAT(changed.out, HasSubstr("::error title=kijun::" + name_ + ".tar.gz does not have the checksum"));
}

TEST_F(GithubInstallTest, AChecksumOfTheWorkflowIsPutAboveThatOfTheRelease) {
  const std::string right = checksum();
  fs::remove(archive() + ".sha256");
  EXPECT_EQ(install({{"download-url", url()}, {"sha256", right}}).exit, "0");
  EXPECT_EQ(install({{"download-url", url()}, {"sha256", std::string(64, '0')}}).exit, "2");
  const StepResult unchecked = install({{"download-url", url()}});
  EXPECT_EQ(unchecked.exit, "2");
  EXPECT_THAT(unchecked.out, HasSubstr("cannot download " + url()));
}

TEST_F(GithubInstallTest, WhatIsMissingIsNamed) {
  EXPECT_THAT(install({{"download-url", url()}, {"version", "9.9.9"}}).out, HasSubstr("cannot download"));
  EXPECT_THAT(install({{"download-url", url()}, {"version", "../x"}}).out, HasSubstr("../x is no version"));
  EXPECT_THAT(install({}).out, HasSubstr("say where the archive is with the input download-url"));
  EXPECT_THAT(install({{"program", "nowhere/kijun"}}).out, HasSubstr("there is no program nowhere/kijun"));
  EXPECT_THAT(install({{"program", "bash"}}).out, HasSubstr("is not called kijun"));
}

}  // namespace
}  // namespace kijun::ci
