#pragma once

#include <cstddef>
#include <functional>
#include <ostream>

#include "engine/base/language.h"
#include "reports/markdown/markdown_document.h"

namespace kijun::reports {

/// Rows of one section of a step summary, and code points of a text in it.
inline constexpr std::size_t kMaxSectionRows = 100;
inline constexpr std::size_t kMaxSectionText = 500;

/// A text of a section, cut where it is longer.
[[nodiscard]] LocalizedText section_text(const LocalizedText& text);

/// Says how many of a table's rows are not shown; nothing when all are.
void write_more_rows(std::size_t num_rows, MarkdownDocument& page);

/// What a step summary had no room for.
struct SectionsLeftOut {
  std::size_t num_sections = 0;
  std::size_t num_entries = 0;  ///< In these sections.
};

/// Writes a step summary, of which GitHub shows nothing above 1,024 KiB: whole sections as long as there is room in 900 KiB.
/// Later ones that are shorter may still find it.
class SectionWriter {
 public:
  /// `num_bytes_taken` stand in the summary already.
  SectionWriter(std::ostream& out, std::size_t num_bytes_taken);

  /// `write` writes a section with so many entries to the stream it is given.
  void section(std::size_t num_entries, const std::function<void(std::ostream&)>& write);

  /// What was left out so far. There is room for the lines that say so.
  [[nodiscard]] const SectionsLeftOut& left_out() const { return left_out_; }

 private:
  std::ostream& out_;
  std::size_t room_;
  SectionsLeftOut left_out_;
};

}  // namespace kijun::reports
