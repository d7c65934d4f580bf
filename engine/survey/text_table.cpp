#include "engine/survey/text_table.h"

#include <algorithm>
#include <cstring>

namespace kijun::survey {

std::uint64_t TextTable::mix(std::string_view text) {
  constexpr std::uint64_t kMultiplier = 0xFF51AFD7ED558CCDU;  // of MurmurHash3's finalizer
  constexpr unsigned kHalf = 32;
  std::uint64_t mixed = text.size();
  while (!text.empty()) {
    const std::size_t size = std::min(text.size(), sizeof(mixed));
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data(), size);
    mixed = (mixed ^ eight) * kMultiplier;
    mixed ^= mixed >> kHalf;
    text.remove_prefix(size);
  }
  return mixed;
}

std::uint32_t TextTable::add(std::string_view text, std::uint64_t key) {
  texts_.push_back(text);
  const auto number_plus_one = static_cast<std::uint32_t>(texts_.size());
  if (2 * texts_.size() > slots_.size()) {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    for (const Slot& slot : old)
      if (slot.number_plus_one != 0) put(slot);
  }
  put({key, number_plus_one, text.size() <= sizeof(key)});
  return number_plus_one - 1;
}

void TextTable::put(const Slot& slot) {
  std::size_t at = place_of(slot.key);
  while (slots_[at & mask_].number_plus_one != 0) ++at;
  slots_[at & mask_] = slot;
}

}  // namespace kijun::survey
