#include "engine/diag/suggestion.h"

#include <algorithm>
#include <vector>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

// The distance is Damerau–Levenshtein in its restricted form (optimal string alignment): the table row i, column j
// holds the cheapest way from the first i characters of one word to the first j of the other by insertion, deletion,
// replacement or the swap of two neighbours. Three rows are enough, because a swap looks back by two.
namespace kijun::diag {
namespace {

// A word longer than this is no misspelt name; comparing it would only cost time.
constexpr std::size_t kLongestWord = 128;

std::u32string fold(std::string_view text) {
  const std::string normalized = nfkc(text);
  std::u32string folded;
  for (std::string_view rest = normalized; !rest.empty();) {
    const auto decoded = decode_utf8(rest);
    rest.remove_prefix(decoded ? decoded->num_bytes : 1);
    const char32_t code_point = decoded ? decoded->code_point : U'\uFFFD';
    folded += code_point >= U'A' && code_point <= U'Z' ? code_point - U'A' + U'a' : code_point;
  }
  return folded;
}

std::size_t distance(const std::u32string& from, const std::u32string& to) {
  std::vector<std::size_t> before_last(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[to.size()];
}

}  // namespace

std::optional<std::string> suggest(std::string_view word, std::span<const std::string> candidates) {
  if (word.empty() || word.size() > kLongestWord) return std::nullopt;
  const std::u32string folded = fold(word);
  const std::size_t limit = std::max<std::size_t>(1, folded.size() / 3);
  const std::string* nearest = nullptr;
  std::size_t nearest_distance = 0;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > kLongestWord) continue;
    const std::u32string other = fold(candidate);
    const std::size_t steps = distance(folded, other);
    const bool shares_nothing = steps >= std::max(folded.size(), other.size());
    const bool is_near = (steps <= limit && !shares_nothing) || other.compare(0, folded.size(), folded) == 0;
    if (!is_near || (nearest != nullptr && steps >= nearest_distance)) continue;
    nearest = &candidate;
    nearest_distance = steps;
  }
  return nearest == nullptr ? std::nullopt : std::optional<std::string>(*nearest);
}

LocalizedText did_you_mean(const std::optional<std::string>& nearest, LocalizedText otherwise) {
  if (!nearest) return otherwise;
  return {"`" + *nearest + "`ではありませんか", "did you mean `" + *nearest + "`?"};
}

LocalizedText did_you_mean_first(const std::optional<std::string>& nearest) {
  const LocalizedText question = did_you_mean(nearest);
  return question.empty() ? question : LocalizedText{question.ja + "。", question.en + " "};
}

LocalizedText did_you_mean_among(const std::optional<std::string>& nearest, const LocalizedText& all) {
  const LocalizedText question = did_you_mean(nearest);
  return question.empty() ? all : LocalizedText{question.ja + "（" + all.ja + "）", question.en + " (" + all.en + ")"};
}

}  // namespace kijun::diag
