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

  Result<bool> next(std::span<const table::FieldIndex> request, std::uint32_t max_rows, table::Block& block) override {
    const std::uint32_t count = std::min(max_rows, end_ - row_);
    block.first_row = row_;
    block.records.clear();
    if (count == 0) return false;
    for (std::uint32_t row = row_; row < row_ + count; ++row) block.records.push_back(table_.record(row));
    block.columns.resize(request.size());
    for (std::size_t i = 0; i < request.size(); ++i) {
      block.columns[i].reset(table_.vocabulary().field(request[i]).type, count);
      table_.append_field(request[i], row_, count, block.columns[i]);
    }
    block.raw_columns.resize(raw_fields_.size());
    for (std::size_t i = 0; i < raw_fields_.size(); ++i) {
      block.raw_columns[i].clear();
      for (std::uint32_t row = row_; row < row_ + count; ++row)
        block.raw_columns[i].push_back(table_.raw(row, raw_fields_[i]));
    }
    row_ += count;
    return true;
  }

  void request_raw(std::span<const table::FieldIndex> fields) override {
    raw_fields_.assign(fields.begin(), fields.end());
  }

 private:
  const SurveyTable& table_;
  std::uint32_t row_;
  std::uint32_t end_;
  std::vector<table::FieldIndex> raw_fields_;
};

}  // namespace

std::unique_ptr<table::BlockSource> open_blocks(const SurveyTable& table, std::uint32_t first_row,
                                                std::uint32_t num_rows) {
  return std::make_unique<SurveyBlocks>(table, first_row, num_rows);
}

}  // namespace kijun::survey
