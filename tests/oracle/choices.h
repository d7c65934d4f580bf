#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace kijun::oracle {

/// A tape of numbers that a generator turns into decisions. When the tape is at its end every choice is the first one,
/// so generators put their simplest alternative first and a shorter tape makes a smaller case: RapidCheck shrinks the
/// tape without knowing the language.
class Choices {
 public:
  explicit Choices(std::vector<std::uint32_t> tape) : tape_(std::move(tape)) {}

  /// A number below `count` ≥ 1.
  std::size_t below(std::size_t count) {
    if (next_ >= tape_.size()) return 0;
    return tape_[next_++] % count;
  }
  bool one_in(std::size_t count) { return below(count) == count - 1; }
  template <class T>
  const T& of(const std::vector<T>& values) {
    return values[below(values.size())];
  }
  template <class T>
  T& of_mutable(std::vector<T>& values) {
    return values[below(values.size())];
  }
  std::string of(std::initializer_list<const char*> values) { return values.begin()[below(values.size())]; }

 private:
  std::vector<std::uint32_t> tape_;
  std::size_t next_ = 0;
};

/// Endless choices from a seed, for parts that need not shrink.
[[nodiscard]] Choices seeded_choices(std::uint32_t seed, std::size_t length);

}  // namespace kijun::oracle
