#include "tests/oracle/evaluator_difference.h"

#include <fmt/format.h>

#include "engine/base/assert.h"
#include "engine/exec/execution.h"
#include "tests/unit/exec/exec_fixture.h"

namespace kijun::oracle {
namespace {

using exec::Execution;
using exec::Expressions;
using exec::RootIndex;

/// What the naive evaluator says of one rule for every subject.
struct Expected {
  std::vector<cel::State> states;
  std::vector<std::string> texts;
};

std::vector<Expected> naive_results(const Expressions& expressions, const Execution& sizes) {
  std::vector<Expected> expected(expressions.roots().size());
  for (RootIndex root = 0; root < expected.size(); ++root) {
    for (std::uint32_t subject = 0; subject < sizes.num_subjects(root); ++subject) {
      const cel::Value value = expressions.naive(expressions.roots()[root], subject);
      const bool is_bool = value.as<bool>() != nullptr;
      expected[root].states.push_back(value.has_value() && !is_bool ? cel::State::kTrue : value.state());
      expected[root].texts.push_back(exec::result_text(value));
    }
  }
  return expected;
}

std::string difference(const OracleCase& made, const Execution& execution, const std::vector<Expected>& expected) {
  for (RootIndex root = 0; root < expected.size(); ++root) {
    for (std::uint32_t subject = 0; subject < expected[root].texts.size(); ++subject) {
      const std::string got = exec::result_text(execution.column(root).value_at(subject));
      const cel::State state = execution.state(root, subject);
      const cel::State wanted =
          execution.covers(root, subject) ? expected[root].states[subject] : cel::State::kNotApplicable;
      if (got == expected[root].texts[subject] && state == wanted) continue;
      return fmt::format("{}\nsubject {}: naive {} (state {}), columnar {} (state {})", made.rules[root].text, subject,
                         expected[root].texts[subject], static_cast<int>(wanted), got, static_cast<int>(state));
    }
  }
  return "";
}

/// Two executions, each over a part of the rows.
Execution merged(const exec::Program& program, const exec::MemorySurvey& survey, const cel::EvalContext& context) {
  Execution first(program, survey, context, {2});
  Execution second(program, survey, context, {64});
  const std::uint32_t middle = survey.num_rows() / 3;
  exec::MemorySource head(survey, 0, middle);
  exec::MemorySource tail(survey, middle, survey.num_rows());
  KIJUN_ASSERT(first.stream(head).has_value());
  KIJUN_ASSERT(second.stream(tail).has_value());
  first.merge(second);
  first.finish();
  return first;
}

}  // namespace

std::string evaluator_difference(const OracleCase& made) {
  const auto expressions = prepare(made);
  if (expressions == nullptr) return "";
  const exec::Program program = expressions->program();
  const cel::EvalContext context = expressions->context();
  const Execution in_parts = merged(program, *made.survey, context);
  const std::vector<Expected> expected = naive_results(*expressions, in_parts);
  if (const std::string found = difference(made, in_parts, expected); !found.empty()) return "merged: " + found;
  for (const std::uint32_t batch_rows : exec::kBatchSizes) {
    Execution execution(program, *made.survey, context, {batch_rows});
    exec::MemorySource source(*made.survey);
    KIJUN_ASSERT(execution.run(source).has_value());
    const std::string found = difference(made, execution, expected);
    if (!found.empty()) return fmt::format("batches of {}: {}", batch_rows, found);
  }
  return "";
}

}  // namespace kijun::oracle
