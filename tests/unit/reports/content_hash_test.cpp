#include "reports/html/content_hash.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

TEST(ContentHashTest, GivesTheKnownHashes) {
  // SHA-256 of "" and of "abc" (FIPS 180-4), in base64.
  EXPECT_EQ(csp_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  EXPECT_EQ(csp_hash("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
}

}  // namespace
}  // namespace kijun::reports
