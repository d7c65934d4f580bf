// The third opinion: rows in a table of SQLite, rules as SQL. It shares parser and checker with the evaluators, and
// nothing of how they evaluate.
#include "tests/oracle/sql_difference.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <string_view>

#include "engine/base/assert.h"
#include "engine/exec/execution.h"
#include "tests/oracle/sql_translation.h"

namespace kijun::oracle {
namespace {

using cel::State;
using cel::Value;
using exec::MemorySurvey;
using table::Field;

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

Database open_database() {
  sqlite3* database = nullptr;
  KIJUN_ASSERT(sqlite3_open(":memory:", &database) == SQLITE_OK);
  return Database(database);
}

/// Null when SQLite refuses the statement.
Statement try_prepare(const Database& database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) return nullptr;
  return Statement(statement);
}

Statement prepare_statement(const Database& database, const std::string& sql) {
  Statement statement = try_prepare(database, sql);
  KIJUN_ASSERT(statement != nullptr);
  return statement;
}

/// A column of the table and the value it has for a row.
struct Column {
  std::string name;
  std::function<Value(const cel::RecordRef&)> value;  ///< Without a value for NULL.
};

void add_field(std::vector<Column>& columns, const MemorySurvey& survey, table::FieldIndex index) {
  const std::string& id = survey.vocabulary.field(index).id;
  const auto add = [&](SqlCell cell, std::function<Value(const cel::RecordRef&)> value) {
    columns.push_back({sql_column(cell, id), std::move(value)});
  };
  const auto cell = [&survey, index](const cel::RecordRef& record) { return survey.cell({record, false, index}); };
  if (survey.vocabulary.field(index).applies_to("zone")) {
    add(SqlCell::kZone, [&survey, cell](const cel::RecordRef& record) {
      const auto zones = survey.groups_of(record, table::kZoneGroup);
      return zones.empty() ? Value(cel::Unknown{}) : cell(zones.front());
    });
    return;
  }
  add(SqlCell::kOwn, cell);
  add(SqlCell::kRaw, [&survey, index](const cel::RecordRef& record) {
    return Value(survey.raw({record, false, index}));
  });
  add(SqlCell::kReason, [&survey, index](const cel::RecordRef& record) {
    return Value(std::string(table::reason_id(survey.missing_reason({record, false, index}))));
  });
  add(SqlCell::kPrevious, [&survey, cell](const cel::RecordRef& record) {
    const Value earlier = survey.earlier(record, 1);
    const auto* then = earlier.as<cel::RecordRef>();
    return then == nullptr ? earlier : cell(*then);
  });
}

std::vector<Column> columns_of(const MemorySurvey& survey) {
  std::vector<Column> columns;
  columns.push_back({"code", [&](const cel::RecordRef& record) { return Value(survey.describe(record).code); }});
  columns.push_back({"kind", [&](const cel::RecordRef& record) { return Value(survey.describe(record).kind); }});
  for (table::FieldIndex i = 0; i < survey.vocabulary.fields().size(); ++i) {
    const Field& field = survey.vocabulary.field(i);
    const bool has_column = field.applies_to("municipality") || field.applies_to("zone");
    if (has_column && field.type != table::FieldType::kList) add_field(columns, survey, i);
  }
  return columns;
}

void bind(sqlite3_stmt* statement, int at, const Value& value) {
  int status = SQLITE_OK;
  if (const auto* truth = value.as<bool>()) {
    status = sqlite3_bind_int64(statement, at, *truth ? 1 : 0);
  } else if (const auto* number = value.as<std::int64_t>()) {
    status = sqlite3_bind_int64(statement, at, *number);
  } else if (const auto* real = value.as<double>()) {
    status = sqlite3_bind_double(statement, at, *real);
  } else if (const auto* date = value.as<Date>()) {
    status = sqlite3_bind_text(statement, at, date->iso().c_str(), -1, SQLITE_TRANSIENT);
  } else if (const auto* text = value.as<std::string>()) {
    status = sqlite3_bind_text(statement, at, text->c_str(), -1, SQLITE_TRANSIENT);
  } else {
    KIJUN_ASSERT(!value.has_value());
    status = sqlite3_bind_null(statement, at);
  }
  KIJUN_ASSERT(status == SQLITE_OK);
}

void fill(const Database& database, const MemorySurvey& survey) {
  const std::vector<Column> columns = columns_of(survey);
  std::string names;
  std::string marks;
  for (const Column& column : columns) {
    names += ", " + column.name;
    marks += ", ?";
  }
  sqlite3_step(prepare_statement(database, "CREATE TABLE survey (position INTEGER PRIMARY KEY" + names + ")").get());
  const Statement insert = prepare_statement(database, "INSERT INTO survey VALUES (?" + marks + ")");
  for (std::uint32_t row = 0; row < survey.num_rows(); ++row) {
    const cel::RecordRef record{0, {table::kRecordSpace, row}};
    sqlite3_reset(insert.get());
    sqlite3_bind_int64(insert.get(), 1, row);
    for (std::size_t i = 0; i < columns.size(); ++i)
      bind(insert.get(), static_cast<int>(i) + 2, columns[i].value(record));
    KIJUN_ASSERT(sqlite3_step(insert.get()) == SQLITE_DONE);
  }
}

/// Whether SQLite refused a statement for its nesting alone, which makes no opinion.
bool is_too_deep(const Database& database) {
  const std::string_view message = sqlite3_errmsg(database.get());
  return message == "parser stack overflow" || message.starts_with("Expression tree is too large");
}

/// "T", "F" or "-" per row; none when SQLite refuses the expression.
std::vector<std::string> query(const Database& database, const std::string& expression) {
  const Statement select = try_prepare(database, "SELECT " + expression + " FROM survey ORDER BY position");
  if (select == nullptr) return {};
  std::vector<std::string> results;
  while (sqlite3_step(select.get()) == SQLITE_ROW) {
    const bool is_null = sqlite3_column_type(select.get(), 0) == SQLITE_NULL;
    results.emplace_back(is_null ? "-" : sqlite3_column_int(select.get(), 0) != 0 ? "T" : "F");
  }
  return results;
}

std::string text_of(State state) {
  if (state == State::kTrue) return "T";
  return state == State::kFalse ? "F" : "-";
}

}  // namespace

std::string sql_difference(const OracleCase& made) {
  const auto expressions = prepare(made);
  if (expressions == nullptr || made.rules.empty()) return "";
  const Database database = open_database();
  fill(database, *made.survey);
  const exec::Program program = expressions->program();
  const cel::EvalContext context = expressions->context();
  exec::Execution execution(program, *made.survey, context);
  KIJUN_ASSERT(execution.run(exec::sources_of(*made.survey)).has_value());
  for (exec::RootIndex i = 0; i < made.rules.size(); ++i) {
    const exec::Root& root = expressions->roots()[i];
    if (root.expr->type().kind != cel::TypeKind::kBool) return "";
    const auto sql = sql_of(*root.expr, made.survey->vocabulary);
    if (!sql) return "";
    const std::vector<std::string> wanted = query(database, *sql);
    if (wanted.empty() && is_too_deep(database)) continue;
    if (wanted.size() != made.survey->num_rows())
      return fmt::format("SQLite: {}: {}", sqlite3_errmsg(database.get()), *sql);
    for (std::uint32_t row = 0; row < wanted.size(); ++row) {
      const std::string naive = text_of(expressions->naive(root, row).state());
      const std::string columnar = text_of(execution.state(i, row));
      if (naive == wanted[row] && columnar == wanted[row]) continue;
      return fmt::format("{}\nrow {}: SQLite {}, naive {}, columnar {}\n{}", made.rules[i].text, row, wanted[row],
                         naive, columnar, *sql);
    }
  }
  return "";
}

}  // namespace kijun::oracle
