#include "engine/diag/registry.h"

#include <gtest/gtest.h>

#include <array>

namespace kijun::diag {
namespace {

constexpr Definition kFirst{"KJ1001", "first", Level::kError, {"一", "one"}, {"", ""}};
constexpr Definition kSecond{"KJ2001", "second", Level::kError, {"二", "two"}, {"", ""}};
constexpr Definition kThird{"KJ3001", "third", Level::kError, {"三", "three"}, {"", ""}};
constexpr std::array<const Definition*, 2> kModule{&kThird, &kFirst};
constexpr std::array<const Definition*, 1> kOther{&kSecond};

TEST(RegistryTest, FindsDefinitionsByCode) {
  Registry registry;
  registry.add(kModule);
  registry.add(kOther);
  EXPECT_EQ(registry.find("KJ2001"), &kSecond);
  EXPECT_EQ(registry.find("KJ2002"), nullptr);
  EXPECT_EQ(registry.find(""), nullptr);
  EXPECT_EQ(registry.definitions(), (std::vector<const Definition*>{&kFirst, &kSecond, &kThird}));
}

TEST(RegistryTest, FindsTheExampleOfADefinition) {
  static constexpr std::array kExamples{Example{&kSecond, ExamplePlace::kExpression, "a = 1", "a == 1"}};
  Registry registry;
  registry.add(kModule);
  registry.add(kOther);
  registry.add_examples(kExamples);
  EXPECT_EQ(registry.example(kSecond), kExamples.data());
  EXPECT_EQ(registry.example(kFirst), nullptr);
}

TEST(RegistryDeathTest, RefusesACodeTwice) {
  Registry registry;
  registry.add(kOther);
  EXPECT_DEATH(registry.add(kOther), "internal error");
}

TEST(RegistryDeathTest, RefusesASecondExample) {
  static constexpr std::array kExamples{Example{&kSecond, ExamplePlace::kExpression, "a", "b"},
                                        Example{&kSecond, ExamplePlace::kExpression, "c", "d"}};
  Registry registry;
  EXPECT_DEATH(registry.add_examples(kExamples), "internal error");
}

}  // namespace
}  // namespace kijun::diag
