#include "engine/base/text_check.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include "engine/base/threads.h"
#include "engine/base/utf8.h"

// A text is cut where a character begins. Were it ill-formed there, so that none does, a piece would begin or end in the
// middle of one, and that piece is found ill-formed.
namespace kijun {
namespace {

// What is looked at twice, for NUL and for its characters: it stays in a core's own cache.
constexpr std::size_t kPiece = std::size_t{1} << 17;
constexpr std::size_t kLongestTail = 3;  // of a character, behind its first byte

/// The last place at or before `wanted` where a character can begin.
std::size_t character_begin(std::string_view text, std::size_t wanted) {
  if (wanted >= text.size()) return text.size();
  for (std::size_t back = 0; back <= kLongestTail && back < wanted; ++back)
    if (!is_continuation_byte(text[wanted - back])) return wanted - back;
  return wanted;
}

bool is_clean_piece(std::string_view text) {
  return std::memchr(text.data(), '\0', text.size()) == nullptr && !find_invalid_utf8(text);
}

bool are_clean_pieces(std::string_view text, const std::atomic<bool>& given_up) {
  for (std::size_t begin = 0; begin < text.size();) {
    if (given_up.load(std::memory_order_relaxed)) return false;
    const std::size_t end = character_begin(text, begin + kPiece);
    if (!is_clean_piece(text.substr(begin, end - begin))) return false;
    begin = end;
  }
  return true;
}

}  // namespace

bool is_clean_utf8(std::string_view text) {
  if (text.empty()) return true;
  const std::uint32_t num_parts = threads_for_bytes(text.size());
  std::atomic<bool> unclean = false;
  run_parallel(num_parts, [&](std::uint32_t part) {
    const std::size_t begin = character_begin(text, text.size() * part / num_parts);
    const std::size_t end = character_begin(text, text.size() * (part + 1) / num_parts);
    if (!are_clean_pieces(text.substr(begin, end - begin), unclean)) unclean = true;
  });
  return !unclean;
}

}  // namespace kijun
