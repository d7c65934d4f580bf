// packaging/Containerfile, as far as it can be looked at without a builder of images.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/ci/yaml.h"

namespace kijun::ci {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Instruction {
  std::string name;
  std::string text;
};

/// The instructions, continued lines joined.
std::vector<Instruction> instructions() {
  std::vector<Instruction> all;
  std::istringstream lines(golden::read_bytes(in_repository("packaging/Containerfile")));
  bool continues = false;
  for (std::string line; std::getline(lines, line);) {
    if (!continues && (line.empty() || line.starts_with('#'))) continue;
    const std::size_t blank = line.find(' ');
    if (!continues) all.push_back({line.substr(0, blank), ""});
    std::string text = continues ? line : line.substr(blank + 1);
    continues = text.ends_with('\\');
    all.back().text += text + '\n';
  }
  return all;
}

TEST(ContainerTest, TheImageIsBuiltInOneStageAndRunsKijunInAnotherAsNobodySpecial) {
  std::vector<std::string> names;
  for (const Instruction& each : instructions()) names.push_back(each.name);
  EXPECT_THAT(names, ElementsAre("FROM", "RUN", "WORKDIR", "COPY", "RUN", "FROM", "RUN", "COPY", "USER", "WORKDIR",
                                 "ENTRYPOINT", "CMD"));
  const std::vector<Instruction> all = instructions();
  EXPECT_THAT(all[0].text, HasSubstr(" AS build"));
  EXPECT_THAT(all[7].text, HasSubstr("--from=build "));
  EXPECT_NE(all[8].text, "root\n");
  EXPECT_NE(all[8].text, "0\n");
  EXPECT_EQ(all[10].text, "[\"kijun\"]\n");
}

TEST(ContainerTest, ItsCommandsAreSoundShell) {
  for (const Instruction& each : instructions()) {
    if (each.name != "RUN") continue;
    const fs::path shell = "/usr/bin/dash";
    const golden::ProcessResult read = golden::run({shell, {"-n", "-c", each.text}, {}, "/"});
    EXPECT_EQ(read.exit, "0") << each.text << read.err;
  }
}

TEST(ContainerTest, TheBuildOfThisMachineStaysOut) {
  EXPECT_EQ(golden::read_bytes(in_repository(".dockerignore")), "/build/\n");
}

}  // namespace
}  // namespace kijun::ci
