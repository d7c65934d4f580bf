#include "tests/oracle/evaluator_difference.h"

#include <fmt/format.h>

#include "engine/base/assert.h"
#include "engine/exec/execution.h"
#include "tests/oracle/coded_source.h"
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

}  // namespace

std::string evaluator_difference(const OracleCase& made) {
  const auto expressions = prepare(made);
  if (expressions == nullptr) return "";
  const exec::Program program = expressions->program();
  const cel::EvalContext context = expressions->context();
  std::vector<Expected> expected;
  for (const exec::ExecutionOptions& options : exec::kBatchings) {
    for (const bool coded : {false, true}) {
      Execution execution(program, *made.survey, context, options);
      KIJUN_ASSERT(execution.run(coded ? coded_sources_of(*made.survey) : exec::sources_of(*made.survey)).has_value());
      if (expected.empty()) expected = naive_results(*expressions, execution);
      const std::string found = difference(made, execution, expected);
      if (found.empty()) continue;
      return fmt::format("batches of {} on {} threads, texts {}: {}", options.batch_rows, options.threads,
                         coded ? "coded" : "plain", found);
    }
  }
  return "";
}

}  // namespace kijun::oracle
