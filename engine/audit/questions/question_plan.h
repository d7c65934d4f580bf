#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/cel/value.h"

namespace kijun::audit {

// A plan of questions: which missing answers to ask for, of whom, in which order, and which of them only if earlier ones
// were answered in a certain way.
//
// *Can be asked*: cells of the audited survey's form that a record left blank or unreadable. Never what the form did not
// ask, what was withheld, readings of notes, groups, or earlier years.
//
// *Open*: an undecided result is open under some answers if answering the rest of what can be asked could still decide it.
// A result that is undecided however all questions are answered is not open but beyond asking.
//
// *Sufficient*: a set of cells is sufficient if, whatever is answered to them, the audit leaves no result open. A plan is
// sufficient in the same way when every question is skipped whose condition is not met.
//
// *Smallest*: the plan asks for a smallest sufficient set; of several, the one that comes first in the form's order. A
// question is *needed* after some answers if leaving it out could leave a result open even though all later ones are
// answered; one that is needed after none is left out. Each addressee's questions stand in the order in which the fewest
// are needed, summed over all answers that rules tell apart; of several such orders, the one that comes first in the
// form's. Only answers of the same addressee make conditions, since nobody knows what others answer: what several
// addressees have to answer together is asked of each in any case.

/// Answers from `from` to `to`, both included; an absent end is open. One enum or bool value is both ends.
struct AnswerRange {
  std::optional<cel::Value> from;
  std::optional<cel::Value> to;
};

/// An earlier question of the same addressee, and the answers to it that make a later one needed.
struct EarlierAnswer {
  std::size_t question = 0;  ///< In `AskedSubject::questions`.
  std::vector<AnswerRange> answers;
};

/// Answers to several questions, all of which are needed.
using EarlierAnswers = std::vector<EarlierAnswer>;

/// One missing answer to ask for.
struct PlannedQuestion {
  cel::CellRef cell;
  std::vector<EarlierAnswers> only_if;  ///< Asked only if one of them was answered; empty: in any case.
  std::vector<std::size_t> decides;     ///< The results that wait for it, in the order they were given in.
};

/// The questions to one record.
struct AskedSubject {
  table::SubjectRef subject;
  std::vector<PlannedQuestion> questions;
  /// False where the questions suffice but may be more than needed: too much to try, answers that a rule calculates with,
  /// or a condition that takes too many words.
  bool is_smallest = true;
};

/// The questions to all records, in order of rows.
struct QuestionPlan {
  /// An undecided result: of a rule, or of an indicator.
  struct Result {
    std::optional<std::size_t> indicator;  ///< In `ResultModel::indicators()`.
    std::size_t column = 0;                ///< In `ResultModel::columns()` when it is a rule's.
    std::size_t position = 0;
  };
  std::vector<Result> results;
  std::vector<AskedSubject> subjects;
  std::vector<std::size_t> beyond_asking;  ///< In `results`: what no answer to any question decides.
};

}  // namespace kijun::audit
