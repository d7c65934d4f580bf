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

const std::vector<SurveyTable::WholeColumns::EarlierRow>& SurveyTable::WholeColumns::rows_in(
    const SurveyTable& earlier) {
  return kept_.with([&](Kept& kept) -> const std::vector<EarlierRow>& {
    const auto [entry, is_new] = kept.rows.try_emplace(&earlier);
    for (std::uint32_t row = 0; is_new && row < survey_.num_rows(); ++row) {
      const JoinedRow joined = join_row(survey_, row, earlier);
      entry->second.push_back({joined.row.value_or(EarlierRow::kNoRow), joined.missing});
    }
    return entry->second;
  });
}

}  // namespace kijun::survey
