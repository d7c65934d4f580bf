#include "engine/toml/value_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/toml/bare_key.h"
#include "engine/toml/literal.h"

namespace kijun::toml_doc {

std::string readable_string(std::string_view text) {
  const bool controls = std::any_of(text.begin(), text.end(), [](char c) {
    return c != '\n' && c != '\t' && (static_cast<unsigned char>(c) < ' ' || c == '\x7f');
  });
  const bool has_lines = text.find('\n') != std::string::npos;
  const bool has_marks = text.find_first_of("\"\\") != std::string::npos;
  if (!controls && has_lines && text.find("'''") == std::string::npos && !text.ends_with('\''))
    return fmt::format("'''\n{}'''", text);
  if (!controls && !has_lines && has_marks && text.find('\'') == std::string::npos) return fmt::format("'{}'", text);
  return string_literal(text);
}

std::string key_text(std::string_view key) {
  const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), is_bare_key_byte);
  return bare ? std::string(key) : string_literal(key);
}

std::string value_text(const Value& value) {
  struct Visitor {
    std::string operator()(const diag::EmbeddedText& text) const { return readable_string(text.text()); }
    std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(double number) const { return float_literal(number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(Date date) const { return date.iso(); }
    std::string operator()(const Array& array) const {
      std::vector<std::string> elements;
      for (const Value& element : array.elements) elements.push_back(value_text(element));
      return fmt::format("[{}]", fmt::join(elements, ", "));
    }
    std::string operator()(const Table& table) const {
      std::vector<std::string> entries;
      for (const Entry& entry : table.entries)
        entries.push_back(key_text(entry.key) + " = " + value_text(entry.value.front()));
      return entries.empty() ? "{}" : fmt::format("{{ {} }}", fmt::join(entries, ", "));
    }
  };
  return std::visit(Visitor{}, value.data);
}

}  // namespace kijun::toml_doc
