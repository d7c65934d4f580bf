#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kijun::audit {

/// One bit per subject of a space, in words as `exec::StatePlanes` keeps them. A plane of size 0 is all false.
class BitPlane {
 public:
  using Word = std::uint64_t;
  static constexpr std::size_t kWordBits = 64;

  BitPlane() = default;
  /// `size` bits, all of them false.
  explicit BitPlane(std::size_t size) : size_(size), words_((size + kWordBits - 1) / kWordBits) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t num_words() const { return words_.size(); }
  [[nodiscard]] bool get(std::size_t bit) const {
    return bit < size_ && ((words_[bit / kWordBits] >> (bit % kWordBits)) & 1U) != 0;
  }
  void set(std::size_t bit) { words_[bit / kWordBits] |= Word{1} << (bit % kWordBits); }
  /// A word; zero where there is none.
  [[nodiscard]] Word word(std::size_t at) const { return at < words_.size() ? words_[at] : 0; }
  /// Sets the bits of `bits`, none of which lies beyond `size()`.
  void add(std::size_t at, Word bits) { words_[at] |= bits; }
  [[nodiscard]] std::size_t count() const {
    std::size_t total = 0;
    for (const Word each : words_) total += static_cast<std::size_t>(std::popcount(each));
    return total;
  }

 private:
  std::size_t size_ = 0;
  std::vector<Word> words_;
};

}  // namespace kijun::audit
