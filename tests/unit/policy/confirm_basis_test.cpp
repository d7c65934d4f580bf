#include "engine/policy/confirm_basis.h"

#include <gtest/gtest.h>

#include "tests/unit/policy/ruleset_fixture.h"

namespace kijun::policy {
namespace {

class ConfirmBasisTest : public RulesetFixture {
 protected:
  /// The file of the first basis once it is confirmed.
  std::string confirmed(const std::string& path) {
    const auto merged = merge_ruleset(path, *Date::from_ymd(2019, 3, 31), {files_, sources_, sink_});
    if (!merged || merged->bases.empty()) return codes();
    const auto change = confirm_basis(merged->bases[0], {"課長 \"架空\"", *Date::from_ymd(2024, 4, 1)});
    return change ? change->path + "\n" + change->text : "no status";
  }
};

TEST_F(ConfirmBasisTest, LeavesEveryOtherByteAsItWas) {
  add("r.toml", std::string(kHead) +
                    "# 前書き\n[[basis]]\nid = \"g\"\n  status   =  'unconfirmed' # 要確認\n\ntitle = { ja "
                    "= \"一\", en = \"one\" }\n");
  EXPECT_EQ(confirmed("r.toml"),
            "r.toml\n" + std::string(kHead) +
                "# 前書き\n[[basis]]\nid = \"g\"\n  status   =  \"confirmed\" # 要確認\n"
                "  confirmed_by = \"課長 \\\"架空\\\"\"\n  confirmed_on = 2024-04-01\n\ntitle = { ja "
                "= \"一\", en = \"one\" }\n");
  add("r.toml", confirmed("r.toml").substr(7));
  const auto ruleset = load("r.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_TRUE(ruleset->bases[0].confirmed);
  EXPECT_EQ(ruleset->bases[0].confirmed_by, "課長 \"架空\"");
  EXPECT_EQ(ruleset->bases[0].confirmed_on, Date::from_ymd(2024, 4, 1));
}

TEST_F(ConfirmBasisTest, KeepsTheLineEndsOfTheFile) {
  add("r.toml",
      "[ruleset]\r\nid = \"r\"\r\ntitle = { ja = \"一\", en = \"one\" }\r\n[[basis]]\r\nid = \"g\"\r\ntitle = { "
      "ja = \"一\", en = \"one\" }\r\nstatus = \"unconfirmed\"");
  const std::string text = confirmed("r.toml");
  EXPECT_TRUE(
      text.ends_with("status = \"confirmed\"\r\nconfirmed_by = \"課長 \\\"架空\\\"\"\r\nconfirmed_on = 2024-04-01\r\n"))
      << text;
  add("r.toml",
      "[ruleset]\r\nid = \"r\"\r\ntitle = { ja = \"一\", en = \"one\" }\r\n[[basis]]\r\nid = \"g\"\r\nstatus = "
      "\"unconfirmed\"\r\ntitle = { ja = \"一\", en = \"one\" }\r\n");
  EXPECT_NE(confirmed("r.toml").find("confirmed_on = 2024-04-01\r\ntitle"), std::string::npos);
}

TEST_F(ConfirmBasisTest, ChangesTheFileThatSaysTheStatus) {
  add("base.toml", std::string(kHead) +
                       "[[basis]]\nid = \"g\"\ntitle = { ja = \"一\", en = \"one\" }\nstatus = "
                       "\"confirmed\"\n");
  add("edition.toml",
      std::string(kHead) + "extends = [\"base.toml\"]\n[[override]]\nid = \"g\"\nstatus = \"unconfirmed\"\n");
  EXPECT_TRUE(confirmed("edition.toml").starts_with("edition.toml\n"));
}

}  // namespace
}  // namespace kijun::policy
