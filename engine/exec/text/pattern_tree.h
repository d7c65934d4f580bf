#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kijun::exec {

/// Some of the 256 bytes.
using ByteSet = std::bitset<256>;

/// A part of a pattern, over the bytes of UTF-8.
struct PatternNode {
  enum class Kind : std::uint8_t { kByte, kSequence, kChoice, kRepeat };
  static constexpr std::uint32_t kNoLimit = 0xFFFFFFFF;

  Kind kind = Kind::kSequence;
  ByteSet bytes;                      ///< kByte: one byte out of these.
  std::vector<PatternNode> children;  ///< kSequence: empty for the empty text.
  std::uint32_t least = 0;            ///< kRepeat.
  std::uint32_t most = kNoLimit;
};

/// One alternative of a whole pattern: `^` only before it, `$` only behind it.
struct PatternBranch {
  bool at_begin = false;
  bool at_end = false;
  PatternNode node;
};

/// Reads the part of RE2's syntax that rules are written in: literals, classes, `.`, `\d \w \s`, groups, alternatives,
/// `* + ? {n,m}`, and anchors around a whole alternative. Nothing for every other pattern, also for wrong ones.
[[nodiscard]] std::optional<std::vector<PatternBranch>> parse_pattern(std::string_view pattern);

}  // namespace kijun::exec
