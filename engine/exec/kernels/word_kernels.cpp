#include "engine/exec/kernels/word_kernels.h"

#include <algorithm>
#include <array>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Every loop is written for one subject, so that the compiler vectorises it; where it can, it makes a version for each
// width of vectors, of which the loader picks one. The bits of a word are collected as bytes and then packed, which is
// cheaper than shifting them one by one.

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__) && \
    !defined(__SANITIZE_ADDRESS__)
#define KIJUN_EVERY_WIDTH __attribute__((target_clones("default", "avx2", "arch=x86-64-v4")))
#else
#define KIJUN_EVERY_WIDTH  // resolvers run before the sanitizers are ready
#endif

namespace kijun::exec {
namespace {

using Word = StatePlanes::Word;
constexpr std::size_t kBits = StatePlanes::kWordBits;

/// The lowest bits of 64 bytes that are 0 or 1.
[[gnu::always_inline]] inline Word pack(const std::array<std::uint8_t, kBits>& bytes) {
  Word packed = 0;
#if defined(__SSE2__)
  constexpr std::size_t kLanes = 16;
  for (std::size_t i = 0; i < kBits; i += kLanes) {
    const __m128i lanes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data() + i));
    const int sixteen = _mm_movemask_epi8(_mm_cmpgt_epi8(lanes, _mm_setzero_si128()));
    packed |= Word{static_cast<std::uint32_t>(sixteen)} << i;
  }
#else
  constexpr std::size_t kBytes = 8;
  constexpr Word kGather = 0x0102040810204080;  // moves bit 0 of byte i to bit 56 + i
  for (std::size_t i = 0; i < kBits; i += kBytes) {
    Word eight = 0;
    for (std::size_t j = 0; j < kBytes; ++j) eight |= Word{bytes[i + j]} << (kBytes * j);
    packed |= (eight * kGather >> 56U) << i;
  }
#endif
  return packed;
}

/// Bit i of `out` is `test(i)`.
template <class Test>
[[gnu::always_inline]] inline void collect_bits(std::size_t size, Word* out, Test test) {
  std::array<std::uint8_t, kBits> bytes{};
  std::size_t word = 0;
  for (; (word + 1) * kBits <= size; ++word) {
    for (std::size_t i = 0; i < kBits; ++i) bytes[i] = test(word * kBits + i) ? 1 : 0;
    out[word] = pack(bytes);
  }
  if (word * kBits == size) return;
  out[word] = 0;
  for (std::size_t i = word * kBits; i < size; ++i) out[word] |= Word{test(i)} << (i % kBits);
}

/// `use(a at, b at)`, where `at` gives an operand's value of a subject, with the loops of scalar operands apart.
template <class T, class Use>
[[gnu::always_inline]] inline void with_operands(Operand<T> a, Operand<T> b, Use use) {
  const T* x = a.values;
  const T* y = b.values;
  const auto x_at = [x](std::size_t i) { return x[i]; };
  const auto y_at = [y](std::size_t i) { return y[i]; };
  if (a.is_scalar && b.is_scalar) {
    use([v = *x](std::size_t) { return v; }, [v = *y](std::size_t) { return v; });
  } else if (b.is_scalar) {
    use(x_at, [v = *y](std::size_t) { return v; });
  } else if (a.is_scalar) {
    use([v = *x](std::size_t) { return v; }, y_at);
  } else {
    use(x_at, y_at);
  }
}

template <class T>
[[gnu::always_inline]] inline void compare_all(Comparison comparison, Operand<T> a, Operand<T> b, std::size_t size,
                                               Word* out) {
  with_operands(a, b, [=](auto x, auto y) {
    switch (comparison) {
      case Comparison::kEqual:
        return collect_bits(size, out, [=](std::size_t i) { return x(i) == y(i); });
      case Comparison::kLess:
        return collect_bits(size, out, [=](std::size_t i) { return x(i) < y(i); });
      case Comparison::kLessEqual:
        return collect_bits(size, out, [=](std::size_t i) { return x(i) <= y(i); });
    }
  });
}

template <class T>
[[gnu::always_inline]] inline void blend_all(const Word* condition, Operand<T> a, Operand<T> b, std::size_t size,
                                             T* out) {
  with_operands(a, b, [=](auto x, auto y) {
    for (std::size_t i = 0; i < size; ++i) out[i] = (condition[i / kBits] >> (i % kBits) & 1) != 0 ? x(i) : y(i);
  });
}

}  // namespace

KIJUN_EVERY_WIDTH void compare_bits(Comparison comparison, Operand<std::int64_t> a, Operand<std::int64_t> b,
                                    std::size_t size, Word* out) {
  compare_all(comparison, a, b, size, out);
}

KIJUN_EVERY_WIDTH void compare_bits(Comparison comparison, Operand<double> a, Operand<double> b, std::size_t size,
                                    Word* out) {
  compare_all(comparison, a, b, size, out);
}

KIJUN_EVERY_WIDTH void compare_bits(Comparison comparison, Operand<std::uint32_t> a, Operand<std::uint32_t> b,
                                    std::size_t size, Word* out) {
  compare_all(comparison, a, b, size, out);
}

KIJUN_EVERY_WIDTH void member_bits(const std::uint32_t* codes, Word set, std::size_t size, Word* out) {
  collect_bits(size, out, [=](std::size_t i) { return codes[i] < kBits && (set >> (codes[i] % kBits) & 1) != 0; });
}

KIJUN_EVERY_WIDTH void missing_bits(const table::MissingReason* missing, std::size_t size, Word* out) {
  collect_bits(size, out, [=](std::size_t i) { return missing[i] != table::MissingReason::kNone; });
}

KIJUN_EVERY_WIDTH void member_bits(const table::MissingReason* missing, std::uint32_t set, std::size_t size,
                                   Word* out) {
  collect_bits(size, out, [=](std::size_t i) { return (set >> static_cast<unsigned>(missing[i]) & 1) != 0; });
}

KIJUN_EVERY_WIDTH void sum_ints(Sum sum, Operand<std::int64_t> a, Operand<std::int64_t> b, std::size_t size,
                                std::int64_t* out, Word* good) {
  const auto wrapped = [](std::int64_t x) { return static_cast<std::uint64_t>(x); };
  with_operands(a, b, [=](auto x, auto y) {
    if (sum == Sum::kAdd) {
      for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::int64_t>(wrapped(x(i)) + wrapped(y(i)));
      // Overflow turns the sign of both operands.
      return collect_bits(size, good, [=](std::size_t i) { return ((x(i) ^ out[i]) & (y(i) ^ out[i])) >= 0; });
    }
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::int64_t>(wrapped(x(i)) - wrapped(y(i)));
    return collect_bits(size, good, [=](std::size_t i) { return ((x(i) ^ y(i)) & (x(i) ^ out[i])) >= 0; });
  });
}

KIJUN_EVERY_WIDTH void compute_doubles(DoubleOperation operation, Operand<double> a, Operand<double> b,
                                       std::size_t size, double* out) {
  with_operands(a, b, [=](auto x, auto y) {
    switch (operation) {
      case DoubleOperation::kAdd:
        for (std::size_t i = 0; i < size; ++i) out[i] = x(i) + y(i);
        break;
      case DoubleOperation::kSubtract:
        for (std::size_t i = 0; i < size; ++i) out[i] = x(i) - y(i);
        break;
      case DoubleOperation::kMultiply:
        for (std::size_t i = 0; i < size; ++i) out[i] = x(i) * y(i);
        break;
      case DoubleOperation::kDivide:
        for (std::size_t i = 0; i < size; ++i) out[i] = x(i) / y(i);
        break;
    }
  });
}

KIJUN_EVERY_WIDTH void convert_to_doubles(const std::int64_t* a, std::size_t size, double* out) {
  for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<double>(a[i]);
}

KIJUN_EVERY_WIDTH void blend(const Word* condition, Operand<std::int64_t> a, Operand<std::int64_t> b, std::size_t size,
                             std::int64_t* out) {
  blend_all(condition, a, b, size, out);
}

KIJUN_EVERY_WIDTH void blend(const Word* condition, Operand<double> a, Operand<double> b, std::size_t size,
                             double* out) {
  blend_all(condition, a, b, size, out);
}

KIJUN_EVERY_WIDTH void blend(const Word* condition, Operand<std::uint32_t> a, Operand<std::uint32_t> b,
                             std::size_t size, std::uint32_t* out) {
  blend_all(condition, a, b, size, out);
}

}  // namespace kijun::exec
