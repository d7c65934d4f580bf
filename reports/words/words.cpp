#include "reports/words/words.h"

#include <algorithm>

#include "engine/base/assert.h"

namespace kijun::reports {
namespace {

std::string fill_text(std::string_view text, std::initializer_list<Argument> arguments, Language language) {
  std::string out;
  while (true) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) {
      return out;
    }
    const std::size_t close = text.find('}', open);
    const Placeholder placeholder = read_placeholder(text.substr(open + 1, close - open - 1));
    const auto* found =
        std::find_if(arguments.begin(), arguments.end(), [&](const Argument& a) { return a.name == placeholder.name; });
    KIJUN_ASSERT(found != arguments.end());
    const std::string& value = found->value.in(language);
    if (!placeholder.is_choice)
      out += value;
    else
      out += value == "1" ? placeholder.one : placeholder.many;
    text.remove_prefix(close + 1);
  }
}

}  // namespace

LocalizedText word(Word id) {
  const LocalizedView& text = kWords[static_cast<std::size_t>(id)].text;
  return {std::string(text.ja), std::string(text.en)};
}

LocalizedText fill(Word id, std::initializer_list<Argument> arguments) {
  const LocalizedView& text = kWords[static_cast<std::size_t>(id)].text;
  return {fill_text(text.ja, arguments, Language::kJapanese), fill_text(text.en, arguments, Language::kEnglish)};
}

}  // namespace kijun::reports
