#include "reports/html/html_writer.h"

#include <algorithm>
#include <array>

#include "reports/escape/html_text.h"

namespace kijun::reports {
namespace {

// A line ends after these, so that the file can be read and compared; within them white space would show.
bool ends_line(std::string_view tag) {
  constexpr std::array<std::string_view, 22> kBlocks{
      "article", "blockquote", "caption", "dd", "dl",      "div",   "h1",    "h2",    "h3", "header", "li",
      "main",    "nav",        "ol",      "p",  "section", "table", "tbody", "thead", "tr", "ul",     "title"};
  return std::find(kBlocks.begin(), kBlocks.end(), tag) != kBlocks.end();
}

}  // namespace

void HtmlWriter::open(std::string_view tag, std::span<const Attribute> attributes) {
  out_ << '<' << tag;
  for (const Attribute& attribute : attributes) {
    out_ << ' ' << attribute.name << "=\"" << escape_html(attribute.value) << '"';
  }
  out_ << '>';
}

void HtmlWriter::close(std::string_view tag) { out_ << "</" << tag << (ends_line(tag) ? ">\n" : ">"); }

HtmlWriter::Element HtmlWriter::element(std::string_view tag, std::initializer_list<Attribute> attributes) {
  open(tag, {attributes.begin(), attributes.size()});
  return {*this, tag};
}

HtmlWriter::Element HtmlWriter::element(std::string_view tag, const std::vector<Attribute>& attributes) {
  open(tag, attributes);
  return {*this, tag};
}

void HtmlWriter::void_element(std::string_view tag, std::initializer_list<Attribute> attributes) {
  open(tag, {attributes.begin(), attributes.size()});
  out_ << '\n';
}

void HtmlWriter::void_element(std::string_view tag, const std::vector<Attribute>& attributes) {
  open(tag, attributes);
  out_ << '\n';
}

void HtmlWriter::leaf(std::string_view tag, std::initializer_list<Attribute> attributes, const LocalizedText& content) {
  const Element scope = element(tag, attributes);
  text(content);
}

void HtmlWriter::leaf(std::string_view tag, std::initializer_list<Attribute> attributes, std::string_view content) {
  const Element scope = element(tag, attributes);
  text(content);
}

void HtmlWriter::text(std::string_view content) { out_ << escape_html(content); }

void HtmlWriter::text(const LocalizedText& content) {
  if (content.ja == content.en) {
    text(std::string_view(content.ja));
    return;
  }
  out_ << "<i lang=ja>" << escape_html(content.ja) << "</i><i lang=en>" << escape_html(content.en) << "</i>";
}

void HtmlWriter::verbatim(std::string_view markup) { out_ << markup; }

}  // namespace kijun::reports
