#include "engine/base/language.h"

namespace kijun {

std::string_view language_tag(Language language) { return language == Language::kJapanese ? "ja" : "en"; }

std::optional<Language> parse_language(std::string_view tag) {
  if (tag == "ja") return Language::kJapanese;
  if (tag == "en") return Language::kEnglish;
  return std::nullopt;
}

void append(LocalizedText& text, const LocalizedText& more, LocalizedView between) {
  const auto add = [](std::string& to, const std::string& what, std::string_view separator) {
    if (what.empty()) return;
    if (!to.empty()) to += separator;
    to += what;
  };
  add(text.ja, more.ja, between.ja);
  add(text.en, more.en, between.en);
}

void append_line(LocalizedText& text, const LocalizedText& line) { append(text, line, {"\n", "\n"}); }

}  // namespace kijun
