#include "reports/model/question_condition.h"

#include <algorithm>
#include <string>

#include "engine/base/assert.h"
#include "reports/words/data_text.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using audit::AnswerRange;

// One end of a range, or the only answer of one.
LocalizedText value_text(const cel::Value& value, const table::Field& field) {
  if (const auto* number = value.as<std::int64_t>()) {
    return in_both(std::to_string(*number));
  }
  if (const auto* day = value.as<Date>()) {
    return date_text(*day);
  }
  if (const auto* yes = value.as<bool>()) {
    return fill(Word::kQuotedAnswer, {{"answer", word(*yes ? Word::kYes : Word::kNo)}});
  }
  const auto* id = value.as<std::string>();
  KIJUN_ASSERT(id != nullptr);
  const auto option = std::find_if(field.values.begin(), field.values.end(),
                                   [&](const table::EnumValue& each) { return each.id == *id; });
  return fill(Word::kQuotedAnswer, {{"answer", option == field.values.end() ? in_both(*id) : option_text(*option)}});
}

LocalizedText range_text(const AnswerRange& range, const table::Field& field) {
  const bool is_day = field.type == table::FieldType::kDate;
  if (!range.to) {
    return fill(is_day ? Word::kDayFrom : Word::kNumberFrom, {{"from", value_text(*range.from, field)}});
  }
  if (!range.from) {
    return fill(is_day ? Word::kDayTo : Word::kNumberTo, {{"to", value_text(*range.to, field)}});
  }
  if (cel::equals(*range.from, *range.to)) {
    return value_text(*range.from, field);
  }
  return fill(is_day ? Word::kDaysBetween : Word::kNumbersBetween,
              {{"from", value_text(*range.from, field)}, {"to", value_text(*range.to, field)}});
}

LocalizedText answers_text(const audit::EarlierAnswer& earlier, const audit::AskedSubject& asked,
                           const table::Vocabulary& vocabulary) {
  const table::Field& field = vocabulary.field(asked.questions[earlier.question].cell.index);
  LocalizedText answers;
  for (const AnswerRange& range : earlier.answers) append(answers, range_text(range, field), {"又は", " or "});
  return answers;
}

}  // namespace

LocalizedText option_text(const table::EnumValue& value) {
  const std::string mark = value.marks.empty() ? std::string() : value.marks.front() + " ";
  return {mark + value.label.ja, mark + value.label.en};
}

LocalizedText condition_text(const audit::PlannedQuestion& question, const audit::AskedSubject& asked,
                             const table::Vocabulary& vocabulary) {
  LocalizedText cases;
  for (const audit::EarlierAnswers& all : question.only_if) {
    LocalizedText one;
    for (const audit::EarlierAnswer& earlier : all) {
      append(
          one,
          fill(Word::kAnsweredAs, {{"n", earlier.question + 1}, {"answers", answers_text(earlier, asked, vocabulary)}}),
          {"、かつ", " and "});
    }
    append(cases, fill(Word::kAnsweredCase, {{"answers", one}}), {"、又は", ", or "});
  }
  return cases.empty() ? cases : fill(Word::kOnlyIf, {{"cases", cases}});
}

}  // namespace kijun::reports
