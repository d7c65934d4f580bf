#include "engine/survey/survey_blocks.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>

#include "engine/survey/column_reader.h"

// A cursor splits one block of the answer file after the other and parses from it only what is asked for. What it hands out
// is cut where the file's blocks begin, so that a block is split once.
namespace kijun::survey {
namespace {

class SurveyBlocks : public table::BlockSource {
 public:
  SurveyBlocks(const SurveyTable& survey, std::uint32_t first_row, std::uint32_t num_rows)
      : survey_(survey),
        row_(std::min(first_row, survey.num_rows())),
        end_(row_ + std::min(num_rows, survey.num_rows() - row_)),
        columns_(survey),
        zones_(survey.reg().zones()) {}

  Result<bool> next(const table::BlockRequest& request, std::uint32_t max_rows, table::Block& block) override {
    block.first_row = row_;
    block.num_rows = 0;
    if (row_ == end_) return false;
    load_split();
    const RowRange rows{row_ - split_.first_row(),
                        std::min({max_rows, end_ - row_, split_.first_row() + split_.num_rows() - row_})};
    block.num_rows = rows.count;
    describe(request, rows, block);
    block.columns.resize(request.fields.size());
    for (std::size_t i = 0; i < request.fields.size(); ++i) {
      const table::FieldIndex field = request.fields[i];
      block.columns[i].reset(survey_.vocabulary().field(field).type, rows.count);
      columns_.append(split_, rows, field, block.columns[i], texts_);
      if (block.columns[i].type == table::FieldType::kString) columns_.code_texts(field, block.columns[i]);
    }
    block.raw_columns.resize(request.raw_fields.size());
    for (std::size_t i = 0; i < request.raw_fields.size(); ++i)
      read_raw(request.raw_fields[i], rows, block.raw_columns[i]);
    block.group_columns.resize(request.groups.size());
    for (std::size_t i = 0; i < request.groups.size(); ++i)
      read_groups(request.groups[i], rows, block.group_columns[i]);
    row_ += rows.count;
    return true;
  }

 private:
  /// Splits the block of the file that holds the next row.
  void load_split() {
    const std::uint32_t wanted = row_ / table::kBlockRows;
    if (split_number_ == wanted) return;
    survey_.parts().answers->split(wanted, split_);
    split_number_ = wanted;
    texts_.clear();
  }

  void describe(const table::BlockRequest& request, RowRange rows, table::Block& block) {
    block.is_municipality.clear();
    block.records.clear();
    for (std::uint32_t i = 0; i < rows.count && !survey_.is_listed(); ++i)
      block.is_municipality.push_back(survey_.municipality(row_ + i).is_municipality() ? 1 : 0);
    for (std::uint32_t i = 0; i < rows.count && request.records; ++i)
      block.records.push_back(survey_.is_listed() ? listed_record(rows.first + i) : survey_.record(row_ + i));
  }

  table::RecordHeader listed_record(std::uint32_t in_split) {
    const SubjectCells& cells = survey_.parts().layout.subject;
    const std::string_view code = cell_text(split_.written(in_split, cells.code), texts_);
    const std::string_view name =
        cells.name ? cell_text(split_.written(in_split, *cells.name), texts_) : std::string_view();
    return {code, is_blank(name) ? code : name, survey_.member_kind(), true};
  }

  void read_raw(table::FieldIndex field, RowRange rows, std::vector<std::string_view>& raw) {
    raw.assign(rows.count, {});
    const std::optional<std::size_t> column = survey_.parts().column_of(field);
    if (!column) return;
    const std::size_t cell = survey_.parts().layout.fields[*column];
    for (std::uint32_t i = 0; i < rows.count; ++i) raw[i] = cell_text(split_.written(rows.first + i, cell), texts_);
  }

  void read_groups(table::GroupId group, RowRange rows, std::vector<std::uint32_t>& groups) {
    groups.assign(rows.count, group == table::kSurveyGroup && survey_.is_listed() ? 0 : table::kNoGroup);
    const std::optional<std::size_t> zone_cell = survey_.parts().layout.subject.zone;
    for (std::uint32_t i = 0; i < rows.count; ++i) {
      if (!survey_.is_listed() || group > table::kSurveyGroup) {
        const std::vector<std::uint32_t>& of_row = survey_.grouping(group).groups_of[row_ + i];
        if (!of_row.empty()) groups[i] = of_row.front();
      } else if (group == table::kZoneGroup && zone_cell) {
        const std::string_view written = split_.written(rows.first + i, *zone_cell);
        groups[i] = zones_.zone_of(written, split_.readable_end()).value_or(table::kNoGroup);
      }
    }
  }

  const SurveyTable& survey_;
  std::uint32_t row_;
  std::uint32_t end_;
  ColumnReader columns_;
  ZoneReader zones_;
  SplitBlock split_;
  std::optional<std::uint32_t> split_number_;
  std::deque<std::string> texts_;  ///< Of the present block: those that stand in no file.
};

}  // namespace

std::unique_ptr<table::BlockSource> open_blocks(const SurveyTable& table, std::uint32_t first_row,
                                                std::uint32_t num_rows) {
  return std::make_unique<SurveyBlocks>(table, first_row, num_rows);
}

}  // namespace kijun::survey
