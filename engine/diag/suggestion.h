#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/language.h"

namespace kijun::diag {

/// The candidate nearest to `word` by edit distance over NFKC-folded code points (Damerau–Levenshtein, adjacent
/// transposition counts one), or nothing when none is near (distance above a third of the length, at least 1). A
/// candidate that `word` is a prefix of counts as near. Ties go to the first.
[[nodiscard]] std::optional<std::string> suggest(std::string_view word, std::span<const std::string> candidates);

/// The hint that offers the nearest known word: "did you mean `x`?"; `otherwise` when there is none.
[[nodiscard]] LocalizedText did_you_mean(const std::optional<std::string>& nearest, LocalizedText otherwise = {});

/// The same before a longer text: ended, with the space that follows; empty when there is none.
[[nodiscard]] LocalizedText did_you_mean_first(const std::optional<std::string>& nearest);

/// The same with what else there is in brackets: "did you mean `x`? (one of: …)"; `all` when there is none.
[[nodiscard]] LocalizedText did_you_mean_among(const std::optional<std::string>& nearest, const LocalizedText& all);

}  // namespace kijun::diag
