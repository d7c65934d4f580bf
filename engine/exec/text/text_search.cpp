#include "engine/exec/text/text_search.h"

#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Sixteen positions at a time: those where both the first and the last byte of the part stand at their distance are
// compared in full. Texts in Japanese share the lead bytes of their characters, so that one byte alone would stop nearly
// everywhere; a pair seldom does.

namespace kijun::exec {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Whether the bytes of `part` between its first and last are at `at`, whose first and last are known to be.
bool middle_matches(const char* at, std::string_view part) {
  return part.size() <= 2 || std::memcmp(at + 1, part.data() + 1, part.size() - 2) == 0;
}

/// The first position from `begin` to before `end` at which the part stands.
std::size_t find_by_byte(const char* text, std::size_t begin, std::size_t end, std::string_view part) {
  const std::size_t last = part.size() - 1;
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i + last] == part[last] && text[i] == part[0] && middle_matches(text + i, part)) return i;
  }
  return kNone;
}

}  // namespace

std::size_t find_text(std::string_view text, std::string_view part, std::size_t from) {
  if (text.size() < part.size() || from > text.size() - part.size()) return kNone;
  const std::size_t end = text.size() - part.size() + 1;  // behind the last position
  std::size_t i = from;
#if defined(__SSE2__)
  constexpr std::size_t kLanes = 16;
  const auto load = [](const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); };
  const __m128i first = _mm_set1_epi8(part.front());
  const __m128i last = _mm_set1_epi8(part.back());
  for (; i + kLanes <= end; i += kLanes) {
    const __m128i firsts = _mm_cmpeq_epi8(load(text.data() + i), first);
    const __m128i lasts = _mm_cmpeq_epi8(load(text.data() + i + part.size() - 1), last);
    auto both = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_and_si128(firsts, lasts)));
    for (; both != 0; both &= both - 1) {
      const std::size_t at = i + static_cast<std::size_t>(std::countr_zero(both));
      if (middle_matches(text.data() + at, part)) return at;
    }
  }
#endif
  return find_by_byte(text.data(), i, end, part);
}

bool contains(std::string_view text, std::string_view part) {
  return part.empty() || find_text(text, part, 0) != kNone;
}

}  // namespace kijun::exec
