#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include "tests/oracle/expression_generator.h"
#include "tests/oracle/survey_generator.h"
#include "tests/unit/exec/exec_fixture.h"

// The naive evaluator against the columnar one: a generated survey and a handful of generated expressions, compiled
// together so that they share instructions, for every subject and at every batch size. Parser and checker are the same
// for both. RapidCheck prints the configuration that reproduces a failure (environment variable RC_PARAMS); the
// smallest failing case is also written as text to the directory for temporary files.

namespace kijun::oracle {
namespace {

using cel::Value;
using exec::Expressions;
using exec::MemorySurvey;
using exec::Root;
using exec::RootIndex;

constexpr std::size_t kNumExpressions = 6;
constexpr int kDepth = 4;
constexpr std::size_t kSurveyTape = 60000;

/// A survey with declared names and the roots whose texts checked.
struct Case {
  std::unique_ptr<MemorySurvey> survey;
  std::unique_ptr<Expressions> expressions;
  std::vector<std::string> texts;
  std::vector<std::string> condition_texts;
  std::size_t num_refused = 0;
};

/// Declares a condition whose text checks: generated ones are tried until one does.
void declare_condition(Case& made, Choices& choices, const std::string& id, table::SpaceId space) {
  std::string text;
  do {
    text = ExpressionGenerator(choices, space, {}, {}).boolean(2);
  } while (made.expressions->check(text, space) == nullptr);
  made.expressions->add_condition(id, text, space);
  made.condition_texts.push_back(id + " = " + text);
}

void declare(Case& made, Choices& choices) {
  Expressions& expressions = *made.expressions;
  expressions.add_param("limit", cel::Type::of(cel::TypeKind::kInt), Value(std::int64_t{2}));
  expressions.add_param("year", cel::Type::of(cel::TypeKind::kInt), Value(std::int64_t{2016}));
  expressions.add_param("deadline", cel::Type::of(cel::TypeKind::kDate), Value(*Date::from_ymd(2019, 3, 31)));
  declare_condition(made, choices, "row_condition", table::kRecordSpace);
  declare_condition(made, choices, "zone_condition", table::group_space(table::kZoneGroup));
}

std::string expression(Choices& choices, table::SpaceId space) {
  ExpressionGenerator generator(choices, space, {"row_condition"}, {"zone_condition"});
  switch (choices.below(7)) {
    case 0:
    case 1:
    case 2:
      return generator.boolean(kDepth);
    case 3:
      return generator.integer(kDepth);
    case 4:
      return generator.real(kDepth);
    case 5:
      return generator.text(kDepth);
    default:
      return generator.date(kDepth);
  }
}

Case make_case(std::uint32_t seed, Choices& choices) {
  Case made;
  Choices survey_choices = seeded_choices(seed, kSurveyTape);
  made.survey = generate_survey(survey_choices);
  made.expressions = std::make_unique<Expressions>(*made.survey);
  declare(made, survey_choices);
  const std::vector<table::SpaceId> spaces{table::kRecordSpace, table::kRecordSpace,
                                           table::group_space(table::kZoneGroup), table::group_space(table::kBodyGroup),
                                           table::group_space(table::kSurveyGroup)};
  for (std::size_t i = 0; i < kNumExpressions; ++i) {
    const table::SpaceId space = choices.of(spaces);
    const std::string text = expression(choices, space);
    if (made.expressions->add_root(text, space)) {
      made.texts.push_back(fmt::format("space {}: {}", space, text));
    } else {
      ++made.num_refused;
    }
  }
  return made;
}

/// What the naive evaluator says of every subject of every root.
using Expected = std::vector<std::vector<std::string>>;

Expected naive_results(const Case& made, const exec::Execution& sizes) {
  Expected expected;
  for (RootIndex root = 0; root < made.expressions->roots().size(); ++root) {
    auto& texts = expected.emplace_back();
    for (std::uint32_t subject = 0; subject < sizes.num_subjects(root); ++subject) {
      texts.push_back(exec::result_text(made.expressions->naive(made.expressions->roots()[root], subject)));
    }
  }
  return expected;
}

/// The first difference between the evaluators, or nothing.
std::string difference(const Case& made, const exec::Execution& execution, const Expected& expected) {
  for (RootIndex root = 0; root < expected.size(); ++root) {
    for (std::uint32_t subject = 0; subject < expected[root].size(); ++subject) {
      const std::string got = exec::result_text(execution.column(root).value_at(subject));
      if (got == expected[root][subject]) continue;
      return fmt::format("{}\nsubject {}: naive {}, columnar {}", made.texts[root], subject, expected[root][subject],
                         got);
    }
  }
  return "";
}

void save(const Case& made, std::uint32_t seed, const std::string& found) {
  const auto path = std::filesystem::temp_directory_path() / "kijun_oracle_failure.txt";
  std::ofstream file(path);
  file << "survey seed " << seed << "\n" << found << "\n\n";
  for (const std::string& text : made.condition_texts) file << text << "\n";
  for (const std::string& text : made.texts) file << text << "\n";
  file << "\n" << survey_text(*made.survey);
}

void compare_evaluators(std::uint32_t seed, const std::vector<std::uint32_t>& tape) {
  Choices choices(tape);
  const Case made = make_case(seed, choices);
  const exec::Program program = made.expressions->program();
  const cel::EvalContext context = made.expressions->context();
  Expected expected;
  for (const std::uint32_t batch_rows : exec::kBatchSizes) {
    exec::Execution execution(program, *made.survey, context, {batch_rows});
    exec::MemorySource source(*made.survey);
    RC_ASSERT(execution.run(source).has_value());
    if (expected.empty()) expected = naive_results(made, execution);
    const std::string found = difference(made, execution, expected);
    if (!found.empty()) save(made, seed, fmt::format("batches of {}: {}", batch_rows, found));
    if (!found.empty()) RC_FAIL(fmt::format("survey seed {}, batches of {}: {}", seed, batch_rows, found));
  }
  for (std::size_t i = 0; i < made.num_refused; ++i) RC_TAG(std::string("refused by the checker"));
}

/// Two executions over a part of the rows each give what one gives.
void compare_merged(std::uint32_t seed, const std::vector<std::uint32_t>& tape) {
  Choices choices(tape);
  const Case made = make_case(seed, choices);
  const exec::Program program = made.expressions->program();
  const cel::EvalContext context = made.expressions->context();
  exec::Execution first(program, *made.survey, context, {2});
  exec::Execution second(program, *made.survey, context, {64});
  const std::uint32_t middle = made.survey->num_rows() / 3;
  exec::MemorySource head(*made.survey, 0, middle);
  exec::MemorySource tail(*made.survey, middle, made.survey->num_rows());
  RC_ASSERT(first.stream(head).has_value());
  RC_ASSERT(second.stream(tail).has_value());
  first.merge(second);
  first.finish();
  const std::string found = difference(made, first, naive_results(made, first));
  if (!found.empty()) save(made, seed, "merged: " + found);
  if (!found.empty()) RC_FAIL(fmt::format("survey seed {}, merged: {}", seed, found));
}

/// A short run unless RC_PARAMS says otherwise, as the long test does.
class ShortRun : public testing::Environment {
 public:
  void SetUp() override { setenv("RC_PARAMS", "max_success=25", 0); }
};
[[maybe_unused]] const testing::Environment* const kShortRun = testing::AddGlobalTestEnvironment(new ShortRun);

rc::Gen<std::vector<std::uint32_t>> tapes() {
  return rc::gen::resize(400, rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 5040)));
}

TEST(OracleTest, EvaluatorsAgreeOnEverySubjectWhateverTheBatches) {
  EXPECT_TRUE(rc::check("naive and columnar agree",
                        [] { compare_evaluators(*rc::gen::noShrink(rc::gen::arbitrary<std::uint32_t>()), *tapes()); }));
}

TEST(OracleTest, MergedExecutionsAgreeWithTheNaiveEvaluator) {
  EXPECT_TRUE(rc::check("merged executions agree",
                        [] { compare_merged(*rc::gen::noShrink(rc::gen::arbitrary<std::uint32_t>()), *tapes()); }));
}

}  // namespace
}  // namespace kijun::oracle
