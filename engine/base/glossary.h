#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"

namespace kijun {

/// A term and what stands in its place. A language that has no such term has both texts empty.
struct GlossaryTerm {
  LocalizedText from;
  LocalizedText to;
};

/// Whether a text holds a term: in Japanese anywhere, in English as whole words. An English term that begins with a small
/// letter is found with a capital, too.
[[nodiscard]] bool holds_term(std::string_view text, std::string_view term, Language language);

/// The terms that stand in place of others in the texts of rules and reports. Longer terms go before shorter ones, those of
/// one length in the order given, and what has been put in is not looked at again. Immutable, so that it serves several
/// threads.
class Glossary {
 public:
  Glossary() = default;
  explicit Glossary(std::vector<GlossaryTerm> terms);

  [[nodiscard]] bool empty() const { return terms_.empty(); }
  /// In the order given.
  [[nodiscard]] const std::vector<GlossaryTerm>& terms() const { return terms_; }
  /// The text in these terms. An English term keeps the capital of what it replaces.
  [[nodiscard]] std::string reword(std::string_view text, Language language) const;
  [[nodiscard]] LocalizedText reword(const LocalizedText& text) const;

 private:
  /// Positions in `terms_`, the longest term first.
  using Order = std::vector<std::size_t>;

  std::vector<GlossaryTerm> terms_;
  std::array<Order, 2> orders_;  ///< By language.
};

}  // namespace kijun
