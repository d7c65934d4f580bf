#include "engine/survey/whole_columns.h"

#include "engine/survey/column_reader.h"
#include "engine/survey/series.h"

namespace kijun::survey {

const table::Column& SurveyTable::WholeColumns::column(table::FieldIndex field) {
  return kept_.with([&](Kept& kept) -> const table::Column& {
    const auto [entry, is_new] = kept.columns.try_emplace(field);
    if (is_new) read_whole_column(survey_, field, entry->second, kept.texts);
    return entry->second;
  });
}

const std::vector<SurveyTable::WholeColumns::EarlierSubject>& SurveyTable::WholeColumns::subjects_in(
    const SurveyTable& earlier, table::SpaceId space) {
  return kept_.with([&](Kept& kept) -> const std::vector<EarlierSubject>& {
    const auto [entry, is_new] = kept.subjects.try_emplace({&earlier, space});
    const std::size_t num_subjects = space == table::kRecordSpace
                                         ? survey_.num_rows()
                                         : survey_.groups(static_cast<table::GroupId>(space - 1)).size();
    for (std::uint32_t index = 0; is_new && index < num_subjects; ++index) {
      const JoinedRow joined = join_subject(survey_, {space, index}, earlier);
      entry->second.push_back({joined.row.value_or(EarlierSubject::kNone), joined.missing});
    }
    return entry->second;
  });
}

}  // namespace kijun::survey
