#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/session.h"

namespace kijun::cli {

/// The words of a list like `error,unknown`.
[[nodiscard]] std::vector<std::string> split_words(const std::string& text);

/// Prints a usage error about a word that is not one of `known`; always false.
bool wrong_word(std::string_view option, const std::string& word, const std::vector<std::string>& known,
                Session& session);

}  // namespace kijun::cli
