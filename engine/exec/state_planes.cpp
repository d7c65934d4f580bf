#include "engine/exec/state_planes.h"

#include <algorithm>
#include <bit>

#include "engine/base/assert.h"

namespace kijun::exec {
namespace {

using Word = StatePlanes::Word;
constexpr std::size_t kBits = StatePlanes::kWordBits;
constexpr std::array kPlanes{StatePlanes::kTruePlane, StatePlanes::kUnknownPlane, StatePlanes::kErrorPlane,
                             StatePlanes::kNotApplicablePlane};

/// The low `count` bits, 1 ≤ count ≤ 64.
Word low_bits(std::size_t count) { return count == kBits ? ~Word{0} : (Word{1} << count) - 1; }

/// Replaces `count` bits of a plane from bit `offset` on.
void put_bits(Word* plane, std::size_t offset, Word bits, std::size_t count) {
  const std::size_t word = offset / kBits;
  const std::size_t shift = offset % kBits;
  const Word mask = low_bits(count);
  plane[word] = (plane[word] & ~(mask << shift)) | ((bits & mask) << shift);
  if (shift + count > kBits) {
    const std::size_t done = kBits - shift;
    plane[word + 1] = (plane[word + 1] & ~(mask >> done)) | ((bits & mask) >> done);
  }
}

std::size_t plane_of(cel::State state) {
  switch (state) {
    case cel::State::kTrue:
      return StatePlanes::kTruePlane;
    case cel::State::kUnknown:
      return StatePlanes::kUnknownPlane;
    case cel::State::kError:
      return StatePlanes::kErrorPlane;
    case cel::State::kNotApplicable:
      return StatePlanes::kNotApplicablePlane;
    case cel::State::kFalse:
      break;
  }
  return StatePlanes::kNumPlanes;
}

}  // namespace

void StatePlanes::reset(std::size_t size) {
  size_ = size;
  for (Plane& plane : planes_) plane.exists = false;
}

Word* StatePlanes::make(PlaneIndex index) {
  Plane& plane = planes_[index];
  if (!plane.exists) {
    plane.exists = true;
    plane.words.assign(num_words(), 0);
  }
  return plane.words.data();
}

void StatePlanes::fill(std::size_t size, cel::State state) {
  reset(size);
  const std::size_t plane = plane_of(state);
  if (plane == kNumPlanes || size == 0) return;
  Word* words = make(static_cast<PlaneIndex>(plane));
  std::fill_n(words, num_words(), ~Word{0});
  words[num_words() - 1] = mask(num_words() - 1);
}

void StatePlanes::set_words(std::size_t index, Word is_true, Word unknown, Word error, Word not_applicable) {
  const Word used = mask(index);
  const Word words[kNumPlanes] = {is_true & used, unknown & used, error & used, not_applicable & used};
  for (const PlaneIndex plane : kPlanes) {
    if (words[plane] != 0) {
      make(plane)[index] = words[plane];
    } else if (planes_[plane].exists) {
      planes_[plane].words[index] = 0;
    }
  }
}

cel::State StatePlanes::get(std::size_t subject) const {
  KIJUN_ASSERT(subject < size_);
  const std::size_t index = subject / kWordBits;
  const Word bit = Word{1} << (subject % kWordBits);
  if ((true_word(index) & bit) != 0) return cel::State::kTrue;
  if ((unknown_word(index) & bit) != 0) return cel::State::kUnknown;
  if ((error_word(index) & bit) != 0) return cel::State::kError;
  if ((not_applicable_word(index) & bit) != 0) return cel::State::kNotApplicable;
  return cel::State::kFalse;
}

void StatePlanes::set(std::size_t subject, cel::State state) {
  KIJUN_ASSERT(subject < size_);
  const std::size_t index = subject / kWordBits;
  const Word bit = Word{1} << (subject % kWordBits);
  for (Plane& plane : planes_) {
    if (plane.exists) plane.words[index] &= ~bit;
  }
  if (const std::size_t plane = plane_of(state); plane != kNumPlanes)
    make(static_cast<PlaneIndex>(plane))[index] |= bit;
}

std::size_t StatePlanes::count(cel::State state) const {
  std::array<std::size_t, kNumPlanes + 1> counts{};
  counts[kNumPlanes] = size_;  // kFalse: those of no plane
  for (const PlaneIndex plane : kPlanes) {
    for (std::size_t index = 0; index < num_words(); ++index)
      counts[plane] += static_cast<std::size_t>(std::popcount(word(plane, index)));
    counts[kNumPlanes] -= counts[plane];
  }
  return counts[plane_of(state)];
}

void StatePlanes::write(std::size_t first, const StatePlanes& part) {
  KIJUN_ASSERT(first + part.size_ <= size_);
  for (const PlaneIndex plane : kPlanes) {
    if (!part.has(plane) && !has(plane)) continue;
    Word* words = make(plane);
    const std::size_t num_aligned = first % kWordBits == 0 ? part.size_ / kWordBits : 0;
    for (std::size_t index = 0; index < num_aligned; ++index)
      words[first / kWordBits + index] = part.word(plane, index);
    for (std::size_t index = num_aligned; index < part.num_words(); ++index) {
      const std::size_t begin = index * kWordBits;
      const std::size_t count = std::min(kWordBits, part.size_ - begin);
      put_bits(words, first + begin, part.word(plane, index), count);
    }
  }
}

void StatePlanes::read(const StatePlanes& whole, std::size_t first, std::size_t size) {
  KIJUN_ASSERT(first + size <= whole.size_);
  reset(size);
  const std::size_t shift = first % kWordBits;
  for (const PlaneIndex plane : kPlanes) {
    if (!whole.has(plane) || size == 0) continue;
    Word* words = make(plane);
    for (std::size_t index = 0; index < num_words(); ++index) {
      const std::size_t from = first / kWordBits + index;
      words[index] = whole.word(plane, from) >> shift;
      if (shift > 0 && from + 1 < whole.num_words()) words[index] |= whole.word(plane, from + 1) << (kWordBits - shift);
    }
    words[num_words() - 1] &= mask(num_words() - 1);
  }
}

}  // namespace kijun::exec
