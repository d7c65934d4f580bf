#include "engine/survey/text_table.h"

namespace kijun::survey {

std::uint32_t TextTable::add(std::string_view text, std::uint64_t key) {
  texts_.push_back(text);
  const auto number_plus_one = static_cast<std::uint32_t>(texts_.size());
  if (2 * texts_.size() > slots_.size()) {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number_plus_one == 0) continue;
      std::size_t at = place_of(slot.key);
      while (slots_[at & (slots_.size() - 1)].number_plus_one != 0) ++at;
      slots_[at & (slots_.size() - 1)] = slot;
    }
  }
  std::size_t at = place_of(key);
  while (slots_[at & (slots_.size() - 1)].number_plus_one != 0) ++at;
  slots_[at & (slots_.size() - 1)] = {key, text.size(), number_plus_one};
  return number_plus_one - 1;
}

}  // namespace kijun::survey
