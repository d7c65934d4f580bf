#include "reports/html/content_hash.h"

#include "engine/base/base64.h"
#include "engine/base/sha256.h"

namespace kijun::reports {
namespace {

unsigned value_of(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

std::string bytes_of_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2)
    bytes += static_cast<char>(value_of(hex[at]) << 4U | value_of(hex[at + 1]));
  return bytes;
}

}  // namespace

std::string csp_hash(std::string_view content) {
  return "'sha256-" + to_base64(bytes_of_hex(sha256_hex(content))) + "'";
}

}  // namespace kijun::reports
