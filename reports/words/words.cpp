#include "reports/words/words.h"

#include <algorithm>

#include "engine/base/assert.h"
#include "engine/base/glossary_scope.h"

namespace kijun::reports {
namespace {

/// Calls `add_text` with what stands between the placeholders of a text, and `add_placeholder` with each of those and its
/// own text, braces included, in their order.
template <class AddText, class AddPlaceholder>
void walk(std::string_view text, const AddText& add_text, const AddPlaceholder& add_placeholder) {
  while (true) {
    const std::size_t open = text.find('{');
    add_text(text.substr(0, open));
    if (open == std::string_view::npos) return;
    const std::size_t close = text.find('}', open);
    add_placeholder(read_placeholder(text.substr(open + 1, close - open - 1)), text.substr(open, close - open + 1));
    text.remove_prefix(close + 1);
  }
}

/// Names of placeholders are no words: only what is around them, and the texts of a choice.
std::string worded_text(std::string_view text, Language language) {
  std::string out;
  walk(
      text, [&](std::string_view words) { append_in_terms(out, words, language); },
      [&](const Placeholder& placeholder, std::string_view written) {
        if (!placeholder.is_choice) {
          out += written;
          return;
        }
        out.append("{").append(placeholder.name).append("?").append(in_terms(placeholder.one, language));
        out.append("|").append(in_terms(placeholder.many, language)).append("}");
      });
  return out;
}

std::string fill_text(std::string_view text, std::initializer_list<Argument> arguments, Language language) {
  std::string out;
  walk(
      text, [&](std::string_view words) { append_in_terms(out, words, language); },
      [&](const Placeholder& placeholder, std::string_view) {
        const auto* found = std::find_if(arguments.begin(), arguments.end(),
                                         [&](const Argument& a) { return a.name == placeholder.name; });
        KIJUN_ASSERT(found != arguments.end());
        const std::string& value = found->value.in(language);
        if (!placeholder.is_choice)
          out += value;
        else
          append_in_terms(out, value == "1" ? placeholder.one : placeholder.many, language);
      });
  return out;
}

}  // namespace

LocalizedText word(Word id) {
  const LocalizedView& text = kWords[static_cast<std::size_t>(id)].text;
  return {worded_text(text.ja, Language::kJapanese), worded_text(text.en, Language::kEnglish)};
}

LocalizedText fill(Word id, std::initializer_list<Argument> arguments) {
  const LocalizedView& text = kWords[static_cast<std::size_t>(id)].text;
  return {fill_text(text.ja, arguments, Language::kJapanese), fill_text(text.en, arguments, Language::kEnglish)};
}

}  // namespace kijun::reports
