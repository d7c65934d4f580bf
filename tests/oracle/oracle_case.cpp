#include "tests/oracle/oracle_case.h"

#include "tests/oracle/expression_generator.h"
#include "tests/oracle/survey_generator.h"

namespace kijun::oracle {
namespace {

using cel::Value;
using exec::Expressions;

constexpr int kDepth = 4;
constexpr int kConditionDepth = 2;
constexpr std::size_t kSurveyTape = 60000;

std::unique_ptr<Expressions> with_params(const exec::MemorySurvey& survey) {
  auto expressions = std::make_unique<Expressions>(survey);
  expressions->add_param("limit", cel::Type::of(cel::TypeKind::kInt), Value(std::int64_t{2}));
  expressions->add_param("year", cel::Type::of(cel::TypeKind::kInt), Value(std::int64_t{2016}));
  expressions->add_param("deadline", cel::Type::of(cel::TypeKind::kDate), Value(*Date::from_ymd(2019, 3, 31)));
  return expressions;
}

/// Adds a condition whose text checks: generated ones are tried until one does.
void add_condition(OracleCase& made, Expressions& expressions, Choices& choices, const std::string& id,
                   table::SpaceId space) {
  std::string text;
  do {
    text = ExpressionGenerator(choices, space, {}, {}, 1).boolean(kConditionDepth);
  } while (expressions.check(text, space) == nullptr);
  expressions.add_condition(id, text, space);
  made.conditions.push_back({id, space, "record", text});
}

std::string rule_text(Choices& choices, table::SpaceId space, const exec::MemorySurvey& survey) {
  constexpr std::size_t kFewRows = 20;
  ExpressionGenerator generator(choices, space, {"row_condition"}, {"zone_condition"},
                                survey.rows.size() <= kFewRows ? 2 : 1);
  const ValueType type =
      choices.of(std::vector{ValueType::kBool, ValueType::kBool, ValueType::kBool, ValueType::kInt, ValueType::kReal,
                             ValueType::kText, ValueType::kDate, ValueType::kDecimal});
  return generator.value(type, kDepth);
}

}  // namespace

OracleCase OracleCase::copy() const {
  OracleCase other{property, std::make_unique<exec::MemorySurvey>(*survey), conditions, rules};
  other.survey->finish();
  return other;
}

std::unique_ptr<Expressions> prepare(const OracleCase& made) {
  auto expressions = with_params(*made.survey);
  for (const OracleText& condition : made.conditions) {
    if (expressions->check(condition.text, condition.space, condition.kind) == nullptr) return nullptr;
    expressions->add_condition(condition.id, condition.text, condition.space);
  }
  for (const OracleText& rule : made.rules)
    if (!expressions->add_root(rule.text, rule.space, rule.kind)) return nullptr;
  return expressions;
}

OracleCase generate_evaluator_survey(std::uint32_t seed) {
  OracleCase made;
  made.property = "evaluators";
  Choices choices = seeded_choices(seed, kSurveyTape);
  made.survey = generate_survey(choices);
  const auto expressions = with_params(*made.survey);
  add_condition(made, *expressions, choices, "row_condition", table::kRecordSpace);
  add_condition(made, *expressions, choices, "zone_condition", table::group_space(table::kZoneGroup));
  return made;
}

std::vector<OracleText> generate_rules(const OracleCase& over, Choices& choices, std::size_t count) {
  const auto expressions = prepare(over);
  const std::vector<table::SpaceId> spaces{table::kRecordSpace,
                                           table::kRecordSpace,
                                           table::kRecordSpace,
                                           table::group_space(table::kZoneGroup),
                                           table::group_space(table::kBodyGroup),
                                           table::group_space(table::kSurveyGroup)};
  std::vector<OracleText> rules;
  for (std::size_t i = 0; i < count; ++i) {
    const table::SpaceId space = choices.of(spaces);
    const std::string kind =
        space == table::kRecordSpace ? choices.of({"record", "municipality", "prefecture"}) : "record";
    const std::string text = rule_text(choices, space, *over.survey);
    if (expressions->check(text, space, kind) != nullptr) rules.push_back({"", space, kind, text});
  }
  return rules;
}

OracleCase generate_evaluator_case(std::uint32_t seed, Choices& choices) {
  constexpr std::size_t kNumRules = 6;
  OracleCase made = generate_evaluator_survey(seed);
  made.rules = generate_rules(made, choices, kNumRules);
  return made;
}

}  // namespace kijun::oracle
