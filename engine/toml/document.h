#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/date.h"
#include "engine/diag/diagnostic.h"
#include "engine/diag/embedded_text.h"

namespace kijun::toml_doc {

class Shape;
struct Value;

/// One `key = value` of a table, with the places of both.
struct Entry {
  std::string key;
  diag::Span key_span;
  std::vector<Value> value;  ///< Exactly one element (a vector only because the type is recursive).
};

/// A TOML table in the order of the file.
struct Table {
  std::vector<Entry> entries;
  Shape* shape = nullptr;  ///< Where readers write down what they ask for; null for the table of a file.

  /// The value of `key`, or null.
  [[nodiscard]] const Value* find(std::string_view key) const;
};

/// A TOML array.
struct Array {
  std::vector<Value> elements;
};

/// A TOML value with its byte-exact place: the literal, brackets included; for a table the header `[a.b]`, for a table
/// that only a longer header or a dotted key implies its part of that key. Strings keep the way back to the bytes of the literal. A TOML date-time
/// with a time is kept as the text it was written as.
struct Value {
  std::variant<diag::EmbeddedText, std::int64_t, double, bool, Date, Array, Table> data;
  diag::Span span;

  [[nodiscard]] const diag::EmbeddedText* as_string() const { return std::get_if<diag::EmbeddedText>(&data); }
  [[nodiscard]] const std::int64_t* as_int() const { return std::get_if<std::int64_t>(&data); }
  [[nodiscard]] const double* as_double() const { return std::get_if<double>(&data); }
  [[nodiscard]] const bool* as_bool() const { return std::get_if<bool>(&data); }
  [[nodiscard]] const Date* as_date() const { return std::get_if<Date>(&data); }
  [[nodiscard]] const Array* as_array() const { return std::get_if<Array>(&data); }
  [[nodiscard]] const Table* as_table() const { return std::get_if<Table>(&data); }
};

/// Parses a whole TOML 1.0 document of at most 16 MiB. Syntax errors are reported with their places and give nothing.
[[nodiscard]] std::optional<Table> parse_document(const diag::Source& source, diag::Sink& sink);

/// True when the value was written as a string, and is not the text of a date-time.
[[nodiscard]] bool is_string(const Value& value);

/// English name of a value's type for messages: "string", "integer", "float", "boolean", "date", "date-time", "array",
/// "table".
[[nodiscard]] std::string_view type_name(const Value& value);

}  // namespace kijun::toml_doc
