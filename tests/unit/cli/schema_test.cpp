#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/cli/schema_json.h"
#include "engine/cli/schema_texts.h"

namespace kijun::cli {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;

json schema_of(std::string_view id) {
  const auto kind = std::ranges::find(schema_kinds(), id, &SchemaKind::id);
  return json::parse(schema_json(*kind));
}

std::string shipped(std::string_view id) {
  std::ifstream file(std::string(KIJUN_SOURCE_DIR "/rules/schema/") + std::string(id) + ".schema.json");
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(SchemaTest, ShippedFilesAreWhatTheReadersAskFor) {
  for (const SchemaKind& kind : schema_kinds())
    EXPECT_EQ(shipped(kind.id), schema_json(kind)) << "write them anew: kijun schema --out rules/schema";
}

TEST(SchemaTest, EveryKeyIsDescribedAndEveryDescriptionUsed) {
  std::vector<std::string> undescribed;
  std::set<std::string_view> used;
  for (const SchemaKind& kind : schema_kinds()) {
    for (const std::string& path : schema_paths(kind)) {
      const SchemaText* text = find_schema_text(path);
      if (text == nullptr)
        undescribed.push_back(path);
      else
        used.insert(text->path);
    }
  }
  std::vector<std::string_view> idle;
  for (const SchemaText& text : schema_texts()) {
    EXPECT_FALSE(text.description.ja.empty() || text.description.en.empty()) << text.path;
    if (!used.contains(text.path)) idle.push_back(text.path);
  }
  EXPECT_THAT(undescribed, IsEmpty());
  EXPECT_THAT(idle, ElementsAre("params.*"));  // the table itself, which is no key
}

TEST(SchemaTest, RulesDemandWhatTheLoaderDemands) {
  const json rule = schema_of("ruleset")["properties"]["rule"]["items"];
  EXPECT_EQ(rule["required"], json({"id", "title", "kind", "topic", "actor", "for_each"}));
  EXPECT_EQ(rule["properties"]["kind"]["enum"], json({"policy", "quality", "review"}));
  EXPECT_EQ(rule["properties"]["title"]["required"], json({"ja", "en"}));
  EXPECT_EQ(rule["properties"]["case"]["items"]["required"], json({"id", "when"}));
  EXPECT_EQ(rule["additionalProperties"], false);
}

TEST(SchemaTest, OverridesTakeAnyKeyAndAddToLists) {
  const json override = schema_of("ruleset")["properties"]["override"]["items"];
  EXPECT_EQ(override["required"], json({"id"}));
  EXPECT_EQ(override["properties"]["severity"]["enum"], json({"error", "warning", "notice"}));
  const json basis = override["properties"]["basis"]["anyOf"];
  EXPECT_EQ(basis[0]["required"], json({"add"}));
  EXPECT_EQ(basis[1]["required"], json({"replace"}));
  EXPECT_EQ(override["additionalProperties"], false);
}

TEST(SchemaTest, DecisionsAreToldApartByTheirKind) {
  const json forms = schema_of("decisions")["properties"]["decision"]["items"]["oneOf"];
  const auto waiver = std::find_if(forms.begin(), forms.end(), [](const json& form) {
    return form["properties"]["kind"]["enum"] == json({"waiver"});
  });
  ASSERT_NE(waiver, forms.end());
  EXPECT_EQ((*waiver)["properties"]["until"]["format"], "date");
  EXPECT_FALSE((*waiver)["properties"].contains("quote"));
  EXPECT_THAT((*waiver)["required"], testing::Contains("approver"));
}

TEST(SchemaTest, ParametersAreValuesOrTables) {
  const json param = schema_of("ruleset")["properties"]["params"]["additionalProperties"]["anyOf"];
  EXPECT_EQ(param[0]["type"], "string");
  EXPECT_EQ(param.back()["oneOf"][0]["required"], json({"value"}));
  EXPECT_EQ(param.back()["oneOf"][1]["properties"]["values"]["items"]["required"], json({"from", "value"}));
}

}  // namespace
}  // namespace kijun::cli
