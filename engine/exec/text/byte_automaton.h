#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kijun::exec {

/// Whether a pattern is found in a text, decided by one table look-up for a byte of it. Immutable.
class ByteAutomaton {
 public:
  using State = std::uint8_t;
  static constexpr State kAccepting = 0;  ///< Whatever follows, the text matches.
  static constexpr State kDead = 1;       ///< Whatever follows, it does not.

  /// What an automaton is made of.
  struct Tables {
    std::vector<std::array<State, 256>> next;  ///< By state and byte.
    std::vector<bool> accepts_end;             ///< By state: a text that ends here matches.
    State start = kDead;
    State idle = kDead;     ///< No part of the pattern has been seen; `kDead` when it must begin with the text.
    bool backward = false;  ///< Texts are read from their end.
    std::string literal;    ///< Every match begins with it; "" when unknown. Not when read backward.
  };
  explicit ByteAutomaton(Tables tables) : tables_(std::move(tables)) {}

  /// Of well-formed UTF-8.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  [[nodiscard]] bool matches_backward(std::string_view text) const;

  Tables tables_;
};

/// The automaton of a pattern, or nothing when the pattern is outside what `parse_pattern` reads or too large.
[[nodiscard]] std::optional<ByteAutomaton> compile_automaton(std::string_view pattern);

}  // namespace kijun::exec
