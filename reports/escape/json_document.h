#pragma once

#include <ostream>
#include <string_view>

#include "reports/escape/json_writer.h"

namespace kijun::reports {

/// Writes the members of the document one after the other, and elements of its arrays a line each. Nothing longer than a
/// member or an element is held.
class JsonDocument {
 public:
  /// Key and text of the first member are literals of ours.
  JsonDocument(std::ostream& out, std::string_view first_key, std::string_view text) : out_(out) {
    out_ << "{\n\"" << first_key << "\": \"" << text << '"';
  }

  /// What `write` writes to the JSON writer it is given.
  template <class Write>
  void member(std::string_view key, Write write) {
    begin(key);
    put(write);
  }
  /// Calls `write_all`, which adds the elements.
  template <class WriteAll>
  void array(std::string_view key, WriteAll write_all) {
    begin(key);
    out_ << '[';
    is_empty_ = true;
    write_all();
    out_ << (is_empty_ ? "]" : "\n]");
  }
  template <class Write>
  void element(Write write) {
    out_ << (is_empty_ ? "\n" : ",\n");
    is_empty_ = false;
    put(write);
  }
  void end() { out_ << "\n}\n"; }

 private:
  void begin(std::string_view key) { out_ << ",\n\"" << key << "\": "; }
  template <class Write>
  void put(Write write) {
    json_.clear();
    write(json_);
    out_ << json_.text();
  }

  std::ostream& out_;
  JsonWriter json_;
  bool is_empty_ = true;
};

}  // namespace kijun::reports
