#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kijun::reports {

/// Writes compact JSON to a text of its own, so that a document of any length is written part by part without a tree of
/// it. Keys keep the order they are written in; ill-formed UTF-8, which no reader of ours lets through, becomes U+FFFD.
class JsonWriter {
 public:
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Starts anew, keeping the memory.
  void clear();

  void null();
  void value(bool flag);
  void value(double number);
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  template <std::integral T>
  void value(T number) {
    separate();
    text_ += std::to_string(number);
  }
  /// Null for nothing.
  template <class T>
  void value(const std::optional<T>& optional) {
    optional ? value(*optional) : null();
  }
  /// An array.
  template <class T>
  void value(const std::vector<T>& elements) {
    array([&] {
      for (const T& element : elements) value(element);
    });
  }

  void key(std::string_view name);
  template <class T>
  void member(std::string_view name, const T& content) {
    key(name);
    value(content);
  }
  /// What `write` writes as an object, or as an array.
  template <class Write>
  void object(Write write) {
    begin('{');
    write();
    end('}');
  }
  template <class Write>
  void array(Write write) {
    begin('[');
    write();
    end(']');
  }
  template <class Write>
  void object_member(std::string_view name, Write write) {
    key(name);
    object(write);
  }
  template <class Write>
  void array_member(std::string_view name, Write write) {
    key(name);
    array(write);
  }

 private:
  void separate();
  void begin(char bracket);
  void end(char bracket);
  void quote(std::string_view text);

  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace kijun::reports
