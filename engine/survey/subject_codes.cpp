#include "engine/survey/subject_codes.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kijun::survey {
namespace {

/// Hashes of the codes of all rows, by row.
std::vector<std::uint64_t> code_hashes(const AnswerFile& answers, std::size_t code_cell) {
  std::vector<std::uint64_t> hashes(answers.num_rows());
  answers.each_run([&](std::uint32_t first_block, std::uint32_t end_block) {
    SplitBlock block;
    std::deque<std::string> texts;
    for (std::uint32_t i = first_block; i < end_block; ++i) {
      answers.split(i, block);
      for (std::uint32_t row = 0; row < block.num_rows(); ++row)
        hashes[block.first_row() + row] =
            std::hash<std::string_view>{}(cell_text(block.written(row, code_cell), texts));
      texts.clear();
    }
  });
  return hashes;
}

}  // namespace

// The hashes are dealt out to tables that fit into a cache, one after the other.
bool codes_differ(const AnswerFile& answers, std::size_t code_cell) {
  constexpr std::size_t kSlots = std::size_t{1} << 20;
  constexpr std::size_t kMostUsed = kSlots / 2;
  constexpr std::uint64_t kFree = 0;
  constexpr unsigned kDealBits = 40;  // the slot is taken from lower ones
  const std::vector<std::uint64_t> hashes = code_hashes(answers, code_cell);
  const std::size_t num_tables = 1 + hashes.size() / (kMostUsed / 2);
  std::vector<std::uint64_t> table;
  for (std::size_t dealt = 0; dealt < num_tables; ++dealt) {
    table.assign(kSlots, kFree);
    std::size_t used = 0;
    for (const std::uint64_t hash : hashes) {
      if ((hash >> kDealBits) % num_tables != dealt) continue;
      if (hash == kFree || ++used > kMostUsed) return false;
      std::size_t at = hash % kSlots;
      for (; table[at] != kFree; at = (at + 1) % kSlots)
        if (table[at] == hash) return false;
      table[at] = hash;
    }
  }
  return true;
}

}  // namespace kijun::survey
