// Any bytes as a TOML document: a table, or at least one error at a place inside the text.

#include "engine/base/assert.h"
#include "engine/toml/document.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const kijun::diag::Source source("fuzz.toml", kijun::fuzz::input_text(data, size));
  kijun::diag::Sink sink;
  const auto document = kijun::toml_doc::parse_document(source, sink);
  KIJUN_ASSERT(document.has_value() != sink.has_errors());
  kijun::fuzz::require_sound(sink, source);
  return 0;
}
