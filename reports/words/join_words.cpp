#include "reports/words/join_words.h"

#include "reports/words/words.h"

namespace kijun::reports {

LocalizedText join_sentence(const audit::SeriesJoin& join) {
  LocalizedText earlier;
  for (const table::SubjectName& name : join.predecessors) {
    earlier.ja += (earlier.ja.empty() ? "" : "、") + name.name.ja;
    earlier.en += (earlier.en.empty() ? "" : ", ") + name.name.en;
  }
  return fill(join.compares ? Word::kJoinOneToOne : Word::kJoinMerged,
              {{"later", join.subject.name}, {"earlier", earlier}, {"survey", join.earlier_survey}});
}

LocalizedText join_sentences(const audit::RunInfo& run) {
  LocalizedText text;
  for (const audit::SeriesJoin& join : run.joins) {
    const LocalizedText sentence = join_sentence(join);
    text.ja += (text.ja.empty() ? "" : " ") + sentence.ja;
    text.en += (text.en.empty() ? "" : " ") + sentence.en;
  }
  return text;
}

}  // namespace kijun::reports
