#include "reports/html/content_hash.h"

#include <cstdint>

#include "engine/base/sha256.h"

namespace kijun::reports {
namespace {

std::uint32_t hex_digit(char digit) {
  return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

// Base64 (RFC 4648 section 4) of bytes given as lower-case hex digits: three bytes are six hex digits, four letters.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 6) {
    const std::size_t num_digits = hex.size() - at < 6 ? hex.size() - at : 6;
    std::uint32_t bits = 0;
    for (std::size_t digit = 0; digit < 6; ++digit) {
      bits = bits << 4U | (digit < num_digits ? hex_digit(hex[at + digit]) : 0U);
    }
    const std::size_t num_letters = num_digits / 2 + 1;
    for (std::size_t letter = 0; letter < 4; ++letter) {
      out += letter < num_letters ? kLetters[bits >> (18U - 6U * letter) & 63U] : '=';
    }
  }
  return out;
}

}  // namespace

std::string csp_hash(std::string_view content) { return "'sha256-" + base64_of_hex(sha256_hex(content)) + "'"; }

}  // namespace kijun::reports
