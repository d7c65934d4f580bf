#include "engine/base/base64.h"

#include <gtest/gtest.h>

#include <array>

namespace kijun {
namespace {

TEST(Base64Test, WritesAndReadsTheTextsOfTheStandard) {
  // RFC 4648 section 10.
  constexpr std::array<std::array<const char*, 2>, 7> kTexts{{{"", ""},
                                                              {"f", "Zg=="},
                                                              {"fo", "Zm8="},
                                                              {"foo", "Zm9v"},
                                                              {"foob", "Zm9vYg=="},
                                                              {"fooba", "Zm9vYmE="},
                                                              {"foobar", "Zm9vYmFy"}}};
  for (const auto& [bytes, text] : kTexts) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64(text), bytes);
  }
}

TEST(Base64Test, TakesEveryByte) {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  EXPECT_EQ(to_base64(bytes.substr(0xf8, 8)), "+Pn6+/z9/v8=");
  EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
}

TEST(Base64Test, ReadsTextWithoutPaddingAndNothingElse) {
  EXPECT_EQ(from_base64("Zm9vYg"), "foob");
  EXPECT_EQ(from_base64("Zm9v Yg=="), std::nullopt);
  EXPECT_EQ(from_base64("Zm9vY"), std::nullopt);
  EXPECT_EQ(from_base64("Zm=v"), std::nullopt);
}

}  // namespace
}  // namespace kijun
