#include "reports/markdown/section_writer.h"

#include <sstream>
#include <string>

#include "reports/escape/short_text.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

constexpr std::size_t kBudget = std::size_t{900} << 10U;

/// Kept for the lines that say what was left out.
constexpr std::size_t kClosing = 4096;

}  // namespace

LocalizedText section_text(const LocalizedText& text) {
  return {shorten(text.ja, kMaxSectionText), shorten(text.en, kMaxSectionText)};
}

void write_more_rows(std::size_t num_rows, MarkdownDocument& page) {
  if (num_rows > kMaxSectionRows) page.paragraph(fill(Word::kMoreEvidence, {{"n", num_rows - kMaxSectionRows}}));
}

SectionWriter::SectionWriter(std::ostream& out, std::size_t num_bytes_taken)
    : out_(out), room_(kBudget > num_bytes_taken + kClosing ? kBudget - num_bytes_taken - kClosing : 0) {}

void SectionWriter::section(std::size_t num_entries, const std::function<void(std::ostream&)>& write) {
  std::ostringstream text;
  write(text);
  const std::string bytes = std::move(text).str();
  if (bytes.size() > room_) {
    ++left_out_.num_sections;
    left_out_.num_entries += num_entries;
    return;
  }
  room_ -= bytes.size();
  out_ << bytes;
}

}  // namespace kijun::reports
