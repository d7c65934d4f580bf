#include "tests/ci/yaml.h"

#include <gtest/gtest.h>

namespace kijun::ci {

namespace fs = std::filesystem;

fs::path in_repository(const std::string& path) { return fs::path(KIJUN_SOURCE_DIR) / path; }

nlohmann::json load_yaml(const fs::path& path) {
  const char* const program = "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout)";
  const golden::ProcessResult read =
      golden::run({"/usr/bin/python3", {"-c", program, path.string()}, {"LC_ALL=C.UTF-8"}, "/"});
  EXPECT_EQ(read.exit, "0") << path << ": " << read.err << "`./dev setup ci` installs what reads YAML";
  return nlohmann::json::parse(read.out, nullptr, false);
}

std::string scalar_text(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

golden::ProcessResult run_script(const Script& script) {
  Texts environment{{"HOME", "/nonexistent"}, {"PATH", "/usr/bin:/bin"}, {"LC_ALL", "C.UTF-8"}};
  for (const auto& [name, value] : script.environment) environment[name] = value;
  std::vector<std::string> words;
  for (const auto& [name, value] : environment) words.push_back(name + "=" + value);
  return golden::run({"/usr/bin/bash",
                      {"--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script.lines},
                      words,
                      script.directory});
}

}  // namespace kijun::ci
