#include "engine/exec/execution.h"

#include "tests/unit/exec/exec_fixture.h"

namespace kijun::exec {
namespace {

using cel::State;
using cel::Value;
using table::FieldType;
using table::MissingReason;

/// A hundred towns and the prefecture in two zones by parity; `n` is the row, blank for every seventh; `s` its text.
class ExecutionTest : public testing::Test {
 protected:
  static constexpr std::uint32_t kNumRows = 101;

  ExecutionTest() {
    survey_.vocabulary = table::Vocabulary("test", {},
                                           {field("n", FieldType::kInt), field("x", FieldType::kDouble),
                                            field("s", FieldType::kString), field("d", FieldType::kDate)});
    survey_.groups_by_kind.resize(3);
    survey_.groups_by_kind[0] = {{{"zone", "even", {"偶", "even"}}, {}, {}, {}, {}},
                                 {{"zone", "odd", {"奇", "odd"}}, {}, {}, {}, {}}};
    for (std::uint32_t row = 0; row < kNumRows; ++row) {
      const MemoryCell n = row % 7 == 3 ? kBlankCell : answer(Value(std::int64_t{row}));
      survey_.rows.push_back(
          town(row, {n, answer(Value(0.1 * row)), answer(Value(std::string(row % 2 == 0 ? "偶" : "奇"))),
                     answer(Value(*Date::from_days(row)))}));
      if (row + 1 < kNumRows) survey_.groups_by_kind[0][row % 2].members.push_back(row);
    }
    survey_.rows.back().name.kind = "prefecture";
    survey_.finish();
  }
  RootIndex root(const std::string& text, table::SpaceId space = table::kRecordSpace,
                 const std::string& kind = "record") {
    EXPECT_TRUE(expressions_.add_root(text, space, kind)) << text << ": " << expressions_.problems();
    return static_cast<RootIndex>(expressions_.roots().size() - 1);
  }
  /// The results of the first four rows, by kernels alone.
  std::string first_four(const std::string& text) {
    const std::string all = results(survey_, expressions_, text);
    EXPECT_EQ(expressions_.num_fallback_nodes(), 0U) << text;
    std::size_t end = 0;
    for (int i = 0; i < 4; ++i) end = all.find(' ', end + 1);
    return all.substr(0, end);
  }

  MemorySurvey survey_;
  Expressions expressions_{survey_};
};

TEST_F(ExecutionTest, GivesTypedColumnsWithTheirValues) {
  const RootIndex deadline = root("d.addDays(1)");
  const RootIndex key = root("zone.id + s");
  const RootIndex number = root("n + 1");
  const RootIndex total = root("zone.members.sum(m, m.x) > 0.0", table::group_space(0));
  const Program program = expressions_.program();
  const cel::EvalContext context = expressions_.context();
  Execution execution(program, survey_, context, {10});
  ASSERT_TRUE(execution.run(sources_of(survey_)).has_value());
  EXPECT_EQ(execution.column(deadline).date_at(99).days(), 100);
  EXPECT_EQ(execution.column(key).string_at(99), "odd奇");
  EXPECT_EQ(execution.state(key, 100), State::kNotApplicable);
  EXPECT_EQ(execution.column(number).int_at(50), 51);
  EXPECT_EQ(execution.state(number, 3), State::kUnknown);
  EXPECT_EQ(execution.num_subjects(total), 2U);
  EXPECT_EQ(execution.state(total, 1), State::kTrue);
}

TEST_F(ExecutionTest, AsksOnlyTheKindOfARoot) {
  const RootIndex towns = root("true", table::kRecordSpace, "municipality");
  const RootIndex prefecture = root("true", table::kRecordSpace, "prefecture");
  const RootIndex everybody = root("true");
  const Program program = expressions_.program();
  const cel::EvalContext context = expressions_.context();
  Execution execution(program, survey_, context, {64});
  ASSERT_TRUE(execution.run(sources_of(survey_)).has_value());
  EXPECT_EQ(execution.state(towns, 0), State::kTrue);
  EXPECT_EQ(execution.state(towns, 100), State::kNotApplicable);
  EXPECT_FALSE(execution.covers(prefecture, 0));
  EXPECT_EQ(execution.state(prefecture, 100), State::kTrue);
  EXPECT_TRUE(execution.covers(everybody, 0));
  EXPECT_TRUE(execution.covers(everybody, 100));
}

TEST_F(ExecutionTest, GivesTheSameOnAnyNumberOfThreads) {
  root("n > 50");
  root("s == \"偶\" ? x : -x");
  root("s + zone.name");
  root("n == zone.members.filter(m, answered(m.n)).max(m, m.n)");
  root("zone.members.sum(m, m.x)", table::group_space(0));
  root("zone.members.filter(m, answered(m.n)).avg(m, m.n)", table::group_space(0));
  root("zone.members.distinct(m, m.s)", table::group_space(0));
  root("zone.members.count(m, m.n > 50) > 30", table::group_space(0));
  const Program program = expressions_.program();
  const cel::EvalContext context = expressions_.context();
  Execution alone(program, survey_, context, {1024, 1});
  ASSERT_TRUE(alone.run(sources_of(survey_)).has_value());
  for (const std::uint32_t threads : {2U, 3U, 64U}) {
    Execution together(program, survey_, context, {7, threads});
    ASSERT_TRUE(together.run(sources_of(survey_)).has_value());
    for (RootIndex index = 0; index < program.num_roots(); ++index) {
      for (std::uint32_t subject = 0; subject < alone.num_subjects(index); ++subject) {
        ASSERT_EQ(result_text(together.column(index).value_at(subject)),
                  result_text(alone.column(index).value_at(subject)))
            << threads << " threads, root " << index << ", subject " << subject;
      }
    }
  }
}

TEST_F(ExecutionTest, KeepsOneSubjectOfAConstantRoot) {
  const RootIndex deadline = root("date(\"2020-03-31\")", table::kRecordSpace, "municipality");
  const RootIndex always = root("fiscal_year == 2018");
  const RootIndex never = root("1 / (fiscal_year - 2018) == 1", table::group_space(0));
  const Program program = expressions_.program();
  const cel::EvalContext context = expressions_.context();
  Execution execution(program, survey_, context, {64});
  ASSERT_TRUE(execution.run(sources_of(survey_)).has_value());
  EXPECT_TRUE(execution.column(deadline).is_constant());
  EXPECT_EQ(execution.num_subjects(deadline), kNumRows);
  EXPECT_EQ(execution.column(always).states().true_word(0), ~StatePlanes::Word{0});
  EXPECT_EQ(execution.column(always).states().true_word(1), (StatePlanes::Word{1} << 37) - 1);
  EXPECT_EQ(execution.column(always).states().false_word(1), 0U);
  EXPECT_EQ(execution.column(deadline).date_at(99), *Date::from_ymd(2020, 3, 31));
  EXPECT_EQ(execution.state(deadline, 100), State::kNotApplicable);
  EXPECT_EQ(execution.state(always, 100), State::kTrue);
  EXPECT_EQ(execution.num_subjects(never), 2U);
  EXPECT_EQ(execution.state(never, 1), State::kError);
}

TEST_F(ExecutionTest, CoversWordByWordWhatItCoversOneByOne) {
  const RootIndex towns = root("n > 1", table::kRecordSpace, "municipality");
  const RootIndex prefecture = root("n > 1", table::kRecordSpace, "prefecture");
  const RootIndex zones = root("true", table::group_space(0));
  const Program program = expressions_.program();
  const cel::EvalContext context = expressions_.context();
  Execution execution(program, survey_, context);
  ASSERT_TRUE(execution.run(sources_of(survey_)).has_value());
  EXPECT_EQ(execution.covered_word(towns, 0), ~StatePlanes::Word{0});
  EXPECT_EQ(execution.covered_word(towns, 1), (StatePlanes::Word{1} << 36) - 1);
  EXPECT_EQ(execution.covered_word(prefecture, 1), StatePlanes::Word{1} << 36);
  EXPECT_EQ(execution.covered_word(zones, 0), 3U);
}

TEST_F(ExecutionTest, KeepsValuesOfAnyTypeWhenARootHasNoVector) {
  const RootIndex list = root("[s, \"x\"]");
  const Program program = expressions_.program();
  EXPECT_EQ(program.num_fallback_nodes(), 1U);
  const cel::EvalContext context = expressions_.context();
  Execution execution(program, survey_, context, {64});
  ASSERT_TRUE(execution.run(sources_of(survey_)).has_value());
  EXPECT_EQ(cel::debug_text(execution.column(list).value_at(1)), "[\"奇\", \"x\"]");
}

TEST_F(ExecutionTest, ReadsParametersAndDatesOfTheRun) {
  expressions_.add_param("limit", cel::Type::of(cel::TypeKind::kInt), Value(std::int64_t{98}));
  expressions_.add_param("nothing", cel::Type::of(cel::TypeKind::kInt), Value(cel::Unknown{}));
  EXPECT_EQ(results(survey_, expressions_, "zone.members.exists(m, m.n > params.limit)", table::group_space(0)), "U T");
  EXPECT_EQ(results(survey_, expressions_, "params.nothing > 1 || fiscal_year == 2018", table::group_space(0)), "T T");
  EXPECT_EQ(results(survey_, expressions_, "params.nothing > 1", table::group_space(0)), "U U");
}

TEST_F(ExecutionTest, ReadsEarlierSurveys) {
  MemoryYear last{2017, survey_.rows};
  last.rows[0].cells[0] = answer(Value(std::int64_t{7}));
  last.rows[1].absent = MissingReason::kNewSubject;
  last.rows[2].absent = MissingReason::kMerged;
  survey_.earlier_years = {last};
  expressions_.add_param("year", cel::Type::of(cel::TypeKind::kInt), Value(std::int64_t{2017}));
  EXPECT_EQ(first_four("previous.n"), "7 N U U");
  EXPECT_EQ(first_four("at(params.year).n"), "7 N U U");
  EXPECT_EQ(first_four("at(2018).n"), "0 1 2 U");
  EXPECT_EQ(first_four("at(2001).n"), "N N N N");
  EXPECT_EQ(first_four("missing_reason(previous.n)"), "\"\" \"new_subject\" \"merged\" \"blank\"");
  EXPECT_EQ(first_four("answered(previous.n)"), "T F F F");
}

TEST_F(ExecutionTest, RunsOverEarlierYears) {
  MemoryYear last{2017, survey_.rows};
  last.rows[0].cells[0] = answer(Value(std::int64_t{7}));
  last.rows[1].absent = MissingReason::kNewSubject;
  last.rows[2].absent = MissingReason::kMerged;
  MemoryYear before{2016, survey_.rows};
  before.rows[0].cells[0] = no_answer(MissingReason::kBlank);
  survey_.earlier_years = {last, before};
  // Rows: 7 then blank; new since; merged since (the list itself is unknown); blank in both.
  EXPECT_EQ(first_four("history.exists(h, h.n == 7)"), "T F U U");
  EXPECT_EQ(first_four("history.exists(h, h.n == 8)"), "U F U U");
  EXPECT_EQ(first_four("history.all(h, h.n == 8)"), "F T U U");
  EXPECT_EQ(first_four("history.exists(h, true)"), "T F U T");
  EXPECT_EQ(first_four("history.exists(h, h.n > n && answered(h.n))"), "T F U F");
  EXPECT_EQ(first_four("history.exists(h, zone.members.exists(m, m.n == h.n + 1))"), "T F U U");
  EXPECT_EQ(first_four("history.all(h, missing_reason(h.n) != \"merged\")"), "T T U T");
}

TEST_F(ExecutionTest, RunsOverNoEarlierYear) {
  EXPECT_EQ(results(survey_, expressions_, "history.exists(h, true)", table::group_space(0)), "F F");
  EXPECT_EQ(results(survey_, expressions_, "history.all(h, false)", table::group_space(0)), "T T");
  EXPECT_EQ(expressions_.num_fallback_nodes(), 0U);
}

TEST_F(ExecutionTest, LeavesWhatReachesBeyondAYearToTheNaiveEvaluator) {
  survey_.earlier_years = {{2017, survey_.rows}};
  (void)results(survey_, expressions_, "history.exists(h, h.zone.members.exists(m, m.n == 1))");
  EXPECT_EQ(expressions_.num_fallback_nodes(), 1U);
}

/// A source that breaks off.
class FailingSource : public table::BlockSource {
 public:
  [[nodiscard]] Result<bool> next(const table::BlockRequest&, std::uint32_t, table::Block&) override {
    return fail("the file ended early", "answers.csv");
  }
};

TEST_F(ExecutionTest, FailsAsItsSourceFails) {
  root("n > 1");
  const Program program = expressions_.program();
  const cel::EvalContext context = expressions_.context();
  Execution execution(program, survey_, context);
  const Status status = execution.run([](std::uint32_t, std::uint32_t) { return std::make_unique<FailingSource>(); });
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(status.error().message, "the file ended early");
}

}  // namespace
}  // namespace kijun::exec
