#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/base/language.h"

namespace kijun::reports {

/// Every text of a report that does not come from rules or data. `words.inc` holds each in Japanese and English; an
/// entry without one of them, or whose placeholders `{name}` differ between the two, fails the build.
enum class Word : std::uint16_t {
#define KIJUN_WORD(id, ja, en) id,
#include "reports/words/words.inc"
#undef KIJUN_WORD
};

/// One entry of the catalogue.
struct WordEntry {
  std::string_view id;
  LocalizedView text;
};

/// The places of the entries, and behind the last one their number. (Deducing the size of the list below from its
/// entries meets a compiler's limit of 256.)
enum class WordPlace : std::uint16_t {
#define KIJUN_WORD(id, ja, en) id,
#include "reports/words/words.inc"
#undef KIJUN_WORD
  kNumWords
};

/// All entries by `Word`.
inline constexpr std::array<WordEntry, static_cast<std::size_t>(WordPlace::kNumWords)> kWords{
#define KIJUN_WORD(id, ja, en) WordEntry{#id, {ja, en}},
#include "reports/words/words.inc"
#undef KIJUN_WORD
};

/// A value for a placeholder.
struct Argument {
  std::string_view name;
  LocalizedText value;

  Argument(std::string_view placeholder, LocalizedText text) : name(placeholder), value(std::move(text)) {}
  Argument(std::string_view placeholder, const std::string& text) : name(placeholder), value{text, text} {}
  Argument(std::string_view placeholder, std::size_t number) : Argument(placeholder, std::to_string(number)) {}
};

/// The entry's text in both languages, placeholders left as they are.
[[nodiscard]] LocalizedText word(Word id);

/// The entry's text with every placeholder replaced; a placeholder without an argument is a bug (asserted).
[[nodiscard]] LocalizedText fill(Word id, std::initializer_list<Argument> arguments);

/// True when both texts name the same placeholders.
[[nodiscard]] constexpr bool same_placeholders(LocalizedView text) {
  const auto names_all_of = [](std::string_view from, std::string_view to) {
    for (std::size_t open = from.find('{'); open != std::string_view::npos; open = from.find('{', open + 1)) {
      const std::size_t close = from.find('}', open);
      if (close == std::string_view::npos || to.find(from.substr(open, close - open + 1)) == std::string_view::npos) {
        return false;
      }
    }
    return true;
  };
  return names_all_of(text.ja, text.en) && names_all_of(text.en, text.ja);
}

/// True when every entry has both languages and the same placeholders in them.
[[nodiscard]] constexpr bool is_complete_catalogue() {
  for (const WordEntry& entry : kWords) {
    if (entry.text.ja.empty() || entry.text.en.empty() || !same_placeholders(entry.text)) {
      return false;
    }
  }
  return true;
}
static_assert(is_complete_catalogue(), "words.inc: a text is missing or its placeholders differ");

}  // namespace kijun::reports
