#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/lazy.h"
#include "engine/survey/survey.h"

namespace kijun::survey {

/// Whole columns of a survey for the later surveys of its series, and who its subjects were in earlier ones. Each is read when
/// first asked for and then kept. Safe to use from several threads.
class SurveyTable::WholeColumns {
 public:
  explicit WholeColumns(const SurveyTable& survey) : survey_(survey) {}

  /// The answers of one field, all rows. Texts live as long as this object.
  [[nodiscard]] const table::Column& column(table::FieldIndex field);

  /// A subject of an earlier survey; without one, `index` is kNone and the reason says why.
  struct EarlierSubject {
    static constexpr std::uint32_t kNone = table::kNoGroup;
    std::uint32_t index = kNone;
    table::MissingReason missing = table::MissingReason::kNone;
  };
  /// By subject of a space of this survey: the same in an earlier one.
  [[nodiscard]] const std::vector<EarlierSubject>& subjects_in(const SurveyTable& earlier, table::SpaceId space);

 private:
  /// Entries are never moved or changed once made.
  struct Kept {
    std::map<table::FieldIndex, table::Column> columns;
    std::map<std::pair<const SurveyTable*, table::SpaceId>, std::vector<EarlierSubject>> subjects;
    std::deque<std::string> texts;  ///< Of the columns: those that stand in no file.
  };

  const SurveyTable& survey_;
  Guarded<Kept> kept_;
};

}  // namespace kijun::survey
