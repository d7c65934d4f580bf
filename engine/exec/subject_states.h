#pragma once

#include <cstddef>
#include <vector>

#include "engine/exec/state_planes.h"

namespace kijun::exec {

/// The states of all subjects of a space, in ranges of subjects that each have planes of their own: threads that keep to
/// their ranges may write at once, and a range pays only for the planes it needs. Words are numbered through all ranges.
class SubjectStates {
 public:
  using Word = StatePlanes::Word;

  SubjectStates() = default;
  /// `size` subjects, all of them kFalse. `range_size`: a positive multiple of 64.
  SubjectStates(std::size_t size, std::size_t range_size);

  /// `size` subjects that all have one state, of which nothing is kept but that.
  [[nodiscard]] static SubjectStates constant(std::size_t size, cel::State state);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t num_words() const { return (size_ + StatePlanes::kWordBits - 1) / StatePlanes::kWordBits; }
  [[nodiscard]] cel::State get(std::size_t subject) const {
    return is_constant_ ? ranges_.front().get(0) : ranges_[subject / range_size_].get(subject % range_size_);
  }
  /// Number of subjects in a state.
  [[nodiscard]] std::size_t count(cel::State state) const;
  /// Whether any subject can be in the state of this plane.
  [[nodiscard]] bool has(StatePlanes::PlaneIndex plane) const;

  /// One word of a plane, or of the subjects that are kFalse; zero where the plane does not exist.
  [[nodiscard]] Word true_word(std::size_t word) const { return range(word).true_word(inside(word)) & mask(word); }
  [[nodiscard]] Word false_word(std::size_t word) const { return range(word).false_word(inside(word)) & mask(word); }
  [[nodiscard]] Word unknown_word(std::size_t word) const {
    return range(word).unknown_word(inside(word)) & mask(word);
  }
  [[nodiscard]] Word error_word(std::size_t word) const { return range(word).error_word(inside(word)) & mask(word); }
  [[nodiscard]] Word not_applicable_word(std::size_t word) const {
    return range(word).not_applicable_word(inside(word)) & mask(word);
  }
  /// Bits of a word that stand for subjects.
  [[nodiscard]] Word mask(std::size_t word) const {
    const std::size_t used = size_ - word * StatePlanes::kWordBits;
    return used >= StatePlanes::kWordBits ? ~Word{0} : (Word{1} << used) - 1;
  }

  /// Subjects `first` … take the states of `part`. A part lies in one range.
  void write(std::size_t first, const StatePlanes& part);
  /// `part` becomes the subjects `first` … `first + size`, which lie in one range.
  void read(std::size_t first, std::size_t size, StatePlanes& part) const;

 private:
  [[nodiscard]] const StatePlanes& range(std::size_t word) const {
    return ranges_[is_constant_ ? 0 : word * StatePlanes::kWordBits / range_size_];
  }
  [[nodiscard]] std::size_t inside(std::size_t word) const { return word % (range_size_ / StatePlanes::kWordBits); }

  std::size_t size_ = 0;
  std::size_t range_size_ = StatePlanes::kWordBits;
  bool is_constant_ = false;  ///< One range of one word stands for all.
  std::vector<StatePlanes> ranges_;
};

}  // namespace kijun::exec
