#include "tests/docs/state_worlds.h"

#include <algorithm>
#include <cctype>

#include "engine/cel/macros.h"

namespace kijun::docs {
namespace {

using cel::Value;
using exec::MemoryCell;
using table::FieldType;

constexpr table::SpaceId kZoneSpace = table::group_space(table::kZoneGroup);

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

MemoryCell number(std::int64_t value) { return exec::answer(Value(value)); }

/// The int whose reciprocal ends in the state: 1 / 1 == 1, 1 / 2 != 1, 1 / 0 errs. An element of 1 or 2 is 4 / 4, 4 / 2.
MemoryCell divisor(char letter) {
  switch (letter) {
    case 'U':
      return exec::kBlankCell;
    case 'N':
      return exec::kNotApplicableCell;
    case 'E':
      return number(0);
    case 'F':
    case '2':
      return number(2);
    case '1':
      return number(4);
    default:
      return number(1);
  }
}

MemoryCell flag(char letter) {
  if (letter == 'U' || letter == 'N') return divisor(letter);
  return exec::answer(Value(letter == 'T'));
}

MemoryCell count(char letter) {
  if (letter == 'U' || letter == 'N') return divisor(letter);
  return number(letter == '2' ? 2 : 1);
}

/// The words of the tables for the fields of one operand, prefixed by what reads them (`m.`).
std::string bool_word(const std::string& name, Operand operand) {
  return operand == Operand::kCell ? name + "_flag" : "(1 / " + name + "_divisor == 1)";
}

std::string int_word(const std::string& name, Operand operand) {
  return operand == Operand::kCell ? name + "_count" : "(4 / " + name + "_divisor)";
}

/// An expression of any type in the state of the operand.
std::string value_word(const std::string& name, const std::string& value) {
  return "(1 / " + name + "_divisor == 1 ? " + value + " : " + value + ")";
}

std::vector<table::Field> operand_fields(const std::string& name) {
  return {exec::field(name + "_divisor", FieldType::kInt), exec::field(name + "_flag", FieldType::kBool),
          exec::field(name + "_count", FieldType::kInt)};
}

std::vector<MemoryCell> operand_cells(char letter) { return {divisor(letter), flag(letter), count(letter)}; }

bool is_cell(char letter) { return letter != 'E'; }

std::vector<std::string> orders_of(std::string letters) {
  std::ranges::sort(letters);
  std::vector<std::string> orders;
  do {
    orders.push_back(letters);
  } while (std::ranges::next_permutation(letters).found);
  return orders;
}

}  // namespace

std::string with_words(std::string_view text, const std::map<std::string, std::string>& words) {
  std::string result;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end == i) {
      if (text[i] == '"') in_string = !in_string;
      result += text[i++];
      continue;
    }
    const std::string word(text.substr(i, end - i));
    const auto found = words.find(word);
    const bool is_prefix = end < text.size() && text[end] == '"';  // r"…", b"…"
    const bool is_name = !in_string && !is_prefix && (i == 0 || text[i - 1] != '.');
    result += found != words.end() && is_name ? found->second : word;
    i = end;
  }
  return result;
}

PairWorld::PairWorld(std::string letters_of_a, std::string letters_of_b)
    : letters_of_a_(std::move(letters_of_a)), letters_of_b_(std::move(letters_of_b)) {
  std::vector<table::Field> fields = operand_fields("a");
  for (table::Field& field : operand_fields("b")) fields.push_back(std::move(field));
  survey_.vocabulary = table::Vocabulary("test", {}, std::move(fields));
  for (const char a : letters_of_a_) {
    for (const char b : letters_of_b_) {
      std::vector<MemoryCell> cells = operand_cells(a);
      for (MemoryCell& cell : operand_cells(b)) cells.push_back(std::move(cell));
      survey_.rows.push_back(exec::town(static_cast<std::uint32_t>(survey_.rows.size()), std::move(cells)));
    }
  }
  survey_.finish();
}

std::vector<std::vector<std::string>> PairWorld::results(const std::string& text, Operand operand) {
  const bool bools = letters_of_a_.find('T') != std::string::npos;
  const auto word = bools ? bool_word : int_word;
  const std::string expression = with_words(text, {{"a", word("a", operand)},
                                                   {"b", word("b", operand)},
                                                   {"list", value_word("a", "[1]")},
                                                   {"map", value_word("a", "{1: 1}")},
                                                   {"zero", "(b_divisor - 1)"},
                                                   {"one", "b_divisor"},
                                                   {"two", "(b_divisor + 1)"},
                                                   {"o", value_word("a", "optional.of(1)")}});
  exec::Expressions expressions(survey_);
  const auto all = exec::all_results(survey_, expressions, expression, table::kRecordSpace, "record");
  std::vector<std::vector<std::string>> results;
  for (std::size_t i = 0; i < letters_of_a_.size(); ++i) {
    results.emplace_back();
    for (std::size_t j = 0; j < letters_of_b_.size(); ++j) {
      const bool shown = operand == Operand::kComputed || (is_cell(letters_of_a_[i]) && is_cell(letters_of_b_[j]));
      const std::size_t row = i * letters_of_b_.size() + j;
      results.back().push_back(shown && row < all.size() ? all[row] : "");
    }
  }
  return results;
}

ZoneWorld::ZoneWorld(std::vector<std::string> zones) : zones_(std::move(zones)) {}

std::vector<std::string> ZoneWorld::results(const std::string& text, Operand operand) {
  exec::MemorySurvey survey;
  survey.vocabulary = table::Vocabulary("test", {}, operand_fields("town"));
  survey.groups_by_kind.resize(1);
  std::vector<std::size_t> zone_of_group;
  for (std::size_t zone = 0; zone < zones_.size(); ++zone) {
    if (operand == Operand::kCell && !std::ranges::all_of(zones_[zone], is_cell)) continue;
    for (const std::string& order : orders_of(zones_[zone])) {
      std::vector<std::uint32_t> members;
      for (const char letter : order) {
        members.push_back(static_cast<std::uint32_t>(survey.rows.size()));
        survey.rows.push_back(exec::town(members.back(), operand_cells(letter)));
      }
      const std::string code = "z" + std::to_string(zone_of_group.size());
      survey.groups_by_kind[0].push_back({{"zone", code, {code, code}}, members, {}, {}, {}});
      zone_of_group.push_back(zone);
    }
  }
  survey.finish();
  std::map<std::string, std::string> words{
      {"p", operand == Operand::kCell ? "m.town_flag" : "(1 / m.town_divisor == 1)"},
      {"v", operand == Operand::kCell ? "m.town_count" : "(4 / m.town_divisor)"}};
  for (const std::string_view macro : cel::macro_names(true))
    words.emplace(macro, "zone.members." + std::string(macro));
  const std::string expression = with_words(text, words);
  exec::Expressions expressions(survey);
  const auto all = exec::all_results(survey, expressions, expression, kZoneSpace, "record");
  std::vector<std::string> results(zones_.size());
  for (std::size_t group = 0; group < all.size(); ++group) {
    std::string& result = results[zone_of_group[group]];
    EXPECT_TRUE(result.empty() || result == all[group])
        << expression << " over " << zones_[zone_of_group[group]] << " depends on the order of the members";
    result = all[group];
  }
  return results;
}

std::string result_for_reason(const std::string& text, table::MissingReason reason) {
  exec::MemorySurvey survey;
  survey.vocabulary = table::Vocabulary("test", {}, {exec::field("x", FieldType::kInt)});
  survey.rows.push_back(exec::town(0, {exec::no_answer(reason)}));
  exec::MemoryRow earlier = exec::town(0, {number(1)});
  earlier.absent = reason;
  survey.earlier_years.push_back({2017, {earlier}});
  if (reason == table::MissingReason::kNoSurvey) survey.earlier_years.clear();
  survey.finish();
  exec::Expressions expressions(survey);
  return exec::results(survey, expressions, text);
}

}  // namespace kijun::docs
