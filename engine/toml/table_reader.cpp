#include "engine/toml/table_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/era.h"
#include "engine/diag/suggestion.h"
#include "engine/toml/toml_diagnostics.h"

namespace kijun::toml_doc {
namespace {

std::string_view japanese_type(std::string_view name) {
  struct Pair {
    std::string_view en;
    std::string_view ja;
  };
  constexpr Pair kTypes[] = {{"string", "文字列"},
                             {"integer", "整数"},
                             {"float", "小数"},
                             {"boolean", "真偽値"},
                             {"date", "日付"},
                             {"date-time", "日時"},
                             {"array", "配列"},
                             {"table", "テーブル"},
                             {"array of strings", "文字列の配列"},
                             {"array of tables", "テーブルの配列"}};
  for (const Pair& type : kTypes) {
    if (type.en == name) return type.ja;
  }
  return name;
}

std::string backticked(const std::vector<std::string>& words, std::string_view separator) {
  std::string list;
  for (const std::string& word : words) list += fmt::format("{}`{}`", list.empty() ? "" : separator, word);
  return list;
}

// The nearest word, then the words themselves; only one of them when `brief`.
LocalizedText nearest_hint(std::string_view written, const std::vector<std::string>& words, const LocalizedView& label,
                           bool brief) {
  const auto nearest = diag::suggest(written, words);
  if (words.empty()) return {};
  const LocalizedText all{fmt::format("{}：{}", label.ja, backticked(words, "、")),
                          fmt::format("{}: {}", label.en, backticked(words, ", "))};
  return brief ? diag::did_you_mean(nearest, all) : diag::did_you_mean_among(nearest, all);
}

}  // namespace

TableReader::TableReader(const Table& table, diag::Span place, std::string what, diag::Sink& sink)
    : table_(table), place_(place), what_(std::move(what)), sink_(sink) {}

bool TableReader::has(std::string_view key) const { return table_.find(key) != nullptr; }

const Value* TableReader::take(std::string_view key, Shape::Kind kind) {
  if (table_.shape != nullptr) table_.shape->ask(key, kind);
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  return table_.find(key);
}

const Value* TableReader::value(std::string_view key) { return take(key, Shape::Kind::kAny); }

diag::Diagnostic& TableReader::wrong_type(std::string_view key, const Value& value, std::string_view expected) {
  const std::string_view found = type_name(value);
  return sink_.report(kWrongType, value.span, key, what_, japanese_type(expected), expected, japanese_type(found),
                      found);
}

void TableReader::report_absent(std::string_view key) {
  if (table_.shape != nullptr) table_.shape->require(key);
  if (!has(key)) sink_.report(kMissingKey, place_, key, what_);
}

std::optional<diag::EmbeddedText> TableReader::text(std::string_view key) {
  const Value* value = take(key, Shape::Kind::kString);
  if (value == nullptr) return std::nullopt;
  if (is_string(*value)) return *value->as_string();
  wrong_type(key, *value, "string").hint = {"引用符で囲んでください（`\"…\"`）", "put it in quotes: `\"…\"`"};
  return std::nullopt;
}

std::optional<std::string> TableReader::string(std::string_view key) {
  const auto found = text(key);
  return found ? std::optional<std::string>(found->text()) : std::nullopt;
}

std::optional<bool> TableReader::boolean(std::string_view key) {
  const Value* value = take(key, Shape::Kind::kBoolean);
  if (value == nullptr) return std::nullopt;
  if (const bool* found = value->as_bool()) return *found;
  wrong_type(key, *value, "boolean").hint = {"引用符を付けずに`true`又は`false`と書いてください",
                                             "write `true` or `false` without quotes"};
  return std::nullopt;
}

std::optional<std::int64_t> TableReader::integer(std::string_view key) {
  const Value* value = take(key, Shape::Kind::kInteger);
  if (value == nullptr) return std::nullopt;
  if (const std::int64_t* found = value->as_int()) return *found;
  wrong_type(key, *value, "integer");
  return std::nullopt;
}

std::optional<double> TableReader::number(std::string_view key) {
  const Value* value = take(key, Shape::Kind::kNumber);
  if (value == nullptr) return std::nullopt;
  if (const double* found = value->as_double()) return *found;
  if (const std::int64_t* found = value->as_int()) return static_cast<double>(*found);
  wrong_type(key, *value, "float");
  return std::nullopt;
}

std::optional<Date> TableReader::date(std::string_view key) {
  const Value* value = take(key, Shape::Kind::kDate);
  if (value == nullptr) return std::nullopt;
  if (const Date* found = value->as_date()) return *found;
  const diag::EmbeddedText* written = value->as_string();
  if (written == nullptr) {
    wrong_type(key, *value, "date");
    return std::nullopt;
  }
  diag::Diagnostic& diagnostic = sink_.report(kBadDate, value->span, value->span.text());
  if (const auto read = read_date(written->text().substr(0, written->text().find('T')))) {
    diagnostic.hint = {fmt::format("引用符や時刻を付けずに`{}`と書いてください", read->date.iso()),
                       fmt::format("write `{}`, without quotes or a time", read->date.iso())};
  }
  return std::nullopt;
}

std::optional<LocalizedText> TableReader::localized(std::string_view key) {
  const Value* value = take(key, Shape::Kind::kLocalized);
  if (value == nullptr) return std::nullopt;
  const Table* table = value->as_table();
  if (table == nullptr) {
    wrong_type(key, *value, "table").hint = {fmt::format("`{} = {{ ja = \"…\", en = \"…\" }}`と書いてください", key),
                                             fmt::format("write `{} = {{ ja = \"…\", en = \"…\" }}`", key)};
    return std::nullopt;
  }
  TableReader reader(*table, value->span, fmt::format("`{}`", key), sink_);
  const auto read = [&](std::string_view tag, const LocalizedView& language) {
    auto found = reader.string(tag);
    if (found ? !found->empty() : reader.has(tag)) return found;
    sink_.report(kMissingLanguage, reader.span_of(tag), key, what_, language.ja, language.en, tag);
    return std::optional<std::string>();
  };
  auto ja = read("ja", {"日本語", "Japanese"});
  auto en = read("en", {"英語", "English"});
  reader.finish();
  if (!ja || !en) return std::nullopt;
  return LocalizedText{std::move(*ja), std::move(*en)};
}

std::vector<diag::EmbeddedText> TableReader::strings(std::string_view key) {
  const Value* value = take(key, Shape::Kind::kStrings);
  if (value == nullptr) return {};
  const Array* array = value->as_array();
  if (array == nullptr) {
    wrong_type(key, *value, "array of strings").hint = {"`[\"…\", \"…\"]`の形で書いてください",
                                                        "write `[\"…\", \"…\"]`"};
    return {};
  }
  std::vector<diag::EmbeddedText> found;
  for (const Value& element : array->elements) {
    if (is_string(element)) {
      found.push_back(*element.as_string());
    } else {
      wrong_type(key, element, "string");
    }
  }
  return found;
}

std::optional<std::string> TableReader::one_of(std::string_view key, std::initializer_list<std::string_view> words) {
  const auto written = text(key);
  if (table_.shape != nullptr) table_.shape->ask(key, Shape::Kind::kWord).words.assign(words.begin(), words.end());
  if (!written) return std::nullopt;
  if (std::find(words.begin(), words.end(), written->text()) != words.end()) return written->text();
  sink_.report(kUnknownWord, span_of(key), key, what_, written->text()).hint =
      nearest_hint(written->text(), {words.begin(), words.end()}, {"使える値", "one of"}, false);
  return std::nullopt;
}

const Table* TableReader::table(std::string_view key) {
  const Value* value = take(key, Shape::Kind::kTable);
  if (value == nullptr) return table_.shape == nullptr ? nullptr : &table_.shape->inner(key).table();
  if (const Table* found = value->as_table()) return found;
  wrong_type(key, *value, "table");
  return nullptr;
}

std::vector<const Value*> TableReader::tables(std::string_view key) {
  const Value* value = take(key, Shape::Kind::kTables);
  if (value == nullptr && table_.shape != nullptr) return {&table_.shape->inner(key).value()};
  if (value == nullptr) return {};
  const Array* array = value->as_array();
  if (array == nullptr) {
    wrong_type(key, *value, "array of tables").hint = {"見出しを二重の角括弧（`[[…]]`）で書いてください",
                                                       "write the header in double brackets: `[[…]]`"};
    return {};
  }
  std::vector<const Value*> found;
  for (const Value& element : array->elements) {
    if (element.as_table() != nullptr) {
      found.push_back(&element);
    } else {
      wrong_type(key, element, "table");
    }
  }
  return found;
}

std::optional<std::string> TableReader::require_string(std::string_view key) {
  auto found = string(key);
  report_absent(key);
  return found;
}

std::optional<diag::EmbeddedText> TableReader::require_text(std::string_view key) {
  auto found = text(key);
  report_absent(key);
  return found;
}

std::optional<std::int64_t> TableReader::require_integer(std::string_view key) {
  const auto found = integer(key);
  report_absent(key);
  return found;
}

std::optional<Date> TableReader::require_date(std::string_view key) {
  const auto found = date(key);
  report_absent(key);
  return found;
}

std::optional<LocalizedText> TableReader::require_localized(std::string_view key) {
  auto found = localized(key);
  report_absent(key);
  return found;
}

diag::Span TableReader::span_of(std::string_view key) const {
  const Value* value = table_.find(key);
  return value == nullptr ? place_ : value->span;
}

void TableReader::finish() {
  if (table_.shape != nullptr) table_.shape->close();
  for (const Entry& entry : table_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    sink_.report(kUnknownKey, entry.key_span, entry.key, what_).hint =
        nearest_hint(entry.key, known_, {"使えるキー", "known keys"}, true);
  }
}

}  // namespace kijun::toml_doc
