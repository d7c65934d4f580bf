#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/source.h"
#include "engine/toml/document.h"

namespace kijun::toml_doc {

/// What a reader asks of a table. A `TableReader` over the table of a shape finds every key absent and writes down how it
/// asked for it, so the reader that loads a file also describes the file: JSON Schemas are made of this and cannot drift.
class Shape {
 public:
  enum class Kind {
    kAny,
    kString,
    kBoolean,
    kInteger,
    kNumber,
    kDate,
    kLocalized,
    kStrings,
    kWord,    ///< One of `words`.
    kTable,   ///< `inner` describes it.
    kTables,  ///< An array of tables, each described by `inner`.
  };

  struct Key {
    std::string name;
    Kind kind = Kind::kAny;
    std::vector<std::string> words = {};
    bool required = false;
    std::unique_ptr<Shape> inner = nullptr;
  };

  Shape();
  Shape(const Shape&) = delete;
  Shape& operator=(const Shape&) = delete;
  ~Shape() = default;

  /// The table to hand to a reader: it points back to this shape, which must outlive it and its copies.
  [[nodiscard]] const Table& table() const { return *value_.as_table(); }
  [[nodiscard]] const Value& value() const { return value_; }
  /// Gives the table a string that readers find, e.g. the kind that decides which keys they ask for next.
  void preset(std::string_view key, std::string_view word);

  /// Gives the table an array of one table, described by `inner`, where another key would be asked for without it.
  void preset_tables(std::string_view key);
  /// The word that was preset for `key`, or null.
  [[nodiscard]] const diag::EmbeddedText* preset_word(std::string_view key) const;

  /// Writes down that `key` was asked for as `kind`. A more exact kind replaces "any" and "string".
  Key& ask(std::string_view key, Kind kind);
  void require(std::string_view key) { ask(key, Kind::kAny).required = true; }
  /// The shape of a key that was asked for as a table or an array of tables.
  [[nodiscard]] Shape& inner(std::string_view key);
  /// The shape of the tables under keys that the author chooses (`[params]`); made when first asked for.
  [[nodiscard]] Shape& under_any_key();
  [[nodiscard]] const Shape* any_key() const { return any_key_.get(); }
  /// Another form of the table, told apart by a preset value; a shape with variants has no keys of its own.
  Shape& add_variant();
  [[nodiscard]] const std::vector<std::unique_ptr<Shape>>& variants() const { return variants_; }

  void close() { closed_ = true; }
  /// The reader refuses every other key.
  [[nodiscard]] bool closed() const { return closed_; }
  /// In the order they were first asked for.
  [[nodiscard]] const std::vector<Key>& keys() const { return keys_; }

 private:
  Value value_;
  std::deque<diag::Source> presets_;
  std::vector<Key> keys_;
  std::vector<std::unique_ptr<Shape>> variants_;
  std::unique_ptr<Shape> any_key_;
  bool closed_ = false;
};

}  // namespace kijun::toml_doc
