#pragma once

#include <re2/re2.h>
#include <memory>
#include <optional>
#include <string_view>

#include "engine/exec/text/byte_automaton.h"

namespace kijun::exec {

/// A pattern of `matches`, compiled once and read by all threads: RE2 syntax, found anywhere in a text. The patterns that
/// rules are mostly made of have an automaton of their own, which gives what RE2 gives; RE2 does the rest.
class TextPattern {
 public:
  explicit TextPattern(std::string_view pattern);

  /// False when it is no pattern; then it may not be matched.
  [[nodiscard]] bool ok() const { return automaton_.has_value() || re2_->ok(); }
  /// Of well-formed UTF-8.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  std::optional<ByteAutomaton> automaton_;
  std::unique_ptr<re2::RE2> re2_;  ///< Null beside an automaton.
};

}  // namespace kijun::exec
