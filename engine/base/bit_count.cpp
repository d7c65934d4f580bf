#include "engine/base/bit_count.h"

#include <bit>

// Bits that are set in one plane, in two and in all three are counted word by word, and the patterns follow from those
// numbers by inclusion and exclusion. The loop is compiled a second time for processors that count the bits of a word by
// one instruction, which the architecture's oldest do not.
namespace kijun {
namespace {

using Planes = std::array<std::span<const std::uint64_t>, 3>;
using Counts = std::array<std::size_t, 8>;

/// By pattern: how many bits are set in all planes that the pattern names, whatever the others hold.
[[gnu::always_inline]] inline Counts count_common(const Planes& planes) {
  Counts counts{};
  for (std::size_t word = 0; word < planes[0].size(); ++word) {
    const std::uint64_t a = planes[0][word];
    const std::uint64_t b = planes[1][word];
    const std::uint64_t c = planes[2][word];
    counts[0] += 64;
    counts[1] += static_cast<std::size_t>(std::popcount(a));
    counts[2] += static_cast<std::size_t>(std::popcount(b));
    counts[3] += static_cast<std::size_t>(std::popcount(a & b));
    counts[4] += static_cast<std::size_t>(std::popcount(c));
    counts[5] += static_cast<std::size_t>(std::popcount(a & c));
    counts[6] += static_cast<std::size_t>(std::popcount(b & c));
    counts[7] += static_cast<std::size_t>(std::popcount(a & b & c));
  }
  return counts;
}

Counts count_portably(const Planes& planes) { return count_common(planes); }

#if defined(__x86_64__)
[[gnu::target("popcnt")]] Counts count_by_instruction(const Planes& planes) { return count_common(planes); }

bool has_instruction() {
  __builtin_cpu_init();
  return __builtin_cpu_supports("popcnt") != 0;
}
#else
Counts count_by_instruction(const Planes& planes) { return count_common(planes); }

bool has_instruction() { return false; }
#endif

}  // namespace

std::array<std::size_t, 8> count_patterns(const Planes& planes) {
  static const bool kByInstruction = has_instruction();
  Counts counts = kByInstruction ? count_by_instruction(planes) : count_portably(planes);
  // What is set in all planes of a pattern and in another one, too, belongs to the larger pattern.
  for (std::size_t plane = 1; plane < counts.size(); plane *= 2)
    for (std::size_t pattern = 0; pattern < counts.size(); ++pattern)
      if ((pattern & plane) == 0) counts[pattern] -= counts[pattern | plane];
  return counts;
}

}  // namespace kijun
