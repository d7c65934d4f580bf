#include "reports/model/standing_words.h"

#include <array>

#include "reports/words/verdict_words.h"

namespace kijun::reports {

LocalizedText standing_word(Standing standing) {
  constexpr std::array kStandingWords{Word::kVerdictUnmet, Word::kVerdictUndecided, Word::kVerdictNotYetDue,
                                      Word::kNoteOnly,     Word::kDraftOnly,        Word::kNotAskedOnly,
                                      Word::kNothingFound};
  static_assert(kStandingWords.size() == kNumStandings);
  return word(kStandingWords[static_cast<std::size_t>(standing)]);
}

LocalizedText standing_mark(Standing standing) {
  switch (standing) {
    case Standing::kUnmet:
      return verdict_mark(audit::Verdict::kUnmet);
    case Standing::kUndecided:
      return verdict_mark(audit::Verdict::kUndecided);
    case Standing::kNotYetDue:
      return verdict_mark(audit::Verdict::kNotYetDue);
    case Standing::kNoteOnly:
      return verdict_mark(audit::Verdict::kNote);
    case Standing::kDraftOnly:
      return word(Word::kMarkDraftOnly);
    case Standing::kNotAsked:
      return word(Word::kMarkNotAsked);
    case Standing::kClear:
      return {};
  }
  return {};
}

std::string_view standing_id(Standing standing) {
  constexpr std::array<std::string_view, kNumStandings> kIds{"unmet",      "undecided", "not_yet_due", "note_only",
                                                             "draft_only", "not_asked", "clear"};
  return kIds[static_cast<std::size_t>(standing)];
}

}  // namespace kijun::reports
