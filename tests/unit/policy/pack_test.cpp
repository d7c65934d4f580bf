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
  std::optional<Pack> load() { return load_pack("demo", {files_, sources_, sink_}); }

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

TEST_F(PackTest, ReportsAFileThatIsNotThere) {
  add_pack("\"gone.toml\"");
  EXPECT_FALSE(load().has_value());
  ASSERT_EQ(sink_.num_errors(), 1U);
  EXPECT_EQ(sink_.diagnostics()[0].definition->code, "KJ1204");
}

}  // namespace
}  // namespace kijun::policy
