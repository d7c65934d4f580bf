#include "reports/words/band_words.h"

#include <fmt/format.h>

#include "reports/words/words.h"

namespace kijun::reports {

LocalizedText band_text(const audit::BandResult& result) {
  if (result.of == 0) return fill(Word::kBandNone, {{"title", result.set->title}});
  const std::string met =
      result.lower == result.upper ? fmt::format("{}", result.lower) : fmt::format("{}–{}", result.lower, result.upper);
  if (!result.is_held())
    return fill(Word::kBandSentence,
                {{"title", result.set->title}, {"band", result.worst->title}, {"of", result.of}, {"met", met}});
  return fill(Word::kBandHeld, {{"title", result.set->title},
                                {"of", result.of},
                                {"met", met},
                                {"worst", result.worst->title},
                                {"best", result.best->title}});
}

}  // namespace kijun::reports
