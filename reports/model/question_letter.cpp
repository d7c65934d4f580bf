#include "reports/model/question_letter.h"

#include <algorithm>

#include "reports/words/data_text.h"
#include "reports/words/words.h"

namespace kijun::reports {

std::vector<LetterFact> letter_facts(const audit::RunInfo& run, const QuestionLetter& letter) {
  const auto day = [](const std::optional<Date>& date) { return date ? date_text(*date) : LocalizedText(); };
  std::vector<LetterFact> facts{{word(Word::kDocumentNumber), in_both(letter.document_number)},
                                {word(Word::kLetterDate), day(letter.date)},
                                {word(Word::kLetterFrom), run.source_publisher},
                                {word(Word::kLetterContact), in_both(letter.contact)},
                                {word(Word::kReplyBy), day(letter.reply_by)}};
  std::erase_if(facts, [](const LetterFact& fact) { return fact.value.empty(); });
  return facts;
}

LocalizedText letter_subject(const audit::RunInfo& run) {
  return fill(Word::kLetterSubject, {{"survey", run.survey_title}});
}

std::vector<LocalizedText> letter_requests(const QuestionSheet& sheet, const QuestionLetter& letter) {
  std::vector<LocalizedText> requests;
  requests.push_back(letter.reply_by ? fill(Word::kLetterRequestBy, {{"date", date_text(*letter.reply_by)}})
                                     : word(Word::kLetterRequest));
  const auto any = [&](auto holds) { return std::any_of(sheet.questions.begin(), sheet.questions.end(), holds); };
  if (any([](const Question& question) { return !question.only_if.empty(); })) {
    requests.push_back(word(Word::kLetterConditional));
  }
  if (any([](const Question& question) { return !question.answers_as_given.empty(); })) {
    requests.push_back(word(Word::kLetterQuoted));
  }
  return requests;
}

LocalizedText letter_address(const QuestionSheet& sheet) { return fill(Word::kLetterTo, {{"name", sheet.addressee}}); }

LocalizedText letter_basis(const audit::ResultModel& result) {
  const audit::RunInfo& run = result.run();
  LocalizedText text = word(Word::kAnswersAsOf);
  append(text, date_text(run.answers_as_of), {" ", " "});
  append(text,
         fill(Word::kRunningHead, {{"date", date_text(run.as_of)}, {"pack", run.pack_id + " " + run.pack_version}}),
         {"　", ", "});
  return text;
}

LocalizedText question_number(std::size_t at) { return fill(Word::kQuestionNumber, {{"n", at + 1}}); }

std::vector<LocalizedText> reply_choices(const Question& question) {
  if (question.options.empty() && question.answer == "yes_no") {
    return {word(Word::kYes), word(Word::kNo)};
  }
  return question.options;
}

LocalizedText purpose_word(const Question& question) {
  if (question.decides.empty()) {
    return word(Word::kOtherBlank);
  }
  return word(question.decides_verdict ? Word::kNeededFor : Word::kAbout);
}

LocalizedText purpose_text(const Question& question) {
  LocalizedText titles;
  for (const LocalizedText& title : question.decides) {
    append(titles, title, {"、", ", "});
  }
  LocalizedText text = purpose_word(question);
  append(text, titles, {"　", ": "});
  return text;
}

LocalizedText given_text(const GivenAnswer& given) {
  return fill(Word::kGivenAs, {{"label", given.label}, {"raw", raw_text(given.raw)}});
}

}  // namespace kijun::reports
