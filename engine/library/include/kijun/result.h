#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

/// kijun as a library. Nothing here throws but for want of memory; what can fail gives a `Result`.
namespace kijun::api {

/// A language that every text exists in.
enum class Language : std::uint8_t { kJapanese, kEnglish };

/// One text in both languages, UTF-8.
struct Text {
  std::string ja;
  std::string en;

  /// The text for a reader of `language`.
  [[nodiscard]] const std::string& in(Language language) const { return language == Language::kJapanese ? ja : en; }
};

/// How bad a diagnostic is: an error stops the work, a warning and a notice come with its result.
enum class Level : std::uint8_t { kError, kWarning, kNotice };

/// A mistake in a file, or something to know about it. `kijun explain CODE` tells more.
struct Diagnostic {
  std::string code;  ///< Permanent: "KJ1004".
  Level level = Level::kError;
  Text message;
  Text hint;               ///< What to do; may be empty.
  std::string file;        ///< Empty when it is about no file.
  std::size_t line = 0;    ///< 1-based; 0: no place.
  std::size_t column = 0;  ///< 1-based, in code points.
};

/// Why something could not be done.
struct Failure {
  Text message;
  std::vector<Diagnostic> diagnostics;  ///< What is wrong in which file; empty when a file cannot be read at all.
};

/// A value, or why there is none.
template <class T>
using Result = tl::expected<T, Failure>;

}  // namespace kijun::api
