#include "engine/survey/survey_blocks.h"

#include <algorithm>

namespace kijun::survey {
namespace {

class SurveyBlocks : public table::BlockSource {
 public:
  SurveyBlocks(const SurveyTable& table, std::uint32_t first_row, std::uint32_t num_rows)
      : table_(table),
        row_(std::min(first_row, table.num_rows())),
        end_(row_ + std::min(num_rows, table.num_rows() - row_)) {}

  Result<bool> next(const table::BlockRequest& request, std::uint32_t max_rows, table::Block& block) override {
    const std::uint32_t count = std::min(max_rows, end_ - row_);
    block.first_row = row_;
    block.num_rows = count;
    if (count == 0) return false;
    describe(request, block);
    block.columns.resize(request.fields.size());
    for (std::size_t i = 0; i < request.fields.size(); ++i) {
      block.columns[i].reset(table_.vocabulary().field(request.fields[i]).type, count);
      table_.append_field(request.fields[i], row_, count, block.columns[i]);
    }
    block.raw_columns.resize(request.raw_fields.size());
    for (std::size_t i = 0; i < request.raw_fields.size(); ++i) {
      block.raw_columns[i].clear();
      for (std::uint32_t row = row_; row < row_ + count; ++row)
        block.raw_columns[i].push_back(table_.raw(row, request.raw_fields[i]));
    }
    row_ += count;
    return true;
  }

 private:
  void describe(const table::BlockRequest& request, table::Block& block) const {
    const std::uint32_t end = row_ + block.num_rows;
    block.is_municipality.clear();
    block.records.clear();
    for (std::uint32_t row = row_; row < end; ++row) {
      block.is_municipality.push_back(table_.record(row).is_municipality ? 1 : 0);
      if (request.records) block.records.push_back(table_.record(row));
    }
    block.group_columns.resize(request.groups.size());
    for (std::size_t i = 0; i < request.groups.size(); ++i) {
      block.group_columns[i].clear();
      for (std::uint32_t row = row_; row < end; ++row) {
        const std::vector<std::uint32_t>& groups = table_.grouping(request.groups[i]).groups_of[row];
        block.group_columns[i].push_back(groups.empty() ? table::kNoGroup : groups.front());
      }
    }
  }

  const SurveyTable& table_;
  std::uint32_t row_;
  std::uint32_t end_;
};

}  // namespace

std::unique_ptr<table::BlockSource> open_blocks(const SurveyTable& table, std::uint32_t first_row,
                                                std::uint32_t num_rows) {
  return std::make_unique<SurveyBlocks>(table, first_row, num_rows);
}

}  // namespace kijun::survey
