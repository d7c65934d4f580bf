#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kijun::docs {

/// One table of a Markdown page. Cells are trimmed and their `\|` is `|`.
struct Table {
  std::size_t line = 0;  ///< 1-based line of its header.
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};

/// One fenced block.
struct CodeBlock {
  std::size_t line = 0;  ///< 1-based line of its first fence.
  std::string language;  ///< The word behind the fence.
  std::string text;      ///< Its lines, each ended by a newline.
};

/// A part of a page below one heading, up to the next heading of any level.
struct Section {
  std::size_t line = 0;
  std::size_t level = 0;  ///< Number of `#`; 0 for what stands before the first heading.
  std::string title;
  std::vector<std::string> paragraphs;  ///< Text outside tables and blocks, one entry per line that is not empty.
  std::vector<Table> tables;
  std::vector<CodeBlock> blocks;
};

/// The page in its sections, in order.
[[nodiscard]] std::vector<Section> parse_sections(std::string_view text);

/// Every table of a page of the repository, by its path from the root.
[[nodiscard]] std::vector<Table> tables_of(const std::string& path);

/// The text of a file of the repository; a failure of the test when there is none.
[[nodiscard]] std::string page_text(const std::string& path);

/// What stands between backticks in a cell, in order. A span fenced by two backticks may hold one.
[[nodiscard]] std::vector<std::string> code_spans(std::string_view cell);

/// The cell without its backticks.
[[nodiscard]] std::string plain(std::string_view cell);

}  // namespace kijun::docs
