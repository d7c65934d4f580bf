#include "reports/words/readership_words.h"

namespace kijun::reports {
namespace {

using audit::Content;
using audit::Readership;

/// What is left out, joined; numbers where there is something to count.
LocalizedText left_out_parts(const audit::RunInfo& run) {
  LocalizedText parts;
  const auto add = [&](const LocalizedText& part) { append(parts, part, {"、", "; "}); };
  const auto add_number = [&](Word id, std::size_t number) {
    if (number != 0) add(fill(id, {{"n", number}}));
  };
  if (!audit::sees(run.readers.who, Content::kOtherRecords)) add(word(Word::kLeftOutOthers));
  add_number(Word::kLeftOutCells, run.readers.left_out.num_cells);
  add_number(Word::kLeftOutSmall, run.readers.left_out.num_small);
  add_number(Word::kLeftOutRules, run.readers.left_out.num_rules);
  add_number(Word::kLeftOutDecisions, run.readers.left_out.num_decisions);
  if (!audit::sees(run.readers.who, Content::kFreeReasons)) add(word(Word::kLeftOutReasons));
  if (!audit::sees(run.readers.who, Content::kPeople)) add(word(Word::kLeftOutPeople));
  return parts;
}

}  // namespace

LocalizedText readership_text(const audit::RunInfo& run) {
  switch (run.readers.who) {
    case Readership::kInternal:
      return word(Word::kForInternal);
    case Readership::kCouncil:
      return word(Word::kForCouncil);
    case Readership::kMunicipality:
      return fill(Word::kForMunicipality, {{"name", run.readers.name}});
    case Readership::kPublic:
      return word(Word::kForPublic);
  }
  return {};
}

LocalizedText readership_sentence(const audit::RunInfo& run) {
  if (run.readers.who == Readership::kInternal) return {};
  return fill(Word::kReadership, {{"for", readership_text(run)}, {"parts", left_out_parts(run)}});
}

}  // namespace kijun::reports
