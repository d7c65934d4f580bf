#include "reports/model/not_compared.h"

#include "reports/words/words.h"

namespace kijun::reports {

LocalizedText why_not_compared(const audit::RunInfo& run) {
  if (!run.earlier_surveys.empty()) return word(Word::kEarlierNotAsked);
  return fill(Word::kNoEarlierYear, {{"series", run.series}});
}

}  // namespace kijun::reports
