#include "engine/cli/word_options.h"

#include <fmt/format.h>

#include <sstream>

#include "engine/diag/suggestion.h"

namespace kijun::cli {

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, ',');)
    if (!word.empty()) words.push_back(word);
  return words;
}

bool wrong_word(std::string_view option, const std::string& word, const std::vector<std::string>& known,
                Session& session) {
  const std::string list = fmt::format("{}", fmt::join(known, ", "));
  const LocalizedText hint =
      diag::did_you_mean_among(diag::suggest(word, known), {"使える語：" + list, "one of: " + list});
  (void)session.usage_error(
      {fmt::format("{}の`{}`は使えません", option, word), fmt::format("`{}` is no value of {}", word, option)}, hint);
  return false;
}

}  // namespace kijun::cli
