#include "tests/unit/data/shipped.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "engine/base/file_bytes.h"
#include "engine/base/file_system.h"
#include "engine/base/utf8.h"
#include "engine/diag/diagnostic.h"
#include "engine/diag/source.h"
#include "engine/survey/csv_reader.h"
#include "engine/toml/document.h"

namespace kijun::shipped {
namespace {

std::string string_of(const toml_doc::Table& table, std::string_view key) {
  const toml_doc::Value* value = table.find(key);
  const diag::EmbeddedText* text = value == nullptr ? nullptr : value->as_string();
  return text == nullptr ? std::string() : std::string(text->text());
}

std::string japanese_of(const toml_doc::Table& table, std::string_view key) {
  const toml_doc::Value* value = table.find(key);
  const toml_doc::Table* languages = value == nullptr ? nullptr : value->as_table();
  return languages == nullptr ? std::string() : string_of(*languages, "ja");
}

bool bool_of(const toml_doc::Table& table, std::string_view key) {
  const toml_doc::Value* value = table.find(key);
  const bool* flag = value == nullptr ? nullptr : value->as_bool();
  return flag != nullptr && *flag;
}

std::vector<std::string> strings_of(const toml_doc::Table& table, std::string_view key) {
  std::vector<std::string> strings;
  const toml_doc::Value* value = table.find(key);
  const toml_doc::Array* array = value == nullptr ? nullptr : value->as_array();
  if (array == nullptr) return strings;
  for (const toml_doc::Value& element : array->elements) {
    if (const diag::EmbeddedText* text = element.as_string()) strings.emplace_back(text->text());
  }
  return strings;
}

Body body_of(const toml_doc::Table& table) {
  Body body;
  body.id = string_of(table, "id");
  body.name = japanese_of(table, "name");
  body.aliases = strings_of(table, "aliases");
  body.members = strings_of(table, "members");
  body.evidence = japanese_of(table, "evidence");
  body.prefecture_involved = bool_of(table, "prefecture_involved");
  body.confirmed = bool_of(table, "confirmed");
  return body;
}

const diag::Source* source_of(const std::string& path, survey::Encoding encoding, diag::SourceMap& sources,
                              diag::Sink& sink) {
  const diag::Source* source = survey::decode_file(path, hold_bytes(read(path)), encoding, sources, sink).source;
  EXPECT_NE(source, nullptr) << path;
  return source;
}

void expect_clean(const diag::Sink& sink) {
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) ADD_FAILURE() << diagnostic.message.en;
}

}  // namespace

std::string read(const std::string& path) {
  Result<std::string> bytes = open_file_system()->read(join_path(KIJUN_SOURCE_DIR, path));
  if (!bytes) {
    ADD_FAILURE() << path << ": " << bytes.error().message;
    return {};
  }
  return *std::move(bytes);
}

std::vector<Row> csv(const std::string& path, survey::Encoding encoding) {
  diag::SourceMap sources;
  diag::Sink sink;
  std::vector<Row> rows;
  if (const diag::Source* source = source_of(path, encoding, sources, sink)) {
    survey::CsvReader reader(*source, sink);
    survey::CsvRecord record;
    while (reader.next(record)) {
      Row& row = rows.emplace_back();
      for (const survey::CsvCell& cell : record.cells) row.emplace_back(cell.text);
    }
  }
  expect_clean(sink);
  return rows;
}

std::vector<std::map<std::string, std::string>> csv_by_column(const std::string& path) {
  const std::vector<Row> rows = csv(path);
  std::vector<std::map<std::string, std::string>> entities;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    std::map<std::string, std::string>& entity = entities.emplace_back();
    for (std::size_t column = 0; column < rows[i].size(); ++column) {
      entity[rows.front().at(column)] = rows[i][column];
    }
  }
  EXPECT_FALSE(entities.empty()) << path;
  return entities;
}

std::vector<Body> bodies(const std::string& path) {
  diag::SourceMap sources;
  diag::Sink sink;
  std::vector<Body> bodies;
  const diag::Source* source = source_of(path, survey::Encoding::kUtf8, sources, sink);
  const std::optional<toml_doc::Table> document =
      source == nullptr ? std::nullopt : toml_doc::parse_document(*source, sink);
  const toml_doc::Value* list = document ? document->find("body") : nullptr;
  const toml_doc::Array* array = list == nullptr ? nullptr : list->as_array();
  EXPECT_NE(array, nullptr) << path;
  if (array != nullptr) {
    for (const toml_doc::Value& element : array->elements) {
      const toml_doc::Table* table = element.as_table();
      if (table != nullptr) bodies.push_back(body_of(*table));
    }
  }
  expect_clean(sink);
  return bodies;
}

std::string without_breaks(std::string_view text) {
  std::string joined(text);
  std::erase(joined, '\n');
  return joined;
}

std::vector<std::string> code_points(std::string_view text) {
  std::vector<std::string> points;
  while (!text.empty()) {
    const std::optional<DecodedCodePoint> decoded = decode_utf8(text);
    const std::size_t num_bytes = decoded ? decoded->num_bytes : 1;
    points.emplace_back(text.substr(0, num_bytes));
    text.remove_prefix(num_bytes);
  }
  return points;
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

char check_digit(std::string_view code) {
  constexpr std::array<int, 5> kWeights = {6, 5, 4, 3, 2};
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * (code.at(i) - '0');
  return static_cast<char>('0' + (11 - sum % 11) % 10);
}

}  // namespace kijun::shipped
