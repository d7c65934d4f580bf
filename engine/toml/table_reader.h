#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/diag/diagnostic.h"
#include "engine/toml/document.h"
#include "engine/toml/shape.h"

namespace kijun::toml_doc {

/// Reads one table key by key. Every getter marks its key as known and reports a wrong type; `finish` reports keys that
/// nobody asked for, with the nearest known key as the hint. A getter returns nothing when the key is absent or wrong,
/// and `require_…` additionally reports its absence at `place`. Over the table of a `Shape` it writes down there what was
/// asked; sub-tables are then found, empty and with shapes of their own.
class TableReader {
 public:
  /// `what` names the table in messages (「rule」, "field `council`"); `place` is where its absence of keys is shown.
  TableReader(const Table& table, diag::Span place, std::string what, diag::Sink& sink);

  [[nodiscard]] bool has(std::string_view key) const;
  std::optional<std::string> string(std::string_view key);
  std::optional<diag::EmbeddedText> text(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key);
  /// A float, or an integer as one.
  std::optional<double> number(std::string_view key);
  std::optional<Date> date(std::string_view key);
  /// `{ ja = "…", en = "…" }`; both languages are required.
  std::optional<LocalizedText> localized(std::string_view key);
  /// A list of strings, each with its place; absent gives an empty list.
  std::vector<diag::EmbeddedText> strings(std::string_view key);
  /// One of `words`; another word is reported with the list and the nearest one.
  std::optional<std::string> one_of(std::string_view key, std::initializer_list<std::string_view> words);
  /// A sub-table, or null.
  const Table* table(std::string_view key);
  /// The tables of an array of tables (`[[key]]`); absent gives an empty list.
  std::vector<const Value*> tables(std::string_view key);
  /// The raw value, or null; marks the key as known.
  const Value* value(std::string_view key);

  std::optional<std::string> require_string(std::string_view key);
  std::optional<diag::EmbeddedText> require_text(std::string_view key);
  std::optional<std::int64_t> require_integer(std::string_view key);
  std::optional<Date> require_date(std::string_view key);
  std::optional<LocalizedText> require_localized(std::string_view key);
  /// Reports the absence of a key, whatever its type.
  void report_absent(std::string_view key);

  /// Place of a key's value (the table's place when absent).
  [[nodiscard]] diag::Span span_of(std::string_view key) const;
  [[nodiscard]] diag::Span place() const { return place_; }
  /// Reports every key that no getter asked for.
  void finish();

 private:
  const Value* take(std::string_view key, Shape::Kind kind);
  diag::Diagnostic& wrong_type(std::string_view key, const Value& value, std::string_view expected);

  const Table& table_;
  diag::Span place_;
  std::string what_;
  diag::Sink& sink_;
  std::vector<std::string> known_;
};

}  // namespace kijun::toml_doc
