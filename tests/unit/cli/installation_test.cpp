#include "engine/cli/installation.h"

#include <gtest/gtest.h>

#include <sstream>

#include "engine/cli/app.h"

namespace kijun::cli {
namespace {

/// A pack of one rule, in `folder`.
void add_pack(MemoryFileSystem& files, const std::string& folder, const std::string& title) {
  ASSERT_TRUE(files.write(folder + "/pack.toml",
                          "[pack]\nid = \"desk\"\nversion = \"1.2.0\"\n"
                          "title = { ja = \"窓口\", en = \"Desks\" }\n"
                          "vocabulary = \"fields.toml\"\neditions = [\"first.toml\"]\n"));
  ASSERT_TRUE(files.write(folder + "/fields.toml",
                          "[vocabulary]\nid = \"desk\"\ntitle = { ja = \"項目\", en = \"Fields\" }\n\n"
                          "[[field]]\nid = \"seats\"\ntype = \"int\"\nrole = \"fact\"\nkinds = [\"municipality\"]\n"
                          "label = { ja = \"席数\", en = \"Seats\" }\n"));
  ASSERT_TRUE(
      files.write(folder + "/first.toml",
                  "[ruleset]\nid = \"first\"\ntitle = { ja = \"初版\", en = \"First\" }\n"
                  "fiscal_years = { from = 2018, to = 2020 }\n\n"
                  "[[topic]]\nid = \"desk\"\ntitle = { ja = \"窓口\", en = \"Desks\" }\n\n"
                  "[[actor]]\nid = \"municipality\"\ntitle = { ja = \"市町村\", en = \"municipality\" }\n\n"
                  "[[rule]]\nid = \"desk.open\"\ntitle = { ja = \"" +
                      title + "\", en = \"" + title +
                      "\" }\n"
                      "kind = \"policy\"\ntopic = \"desk\"\nactor = \"municipality\"\nfor_each = \"municipality\"\n"
                      "require = 'seats > 0'\nseverity = \"error\"\n"
                      "message = { ja = \"席がありません。\", en = \"It has no seat.\" }\n"
                      "remedy = { ja = \"席を設けることを御検討ください。\", en = \"Consider a seat.\" }\n"));
}

class InstallationTest : public testing::Test {
 protected:
  void SetUp() override {
    add_pack(files_, "/opt/kijun/share/kijun/rules/desk", "Installed");
    installation_ = find_installation("/opt/kijun/bin/kijun", files_);
  }

  /// What `rules list` prints, with the exit code before it.
  std::string list_rules(const std::string& rules) {
    std::ostringstream out;
    std::ostringstream err;
    const ExitCode code = run({"rules", "list", "--rules", rules, "--lang", "en"}, files_, {}, out, err, installation_);
    return std::to_string(static_cast<int>(code)) + "\n" + out.str() + err.str();
  }

  MemoryFileSystem files_;
  Installation installation_;
};

TEST_F(InstallationTest, FindsThePacksBesideTheProgram) {
  EXPECT_EQ(installation_.packs, "/opt/kijun/share/kijun/rules");
  EXPECT_EQ(installation_.schemas, "");
}

TEST_F(InstallationTest, FindsNothingInABuildTree) {
  const Installation found = find_installation("/src/build/bin/kijun", files_);
  EXPECT_EQ(found.program, "/src/build/bin/kijun");
  EXPECT_EQ(found.packs, "");
}

TEST_F(InstallationTest, APackIsNamedByItsIdOrByAReference) {
  EXPECT_EQ(list_rules("desk").substr(0, 2), "0\n") << list_rules("desk");
  EXPECT_NE(list_rules("desk").find("Installed"), std::string::npos);
  EXPECT_EQ(list_rules("pack:desk@1"), list_rules("desk"));
}

TEST_F(InstallationTest, AFolderOfThatNameComesFirst) {
  add_pack(files_, "desk", "Mine");
  EXPECT_NE(list_rules("desk").find("Mine"), std::string::npos);
  EXPECT_NE(list_rules("pack:desk@1").find("Installed"), std::string::npos);
}

TEST_F(InstallationTest, PackFoldersOfTheConfigComeFirst) {
  add_pack(files_, "packs/desk", "Of the project");
  ASSERT_TRUE(files_.write("kijun.toml", "[defaults]\npacks = [\"packs\"]\nrules = \"pack:desk@1\"\n"));
  EXPECT_NE(list_rules("pack:desk@1").find("Of the project"), std::string::npos);
  EXPECT_NE(list_rules("").find("Of the project"), std::string::npos) << list_rules("");
}

TEST_F(InstallationTest, SaysWhereAPackWasLookedForAndWhichVersionThereIs) {
  EXPECT_NE(list_rules("pack:shelter@1").find("KJ1216"), std::string::npos) << list_rules("pack:shelter@1");
  EXPECT_NE(list_rules("pack:shelter@1").find("/opt/kijun/share/kijun/rules"), std::string::npos);
  EXPECT_NE(list_rules("pack:desk@2").find("KJ1217"), std::string::npos);
}

}  // namespace
}  // namespace kijun::cli
