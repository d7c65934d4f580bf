#include "reports/words/join_words.h"

#include "reports/words/words.h"

namespace kijun::reports {

LocalizedText join_sentence(const audit::SeriesJoin& join) {
  LocalizedText earlier;
  for (const table::SubjectName& name : join.predecessors) append(earlier, name.name, {"、", ", "});
  return fill(join.compares ? Word::kJoinOneToOne : Word::kJoinMerged,
              {{"later", join.subject.name}, {"earlier", earlier}, {"survey", join.earlier_survey}});
}

LocalizedText join_sentences(const audit::RunInfo& run) {
  LocalizedText text;
  for (const audit::SeriesJoin& join : run.joins) append(text, join_sentence(join), {" ", " "});
  return text;
}

}  // namespace kijun::reports
