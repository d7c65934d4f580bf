#include "reports/escape/xml_writer.h"

#include "engine/base/unicode.h"
#include "reports/escape/markup_entity.h"

namespace kijun::reports {

std::string escape_xml(std::string_view text) {
  constexpr std::string_view kNonCharacter = "\xEF\xBF";  // U+FFFE and U+FFFF continue with BE and BF
  const std::string visible = escape_controls(text);
  std::string out;
  out.reserve(visible.size());
  for (std::size_t at = 0; at < visible.size(); ++at) {
    const std::string_view rest = std::string_view(visible).substr(at);
    if (rest.size() > 2 && rest.starts_with(kNonCharacter) && (rest[2] == '\xBE' || rest[2] == '\xBF')) {
      out += rest[2] == '\xBE' ? "\\u{FFFE}" : "\\u{FFFF}";
      at += 2;
      continue;
    }
    const char byte = rest.front();
    if (const std::string_view entity = markup_entity(byte); !entity.empty())
      out += entity;
    else if (byte == '\n')
      out += "&#10;";
    else if (byte == '\t')
      out += "&#9;";
    else
      out += byte;
  }
  return out;
}

XmlWriter::XmlWriter(std::ostream& out) : out_(out) { out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

void XmlWriter::begin(std::string_view name, const std::vector<Attribute>& attributes) {
  out_ << std::string(2 * open_.size(), ' ') << '<' << name;
  for (const auto& [key, value] : attributes) out_ << ' ' << key << "=\"" << escape_xml(value) << '"';
}

void XmlWriter::open(std::string_view name, const std::vector<Attribute>& attributes) {
  begin(name, attributes);
  out_ << ">\n";
  open_.push_back(name);
}

void XmlWriter::close() {
  const std::string_view name = open_.back();
  open_.pop_back();
  out_ << std::string(2 * open_.size(), ' ') << "</" << name << ">\n";
}

void XmlWriter::empty(std::string_view name, const std::vector<Attribute>& attributes) {
  begin(name, attributes);
  out_ << "/>\n";
}

void XmlWriter::text(std::string_view name, std::string_view content, const std::vector<Attribute>& attributes) {
  begin(name, attributes);
  out_ << '>' << escape_xml(content) << "</" << name << ">\n";
}

}  // namespace kijun::reports
