#include "reports/html/mark_style.h"

#include "reports/escape/css_string.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {

std::string mark_style() {
  std::string style;
  for (const audit::Verdict verdict : kVerdictOrder) {
    const std::string id(audit::verdict_id(verdict));
    const LocalizedText mark = verdict_mark(verdict);
    style += ".v-" + id + "{--mark-ja:" + css_string(mark.ja) + ";--mark-en:" + css_string(mark.en) + "}";
  }
  return style + "\n";
}

}  // namespace kijun::reports
