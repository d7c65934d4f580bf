#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace kijun {

/// The SHA-256 of bytes, computed when somebody first asks for it: hashing a large answer file costs more than checking
/// it, and most runs print no hash. Safe to ask from several threads.
class LazySha256 {
 public:
  /// Of no bytes.
  LazySha256() : LazySha256(std::string_view()) {}
  /// `bytes` are borrowed until the first call of `hex` on any copy.
  explicit LazySha256(std::string_view bytes);
  /// One that is known already.
  [[nodiscard]] static LazySha256 known(std::string hex);

  /// 64 lower-case hex digits.
  [[nodiscard]] const std::string& hex() const;

 private:
  struct State;
  std::shared_ptr<State> state_;  ///< Shared, so that what one copy computed serves all of them.
};

}  // namespace kijun
