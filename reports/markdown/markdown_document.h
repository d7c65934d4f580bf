#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"

namespace kijun::reports {

/// Writes GitHub Flavored Markdown in one language. Text is always escaped; only the structure is markup.
class MarkdownDocument {
 public:
  MarkdownDocument(std::ostream& out, Language language) : out_(out), language_(language) {}

  /// `level` 1 to 4; blank lines around it.
  void heading(int level, const LocalizedText& text);
  void paragraph(const LocalizedText& text);
  /// A note as it was given, as a block quote.
  void quote(std::string_view raw);
  /// A block of code in `syntax` ("toml"), fenced so that nothing in it ends it; controls are made visible.
  void code(std::string_view text, std::string_view syntax);
  /// Starts a table; every row has as many cells as the heading. Cells are escaped markup made by `cell`.
  void table_head(const std::vector<LocalizedText>& headings);
  void table_row(const std::vector<std::string>& cells);
  void end_table();
  /// One list item; `markup` is made by `cell`. Continuation lines are indented.
  void item(std::string_view markup, std::size_t depth = 0);
  void blank_line();

  /// Escaped text in the document's language.
  [[nodiscard]] std::string cell(const LocalizedText& text) const;

 private:
  std::ostream& out_;
  Language language_;
};

}  // namespace kijun::reports
