#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/cel/syntax_diagnostics.h"
#include "engine/diag/diagnostic.h"
#include "engine/diag/embedded_text.h"

namespace kijun::cel {

/// Reports syntax errors of one expression and stops after thirty: what follows so many is noise.
class SyntaxErrors {
 public:
  SyntaxErrors(const diag::EmbeddedText& text, diag::Sink& sink) : text_(text), sink_(sink) {}

  /// Reports at the decoded bytes [begin, end).
  template <class... Args>
  void report(const diag::Definition& definition, std::size_t begin, std::size_t end, const Args&... args) {
    begins_.push_back(begin);
    if (count_++ < kMaxErrors) sink_.report(definition, text_.span(begin, end), args...);
  }
  /// True when something was already reported at this byte.
  [[nodiscard]] bool reported_at(std::size_t begin) const {
    return std::find(begins_.begin(), begins_.end(), begin) != begins_.end();
  }
  [[nodiscard]] bool any() const { return count_ > 0; }
  [[nodiscard]] bool exhausted() const { return count_ >= kMaxErrors; }

 private:
  static constexpr std::size_t kMaxErrors = 30;
  const diag::EmbeddedText& text_;
  diag::Sink& sink_;
  std::size_t count_ = 0;
  std::vector<std::size_t> begins_;
};

}  // namespace kijun::cel
