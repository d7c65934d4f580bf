#include "engine/exec/kernels/word_kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace kijun::exec {
namespace {

using Word = StatePlanes::Word;

constexpr std::size_t kSizes[] = {1, 63, 64, 65, 128, 200};  // around whole words, which have loops of their own

bool related(Comparison comparison, auto a, auto b) {
  if (comparison == Comparison::kEqual) return a == b;
  return comparison == Comparison::kLess ? a < b : a <= b;
}

bool bit(const std::vector<Word>& words, std::size_t i) { return (words[i / 64] >> (i % 64) & 1) != 0; }

/// No bit beyond `size` is set.
bool is_trimmed(const std::vector<Word>& words, std::size_t size) {
  return size % 64 == 0 || words.back() >> (size % 64) == 0;
}

template <class T>
void expect_bits(Comparison comparison, Operand<T> a, Operand<T> b, std::size_t size) {
  std::vector<Word> bits((size + 63) / 64, ~Word{0});
  compare_bits(comparison, a, b, size, bits.data());
  for (std::size_t i = 0; i < size; ++i) {
    ASSERT_EQ(bit(bits, i), related(comparison, a.values[a.is_scalar ? 0 : i], b.values[b.is_scalar ? 0 : i]))
        << "subject " << i << " of " << size;
  }
  EXPECT_TRUE(is_trimmed(bits, size)) << size;
}

template <class T>
void expect_comparisons(const std::vector<T>& pool) {
  std::mt19937 draw;  // seeded with its default
  for (const std::size_t size : kSizes) {
    std::vector<T> a(size);
    std::vector<T> b(size);
    for (T& value : a) value = pool[draw() % pool.size()];
    for (T& value : b) value = pool[draw() % pool.size()];
    for (const Comparison comparison : {Comparison::kEqual, Comparison::kLess, Comparison::kLessEqual}) {
      for (const unsigned scalars : {0U, 1U, 2U, 3U})
        expect_bits<T>(comparison, {a.data(), (scalars & 1U) != 0}, {b.data(), (scalars & 2U) != 0}, size);
    }
  }
}

TEST(WordKernelsTest, CompareAsTheOperatorsDo) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  expect_comparisons<std::int64_t>({0, 1, -1, std::numeric_limits<std::int64_t>::min(), 7, 7});
  expect_comparisons<std::uint32_t>({0, 1, 2, 0xFFFFFFFF, 0x80000000});
  expect_comparisons<double>({0.0, -0.0, 1.5, std::nan(""), kInfinity, -kInfinity});
}

TEST(WordKernelsTest, TakeCodesBeyondASetForNoMembers) {
  const std::vector<std::uint32_t> codes{0, 1, 2, 63, 64, 65, 0xFFFFFFFF};
  std::vector<Word> bits(1, ~Word{0});
  member_bits(codes.data(), Word{1} << 63 | 0b10, codes.size(), bits.data());
  EXPECT_EQ(bits[0], 0b1010U);
}

TEST(WordKernelsTest, ReasonsOfMissingAnswersAreTestedForEverySize) {
  constexpr auto kLast = static_cast<unsigned>(table::MissingReason::kNewSubject);
  constexpr std::uint32_t kSet = 1U << kLast | 0b110;
  for (const std::size_t size : kSizes) {
    std::vector<table::MissingReason> reasons;
    for (std::size_t i = 0; i < size; ++i) reasons.push_back(static_cast<table::MissingReason>(i * i % (kLast + 1)));
    std::vector<Word> missing((size + 63) / 64, ~Word{0});
    std::vector<Word> members((size + 63) / 64, ~Word{0});
    missing_bits(reasons.data(), size, missing.data());
    member_bits(reasons.data(), kSet, size, members.data());
    for (std::size_t i = 0; i < size; ++i) {
      ASSERT_EQ(bit(missing, i), reasons[i] != table::MissingReason::kNone) << i << " of " << size;
      ASSERT_EQ(bit(members, i), (kSet >> static_cast<unsigned>(reasons[i]) & 1) != 0) << i << " of " << size;
    }
    EXPECT_TRUE(is_trimmed(missing, size) && is_trimmed(members, size)) << size;
  }
}

TEST(WordKernelsTest, SumsAreGoodWhenTheyDoNotLeave64Bits) {
  constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
  const std::vector<std::int64_t> pool{0, 1, -1, kMax, kMin, kMax - 1, kMin + 1, 1'000'000'007};
  std::vector<std::int64_t> a;
  std::vector<std::int64_t> b;
  for (const std::int64_t x : pool) {
    for (const std::int64_t y : pool) a.push_back(x), b.push_back(y);
  }
  std::vector<std::int64_t> out(a.size());
  std::vector<Word> good(1);
  for (const Sum sum : {Sum::kAdd, Sum::kSubtract}) {
    sum_ints(sum, {a.data(), false}, {b.data(), false}, a.size(), out.data(), good.data());
    for (std::size_t i = 0; i < a.size(); ++i) {
      std::int64_t exact = 0;
      const bool overflows =
          sum == Sum::kAdd ? __builtin_add_overflow(a[i], b[i], &exact) : __builtin_sub_overflow(a[i], b[i], &exact);
      EXPECT_EQ(bit(good, i), !overflows) << a[i] << " and " << b[i];
      EXPECT_TRUE(overflows || out[i] == exact) << a[i] << " and " << b[i];
    }
  }
}

}  // namespace
}  // namespace kijun::exec
