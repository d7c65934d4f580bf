#include "engine/base/language.h"

namespace kijun {

std::string_view language_tag(Language language) { return language == Language::kJapanese ? "ja" : "en"; }

std::optional<Language> parse_language(std::string_view tag) {
  if (tag == "ja") return Language::kJapanese;
  if (tag == "en") return Language::kEnglish;
  return std::nullopt;
}

}  // namespace kijun
