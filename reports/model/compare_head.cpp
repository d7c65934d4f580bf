#include <algorithm>

#include "reports/model/compare_parts.h"
#include "reports/words/data_text.h"
#include "reports/words/join_words.h"

namespace kijun::reports {
namespace {

using audit::ChangeClass;
using audit::Input;

LocalizedText input_word(Input input) {
  switch (input) {
    case Input::kData:
      return word(Word::kInputData);
    case Input::kRules:
      return word(Word::kInputRules);
    case Input::kDate:
      return word(Word::kInputDate);
  }
  return {};
}

LocalizedText input_list(const audit::Inputs& inputs) {
  const LocalizedText separator = word(Word::kInputSeparator);
  LocalizedText text;
  for (const Input input : audit::kAllInputs) {
    if (!has(inputs, input)) continue;
    append(text, input_word(input), {separator.ja, separator.en});
  }
  return text;
}

LocalizedText no_split_text(const NoSplit& reason) {
  switch (reason.kind) {
    case NoSplit::Kind::kOldIsFile:
      return word(Word::kNoSplitOldFile);
    case NoSplit::Kind::kNewIsFile:
      return word(Word::kNoSplitNewFile);
    case NoSplit::Kind::kCornerFailed:
      return fill(Word::kNoSplitCorner, {{"inputs", input_list(reason.replaced)}});
  }
  return {};
}

/// Why there is no split; of two result files in one sentence.
std::vector<LocalizedText> no_split_texts(const std::vector<NoSplit>& reasons) {
  const auto are_files = [](const NoSplit& reason) { return reason.kind != NoSplit::Kind::kCornerFailed; };
  if (reasons.size() > 1 && std::all_of(reasons.begin(), reasons.end(), are_files)) return {word(Word::kNoSplitFiles)};
  std::vector<LocalizedText> texts;
  for (const NoSplit& reason : reasons) texts.push_back(no_split_text(reason));
  return texts;
}

}  // namespace

LocalizedText made_by_text(const audit::Inputs& inputs) {
  return inputs.none() ? word(Word::kInputCombined) : input_list(inputs);
}

void add_compare_head(const CompareSource& source, CompareReport& report) {
  const audit::TableHead& before = source.corners.before().head;
  const audit::TableHead& after = source.corners.after().head;
  const audit::Inputs differing = audit::differing_inputs(before, after);
  const auto add = [&](Word label, const LocalizedText& one, const LocalizedText& other, Input input) {
    report.head.push_back({word(label), one, other, has(differing, input)});
  };
  add(Word::kCompareSurvey, before.survey_title, after.survey_title, Input::kData);
  add(Word::kAnswersAsOf, date_text(before.answers_as_of), date_text(after.answers_as_of), Input::kData);
  if (before.revision || after.revision) {
    const auto revision = [](const audit::TableHead& head) {
      return head.revision ? date_text(*head.revision) : word(Word::kAllDecisions);
    };
    add(Word::kDecisionsUntil, revision(before), revision(after), Input::kData);
  }
  add(Word::kAsOf, date_text(before.as_of), date_text(after.as_of), Input::kDate);
  const auto ruleset = [](const audit::TableHead& head) {
    return fill(Word::kRulesetAndId,
                {{"title", head.ruleset_title}, {"id", head.ruleset_id + " " + head.pack_version}});
  };
  add(Word::kRulesetShort, ruleset(before), ruleset(after), Input::kRules);
}

void add_compare_headline(const CompareSource& source, CompareReport& report) {
  const audit::Comparison& comparison = source.comparison;
  const auto count = [&](ChangeClass of) { return count_of(comparison.counts, of); };
  report.headline.push_back(fill(Word::kCompareCounts, {{"n", comparison.changes.size()},
                                                        {"worsened", count(ChangeClass::kWorsened)},
                                                        {"due", count(ChangeClass::kFallenDue)},
                                                        {"new", count(ChangeClass::kNew)},
                                                        {"undecided", count(ChangeClass::kNoLongerDecided)},
                                                        {"improved", count(ChangeClass::kImproved)},
                                                        {"resolved", count(ChangeClass::kResolved)},
                                                        {"unchanged", count(ChangeClass::kUnchanged)}}));
  const audit::Inputs differing = audit::differing_inputs(source.corners.before().head, source.corners.after().head);
  if (differing.none()) {
    report.headline.push_back(word(Word::kNothingDiffers));
  } else if (!comparison.has_split) {
    for (LocalizedText& reason : no_split_texts(source.no_split)) report.headline.push_back(std::move(reason));
    report.headline.push_back(fill(Word::kDifferingInputs, {{"inputs", input_list(differing)}}));
  } else if (differing.count() == 1) {
    report.headline.push_back(fill(Word::kOnlyOneDiffers, {{"input", input_list(differing)}}));
  } else {
    report.explains_split = true;
    const auto by = [&](Input input) { return comparison.by_input[static_cast<std::size_t>(input)]; };
    report.headline.push_back(fill(Word::kCompareSplit, {{"data", by(Input::kData)},
                                                         {"rules", by(Input::kRules)},
                                                         {"date", by(Input::kDate)},
                                                         {"combined", comparison.num_combined}}));
  }
}

void add_compare_joins(const CompareSource& source, CompareReport& report) {
  for (const audit::SeriesJoin& join : source.comparison.joins) report.joins.push_back(join_sentence(join));
  for (const audit::LoneSubject& lone : source.comparison.lone) {
    const LocalizedText name = lone.name.name.empty() ? in_both(lone.name.code) : lone.name.name;
    report.joins.push_back(
        fill(lone.is_new ? Word::kOnlyInNew : Word::kOnlyInOld, {{"name", name}, {"n", lone.num_findings}}));
  }
}

}  // namespace kijun::reports
