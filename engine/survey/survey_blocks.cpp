#include "engine/survey/survey_blocks.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>

#include "engine/survey/answer_check.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/column_reader.h"

// A cursor splits one block of the answer file after the other and parses from it only what is asked for. What it hands out
// is cut where the file's blocks begin, so that a block is split once.
namespace kijun::survey {
namespace {

class SurveyBlocks : public table::BlockSource {
 public:
  /// `findings`: where to put what is odd about the rows; null when that is known.
  SurveyBlocks(const SurveyTable& survey, AnswerFindings* findings, std::uint32_t first_row, std::uint32_t num_rows)
      : survey_(survey),
        parts_(survey.parts()),
        row_(std::min(first_row, survey.num_rows())),
        end_(row_ + std::min(num_rows, survey.num_rows() - row_)),
        columns_(parts_),
        zones_(survey.reg().zones()),
        findings_(findings) {
    if (findings != nullptr) check_.emplace(parts_, row_, columns_, *findings);
  }

  Result<bool> next(const table::BlockRequest& request, std::uint32_t max_rows, table::Block& block) override {
    block.first_row = row_;
    block.num_rows = 0;
    if (row_ == end_) {
      finish_check();
      return false;
    }
    bool is_sound = load_split();
    const RowRange rows{row_ - split_.first_row(),
                        std::min({max_rows, end_ - row_, split_.first_row() + split_.num_rows() - row_})};
    is_sound = is_sound && read_zones(request, rows) && (!check_ || check_->look_at_codes(split_, rows));
    if (check_ && (!is_sound || findings_->given_up())) {
      findings_->give_up();
      return fail("the answers are not in plain form", parts_.answers->source().path());
    }
    block.num_rows = rows.count;
    describe(request, rows, block);
    read_columns(request, rows, block);
    if (check_) check_->look_at_others(split_, rows);
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
  /// Splits the block of the file that holds the next row. False when nobody has checked it and it is not plain.
  bool load_split() {
    const std::uint32_t wanted = row_ / table::kBlockRows;
    if (split_number_ == wanted) return true;
    split_number_ = wanted;
    texts_.clear();
    if (check_) return parts_.answers->split_unchecked(wanted, split_);
    parts_.answers->split(wanted, split_);
    return true;
  }

  void read_columns(const table::BlockRequest& request, RowRange rows, table::Block& block) {
    block.columns.resize(request.fields.size());
    for (std::size_t i = 0; i < request.fields.size(); ++i) {
      const table::FieldIndex field = request.fields[i];
      const std::optional<std::size_t> position = check_ ? parts_.column_of(field) : std::nullopt;
      block.columns[i].reset(survey_.vocabulary().field(field).type, rows.count);
      columns_.append(split_, rows, field, block.columns[i], texts_, position ? &check_->taken(*position) : nullptr);
      if (block.columns[i].type == table::FieldType::kString) columns_.code_texts(field, block.columns[i]);
    }
  }

  void finish_check() {
    if (check_) check_->finish();
    check_.reset();
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
    const SubjectCells& cells = parts_.layout.subject;
    const std::string_view code = cell_text(split_.written(in_split, cells.code), texts_);
    const std::string_view name =
        cells.name ? cell_text(split_.written(in_split, *cells.name), texts_) : std::string_view();
    return {code, is_blank(name) ? code : name, survey_.member_kind(), true};
  }

  void read_raw(table::FieldIndex field, RowRange rows, std::vector<std::string_view>& raw) {
    raw.assign(rows.count, {});
    const std::optional<std::size_t> column = parts_.column_of(field);
    if (!column) return;
    const std::size_t cell = parts_.layout.fields[*column];
    for (std::uint32_t i = 0; i < rows.count; ++i) raw[i] = cell_text(split_.written(rows.first + i, cell), texts_);
  }

  /// The zones that the file gives listed subjects, when somebody wants them. False when one of them is unknown.
  bool read_zones(const table::BlockRequest& request, RowRange rows) {
    const std::optional<std::size_t> cell = parts_.layout.subject.zone;
    const auto& groups = request.groups;
    const bool wanted = check_ || std::find(groups.begin(), groups.end(), table::kZoneGroup) != groups.end();
    return !survey_.is_listed() || !cell || !wanted || zones_.read(split_, rows, *cell, zones_of_rows_);
  }

  void read_groups(table::GroupId group, RowRange rows, std::vector<std::uint32_t>& groups) {
    groups.assign(rows.count, group == table::kSurveyGroup && survey_.is_listed() ? 0 : table::kNoGroup);
    if (survey_.is_listed() && group <= table::kSurveyGroup) {
      if (group == table::kZoneGroup && parts_.layout.subject.zone) groups = zones_of_rows_;
      return;
    }
    for (std::uint32_t i = 0; i < rows.count; ++i) {
      const std::vector<std::uint32_t>& of_row = survey_.grouping(group).groups_of[row_ + i];
      if (!of_row.empty()) groups[i] = of_row.front();
    }
  }

  const SurveyTable& survey_;
  const SurveyParts& parts_;
  std::uint32_t row_;
  std::uint32_t end_;
  ColumnReader columns_;
  ZoneReader zones_;
  std::vector<std::uint32_t> zones_of_rows_;
  AnswerFindings* findings_;
  std::optional<AnswerCheck> check_;  ///< Until the end, while `findings_` wait for it.
  SplitBlock split_;
  std::optional<std::uint32_t> split_number_;
  std::deque<std::string> texts_;  ///< Of the present block: those that stand in no file.
};

}  // namespace

std::unique_ptr<table::BlockSource> open_blocks(const SurveyTable& table, std::uint32_t first_row,
                                                std::uint32_t num_rows) {
  return std::make_unique<SurveyBlocks>(table, nullptr, first_row, num_rows);
}

std::unique_ptr<table::BlockSource> open_unchecked_blocks(const SurveyTable& table, AnswerFindings& findings,
                                                          std::uint32_t first_row, std::uint32_t num_rows) {
  return std::make_unique<SurveyBlocks>(table, &findings, first_row, num_rows);
}

}  // namespace kijun::survey
