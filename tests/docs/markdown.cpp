#include "tests/docs/markdown.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace kijun::docs {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::vector<std::string> split_row(std::string_view line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cell += line[++i];
    } else if (line[i] == '|') {
      cells.emplace_back(trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

bool is_rule(std::string_view line) { return line.starts_with("| ---"); }

/// Reads a page line by line into sections.
class PageReader {
 public:
  std::vector<Section> read(std::string_view text) {
    sections_.emplace_back();
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      ++line_;
      add(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return std::move(sections_);
  }

 private:
  void add(std::string_view line) {
    if (in_block_) return add_to_block(line);
    const bool is_row = line.starts_with("|");
    if (is_row) return add_row(line);
    in_table_ = false;
    if (trimmed(line).starts_with("```")) {
      sections_.back().blocks.push_back({line_, std::string(trimmed(line).substr(3)), {}});
      in_block_ = true;
    } else if (line.starts_with("#")) {
      const std::size_t level = line.find_first_not_of('#');
      sections_.push_back({line_, level, std::string(trimmed(line.substr(level))), {}, {}, {}});
    } else if (!trimmed(line).empty()) {
      sections_.back().paragraphs.emplace_back(trimmed(line));
    }
  }

  void add_to_block(std::string_view line) {
    if (trimmed(line) == "```") {
      in_block_ = false;
    } else {
      sections_.back().blocks.back().text += std::string(line) + "\n";
    }
  }

  void add_row(std::string_view line) {
    if (!in_table_) {
      sections_.back().tables.push_back({line_, split_row(line), {}});
      in_table_ = true;
    } else if (!is_rule(line)) {
      sections_.back().tables.back().rows.push_back(split_row(line));
    }
  }

  std::vector<Section> sections_;
  std::size_t line_ = 0;
  bool in_block_ = false;
  bool in_table_ = false;
};

}  // namespace

std::vector<Section> parse_sections(std::string_view text) { return PageReader().read(text); }

std::vector<Table> tables_of(const std::string& path) {
  std::vector<Table> tables;
  for (Section& section : parse_sections(page_text(path)))
    for (Table& table : section.tables) tables.push_back(std::move(table));
  return tables;
}

std::string page_text(const std::string& path) {
  std::ifstream in(std::string(KIJUN_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> code_spans(std::string_view cell) {
  std::vector<std::string> spans;
  while (true) {
    const std::size_t begin = cell.find('`');
    if (begin == std::string_view::npos) return spans;
    const std::string_view fence = cell.substr(begin).starts_with("``") ? "``" : "`";
    const std::size_t end = cell.find(fence, begin + fence.size());
    if (end == std::string_view::npos) return spans;
    spans.emplace_back(trimmed(cell.substr(begin + fence.size(), end - begin - fence.size())));
    cell.remove_prefix(end + fence.size());
  }
}

std::string plain(std::string_view cell) {
  const std::vector<std::string> spans = code_spans(cell);
  return spans.size() == 1 && cell.starts_with("`") && cell.ends_with("`") ? spans.front() : std::string(cell);
}

}  // namespace kijun::docs
