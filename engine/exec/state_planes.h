#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/cel/state.h"

namespace kijun::exec {

/// The states of consecutive subjects as bitmaps, one bit per subject and plane. Of every subject below `size()` exactly
/// one plane has its bit, and no plane has a bit at or above `size()`. Beside values of another type than bool, `true`
/// means "has a value" and the false plane stays empty. The error and not-applicable planes are rare and exist only
/// once something has been written there.
class StatePlanes {
 public:
  using Word = std::uint64_t;
  static constexpr std::size_t kWordBits = 64;

  StatePlanes() = default;
  /// `size` subjects, all of them kFalse.
  explicit StatePlanes(std::size_t size) { reset(size); }

  /// Makes it `size` subjects, all of them kFalse; keeps its memory.
  void reset(std::size_t size);
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
  /// Subjects that are true in `subjects` take their states from `other`; all three are of one size.
  void take(const StatePlanes& other, const StatePlanes& subjects);
  /// Makes this `size` subjects that all have one state.
  void fill(std::size_t size, cel::State state);

  /// One word of a plane; zero where the plane does not exist.
  [[nodiscard]] Word true_word(std::size_t word) const { return true_[word]; }
  [[nodiscard]] Word false_word(std::size_t word) const { return ~(true_[word] | undecided_word(word)) & mask(word); }
  [[nodiscard]] Word unknown_word(std::size_t word) const { return unknown_[word]; }
  [[nodiscard]] Word error_word(std::size_t word) const { return has_error_ ? error_[word] : 0; }
  [[nodiscard]] Word not_applicable_word(std::size_t word) const {
    return has_not_applicable_ ? not_applicable_[word] : 0;
  }
  /// Subjects without a value: unknown, error or not applicable.
  [[nodiscard]] Word undecided_word(std::size_t word) const {
    return unknown_word(word) | error_word(word) | not_applicable_word(word);
  }
  /// Bits of a word that stand for subjects.
  [[nodiscard]] Word mask(std::size_t word) const {
    const std::size_t used = size_ - word * kWordBits;
    return used >= kWordBits ? ~Word{0} : (Word{1} << used) - 1;
  }
  [[nodiscard]] bool has_error() const { return has_error_; }
  [[nodiscard]] bool has_not_applicable() const { return has_not_applicable_; }

  /// Writes one word of all planes; bits beyond `size()` are dropped. What is in none of them is kFalse. The four must
  /// be disjoint.
  void set_words(std::size_t word, Word is_true, Word unknown, Word error, Word not_applicable);

 private:
  void need_error();
  void need_not_applicable();

  std::size_t size_ = 0;
  bool has_error_ = false;
  bool has_not_applicable_ = false;
  std::vector<Word> true_;
  std::vector<Word> unknown_;
  std::vector<Word> error_;
  std::vector<Word> not_applicable_;
};

}  // namespace kijun::exec
