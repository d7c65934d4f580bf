#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/data/shipped.h"

namespace kijun::shipped {
namespace {

using Entity = std::map<std::string, std::string>;

std::vector<Entity> entities() { return csv_by_column("data/kanagawa/municipalities.csv"); }

std::map<std::string, int> count_by(const std::string& column) {
  std::map<std::string, int> counts;
  for (const Entity& entity : entities()) ++counts[entity.at(column)];
  return counts;
}

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

TEST(ShippedRegisterTest, CheckDigitsFollowTheNationalFormula) {
  for (const Entity& entity : entities()) {
    const std::string& code = entity.at("code");
    ASSERT_EQ(code.size(), 6U) << code;
    EXPECT_EQ(code.substr(0, 2), "14") << code;
    EXPECT_EQ(code.back(), check_digit(code)) << code << " " << entity.at("name");
  }
}

TEST(ShippedRegisterTest, EdgeVectorsOfTheCheckDigitCarryTheirNames) {
  struct Vector {
    std::string code;
    std::string name;
  };
  const std::vector<Vector> vectors = {
      {"142051", "藤沢市"},   {"143821", "箱根町"},   {"144011", "愛川町"},  // remainder 0 gives 1
      {"141500", "相模原市"}, {"142140", "伊勢原市"},                        // remainder 1 gives 0
      {"142131", "大和市"},   {"143421", "二宮町"},                          // remainder 10 gives 1
      {"140007", "神奈川県"}, {"142077", "茅ヶ崎市"},
  };
  std::map<std::string, std::string> name_of;
  for (const Entity& entity : entities()) name_of[entity.at("code")] = entity.at("name");
  for (const Vector& vector : vectors) {
    EXPECT_EQ(name_of[vector.code], vector.name);
    EXPECT_EQ(check_digit(vector.code), vector.code.back()) << vector.code;
  }
}

TEST(ShippedRegisterTest, KindsAreThoseOfMarch2019) {
  const std::map<std::string, int> expected = {{"prefecture", 1},   {"designated_city", 3}, {"core_city", 1},
                                               {"special_city", 5}, {"city", 10},           {"town", 13},
                                               {"village", 1}};
  EXPECT_EQ(count_by("kind"), expected);
}

TEST(ShippedRegisterTest, ZonesHoldTheMunicipalitiesOfThePlanAndNotThePrefecture) {
  const std::map<std::string, int> expected = {{"", 1},
                                               {"yokohama", 1},
                                               {"kawasaki", 1},
                                               {"sagamihara", 1},
                                               {"yokosuka-miura", 5},
                                               {"shonan-east", 3},
                                               {"shonan-west", 5},
                                               {"ken-o", 7},
                                               {"kensei", 10}};
  EXPECT_EQ(count_by("zone"), expected);
  EXPECT_EQ(entities().front().at("kind"), "prefecture");
  EXPECT_EQ(entities().front().at("zone"), "");
}

TEST(ShippedRegisterTest, StandsInTheOrderOfTheSurveyAndOfTheCodes) {
  const std::vector<Row> answers = csv("data/kanagawa/2018/answers.csv");
  const std::vector<Entity> listed = entities();
  ASSERT_EQ(listed.size(), 34U);
  ASSERT_EQ(answers.size(), listed.size() + 1);
  for (std::size_t i = 0; i < listed.size(); ++i) {
    EXPECT_EQ(listed[i].at("name"), answers[i + 1].front());
    EXPECT_EQ(listed[i].at("order"), std::to_string(i + 1)) << listed[i].at("name");
    if (i > 0) {
      EXPECT_LT(listed[i - 1].at("code"), listed[i].at("code"));
    }
  }
}

TEST(ShippedRegisterTest, NamesReadingsAndEnglishAgreeWithTheKind) {
  struct Form {
    std::string name;
    std::string kana;
    std::string english;
  };
  const Form city{"市", "し", " City"};
  const std::map<std::string, Form> forms = {{"prefecture", {"県", "けん", " Prefecture"}},
                                             {"designated_city", city},
                                             {"core_city", city},
                                             {"special_city", city},
                                             {"city", city},
                                             {"town", {"町", "まち", " Town"}},
                                             {"village", {"村", "むら", " Village"}}};
  std::set<std::string> names;
  for (const Entity& entity : entities()) {
    const Form& form = forms.at(entity.at("kind"));
    EXPECT_TRUE(ends_with(entity.at("name"), form.name)) << entity.at("name");
    EXPECT_TRUE(ends_with(entity.at("kana"), form.kana)) << entity.at("kana");
    EXPECT_TRUE(ends_with(entity.at("name_en"), form.english)) << entity.at("name_en");
    for (const char* column : {"name", "kana", "name_en"}) {
      EXPECT_TRUE(names.insert(entity.at(column)).second) << entity.at(column);
    }
  }
}

TEST(ShippedRegisterTest, TownsAndTheVillageNameTheirCounty) {
  for (const Entity& entity : entities()) {
    const bool in_county = entity.at("kind") == "town" || entity.at("kind") == "village";
    EXPECT_EQ(ends_with(entity.at("county"), "郡"), in_county) << entity.at("name");
  }
  EXPECT_EQ(count_by("county")["足柄上郡"], 5);
  EXPECT_EQ(count_by("county")["足柄下郡"], 3);
}

}  // namespace
}  // namespace kijun::shipped
