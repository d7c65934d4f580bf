// docs/ci.*.md against what they are about.

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "tests/ci/yaml.h"
#include "tests/golden/scratch.h"

namespace kijun::ci {
namespace {

using nlohmann::json;

constexpr const char* kPages[] = {"docs/ci.ja.md", "docs/ci.en.md"};
constexpr const char* kExample = "tests/fixtures/ci-repo/";

/// What stands below a heading, up to the next one.
std::string section_of(const std::string& page, const std::string& heading) {
  const std::string text = golden::read_bytes(in_repository(page));
  const std::size_t begin = text.find("\n## " + heading + "\n");
  EXPECT_NE(begin, std::string::npos) << page << " has no " << heading;
  return begin == std::string::npos ? std::string() : text.substr(begin, text.find("\n## ", begin + 1) - begin);
}

/// The first block of code of a language.
std::string block_of(const std::string& text, const std::string& language) {
  const std::string fence = "```" + language + "\n";
  const std::size_t begin = text.find(fence);
  EXPECT_NE(begin, std::string::npos) << "no block of " << language;
  if (begin == std::string::npos) return {};
  return text.substr(begin + fence.size(), text.find("\n```", begin) + 1 - begin - fence.size());
}

/// A workflow's file without what only names its steps.
json without_names(json workflow) {
  for (json& step : workflow["jobs"]["check"]["steps"]) step.erase("name");
  return workflow;
}

TEST(CiPagesTest, NameEveryInputAndOutputOfTheActionAndNoOther) {
  const json action = load_yaml(in_repository("packaging/github-action/action.yml"));
  std::set<std::string> known;
  for (const char* const part : {"inputs", "outputs"})
    for (const auto& [name, value] : action[part].items()) known.insert(name);
  for (const char* const page : kPages) {
    std::istringstream section(section_of(page, "GitHub Actions"));
    std::set<std::string> named;
    for (std::string line; std::getline(section, line);)
      if (line.starts_with("| `")) named.insert(line.substr(3, line.find('`', 3) - 3));
    EXPECT_EQ(named, known) << page;
  }
}

TEST(CiPagesTest, ShowTheConfigurationsOfTheExample) {
  const golden::Scratch scratch;
  const auto parsed = [&](const std::string& yaml) {
    std::ofstream(scratch.path() / "block.yml") << yaml;
    return load_yaml(scratch.path() / "block.yml");
  };
  for (const std::string page : kPages) {
    EXPECT_EQ(parsed(block_of(section_of(page, "GitHub Actions"), "yaml")),
              without_names(load_yaml(in_repository(kExample + std::string(".github/workflows/kijun.yml")))))
        << page;
    EXPECT_EQ(parsed(block_of(section_of(page, "GitLab"), "yaml")),
              load_yaml(in_repository(kExample + std::string(".gitlab-ci.yml"))))
        << page;
    EXPECT_EQ(parsed(block_of(section_of(page, "pre-commit"), "yaml")),
              load_yaml(in_repository(kExample + std::string(".pre-commit-config.yaml"))))
        << page;
  }
}

TEST(CiPagesTest, ShowTheDefaultsOfTheExample) {
  const std::string config = golden::read_bytes(in_repository(kExample + std::string("kijun.toml")));
  const std::pair<std::string, std::string> kSections[] = {{kPages[0], "ゲートの既定"},
                                                           {kPages[1], "What gates by default"}};
  for (const auto& [page, heading] : kSections) {
    std::istringstream block(block_of(section_of(page, heading), "toml"));
    std::size_t num_lines = 0;
    for (std::string line; std::getline(block, line); ++num_lines)
      EXPECT_NE(("\n" + config).find("\n" + line + "\n"), std::string::npos) << page << ": " << line;
    EXPECT_EQ(num_lines, 6U) << page;
  }
}

}  // namespace
}  // namespace kijun::ci
