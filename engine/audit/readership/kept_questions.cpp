#include "engine/audit/readership/kept_questions.h"

#include <algorithm>
#include <utility>

namespace kijun::audit {
namespace {

constexpr std::size_t kGone = static_cast<std::size_t>(-1);

/// The conditions with the questions' new places; none where one of them rests on a question that is gone.
std::vector<EarlierAnswers> moved(std::vector<EarlierAnswers> only_if, const std::vector<std::size_t>& places) {
  for (EarlierAnswers& all : only_if) {
    for (EarlierAnswer& earlier : all) {
      if (places[earlier.question] == kGone) return {};
      earlier.question = places[earlier.question];
    }
  }
  return only_if;
}

/// True when a condition of the question could come from a result that rests on what is withheld.
bool has_telling_condition(const PlannedQuestion& question, const AskedSubject& asked, const QuestionPlan& plan,
                           const KeptQuestions& kept) {
  const auto tells = [&](const PlannedQuestion& each) {
    return std::any_of(each.decides.begin(), each.decides.end(),
                       [&](std::size_t at) { return kept.could_tell(plan.results[at]); });
  };
  return tells(question) || std::any_of(question.only_if.begin(), question.only_if.end(), [&](const auto& all) {
           return std::any_of(all.begin(), all.end(),
                              [&](const EarlierAnswer& earlier) { return tells(asked.questions[earlier.question]); });
         });
}

AskedSubject keep(const AskedSubject& asked, const QuestionPlan& plan, const KeptQuestions& kept) {
  AskedSubject made{asked.subject, {}, asked.is_smallest};
  std::vector<std::size_t> places;
  for (PlannedQuestion question : asked.questions) {
    if (has_telling_condition(question, asked, plan, kept)) {
      made.is_smallest = made.is_smallest && question.only_if.empty();
      question.only_if.clear();
    }
    if (!kept.indicators)
      std::erase_if(question.decides, [&](std::size_t at) { return plan.results[at].indicator.has_value(); });
    const bool stays = kept.cell(question.cell) && !question.decides.empty();
    places.push_back(stays ? made.questions.size() : kGone);
    if (!stays) continue;
    question.only_if = moved(std::move(question.only_if), places);
    made.questions.push_back(std::move(question));
  }
  if (made.questions.size() < asked.questions.size()) made.is_smallest = false;
  return made;
}

}  // namespace

QuestionPlan keep_questions(const QuestionPlan& plan, const KeptQuestions& kept) {
  QuestionPlan made;
  made.results = plan.results;
  for (const AskedSubject& asked : plan.subjects)
    if (AskedSubject subject = keep(asked, plan, kept); !subject.questions.empty())
      made.subjects.push_back(std::move(subject));
  std::copy_if(plan.beyond_asking.begin(), plan.beyond_asking.end(), std::back_inserter(made.beyond_asking),
               [&](std::size_t at) { return kept.indicators || !plan.results[at].indicator; });
  return made;
}

}  // namespace kijun::audit
