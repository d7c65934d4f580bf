#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/base/language.h"

namespace kijun::reports {

/// Every text of a report that does not come from rules or data. `words.inc` holds each in Japanese and English; an
/// entry without one of them, or whose placeholders `{name}` differ between the two, fails the build. In English
/// `{name?one|many}` is a choice by number: `{n} {n?finding|findings}`.
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

/// The entry's text in both languages, in the terms of the glossary whose scope is open (`GlossaryScope`), placeholders
/// left as they are.
[[nodiscard]] LocalizedText word(Word id);

/// Likewise, with every placeholder replaced, in values nothing; a placeholder without an argument is a bug (asserted).
[[nodiscard]] LocalizedText fill(Word id, std::initializer_list<Argument> arguments);

/// A placeholder of a text: what it names, and of a choice by number its two texts.
struct Placeholder {
  std::string_view name;
  bool is_choice = false;
  std::string_view one;
  std::string_view many;
};

/// Reads what stands between `{` and `}`.
[[nodiscard]] constexpr Placeholder read_placeholder(std::string_view inner) {
  const std::size_t mark = inner.find('?');
  if (mark == std::string_view::npos) return {inner, false, {}, {}};
  const std::string_view choice = inner.substr(mark + 1);
  const std::size_t bar = choice.find('|');
  if (bar == std::string_view::npos) return {inner.substr(0, mark), true, choice, choice};
  return {inner.substr(0, mark), true, choice.substr(0, bar), choice.substr(bar + 1)};
}

/// True when `text` names a placeholder where its value stands; a choice alone shows no number.
[[nodiscard]] constexpr bool shows_placeholder(std::string_view text, std::string_view name) {
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::string_view rest = text.substr(open + 1);
    if (rest.starts_with(name) && rest.substr(name.size()).starts_with('}')) return true;
  }
  return false;
}

/// True when both texts show the same placeholders, and choose by those alone.
[[nodiscard]] constexpr bool same_placeholders(LocalizedView text) {
  const auto names_all_of = [](std::string_view from, std::string_view to) {
    for (std::size_t open = from.find('{'); open != std::string_view::npos; open = from.find('{', open + 1)) {
      const std::size_t close = from.find('}', open);
      if (close == std::string_view::npos) return false;
      if (!shows_placeholder(to, read_placeholder(from.substr(open + 1, close - open - 1)).name)) return false;
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
