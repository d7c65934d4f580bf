#include "reports/escape/xml_writer.h"

#include "reports/escape/markup_entity.h"
#include "reports/escape/visible_text.h"

namespace kijun::reports {

std::string escape_xml(std::string_view text) {
  const std::string visible = visible_text(text);
  std::string out;
  out.reserve(visible.size());
  for (const char byte : visible) {
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
