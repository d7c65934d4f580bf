#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "reports/model/gap_report.h"

namespace kijun::reports {

/// What an officer says about the sheets of questions that go out. Empty parts are left out, or left to be filled in by
/// hand.
struct QuestionLetter {
  std::string document_number;   ///< 文書番号
  std::optional<Date> date;      ///< Of the letter; there is no clock.
  std::optional<Date> reply_by;  ///< 回答期限
  std::string contact;           ///< 担当
};

/// A line of a letter's head: 「文書番号：障福第1号」.
struct LetterFact {
  LocalizedText label;
  LocalizedText value;
};

/// Number, date, sender, contact and the day to reply by, as far as they are there.
[[nodiscard]] std::vector<LetterFact> letter_facts(const audit::RunInfo& run, const QuestionLetter& letter);
/// 「…の回答に関する照会」.
[[nodiscard]] LocalizedText letter_subject(const audit::RunInfo& run);
/// What the addressee is asked to do, and how to read the sheet. Sentences.
[[nodiscard]] std::vector<LocalizedText> letter_requests(const QuestionSheet& sheet, const QuestionLetter& letter);
/// 「秦野市 御中」.
[[nodiscard]] LocalizedText letter_address(const QuestionSheet& sheet);
/// What the state of the answers and the rules is that the questions come from.
[[nodiscard]] LocalizedText letter_basis(const audit::ResultModel& result);
/// "問3".
[[nodiscard]] LocalizedText question_number(std::size_t at);
/// What there is to choose from; for yes and no both.
[[nodiscard]] std::vector<LocalizedText> reply_choices(const Question& question);
/// Whether a verdict waits for a question, a rule asks it, or it is just another blank.
[[nodiscard]] LocalizedText purpose_word(const Question& question);
/// The titles that a question serves, with what it does for them: 「判定に必要　…」.
[[nodiscard]] LocalizedText purpose_text(const Question& question);
/// An answer beside a question, quoted.
[[nodiscard]] LocalizedText given_text(const GivenAnswer& given);

}  // namespace kijun::reports
