#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kijun::reports {

/// `text` for XML 1.0, within an element or a quoted attribute: markup as entities, line ends and tabs kept by character
/// references, and what XML has no place for (controls, directions, U+FFFE, U+FFFF, ill-formed bytes) as visible
/// `\u{XXXX}`.
[[nodiscard]] std::string escape_xml(std::string_view text);

/// Writes an XML document element by element; nothing is held but the names of open elements.
class XmlWriter {
 public:
  using Attribute = std::pair<std::string_view, std::string>;

  /// Writes the declaration. Names are literals of ours; values and texts are always escaped.
  explicit XmlWriter(std::ostream& out);

  /// An element that holds what is written until `close`. One line, indented.
  void open(std::string_view name, const std::vector<Attribute>& attributes = {});
  void close();
  /// An element with nothing in it.
  void empty(std::string_view name, const std::vector<Attribute>& attributes = {});
  /// An element that holds a text.
  void text(std::string_view name, std::string_view content, const std::vector<Attribute>& attributes = {});

 private:
  void begin(std::string_view name, const std::vector<Attribute>& attributes);

  std::ostream& out_;
  std::vector<std::string_view> open_;
};

}  // namespace kijun::reports
