#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "engine/base/language.h"

namespace kijun {

/// A failure of the environment (a file, a directory, a limit of the machine). Mistakes in rulesets and data are
/// diagnostics instead (`engine/diag`), and undecided rules are planes of a column.
struct Error {
  std::string message;  ///< What was observed, lower case, without a full stop.
  std::string path;     ///< The file it is about, or empty.
  std::string ja = {};  ///< `message` in Japanese, or empty when it exists in English only.

  /// The message for a reader of `language`.
  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::kJapanese && !ja.empty() ? ja : message;
  }
};

/// The value or the environment's failure. The one alias of `tl::expected` in the project.
template <class T>
using Result = tl::expected<T, Error>;

/// Success or the environment's failure.
using Status = Result<void>;

/// Shorthand for the failure branch of a `Result`.
[[nodiscard]] inline tl::unexpected<Error> fail(std::string message, std::string path = {}) {
  return tl::unexpected<Error>(Error{std::move(message), std::move(path)});
}

/// The failure branch with its message in both languages.
[[nodiscard]] inline tl::unexpected<Error> fail_with(LocalizedText message, std::string path = {}) {
  return tl::unexpected<Error>(Error{std::move(message.en), std::move(path), std::move(message.ja)});
}

}  // namespace kijun
