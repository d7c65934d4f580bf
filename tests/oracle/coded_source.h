#pragma once

#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "tests/unit/exec/memory_survey.h"

namespace kijun::oracle {

/// The rows of a survey with its texts coded, as a reader gives columns whose values repeat: a dictionary per field that
/// grows from block to block.
class CodedSource : public table::BlockSource {
 public:
  CodedSource(const exec::MemorySurvey& survey, std::uint32_t begin, std::uint32_t end) : rows_(survey, begin, end) {}

  [[nodiscard]] Result<bool> next(const table::BlockRequest& request, std::uint32_t max_rows,
                                  table::Block& block) override;

 private:
  /// The distinct texts of a field, which the survey owns, and their positions.
  struct Coding {
    std::vector<std::string_view> texts;
    std::map<std::string_view, std::uint32_t> codes;
  };
  static void code(table::Column& column, Coding& coding);

  exec::MemorySource rows_;
  std::map<table::FieldIndex, Coding> codings_;
};

/// Such sources over parts of a survey, which they borrow.
[[nodiscard]] exec::SourceFactory coded_sources_of(const exec::MemorySurvey& survey);

}  // namespace kijun::oracle
