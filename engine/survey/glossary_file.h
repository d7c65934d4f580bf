#pragma once

#include <string>
#include <vector>

#include "engine/base/glossary.h"
#include "engine/diag/diagnostic.h"
#include "engine/toml/shape.h"

namespace kijun::survey {

/// A term of glossary.toml in one language, for those who look whether it is used.
struct WrittenTerm {
  std::string text;
  Language language = Language::kJapanese;
  diag::Span span;
};

/// glossary.toml: what a register's texts call things that rules and reports call otherwise.
struct GlossaryFile {
  Glossary glossary;
  std::vector<WrittenTerm> written;  ///< Each `from`, in the order of the file.
};

/// Loads glossary.toml. Empty terms, terms given twice, braces and a `from` or `to` without the other are reported
/// (KJ4115 to KJ4118); the terms that are sound come back.
[[nodiscard]] GlossaryFile load_glossary(const diag::Source& source, diag::Sink& sink);

/// Writes down what a reader of glossary.toml asks for.
void describe_glossary(toml_doc::Shape& shape);

}  // namespace kijun::survey
