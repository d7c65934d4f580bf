#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/cli/app.h"

namespace kijun::cli {
namespace {

using ::testing::HasSubstr;

class DoctorCommandTest : public testing::Test {
 protected:
  /// Exit code and what `kijun doctor` printed with these further arguments.
  std::pair<ExitCode, std::string> examine(std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), "doctor");
    std::ostringstream out;
    std::ostringstream err;
    const Installation installation = find_installation("/opt/kijun/bin/kijun", files_);
    const ExitCode code = run(std::move(arguments), files_, {}, out, err, installation);
    err_ = err.str();
    return {code, out.str()};
  }

  void add_pack(const std::string& folder, const std::string& version) {
    ASSERT_TRUE(files_.write(folder + "/pack.toml", "[pack]\nid = \"desk\"\nversion = " + version +
                                                        "\ntitle = { ja = \"窓口\", en = \"Desks\" }\n"
                                                        "vocabulary = \"fields.toml\"\neditions = [\"first.toml\"]\n"));
    ASSERT_TRUE(files_.write(folder + "/first.toml",
                             "[ruleset]\nid = \"first\"\ntitle = { ja = \"初版\", en = \"First\" }\n"
                             "fiscal_years = { from = 2018, to = 2020 }\n"));
  }

  MemoryFileSystem files_;
  std::string err_;
};

TEST_F(DoctorCommandTest, ListsTheInstalledPacksWithTheirEditions) {
  add_pack("/opt/kijun/share/kijun/rules/desk", "\"1.2.0\"");
  const auto [code, out] = examine({"--lang", "en"});
  EXPECT_EQ(code, ExitCode::kClean) << err_;
  EXPECT_THAT(out, HasSubstr("/opt/kijun/share/kijun/rules\n"));
  EXPECT_THAT(out, HasSubstr("desk 1.2.0: first (2018–2020)\n"));
}

TEST_F(DoctorCommandTest, SaysWhatIsNotThereAndWhatToDoWithoutIt) {
  const auto [code, out] = examine();
  EXPECT_EQ(code, ExitCode::kClean) << err_;
  EXPECT_THAT(out, HasSubstr("なし   設定（kijun.toml）"));
  EXPECT_THAT(out, HasSubstr("`--rules フォルダー`で指定してください"));
}

TEST_F(DoctorCommandTest, APackThatCannotBeReadIsWrong) {
  add_pack("/opt/kijun/share/kijun/rules/desk", "3");
  const auto [code, out] = examine({"--lang", "en"});
  EXPECT_EQ(code, ExitCode::kGates);
  EXPECT_THAT(out, HasSubstr("wrong  folder of packs"));
  EXPECT_THAT(err_, HasSubstr("KJ1005"));
}

TEST_F(DoctorCommandTest, TheConfigIsShownWithWhatItSets) {
  ASSERT_TRUE(files_.write("kijun.toml", "[defaults]\nrules = \"pack\"\nfail_on = \"warning\"\n"));
  const auto [code, out] = examine({"--format", "json"});
  EXPECT_EQ(code, ExitCode::kClean) << err_;
  const auto document = nlohmann::json::parse(out);
  EXPECT_EQ(document["schema"], "kijun.doctor/1");
  const auto& config = document["checks"][1];
  EXPECT_EQ(config["id"], "config");
  EXPECT_EQ(config["state"], "found");
  EXPECT_EQ(config["value"], "kijun.toml");
  EXPECT_EQ(config["details"], nlohmann::json::array({"rules = pack", "fail_on = warning"}));
}

TEST_F(DoctorCommandTest, AWrongConfigIsSaid) {
  ASSERT_TRUE(files_.write("kijun.toml", "[defaults]\nrulse = \"pack\"\n"));
  const auto [code, out] = examine({"--lang", "en"});
  EXPECT_EQ(code, ExitCode::kGates);
  EXPECT_THAT(out, HasSubstr("wrong  settings (kijun.toml)"));
  EXPECT_THAT(err_, HasSubstr("KJ1004"));
}

}  // namespace
}  // namespace kijun::cli
