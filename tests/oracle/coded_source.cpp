#include "tests/oracle/coded_source.h"

namespace kijun::oracle {

Result<bool> CodedSource::next(const table::BlockRequest& request, std::uint32_t max_rows, table::Block& block) {
  Result<bool> given = rows_.next(request, max_rows, block);
  for (std::size_t i = 0; i < block.columns.size(); ++i)
    if (block.columns[i].type == table::FieldType::kString) code(block.columns[i], codings_[request.fields[i]]);
  return given;
}

void CodedSource::code(table::Column& column, Coding& coding) {
  for (std::size_t row = 0; row < column.num_rows(); ++row) {
    if (column.missing[row] != table::MissingReason::kNone) {
      column.codes.push_back(0);
      continue;
    }
    const auto [found, is_new] =
        coding.codes.try_emplace(column.strings[row], static_cast<std::uint32_t>(coding.texts.size()));
    if (is_new) coding.texts.push_back(column.strings[row]);
    column.codes.push_back(found->second);
  }
  column.strings.clear();
  column.dictionary = &coding.texts;
}

exec::SourceFactory coded_sources_of(const exec::MemorySurvey& survey) {
  return [&survey](std::uint32_t first_row, std::uint32_t num_rows) {
    return std::make_unique<CodedSource>(survey, first_row, first_row + num_rows);
  };
}

}  // namespace kijun::oracle
