#include "reports/markdown/markdown_writer.h"

#include "reports/escape/markdown_text.h"
#include "reports/words/data_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {

void MarkdownWriter::heading(int level, const LocalizedText& text) {
  out_ << std::string(static_cast<std::size_t>(level), '#') << ' ' << cell(text) << "\n\n";
}

void MarkdownWriter::paragraph(const LocalizedText& text) { out_ << cell(text) << "\n\n"; }

void MarkdownWriter::quote(std::string_view raw) { out_ << quote_markdown(raw) << '\n'; }

void MarkdownWriter::table_head(const std::vector<LocalizedText>& headings) {
  std::vector<std::string> cells;
  for (const LocalizedText& heading : headings) {
    cells.push_back(cell(heading));
  }
  table_row(cells);
  table_row(std::vector<std::string>(headings.size(), "---"));
}

void MarkdownWriter::table_row(const std::vector<std::string>& cells) {
  out_ << '|';
  for (const std::string& text : cells) {
    out_ << ' ' << text << " |";
  }
  out_ << '\n';
}

void MarkdownWriter::end_table() { blank_line(); }

void MarkdownWriter::item(std::string_view markup, std::size_t depth) {
  out_ << std::string(depth * 2, ' ') << "- " << markup << '\n';
}

void MarkdownWriter::blank_line() { out_ << '\n'; }

std::string MarkdownWriter::cell(const LocalizedText& text) const {
  return escape_markdown(text.in(options_.language));
}

std::string MarkdownWriter::verdict(audit::Verdict verdict) const {
  return cell(verdict_mark(verdict)) + " **" + cell(verdict_word(verdict)) + "**";
}

std::string MarkdownWriter::raw(const std::string& text) const { return cell(raw_text(text)); }

std::string MarkdownWriter::names(const std::vector<std::size_t>& subjects) const {
  std::string text;
  for (const std::size_t at : subjects) {
    text += (text.empty() ? "" : cell(word(Word::kListSeparator))) + cell(subject(at).name);
  }
  return text;
}

}  // namespace kijun::reports
