#include "engine/diag/diagnostic.h"

#include <fmt/format.h>

#include "engine/base/assert.h"

namespace kijun::diag {
namespace {

// A definition whose text does not fit its arguments is a bug of ours, found by the first test that reports it.
std::string format_text(std::string_view text, fmt::format_args args) {
  try {
    return fmt::vformat(fmt::string_view(text.data(), text.size()), args);
  } catch (const fmt::format_error&) {
    const bool text_fits_arguments = false;
    KIJUN_ASSERT(text_fits_arguments);
    return {};
  }
}

LocalizedText format_both(const LocalizedView& texts, fmt::format_args args) {
  return {format_text(texts.ja, args), format_text(texts.en, args)};
}

}  // namespace

Diagnostic& Sink::add(const Definition& definition, Span span, fmt::format_args args) {
  if (definition.level == Level::kError) ++num_errors_;
  diagnostics_.push_back(
      {&definition, span, format_both(definition.message, args), format_both(definition.hint, args), {}});
  return diagnostics_.back();
}

}  // namespace kijun::diag
