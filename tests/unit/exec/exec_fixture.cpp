#include "tests/unit/exec/exec_fixture.h"

#include <fmt/format.h>

namespace kijun::exec {
namespace {

std::string joined(std::span<const std::string> texts) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : " ") + text;
  return result;
}

std::vector<std::string> columnar(const MemorySurvey& survey, const Program& program, const cel::EvalContext& context,
                                  ExecutionOptions options) {
  Execution execution(program, survey, context, options);
  EXPECT_TRUE(execution.run(sources_of(survey)).has_value());
  std::vector<std::string> texts;
  for (std::uint32_t i = 0; i < execution.num_subjects(0); ++i) {
    texts.push_back(execution.covers(0, i) ? result_text(execution.column(0).value_at(i)) : "-");
  }
  return texts;
}

}  // namespace

std::vector<std::string> all_results(const MemorySurvey& survey, Expressions& expressions, const std::string& text,
                                     table::SpaceId space, const std::string& kind) {
  const cel::CheckedExpr* expr = expressions.check(text, space, kind);
  EXPECT_NE(expr, nullptr) << text << ": " << expressions.problems();
  if (expr == nullptr) return {};
  const Root root{expr, space, kind};
  const cel::EvalContext context = expressions.context();
  const Program program = expressions.program_of(root);
  std::vector<std::string> first;
  for (const ExecutionOptions options : kBatchings) {
    const auto texts = columnar(survey, program, context, options);
    if (first.empty()) first = texts;
    EXPECT_EQ(texts, first) << text << " in batches of " << options.batch_rows << " on " << options.threads
                            << " threads";
  }
  for (std::uint32_t i = 0; i < first.size(); ++i) {
    if (first[i] == "-") continue;
    EXPECT_EQ(first[i], result_text(expressions.naive(root, i))) << text << " for subject " << i;
  }
  return first;
}

std::string results(const MemorySurvey& survey, Expressions& expressions, const std::string& text, table::SpaceId space,
                    const std::string& kind) {
  return joined(all_results(survey, expressions, text, space, kind));
}

table::Field field(std::string id, table::FieldType type, std::vector<std::string> kinds) {
  table::Field made;
  made.id = std::move(id);
  made.type = type;
  made.kinds = std::move(kinds);
  return made;
}

table::Field enum_field(std::string id, std::vector<std::string> values, bool ordered, std::vector<std::string> kinds) {
  table::Field made = field(std::move(id), table::FieldType::kEnum, std::move(kinds));
  for (std::string& value : values) made.values.push_back({std::move(value), {}, {}});
  made.ordered = ordered;
  return made;
}

MemoryRow town(std::uint32_t row, std::vector<MemoryCell> cells) {
  return {{"town", fmt::format("{:06}", row), {fmt::format("第{}町", row), "Town"}}, std::move(cells), {}};
}

std::string RowTest::rows(const std::string& text) {
  constexpr std::size_t kMinRows = 130;
  MemorySurvey survey;
  survey.vocabulary = table::Vocabulary("test", {}, fields_);
  while (survey.rows.size() < kMinRows) {
    for (const auto& cells : cells_) survey.rows.push_back(town(static_cast<std::uint32_t>(survey.rows.size()), cells));
  }
  survey.finish();
  Expressions expressions(survey);
  const auto all = all_results(survey, expressions, text, table::kRecordSpace, "record");
  num_fallback_nodes_ = expressions.num_fallback_nodes();
  if (all.size() != survey.rows.size()) return "";
  const std::size_t num_rows = cells_.size();
  for (std::size_t row = num_rows; row < all.size(); ++row)
    EXPECT_EQ(all[row], all[row % num_rows]) << text << " row " << row;
  return joined(std::span(all).first(num_rows));
}

}  // namespace kijun::exec
