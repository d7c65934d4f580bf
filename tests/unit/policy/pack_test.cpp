#include "engine/policy/pack.h"

#include <gtest/gtest.h>

namespace kijun::policy {
namespace {

constexpr std::string_view kFields = R"(
[vocabulary]
id = "demo"
title = { ja = "架空県の項目", en = "Fields of a made-up prefecture" }
[[field]]
id = "council"
label = { ja = "協議の場", en = "Council" }
type = "enum"
role = "declared"
kinds = ["municipality"]
  [[field.value]]
  id = "established"
  label = { ja = "設置済み", en = "established" }
  marks = ["○"]
)";

std::string edition(std::string_view id, int from, int to) {
  return "[ruleset]\nid = \"" + std::string(id) +
         "\"\ntitle = { ja = \"版\", en = \"edition\" }\nfiscal_years = { from = " + std::to_string(from) +
         ", to = " + std::to_string(to) + " }\n";
}

class PackTest : public testing::Test {
 protected:
  void add(const std::string& path, std::string_view text) { ASSERT_TRUE(files_.write(path, text).has_value()); }
  std::optional<Pack> load(const std::string& path = "demo") {
    return load_pack(path, {files_, sources_, sink_, {}, {"packs"}});
  }

  void add_pack(const std::string& editions) {
    add("demo/pack.toml",
        "[pack]\nid = \"demo\"\nversion = \"1.0.0\"\ntitle = { ja = \"架空\", en = \"demo\" }\nvocabulary = "
        "\"fields.toml\"\neditions = [" +
            editions + "]\n");
    add("demo/fields.toml", kFields);
  }

  MemoryFileSystem files_;
  diag::SourceMap sources_;
  diag::Sink sink_;
};

TEST_F(PackTest, FindsTheEditionOfAFiscalYear) {
  add_pack("\"one.toml\", \"two.toml\"");
  add("demo/one.toml", edition("demo-1", 2018, 2020));
  add("demo/two.toml", edition("demo-2", 2021, 2023));
  const auto pack = load();
  ASSERT_TRUE(pack.has_value());
  EXPECT_EQ(pack->vocabulary.fields().size(), 1U);
  ASSERT_NE(find_edition(*pack, 2020), nullptr);
  EXPECT_EQ(find_edition(*pack, 2020)->id, "demo-1");
  EXPECT_EQ(find_edition(*pack, 2021)->path, "demo/two.toml");
  EXPECT_EQ(find_edition(*pack, 2024), nullptr);
}

TEST_F(PackTest, RefusesEditionsThatShareAYear) {
  add_pack("\"one.toml\", \"two.toml\"");
  add("demo/one.toml", edition("demo-1", 2018, 2021));
  add("demo/two.toml", edition("demo-2", 2021, 2023));
  EXPECT_FALSE(load().has_value());
  ASSERT_EQ(sink_.num_errors(), 1U);
  EXPECT_EQ(sink_.diagnostics()[0].definition->code, "KJ1210");
}

TEST_F(PackTest, ReadsTheHeadOfAnEditionOnly) {
  add_pack("\"one.toml\"");
  add("demo/one.toml", edition("demo-1", 2018, 2020) + "[ruleset.approval]\nby = \"課長\"\n[[rule]]\nbroken = \n");
  const auto pack = load();
  ASSERT_TRUE(pack.has_value());
  EXPECT_EQ(pack->editions.at(0).id, "demo-1");
}

TEST_F(PackTest, TakesEditionsAndVocabularyOfThePackItExtends) {
  add_pack("\"one.toml\", \"two.toml\"");
  for (const std::string file : {"pack.toml", "fields.toml"})
    add("packs/demo/" + file, *files_.read("demo/" + file, FileSystem::kDefaultBudget));
  add("packs/demo/one.toml", edition("demo-1", 2018, 2020));
  add("packs/demo/two.toml", edition("demo-2", 2021, 2023));
  add("own/pack.toml",
      "[pack]\nid = \"own\"\nversion = \"1\"\ntitle = { ja = \"県\", en = \"own\" }\nextends = "
      "[\"pack:demo@1\"]\neditions = [\"local.toml\"]\n");
  add("own/local.toml", edition("own-2", 2021, 2023));
  const auto pack = load("own");
  ASSERT_TRUE(pack.has_value());
  EXPECT_EQ(pack->vocabulary_path, "packs/demo/fields.toml");
  EXPECT_EQ(find_edition(*pack, 2018)->path, "packs/demo/one.toml");
  EXPECT_EQ(find_edition(*pack, 2021)->id, "own-2");
  ASSERT_EQ(pack->extended.size(), 1U);
  EXPECT_EQ(pack->extended[0].version, "1.0.0");
  add("own/local.toml", edition("own-2", 2020, 2023));
  EXPECT_FALSE(load("own").has_value());
  EXPECT_EQ(sink_.diagnostics().at(0).definition->code, "KJ1210");
}

TEST_F(PackTest, StopsAtPacksThatExtendEachOther) {
  for (const std::string id : {"a", "b"})
    add("packs/" + id + "/pack.toml", "[pack]\nid = \"" + id +
                                          "\"\nversion = \"1\"\ntitle = { ja = \"県\", en = \"own\" }\nextends = "
                                          "[\"pack:" +
                                          (id == "a" ? "b" : "a") + "@1\"]\n");
  EXPECT_FALSE(load("packs/a").has_value());
  EXPECT_EQ(sink_.diagnostics().at(0).definition->code, "KJ1203");
}

TEST_F(PackTest, ReportsAFileThatIsNotThere) {
  add_pack("\"gone.toml\"");
  EXPECT_FALSE(load().has_value());
  ASSERT_EQ(sink_.num_errors(), 1U);
  EXPECT_EQ(sink_.diagnostics()[0].definition->code, "KJ1204");
}

}  // namespace
}  // namespace kijun::policy
