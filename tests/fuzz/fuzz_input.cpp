#include "tests/fuzz/fuzz_input.h"

#include "engine/base/assert.h"
#include "engine/diag/renderer.h"

namespace kijun::fuzz {

std::string input_text(const std::uint8_t* data, std::size_t size) { return std::string(data, data + size); }

void require_sound(const diag::Sink& sink, const diag::Source& source) {
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) {
    KIJUN_ASSERT(diagnostic.span.source == &source);
    KIJUN_ASSERT(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= source.text().size());
    KIJUN_ASSERT(!diagnostic.message.ja.empty() && !diagnostic.message.en.empty());
  }
  // Drawing thirty frames per input would leave little time for the parsers.
  if (sink.diagnostics().empty()) return;
  for (const Language language : {Language::kJapanese, Language::kEnglish})
    KIJUN_ASSERT(!diag::render(sink.diagnostics().front(), {language, false, 2}).empty());
}

}  // namespace kijun::fuzz
