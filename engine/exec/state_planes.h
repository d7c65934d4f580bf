#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/cel/state.h"

namespace kijun::exec {

/// The states of consecutive subjects as bitmaps, one bit per subject and plane. Of every subject below `size()` at most
/// one plane has its bit, one of none is kFalse, and no plane has a bit at or above `size()`. Beside values of another
/// type than bool, `true` means "has a value" and nobody is kFalse. A plane exists only once something has been written
/// there; the memory of planes is kept from one `reset` to the next.
class StatePlanes {
 public:
  using Word = std::uint64_t;
  static constexpr std::size_t kWordBits = 64;
  /// The states that have a plane.
  enum PlaneIndex : std::uint8_t { kTruePlane, kUnknownPlane, kErrorPlane, kNotApplicablePlane, kNumPlanes };

  StatePlanes() = default;
  /// `size` subjects, all of them kFalse.
  explicit StatePlanes(std::size_t size) { reset(size); }

  /// Makes it `size` subjects, all of them kFalse.
  void reset(std::size_t size);
  /// Makes it `size` subjects that all have one state.
  void fill(std::size_t size, cel::State state);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t num_words() const { return (size_ + kWordBits - 1) / kWordBits; }

  [[nodiscard]] cel::State get(std::size_t subject) const;
  void set(std::size_t subject, cel::State state);
  /// Number of subjects in a state.
  [[nodiscard]] std::size_t count(cel::State state) const;

  /// Subjects `first` … `first + part.size()` take the states of `part`; the rest is untouched.
  void write(std::size_t first, const StatePlanes& part);
  /// Makes this the subjects `first` … `first + size` of `whole`.
  void read(const StatePlanes& whole, std::size_t first, std::size_t size);

  /// One word of a plane; zero where the plane does not exist.
  [[nodiscard]] Word word(PlaneIndex plane, std::size_t index) const {
    return planes_[plane].exists ? planes_[plane].words[index] : 0;
  }
  [[nodiscard]] Word true_word(std::size_t index) const { return word(kTruePlane, index); }
  [[nodiscard]] Word unknown_word(std::size_t index) const { return word(kUnknownPlane, index); }
  [[nodiscard]] Word error_word(std::size_t index) const { return word(kErrorPlane, index); }
  [[nodiscard]] Word not_applicable_word(std::size_t index) const { return word(kNotApplicablePlane, index); }
  [[nodiscard]] Word false_word(std::size_t index) const {
    return ~(true_word(index) | undecided_word(index)) & mask(index);
  }
  /// Subjects without a value: unknown, error or not applicable.
  [[nodiscard]] Word undecided_word(std::size_t index) const {
    return unknown_word(index) | error_word(index) | not_applicable_word(index);
  }
  /// Bits of a word that stand for subjects.
  [[nodiscard]] Word mask(std::size_t index) const {
    const std::size_t used = size_ - index * kWordBits;
    return used >= kWordBits ? ~Word{0} : (Word{1} << used) - 1;
  }
  /// All words of a plane, or null where it does not exist.
  [[nodiscard]] const Word* words(PlaneIndex plane) const {
    return planes_[plane].exists ? planes_[plane].words.data() : nullptr;
  }
  /// Whether a plane exists: only then can a subject be in that state.
  [[nodiscard]] bool has(PlaneIndex plane) const { return planes_[plane].exists; }
  /// Whether any subject can be without a value.
  [[nodiscard]] bool has_undecided() const {
    return has(kUnknownPlane) || has(kErrorPlane) || has(kNotApplicablePlane);
  }

  /// Writes one word of all planes; bits beyond `size()` are dropped. What is in none of them is kFalse. The four must
  /// be disjoint.
  void set_words(std::size_t index, Word is_true, Word unknown, Word error, Word not_applicable);
  /// The words of a plane for writing, made with all bits clear where the plane does not exist. The invariants are the
  /// caller's.
  Word* make(PlaneIndex plane);

 private:
  struct Plane {
    bool exists = false;
    std::vector<Word> words;
  };

  std::size_t size_ = 0;
  std::array<Plane, kNumPlanes> planes_;
};

}  // namespace kijun::exec
