#include "engine/toml/lines.h"

#include <algorithm>

namespace kijun::toml_doc {

std::string indent_at(std::string_view text, std::size_t at) {
  const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  const std::size_t end = text.find_first_not_of(" \t", line);
  return std::string(text.substr(line, std::min(end, at) - line));
}

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

std::string_view line_break(std::string_view text) {
  return text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
}

}  // namespace kijun::toml_doc
