#include "reports/markdown/markdown_writer.h"

#include "reports/words/data_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {

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
