#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kijun::architecture {

/// A function definition.
struct Function {
  std::string name;
  std::size_t line = 0;  ///< Of the first line of its head, from 1.
  std::size_t num_lines = 0;
  std::size_t num_parameters = 0;
  std::size_t nesting = 0;  ///< Deepest block below its body; the body itself is 0.

  bool operator==(const Function&) const = default;
};

/// A declaration or definition directly inside a namespace.
struct Declaration {
  std::string head;      ///< Its text up to `{` or `;`, on one line.
  std::size_t line = 0;  ///< Of the first line of its head, from 1.
  bool has_body = false;

  bool operator==(const Declaration&) const = default;
};

/// What a scan finds in one C++ file.
struct CppOutline {
  std::vector<Function> functions;
  std::vector<Declaration> declarations;
};

/// True for what a name is made of: letters, digits, `_`.
[[nodiscard]] bool is_word(char c);

/// `source` with its comments blanked out; the length and the lines stay.
[[nodiscard]] std::string without_comments(std::string_view source);

/// `source` with comments, preprocessor lines and the insides of literals blanked out; the length and lines stay.
[[nodiscard]] std::string bare_code(std::string_view source);

/// Outlines formatted C++ by its braces. It is no parser: it relies on clang-format's blank before a body.
[[nodiscard]] CppOutline outline(std::string_view source);

}  // namespace kijun::architecture
