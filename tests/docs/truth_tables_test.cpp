// Holds both evaluators to docs/truth-tables.md. What kind of table it is stands in its first header cell:
//   `expression over a and b`   states of a by row, of b by column
//   expression                  one expression a row, states of its operand by column; or its value
//   members, elements           one zone a row, one expression a column
//   reason                      one missing reason a row
//   `when` \ `require`          states of the clauses, the outcome of the rule
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/audit/outcome.h"
#include "engine/cel/macros.h"
#include "engine/table/missing.h"
#include "tests/docs/markdown.h"
#include "tests/docs/state_worlds.h"

namespace kijun::docs {
namespace {

constexpr const char* kPage = "docs/truth-tables.md";
constexpr Operand kOperands[] = {Operand::kComputed, Operand::kCell};

enum class Shape { kLegend, kPair, kStrict, kStates, kValues, kZones, kReasons, kOutcomes, kUnread };

Shape shape_of(const Table& table) {
  const std::string& first = table.header.front();
  if (first == "記号") return Shape::kLegend;
  if (first.find('\\') != std::string::npos) return Shape::kOutcomes;
  if (first.find("∘") != std::string::npos) return Shape::kStrict;
  if (first.starts_with("`")) return Shape::kPair;
  if (first.ends_with("expression")) return table.header.size() == 2 ? Shape::kValues : Shape::kStates;
  if (first.ends_with("members") || first.ends_with("elements")) return Shape::kZones;
  return first.ends_with("reason") ? Shape::kReasons : Shape::kUnread;
}

std::vector<Table> tables_of_shape(Shape shape) {
  std::vector<Table> tables = tables_of(kPage);
  std::erase_if(tables, [&](const Table& table) { return shape_of(table) != shape; });
  EXPECT_FALSE(tables.empty());
  return tables;
}

/// The letters of a header behind its first cell.
std::string letters_of(const std::vector<std::string>& header) {
  std::string letters;
  for (std::size_t i = 1; i < header.size(); ++i) letters += header[i];
  return letters;
}

/// A cell of the page as the evaluators' results are written.
std::string result_of(std::string_view cell) {
  const std::string text = plain(cell);
  if (text == "true") return "T";
  return text == "false" ? "F" : text;
}

/// Whether a result is what the cell says; a V stands for any value.
bool agrees(std::string_view cell, const std::string& result) {
  if (cell == "V") return result != "U" && result != "E" && result != "N";
  return result_of(cell) == result;
}

std::string place(const Table& table, std::size_t row) {
  return std::string(kPage) + ":" + std::to_string(table.line + 2 + row) + " ";
}

TEST(TruthTablesTest, ReadsEveryTableOfThePage) {
  for (const Table& table : tables_of(kPage)) {
    EXPECT_NE(shape_of(table), Shape::kUnread) << kPage << ":" << table.line;
    EXPECT_FALSE(table.rows.empty()) << kPage << ":" << table.line;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      EXPECT_EQ(table.rows[row].size(), table.header.size()) << place(table, row);
  }
}

TEST(TruthTablesTest, NamesEveryMacroOfTheLanguage) {
  const std::string page = page_text(kPage);
  for (const std::string_view macro : cel::macro_names(true))
    EXPECT_NE(page.find("." + std::string(macro) + "("), std::string::npos) << macro;
}

TEST(TruthTablesTest, HoldsForPairsOfOperands) {
  for (const Table& table : tables_of_shape(Shape::kPair)) {
    const std::string columns = letters_of(table.header);
    std::string rows;
    for (const auto& row : table.rows) rows += row.front();
    EXPECT_EQ(rows, columns) << kPage << ":" << table.line;
    const std::string text = code_spans(table.header.front()).at(0);
    for (const Operand operand : kOperands) {
      const auto results = PairWorld(rows, columns).results(text, operand);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < columns.size(); ++j) {
          if (results[i][j].empty()) continue;
          EXPECT_TRUE(agrees(table.rows[i][j + 1], results[i][j]))
              << place(table, i) << text << " for " << rows[i] << " and " << columns[j] << ": " << results[i][j];
        }
      }
    }
  }
}

TEST(TruthTablesTest, HoldsForExpressionsOverStates) {
  for (const Table& table : tables_of_shape(Shape::kStates)) {
    const std::string letters = letters_of(table.header);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const std::string text = code_spans(table.rows[row].front()).at(0);
      for (const Operand operand : kOperands) {
        const auto results = PairWorld(letters, "V").results(text, operand);
        for (std::size_t i = 0; i < letters.size(); ++i) {
          if (results[i][0].empty()) continue;
          EXPECT_TRUE(agrees(table.rows[row][i + 1], results[i][0]))
              << place(table, row) << text << " for " << letters[i] << ": " << results[i][0];
        }
      }
    }
  }
}

TEST(TruthTablesTest, HoldsForValues) {
  for (const Table& table : tables_of_shape(Shape::kValues)) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const std::string text = code_spans(table.rows[row][0]).at(0);
      const std::string result = PairWorld("V", "V").results(text, Operand::kComputed)[0][0];
      EXPECT_TRUE(agrees(table.rows[row][1], result)) << place(table, row) << text << ": " << result;
    }
  }
}

std::string letters_of_zone(const std::string& cell) {
  if (cell == "—") return "";
  std::string letters = cell;
  std::erase(letters, ' ');
  return letters;
}

void expect_column(const Table& table, std::size_t column, ZoneWorld& zones, const std::string& text) {
  for (const Operand operand : kOperands) {
    const bool only_of_cells = text.find("answered(") != std::string::npos;
    if (only_of_cells && operand == Operand::kComputed) continue;
    const auto results = zones.results(text, operand);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (results[row].empty()) continue;
      EXPECT_TRUE(agrees(table.rows[row][column], results[row]))
          << place(table, row) << text << " over " << table.rows[row].front() << ": " << results[row];
    }
  }
}

/// `1–2`: the least and the greatest number that `count(m, p)` can still become.
void expect_bounds(const Table& table, std::size_t column, ZoneWorld& zones) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string& cell = table.rows[row][column];
    const std::string low = cell.substr(0, 1);
    const std::string high = cell.substr(cell.size() - 1);
    const auto result = [&](const std::string& relation) {
      return zones.results("count(m, p) " + relation, Operand::kComputed)[row];
    };
    EXPECT_EQ(result(">= " + low), "T") << place(table, row);
    EXPECT_NE(result("> " + low), "T") << place(table, row);
    EXPECT_EQ(result("<= " + high), "T") << place(table, row);
    EXPECT_NE(result("< " + high), "T") << place(table, row);
  }
}

TEST(TruthTablesTest, HoldsForMembersOfZones) {
  for (const Table& table : tables_of_shape(Shape::kZones)) {
    std::vector<std::string> letters;
    for (const auto& row : table.rows) letters.push_back(letters_of_zone(row.front()));
    ZoneWorld zones(letters);
    for (std::size_t column = 1; column < table.header.size(); ++column) {
      const std::vector<std::string> texts = code_spans(table.header[column]);
      if (texts.empty()) expect_bounds(table, column, zones);
      for (const std::string& text : texts) expect_column(table, column, zones, text);
    }
  }
}

TEST(TruthTablesTest, HasEveryPairOfMembersForQuantifiers) {
  const Table table = tables_of_shape(Shape::kZones).front();
  std::set<std::string> zones;
  for (const auto& row : table.rows) zones.insert(letters_of_zone(row.front()));
  constexpr std::string_view kLetters = "TFUEN";
  EXPECT_TRUE(zones.contains(""));
  for (std::size_t i = 0; i < kLetters.size(); ++i) {
    EXPECT_TRUE(zones.contains({kLetters[i]}));
    for (std::size_t j = i; j < kLetters.size(); ++j) EXPECT_TRUE(zones.contains({kLetters[i], kLetters[j]}));
  }
}

TEST(TruthTablesTest, HoldsForMissingReasons) {
  std::set<std::string> seen;
  for (const Table& table : tables_of_shape(Shape::kReasons)) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const auto& cells = table.rows[row];
      const auto reason = table::parse_reason(plain(cells[0]));
      ASSERT_TRUE(reason.has_value()) << place(table, row);
      seen.insert(cells[0]);
      EXPECT_EQ(table::reason_label(*reason).ja, cells[1]) << place(table, row);
      EXPECT_EQ(table::reason_label(*reason).en, cells[2]) << place(table, row);
      for (const std::size_t column : {3U, 4U})
        EXPECT_EQ(result_for_reason(plain(table.header[column]), *reason), cells[column]) << place(table, row);
      EXPECT_EQ(result_for_reason(plain(table.header[5]), *reason), "\"" + plain(cells[5]) + "\"") << place(table, row);
      EXPECT_EQ(table::asks_question(*reason) ? "yes" : "no", cells[6]) << place(table, row);
    }
  }
  EXPECT_EQ(seen.size(), 9U);  // all but "there is a value" and `empty_group`, which section 8 has
}

cel::State state_of(char letter) {
  switch (letter) {
    case 'T':
      return cel::State::kTrue;
    case 'F':
      return cel::State::kFalse;
    case 'U':
      return cel::State::kUnknown;
    case 'E':
      return cel::State::kError;
    default:
      return cel::State::kNotApplicable;
  }
}

TEST(TruthTablesTest, HoldsForOutcomesOfRules) {
  for (const Table& table : tables_of_shape(Shape::kOutcomes)) {
    const std::string columns = letters_of(table.header);
    const bool by_when = table.header.front().starts_with("`when`");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const cel::State clause = state_of(table.rows[row].front().front());
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const cel::State require = state_of(columns[i]);
        const audit::Decision decision = by_when ? audit::decide(clause, cel::State::kTrue, require)
                                                 : audit::decide(cel::State::kTrue, clause, require);
        EXPECT_EQ(audit::outcome_id(decision.outcome), plain(table.rows[row][i + 1]))
            << place(table, row) << columns[i];
      }
    }
  }
}

}  // namespace
}  // namespace kijun::docs
