#include "engine/exec/state_planes.h"

#include <bit>

#include "engine/base/assert.h"

namespace kijun::exec {
namespace {

using Word = StatePlanes::Word;
constexpr std::size_t kBits = StatePlanes::kWordBits;

/// The low `count` bits, 1 ≤ count ≤ 64.
Word low_bits(std::size_t count) { return count == kBits ? ~Word{0} : (Word{1} << count) - 1; }

/// Replaces `count` bits of a plane from bit `offset` on.
void put_bits(std::vector<Word>& plane, std::size_t offset, Word bits, std::size_t count) {
  const std::size_t word = offset / kBits;
  const std::size_t shift = offset % kBits;
  const Word mask = low_bits(count);
  plane[word] = (plane[word] & ~(mask << shift)) | ((bits & mask) << shift);
  if (shift + count > kBits) {
    const std::size_t done = kBits - shift;
    plane[word + 1] = (plane[word + 1] & ~(mask >> done)) | ((bits & mask) >> done);
  }
}

/// `count` bits of a plane from bit `offset` on.
Word get_bits(const std::vector<Word>& plane, std::size_t offset, std::size_t count) {
  const std::size_t word = offset / kBits;
  const std::size_t shift = offset % kBits;
  Word bits = plane[word] >> shift;
  if (shift + count > kBits) bits |= plane[word + 1] << (kBits - shift);
  return bits & low_bits(count);
}

std::size_t count_bits(const std::vector<Word>& plane) {
  std::size_t total = 0;
  for (const Word word : plane) total += static_cast<std::size_t>(std::popcount(word));
  return total;
}

}  // namespace

void StatePlanes::reset(std::size_t size) {
  size_ = size;
  has_error_ = false;
  has_not_applicable_ = false;
  true_.assign(num_words(), 0);
  unknown_.assign(num_words(), 0);
}

void StatePlanes::need_error() {
  if (has_error_) return;
  has_error_ = true;
  error_.assign(num_words(), 0);
}

void StatePlanes::need_not_applicable() {
  if (has_not_applicable_) return;
  has_not_applicable_ = true;
  not_applicable_.assign(num_words(), 0);
}

void StatePlanes::set_words(std::size_t word, Word is_true, Word unknown, Word error, Word not_applicable) {
  const Word used = mask(word);
  true_[word] = is_true & used;
  unknown_[word] = unknown & used;
  if ((error & used) != 0) need_error();
  if (has_error_) error_[word] = error & used;
  if ((not_applicable & used) != 0) need_not_applicable();
  if (has_not_applicable_) not_applicable_[word] = not_applicable & used;
}

cel::State StatePlanes::get(std::size_t subject) const {
  KIJUN_ASSERT(subject < size_);
  const std::size_t word = subject / kWordBits;
  const Word bit = Word{1} << (subject % kWordBits);
  if ((true_word(word) & bit) != 0) return cel::State::kTrue;
  if ((unknown_word(word) & bit) != 0) return cel::State::kUnknown;
  if ((error_word(word) & bit) != 0) return cel::State::kError;
  if ((not_applicable_word(word) & bit) != 0) return cel::State::kNotApplicable;
  return cel::State::kFalse;
}

void StatePlanes::set(std::size_t subject, cel::State state) {
  KIJUN_ASSERT(subject < size_);
  const std::size_t word = subject / kWordBits;
  const Word bit = Word{1} << (subject % kWordBits);
  const auto with = [bit, state](Word plane, cel::State wanted) {
    return state == wanted ? plane | bit : plane & ~bit;
  };
  set_words(word, with(true_word(word), cel::State::kTrue), with(unknown_word(word), cel::State::kUnknown),
            with(error_word(word), cel::State::kError), with(not_applicable_word(word), cel::State::kNotApplicable));
}

std::size_t StatePlanes::count(cel::State state) const {
  const std::size_t num_error = has_error_ ? count_bits(error_) : 0;
  const std::size_t num_not_applicable = has_not_applicable_ ? count_bits(not_applicable_) : 0;
  switch (state) {
    case cel::State::kTrue:
      return count_bits(true_);
    case cel::State::kUnknown:
      return count_bits(unknown_);
    case cel::State::kError:
      return num_error;
    case cel::State::kNotApplicable:
      return num_not_applicable;
    case cel::State::kFalse:
      break;
  }
  return size_ - count_bits(true_) - count_bits(unknown_) - num_error - num_not_applicable;
}

void StatePlanes::write(std::size_t first, const StatePlanes& part) {
  KIJUN_ASSERT(first + part.size_ <= size_);
  if (part.has_error_) need_error();
  if (part.has_not_applicable_) need_not_applicable();
  for (std::size_t word = 0; word < part.num_words(); ++word) {
    const std::size_t begin = word * kWordBits;
    const std::size_t count = std::min(kWordBits, part.size_ - begin);
    put_bits(true_, first + begin, part.true_word(word), count);
    put_bits(unknown_, first + begin, part.unknown_word(word), count);
    if (has_error_) put_bits(error_, first + begin, part.error_word(word), count);
    if (has_not_applicable_) put_bits(not_applicable_, first + begin, part.not_applicable_word(word), count);
  }
}

void StatePlanes::read(const StatePlanes& whole, std::size_t first, std::size_t size) {
  KIJUN_ASSERT(first + size <= whole.size_);
  reset(size);
  for (std::size_t word = 0; word < num_words(); ++word) {
    const std::size_t begin = first + word * kWordBits;
    const std::size_t count = std::min(kWordBits, size - word * kWordBits);
    set_words(word, get_bits(whole.true_, begin, count), get_bits(whole.unknown_, begin, count),
              whole.has_error_ ? get_bits(whole.error_, begin, count) : 0,
              whole.has_not_applicable_ ? get_bits(whole.not_applicable_, begin, count) : 0);
  }
}

void StatePlanes::take(const StatePlanes& other, const StatePlanes& subjects) {
  KIJUN_ASSERT(other.size_ == size_ && subjects.size_ == size_);
  for (std::size_t word = 0; word < num_words(); ++word) {
    const Word taken = subjects.true_word(word);
    const auto blend = [taken](Word own, Word fresh) { return (own & ~taken) | (fresh & taken); };
    set_words(word, blend(true_word(word), other.true_word(word)), blend(unknown_word(word), other.unknown_word(word)),
              blend(error_word(word), other.error_word(word)),
              blend(not_applicable_word(word), other.not_applicable_word(word)));
  }
}

void StatePlanes::fill(std::size_t size, cel::State state) {
  reset(size);
  const auto plane = [state](cel::State wanted) { return state == wanted ? ~Word{0} : Word{0}; };
  for (std::size_t word = 0; word < num_words(); ++word) {
    set_words(word, plane(cel::State::kTrue), plane(cel::State::kUnknown), plane(cel::State::kError),
              plane(cel::State::kNotApplicable));
  }
}

}  // namespace kijun::exec
