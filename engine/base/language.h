#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kijun {

/// A language every reader-facing text exists in. Japanese is the default everywhere; `LANG` changes nothing.
enum class Language { kJapanese, kEnglish };

/// "ja" or "en".
[[nodiscard]] std::string_view language_tag(Language language);

/// The language of a tag, or nothing when the tag is neither "ja" nor "en".
[[nodiscard]] std::optional<Language> parse_language(std::string_view tag);

/// One text in both languages.
struct LocalizedText {
  std::string ja;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::kJapanese ? ja : en; }
  [[nodiscard]] bool empty() const { return ja.empty() && en.empty(); }
  bool operator==(const LocalizedText&) const = default;
};

/// A text that reads the same in both languages: an id, a number, a path.
[[nodiscard]] inline LocalizedText in_both(const std::string& text) { return {text, text}; }

/// A text known at compile time in both languages.
struct LocalizedView {
  std::string_view ja;
  std::string_view en;

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::kJapanese ? ja : en;
  }
};

/// The same as a text of its own.
[[nodiscard]] inline LocalizedText to_text(LocalizedView view) { return {std::string(view.ja), std::string(view.en)}; }

/// Puts a text behind another. Where there is something before it, `between` stands between them; what `more` does not say
/// in a language adds nothing to it.
void append(LocalizedText& text, const LocalizedText& more, LocalizedView between);
/// Puts a text on a line of its own.
void append_line(LocalizedText& text, const LocalizedText& line);

}  // namespace kijun
