#include "reports/markdown/markdown_document.h"

#include "engine/base/unicode.h"
#include "reports/escape/markdown_text.h"

namespace kijun::reports {

void MarkdownDocument::heading(int level, const LocalizedText& text) {
  out_ << std::string(static_cast<std::size_t>(level), '#') << ' ' << cell(text) << "\n\n";
}

void MarkdownDocument::paragraph(const LocalizedText& text) { out_ << cell(text) << "\n\n"; }

void MarkdownDocument::quote(std::string_view raw) { out_ << quote_markdown(raw) << '\n'; }

void MarkdownDocument::code(std::string_view text, std::string_view syntax) {
  const std::string shown = escape_controls(text);
  std::string fence = "```";
  while (shown.find(fence) != std::string::npos) fence += '`';
  out_ << fence << syntax << '\n' << shown << (shown.ends_with('\n') ? "" : "\n") << fence << "\n\n";
}

void MarkdownDocument::table_head(const std::vector<LocalizedText>& headings) {
  std::vector<std::string> cells;
  for (const LocalizedText& heading : headings) {
    cells.push_back(cell(heading));
  }
  table_row(cells);
  table_row(std::vector<std::string>(headings.size(), "---"));
}

void MarkdownDocument::table_row(const std::vector<std::string>& cells) {
  out_ << '|';
  for (const std::string& text : cells) {
    out_ << ' ' << text << " |";
  }
  out_ << '\n';
}

void MarkdownDocument::end_table() { blank_line(); }

void MarkdownDocument::item(std::string_view markup, std::size_t depth) {
  out_ << std::string(depth * 2, ' ') << "- " << markup << '\n';
}

void MarkdownDocument::blank_line() { out_ << '\n'; }

std::string MarkdownDocument::cell(const LocalizedText& text) const { return escape_markdown(text.in(language_)); }

}  // namespace kijun::reports
