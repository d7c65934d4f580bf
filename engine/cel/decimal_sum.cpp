#include "engine/cel/decimal_sum.h"

#include <charconv>
#include <string>

namespace kijun::cel {
namespace {

constexpr int kBlockDigits = 9;
constexpr std::int64_t kBlockSize = 1'000'000'000;

int block_of(int exponent) { return exponent >= 0 ? exponent / kBlockDigits : -((8 - exponent) / kBlockDigits); }

std::int64_t number_of(std::string_view digits) {
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string nine_digits(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(kBlockDigits - digits.size(), '0') + digits;
}

}  // namespace

void DecimalSum::add(const Decimal& number) {
  Decimal::Parts parts = number.parts();
  int block = block_of(parts.exponent);
  parts.digits.append(static_cast<std::size_t>(parts.exponent - block * kBlockDigits), '0');
  for (std::string_view rest = parts.digits; !rest.empty(); ++block) {
    const std::size_t cut = rest.size() > kBlockDigits ? rest.size() - kBlockDigits : 0;
    const std::int64_t part = number_of(rest.substr(cut));
    blocks_[block] += parts.negative ? -part : part;
    rest = rest.substr(0, cut);
  }
}

void DecimalSum::add(const DecimalSum& other) {
  for (const auto& [block, sum] : other.blocks_) blocks_[block] += sum;
}

std::optional<Decimal> DecimalSum::average(std::size_t count) const {
  const std::optional<Decimal> sum = value();
  return sum.has_value() ? Decimal::quotient(*sum, Decimal::from_uint(count)) : std::nullopt;
}

/// Settles carries from the lowest block up, so that every block has the sign of the sum; then writes the digits down.
/// Blocks between two that were met count as zero, and only so many of them are written as a decimal can show.
std::optional<Decimal> DecimalSum::value() const {
  const auto settled = [this](bool negate) {
    std::map<int, std::int64_t> blocks;
    std::int64_t carry = 0;
    int next = 0;
    const auto settle = [&](int block, std::int64_t sum) {
      std::int64_t digits = sum % kBlockSize;
      carry = sum / kBlockSize;
      if (digits < 0) {
        digits += kBlockSize;
        --carry;
      }
      if (digits != 0) blocks[block] = digits;
    };
    for (const auto& [block, sum] : blocks_) {
      for (; carry != 0 && next < block; ++next) settle(next, carry);
      settle(block, (negate ? -sum : sum) + carry);
      next = block + 1;
    }
    for (; carry > 0; ++next) settle(next, carry);
    return carry == 0 ? std::optional(blocks) : std::nullopt;  // a carry of -1 that stays is the sign
  };
  std::optional<std::map<int, std::int64_t>> blocks = settled(false);
  const bool negative = !blocks.has_value();
  if (negative) blocks = settled(true);
  if (blocks->empty()) return Decimal();
  // 34 digits, and below them whether anything is left: five blocks hold the digits, a last one the rest.
  const int top = blocks->rbegin()->first;
  constexpr int kShown = 5;
  std::string digits;
  for (int block = top; block > top - kShown; --block) {
    const auto found = blocks->find(block);
    digits += nine_digits(found == blocks->end() ? 0 : found->second);
  }
  const bool has_rest = blocks->begin()->first <= top - kShown;
  digits += has_rest ? '1' : '0';
  return Decimal::from_digits(negative, digits, (top - kShown + 1) * kBlockDigits - 1);
}

}  // namespace kijun::cel
