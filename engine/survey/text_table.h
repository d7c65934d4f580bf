#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/survey/short_text.h"

namespace kijun::survey {

/// Numbers distinct texts in the order they are met. Made for columns of few, short texts: those of up to eight bytes are
/// told apart by one comparison. The texts hold no NUL; they are borrowed.
class TextTable {
 public:
  /// The number of a text, new or met before. `readable_end` is where memory that may be read behind the text ends.
  std::uint32_t number_of(std::string_view text, const char* readable_end) {
    const std::uint64_t key = key_of(text, readable_end);
    for (std::size_t at = place_of(key);; ++at) {
      const Slot& slot = slots_[at & mask_];
      // The key of a short text is the text.
      if (slot.key == key && slot.number_plus_one != 0 &&
          ((slot.is_short && text.size() <= sizeof(key)) || texts_[slot.number_plus_one - 1] == text))
        return slot.number_plus_one - 1;
      if (slot.number_plus_one == 0) return add(text, key);
    }
  }
  /// By number.
  [[nodiscard]] const std::vector<std::string_view>& texts() const { return texts_; }
  /// Says where the text met last stands from now on.
  void move_last_to(std::string_view text) { texts_.back() = text; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number_plus_one = 0;  ///< 0: free.
    bool is_short = false;              ///< At most as long as a key.
  };
  static constexpr std::size_t kFirstSlots = 64;

  /// The bytes of a short text; a mixture of those of a long one.
  static std::uint64_t key_of(std::string_view text, const char* readable_end) {
    return text.size() <= kShortText ? short_text(text, readable_end) : mix(text);
  }
  static std::uint64_t mix(std::string_view text);
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio (Knuth, TAOCP 6.4)
    return static_cast<std::size_t>((key * kMix) >> 32);
  }
  std::uint32_t add(std::string_view text, std::uint64_t key);
  void put(const Slot& slot);

  std::vector<Slot> slots_ = std::vector<Slot>(kFirstSlots);  ///< A power of two, at most half full.
  std::size_t mask_ = kFirstSlots - 1;
  std::vector<std::string_view> texts_;
};

}  // namespace kijun::survey
