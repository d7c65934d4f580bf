#pragma once

#include <string>
#include <string_view>

#include "engine/base/glossary.h"
#include "engine/base/language.h"

namespace kijun {

/// While it lives, the texts that the program brings itself (`in_terms`) are told in the terms of a glossary, on this
/// thread alone; scopes nest, and an empty glossary changes nothing. Whoever writes a report of a run opens one with the
/// run's own glossary: the texts are asked for by hundreds of functions that know of no run, and so two runs of one
/// process never mix. Refused: a glossary for the whole process, and one passed to every one of those functions.
class GlossaryScope {
 public:
  /// `glossary` is borrowed.
  explicit GlossaryScope(const Glossary& glossary);
  ~GlossaryScope();
  GlossaryScope(const GlossaryScope&) = delete;
  GlossaryScope& operator=(const GlossaryScope&) = delete;

 private:
  const Glossary* outer_;
};

/// The text in the terms of the innermost scope; as it is outside of any.
[[nodiscard]] std::string in_terms(std::string_view text, Language language);
void append_in_terms(std::string& out, std::string_view text, Language language);
[[nodiscard]] LocalizedText in_terms(LocalizedView text);
[[nodiscard]] LocalizedText in_terms(LocalizedText text);

}  // namespace kijun
