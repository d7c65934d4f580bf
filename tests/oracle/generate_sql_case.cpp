
#include <cmath>

#include "engine/base/assert.h"
#include "tests/oracle/sql_difference.h"
#include "tests/oracle/sql_translation.h"
#include "tests/oracle/survey_generator.h"
#include "tests/oracle/written.h"

// Rules about records in the subset that SQLite can express, and surveys without numbers it cannot hold.

namespace kijun::oracle {
namespace {

constexpr std::size_t kNumRules = 12;
constexpr int kSqlDepth = 4;
constexpr std::size_t kSurveyTape = 60000;

class RowRuleGenerator {
 public:
  explicit RowRuleGenerator(Choices& choices) : choices_(choices) {}

  std::string boolean(int depth) {
    if (depth <= 0) return field("b");
    switch (choices_.below(13)) {
      case 0:
        return field("b");
      case 1:
        return Written{"({} && {})", boolean(depth - 1), boolean(depth - 1)};
      case 2:
        return Written{"({} || {})", boolean(depth - 1), boolean(depth - 1)};
      case 3:
        return Written{"!({})", boolean(depth - 1)};
      case 4:
        return Written{"({} ? {} : {})", boolean(depth - 1), boolean(depth - 1), boolean(depth - 1)};
      case 5:
        return Written{"({}) {} ({})", boolean(depth - 1), relation(), boolean(depth - 1)};
      case 6:
        return comparison(depth);
      case 7:
        return enum_test();
      case 8:
        return text_test(depth);
      case 9:
        return cell_test();
      case 10:
        return Written{"{} in [{}, 2, {}]", integer(depth - 1), integer(depth - 1), integer(depth - 1)};
      case 11:
        return list_test(depth);
      default:
        return Written{"{} in ['a', '設置予定', {}]", text(depth - 1), text(depth - 1)};
    }
  }

 private:
  std::string relation() { return choices_.of({"==", "!=", "<", "<=", ">", ">="}); }

  std::string field(const char* letter) {
    const char* number = choices_.one_in(2) && letter[0] != 's' && letter[0] != 'd' ? "1" : "0";
    switch (choices_.below(6)) {
      case 4:
        return Written{"zone.z{}{}", letter, number};
      case 5:
        return Written{"previous.{}{}", letter, number};
      default:
        return Written{"{}{}", letter, number};
    }
  }

  std::string own_cell() { return choices_.of({"b0", "i0", "x0", "d0", "s0", "e0"}); }

  std::string comparison(int depth) {
    const std::string op = relation();
    switch (choices_.below(4)) {
      case 0:
        return Written{"{} {} {}", real(depth - 1), op, real(depth - 1)};
      case 1:
        return Written{"{} {} {}", text(depth - 1), op, text(depth - 1)};
      case 2:
        return Written{"{} {} {}", date(depth - 1), op, date(depth - 1)};
      default:
        return Written{"{} {} {}", integer(depth - 1), op, integer(depth - 1)};
    }
  }

  /// Whether a field is ordered the survey knows; a rule that orders others does not check and is not kept.
  std::string enum_test() {
    switch (choices_.below(3)) {
      case 0:
        return Written{"{} {} '{}'", field("e"), relation(), choices_.of({"p", "q"})};
      case 1:
        return Written{"'{}' {} {}", choices_.of({"p", "q"}), relation(), field("e")};
      default:
        return Written{"{} in ['q', 'p']", field("e")};
    }
  }

  std::string text_test(int depth) {
    const std::string left = text(depth - 1);
    const std::string right = text(depth - 1);
    return Written{"({}).{}({})", left, choices_.of({"contains", "startsWith", "endsWith"}), right};
  }

  std::string cell_test() {
    switch (choices_.below(3)) {
      case 0:
        return Written{"answered({})", own_cell()};
      case 1:
        return Written{"missing_reason({}) == '{}'", own_cell(), choices_.of({"blank", "withheld", ""})};
      default:
        return Written{"raw({}) == '{}'", own_cell(), choices_.of({"", "○", "a"})};
    }
  }

  std::string list_test(int depth) {
    const std::string first = integer(depth - 1);
    const std::string second = integer(depth - 1);
    const std::string variable = Written{"x{}", variables_.size()};
    variables_.push_back(variable);
    const std::string body = boolean(depth - 1);
    variables_.pop_back();
    if (choices_.one_in(3)) return Written{"cel.bind({}, {}, {})", variable, first, body};
    return Written{"[{}, {}].{}({}, {})", first, second, choices_.of({"exists", "all"}), variable, body};
  }

  std::string integer(int depth) {
    if (!variables_.empty() && choices_.one_in(2)) return choices_.of(variables_);
    if (depth <= 0)
      return choices_.one_in(3) ? choices_.of({"1", "0", "-3", "params.limit", "fiscal_year"}) : field("i");
    switch (choices_.below(8)) {
      case 0:
        return field("i");
      case 1:
      case 2:
        return Written{"({} {} {})", integer(depth - 1), choices_.of({"+", "-", "*", "/", "%"}), integer(depth - 1)};
      case 3:
        return Written{"-({})", integer(depth - 1)};
      case 4:
        return Written{"size({})", text(depth - 1)};
      case 5:
        return date_number(depth);
      case 6:
        return Written{"math.{}({}, {})", choices_.of({"greatest", "least"}), integer(depth - 1), integer(depth - 1)};
      default:
        return Written{"({} ? {} : {})", boolean(depth - 1), integer(depth - 1), integer(depth - 1)};
    }
  }

  std::string date_number(int depth) {
    switch (choices_.below(3)) {
      case 0:
        return Written{"({}).{}()", date(depth - 1), choices_.of({"year", "month", "day"})};
      case 1:
        return Written{"fiscal_year({})", date(depth - 1)};
      default:
        return Written{"({} - {})", date(depth - 1), date(depth - 1)};
    }
  }

  std::string real(int depth) {
    if (depth <= 0) return choices_.one_in(3) ? choices_.of({"0.5", "1.0", "-2.5"}) : field("x");
    switch (choices_.below(4)) {
      case 0:
        return field("x");
      case 1:
        return Written{"({} {} {})", real(depth - 1), choices_.of({"+", "-", "*"}), real(depth - 1)};
      case 2:
        return Written{"double({})", integer(depth - 1)};
      default:
        return Written{"({} ? {} : {})", boolean(depth - 1), real(depth - 1), real(depth - 1)};
    }
  }

  std::string text(int depth) {
    if (depth <= 0) return choices_.one_in(3) ? choices_.of({"'a'", "''", "'設置予定'"}) : field("s");
    switch (choices_.below(7)) {
      case 0:
        return field("s");
      case 1:
        return choices_.of({"code", "kind"});
      case 2:
        return Written{"raw({})", own_cell()};
      case 3:
        return Written{"({} + {})", text(depth - 1), text(depth - 1)};
      case 4:
        return Written{"({}).{}()", text(depth - 1), choices_.of({"lowerAscii", "upperAscii"})};
      case 5:
        return Written{"string({})", integer(depth - 1)};
      default:
        return Written{"({} ? {} : {})", boolean(depth - 1), text(depth - 1), text(depth - 1)};
    }
  }

  std::string date(int depth) {
    if (depth <= 0)
      return choices_.one_in(3) ? choices_.of({"as_of", "params.deadline", "date('2020-02-29')"}) : field("d");
    switch (choices_.below(3)) {
      case 0:
        return field("d");
      case 1:
        return Written{"{}.addDays({})", date(depth - 1), choices_.of({"1", "-1", "365", "-40000"})};
      default:
        return Written{"({} ? {} : {})", boolean(depth - 1), date(depth - 1), date(depth - 1)};
    }
  }

  Choices& choices_;
  std::vector<std::string> variables_;
};

/// SQLite has no NaN, and turns what overflows into it.
void tame_doubles(std::vector<exec::MemoryCell>& cells) {
  constexpr double kLargest = 1e20;
  for (exec::MemoryCell& cell : cells) {
    const auto* real = cell.value.as<double>();
    if (real != nullptr && !(std::abs(*real) <= kLargest)) cell.value = cel::Value(12.25);
  }
}

}  // namespace

OracleCase generate_sql_case(std::uint32_t seed, Choices& choices) {
  OracleCase made;
  made.property = "sql";
  Choices survey_choices = seeded_choices(seed, kSurveyTape);
  made.survey = generate_survey(survey_choices);
  for (exec::MemoryRow& row : made.survey->rows) tame_doubles(row.cells);
  for (exec::MemoryGroup& zone : made.survey->groups_by_kind[table::kZoneGroup]) tame_doubles(zone.cells);
  for (exec::MemoryYear& year : made.survey->earlier_years)
    for (exec::MemoryRow& row : year.rows) tame_doubles(row.cells);
  const auto expressions = prepare(made);
  for (std::size_t i = 0; i < kNumRules; ++i) {
    const std::string text = RowRuleGenerator(choices).boolean(kSqlDepth);
    const cel::CheckedExpr* expr = expressions->check(text);
    if (expr == nullptr) continue;
    KIJUN_ASSERT(sql_of(*expr, made.survey->vocabulary).has_value());
    made.rules.push_back({"", table::kRecordSpace, "record", text});
  }
  return made;
}

}  // namespace kijun::oracle
