#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/exec/expressions.h"

namespace kijun::exec {

/// What every result must be the same at: batches around a word of bits, and the extremes; one thread and two.
inline constexpr ExecutionOptions kBatchings[] = {{1, 1},    {2, 1}, {3, 1},  {63, 1}, {64, 1},  {65, 1},
                                                  {1024, 1}, {1, 2}, {63, 2}, {64, 2}, {1024, 2}};

/// Results of one expression for all subjects of a space, by the columnar evaluator at every batch size; a difference
/// between batch sizes, or from the naive evaluator, is a failure.
[[nodiscard]] std::vector<std::string> all_results(const MemorySurvey& survey, Expressions& expressions,
                                                   const std::string& text, table::SpaceId space,
                                                   const std::string& kind);
/// The same in one text, separated by spaces.
[[nodiscard]] std::string results(const MemorySurvey& survey, Expressions& expressions, const std::string& text,
                                  table::SpaceId space = table::kRecordSpace, const std::string& kind = "record");

/// A field for a vocabulary.
[[nodiscard]] table::Field field(std::string id, table::FieldType type,
                                 std::vector<std::string> kinds = {"municipality", "prefecture"});
[[nodiscard]] table::Field enum_field(std::string id, std::vector<std::string> values, bool ordered,
                                      std::vector<std::string> kinds = {"municipality", "prefecture"});

/// A town; its code is made of its row.
[[nodiscard]] MemoryRow town(std::uint32_t row, std::vector<MemoryCell> cells);

/// Tables without groups, whose rows stand several times below each other so that they fill more than two words of bits.
class RowTest : public testing::Test {
 protected:
  void add_field(table::Field field) { fields_.push_back(std::move(field)); }
  void add_row(std::vector<MemoryCell> cells) { cells_.push_back(std::move(cells)); }
  /// Results for the rows added, after checking that every repetition of them gives the same.
  [[nodiscard]] std::string rows(const std::string& text);
  /// Nodes without a kernel in the expression that was evaluated last.
  [[nodiscard]] std::size_t num_fallback_nodes() const { return num_fallback_nodes_; }

 private:
  std::vector<table::Field> fields_;
  std::vector<std::vector<MemoryCell>> cells_;
  std::size_t num_fallback_nodes_ = 0;
};

inline const MemoryCell kBlankCell = no_answer(table::MissingReason::kBlank);
inline const MemoryCell kNotApplicableCell = no_answer(table::MissingReason::kNotApplicable);

}  // namespace kijun::exec
