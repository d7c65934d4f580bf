#include "engine/base/lazy_sha256.h"

#include <utility>

#include "engine/base/lazy.h"
#include "engine/base/sha256.h"

namespace kijun {

struct LazySha256::State {
  std::string_view bytes;
  Lazy<std::string> hex;
};

LazySha256::LazySha256(std::string_view bytes) : state_(std::make_shared<State>()) { state_->bytes = bytes; }

LazySha256 LazySha256::known(std::string hex) {
  LazySha256 sha256;
  (void)sha256.state_->hex.get([&] { return std::move(hex); });
  return sha256;
}

const std::string& LazySha256::hex() const {
  return state_->hex.get([this] { return sha256_hex(state_->bytes); });
}

}  // namespace kijun
