#include "engine/base/csv_scan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include <array>
#include <bit>
#include <cstring>

// Quoted text is found without branches (Langdale and Lemire, "Parsing Gigabytes of JSON per Second", 2019): bit i of the
// prefix parity of a word's quote bits says whether byte i stands inside quotes, whatever the quotes mean. Ends of cells are
// the commas and line ends outside. Whether the quotes are where RFC 4180 has them is checked beside: three masks of places
// where something forbidden stands are or-ed together over the whole text and looked at once.
//
// The loops are the same for every instruction set; csv_scan_loops.inc is included once for each, with functions compiled
// for it by attribute, so that the rest of the program runs on any processor of the architecture.
namespace kijun {
namespace {

constexpr std::size_t kWord = 64;

/// Which bytes of a word are what.
struct Masks {
  std::uint64_t quote = 0;
  std::uint64_t comma = 0;
  std::uint64_t lf = 0;
  std::uint64_t cr = 0;
  std::uint64_t nul = 0;
};

/// What one word leaves for the next.
struct Carry {
  std::uint64_t inside = 0;    ///< All ones inside quotes.
  std::uint64_t may_open = 1;  ///< The last byte ended a cell or closed a quote; so does the begin of the text.
  std::uint64_t closed = 0;    ///< The last byte closed a quote.
  std::uint64_t cr = 0;        ///< The last byte was a CR outside quotes.
};

/// What was found in a word.
struct Step {
  std::uint64_t ends = 0;
  std::uint64_t lf = 0;  ///< Those of the ends that end a record.
  std::uint64_t odd = 0;
};

/// Writes `count` positions of set bits, each plus `base`. Writes up to 16 entries more than that.
inline void write_positions(std::uint64_t bits, std::size_t count, std::uint32_t base, std::uint32_t* out) {
  constexpr std::uint64_t kTop = std::uint64_t{1} << 63;  // keeps the argument of the count from being zero
  for (std::size_t written = 0; written < count; written += 8) {
    for (std::size_t i = 0; i < 8; ++i) {
      out[written + i] = base + static_cast<std::uint32_t>(std::countr_zero(bits | kTop));
      bits &= bits - 1;
    }
  }
}

namespace portable {

#define KIJUN_TARGET

inline std::uint64_t prefix_parity(std::uint64_t bits) {
  for (unsigned shift = 1; shift < kWord; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// The bytes of eight that equal `byte`, as eight bits.
inline std::uint64_t equal_bytes(std::uint64_t eight, char byte) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kLow = 0x7F7F7F7F7F7F7F7FU;
  const std::uint64_t difference = eight ^ (kOnes * static_cast<unsigned char>(byte));
  const std::uint64_t zero = ~(((difference & kLow) + kLow) | difference | kLow);  // 0x80 where the byte is equal
  return (zero >> 7) * 0x0102040810204080U >> 56;
}

inline Masks load_masks(const char* text) {
  Masks masks;
  for (std::size_t i = 0; i < kWord; i += 8) {
    std::uint64_t eight = 0;
    for (std::size_t byte = 0; byte < 8; ++byte)
      eight |= std::uint64_t{static_cast<unsigned char>(text[i + byte])} << (8 * byte);
    masks.quote |= equal_bytes(eight, '"') << i;
    masks.comma |= equal_bytes(eight, ',') << i;
    masks.lf |= equal_bytes(eight, '\n') << i;
    masks.cr |= equal_bytes(eight, '\r') << i;
    masks.nul |= equal_bytes(eight, '\0') << i;
  }
  return masks;
}

inline void write_ends(std::uint64_t bits, std::size_t count, std::uint32_t base, std::uint32_t* out) {
  write_positions(bits, count, base, out);
}

#include "engine/base/csv_scan_loops.inc"
#undef KIJUN_TARGET

}  // namespace portable

#if defined(__x86_64__)

namespace avx2 {

#define KIJUN_TARGET [[gnu::target("avx2,pclmul,bmi,popcnt")]]

KIJUN_TARGET inline std::uint64_t prefix_parity(std::uint64_t bits) {
  const __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128(static_cast<long long>(bits)), _mm_set1_epi8(-1), 0);
  return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
}

KIJUN_TARGET inline std::uint64_t equal_bytes(__m256i low, __m256i high, char byte) {
  const __m256i wanted = _mm256_set1_epi8(byte);
  const auto first = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)));
  const auto second = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)));
  return first | std::uint64_t{second} << 32;
}

KIJUN_TARGET inline Masks load_masks(const char* text) {
  const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text));
  const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + 32));
  return {equal_bytes(low, high, '"'), equal_bytes(low, high, ','), equal_bytes(low, high, '\n'),
          equal_bytes(low, high, '\r'), equal_bytes(low, high, '\0')};
}

KIJUN_TARGET inline void write_ends(std::uint64_t bits, std::size_t count, std::uint32_t base, std::uint32_t* out) {
  write_positions(bits, count, base, out);
}

#include "engine/base/csv_scan_loops.inc"
#undef KIJUN_TARGET

}  // namespace avx2

namespace avx512 {

#define KIJUN_TARGET [[gnu::target("avx512f,avx512bw,avx512vbmi2,pclmul,bmi,popcnt")]]

KIJUN_TARGET inline std::uint64_t prefix_parity(std::uint64_t bits) {
  const __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128(static_cast<long long>(bits)), _mm_set1_epi8(-1), 0);
  return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
}

KIJUN_TARGET inline Masks load_masks(const char* text) {
  const __m512i word = _mm512_loadu_si512(text);
  return {_mm512_cmpeq_epi8_mask(word, _mm512_set1_epi8('"')), _mm512_cmpeq_epi8_mask(word, _mm512_set1_epi8(',')),
          _mm512_cmpeq_epi8_mask(word, _mm512_set1_epi8('\n')), _mm512_cmpeq_epi8_mask(word, _mm512_set1_epi8('\r')),
          _mm512_testn_epi8_mask(word, word)};
}

/// The numbers 0 … 63 of the set bits side by side, sixteen written at a time.
KIJUN_TARGET inline void write_ends(std::uint64_t bits, std::size_t count, std::uint32_t base, std::uint32_t* out) {
  alignas(64) static constexpr std::array<char, kWord> kNumbers = [] {
    std::array<char, kWord> numbers{};
    for (std::size_t i = 0; i < kWord; ++i) numbers[i] = static_cast<char>(i);
    return numbers;
  }();
  const __m512i packed = _mm512_maskz_compress_epi8(bits, _mm512_load_si512(kNumbers.data()));
  const __m512i bases = _mm512_set1_epi32(static_cast<int>(base));
  // The forms with a mask, though all lanes are wanted: GCC 12 takes the others for reads of uninitialized values.
  const auto write = [&](__m128i sixteen, std::size_t at) __attribute__((target("avx512f"))) {
    _mm512_storeu_si512(out + at, _mm512_add_epi32(_mm512_maskz_cvtepu8_epi32(0xFFFF, sixteen), bases));
  };
  write(_mm512_maskz_extracti32x4_epi32(0xF, packed, 0), 0);
  if (count <= 16) return;
  write(_mm512_maskz_extracti32x4_epi32(0xF, packed, 1), 16);
  if (count <= 32) return;
  write(_mm512_maskz_extracti32x4_epi32(0xF, packed, 2), 32);
  write(_mm512_maskz_extracti32x4_epi32(0xF, packed, 3), 48);
}

#include "engine/base/csv_scan_loops.inc"
#undef KIJUN_TARGET

}  // namespace avx512

bool has_avx2() {
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("pclmul") != 0 &&
         __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("popcnt") != 0;
}

bool has_avx512() {
  return has_avx2() && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
         __builtin_cpu_supports("avx512vbmi2") != 0;
}

#endif

std::vector<CsvScanner> find_scanners() {
  std::vector<CsvScanner> scanners;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (has_avx512()) scanners.push_back({"avx512", avx512::scan_records, avx512::scan_cells});
  if (has_avx2()) scanners.push_back({"avx2", avx2::scan_records, avx2::scan_cells});
#endif
  scanners.push_back({"portable", portable::scan_records, portable::scan_cells});
  return scanners;
}

}  // namespace

std::span<const CsvScanner> csv_scanners() {
  static const std::vector<CsvScanner> kScanners = find_scanners();
  return kScanners;
}

}  // namespace kijun
