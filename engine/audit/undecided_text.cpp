#include "engine/audit/undecided_text.h"

#include <fmt/format.h>

namespace kijun::audit {
namespace {

/// 「協議の場の設置状況（無回答）」 joined for a message.
LocalizedText join_causes(const ResultDetail& detail) {
  LocalizedText text;
  for (const OpenCause& cause : detail.unknown_because) {
    const CellView& cell = cause.cell;
    if (!text.ja.empty()) text.ja += "、";
    if (!text.en.empty()) text.en += "; ";
    text.ja += fmt::format("{}の「{}」（{}）", cell.subject.name.ja, cell.label.ja, cell.value.ja);
    text.en += fmt::format("\"{}\" of {} ({})", cell.label.en, cell.subject.name.en, cell.value.en);
  }
  if (const std::size_t num_more = detail.num_causes - detail.unknown_because.size(); num_more > 0) {
    text.ja += fmt::format("、ほか{}件", num_more);
    text.en += fmt::format("; and {} more", num_more);
  }
  return text;
}

}  // namespace

LocalizedText undecided_text(const ResultDetail& detail) {
  if (detail.unknown_because.empty()) return {"回答だけでは判定できません。", "The answers alone do not decide it."};
  const LocalizedText causes = join_causes(detail);
  return {fmt::format("{}により判定を保留しています。", causes.ja), fmt::format("Undecided because of {}.", causes.en)};
}

LocalizedText inapplicable_text() {
  return {"判定の前提となる条件に当たらないため。", "The condition for the rule to apply is not met."};
}

}  // namespace kijun::audit
