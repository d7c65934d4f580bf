#pragma once

#include <cstdint>
#include <string_view>

#include "engine/base/language.h"
#include "engine/diag/diagnostic.h"

namespace kijun::diag {

/// Where the text of an example stands.
enum class ExamplePlace : std::uint8_t {
  kExpression,  ///< An expression of a rule, without the quotes around it.
  kRuleset,
  kVocabulary,
  kPack,
  kManifest,  ///< survey.toml
  kAnswers,
  kMunicipalities,
  kRegister,
  kBodies,
  kGlossary,
  kDecisions,
  kTests,  ///< tests.csv
  kTable,  ///< table.csv: a table of rules that was edited.
  kCommand,
};

/// A wrong text that gives a diagnostic, and the same text put right. The wrong one stands in the code's folder below
/// tests/diag, and a test puts the right one in its place and finds the diagnostic gone. `…` stands for a longer stretch
/// of the file; an empty text is an empty file.
struct Example {
  const Definition* definition = nullptr;
  ExamplePlace place = ExamplePlace::kExpression;
  std::string_view wrong;
  std::string_view right;
};

/// The file's name, or what else it is.
[[nodiscard]] LocalizedView place_title(ExamplePlace place);
/// The word for a fenced block of such text: "cel", "toml", "csv", "sh".
[[nodiscard]] std::string_view place_language(ExamplePlace place);

}  // namespace kijun::diag
