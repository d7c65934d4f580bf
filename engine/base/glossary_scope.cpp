#include "engine/base/glossary_scope.h"

#include <utility>

namespace kijun {
namespace {

thread_local const Glossary* current_glossary = nullptr;

}  // namespace

GlossaryScope::GlossaryScope(const Glossary& glossary) : outer_(current_glossary) {
  current_glossary = glossary.empty() ? nullptr : &glossary;
}

GlossaryScope::~GlossaryScope() { current_glossary = outer_; }

void append_in_terms(std::string& out, std::string_view text, Language language) {
  if (current_glossary == nullptr)
    out += text;
  else
    out += current_glossary->reword(text, language);
}

std::string in_terms(std::string_view text, Language language) {
  std::string out;
  append_in_terms(out, text, language);
  return out;
}

LocalizedText in_terms(LocalizedView text) {
  return {in_terms(text.ja, Language::kJapanese), in_terms(text.en, Language::kEnglish)};
}

LocalizedText in_terms(LocalizedText text) {
  return current_glossary == nullptr ? std::move(text) : current_glossary->reword(text);
}

}  // namespace kijun
