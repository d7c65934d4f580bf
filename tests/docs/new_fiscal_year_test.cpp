// Does what docs/new-fiscal-year.*.md say, one block after the other: commands are run and their outputs compared with the
// page, edits are made, and rows shown of the register have to be there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "engine/cli/app.h"
#include "tests/docs/markdown.h"
#include "tests/golden/case.h"

namespace kijun::docs {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

constexpr std::string_view kElision = "…";
constexpr std::size_t kSteps = 10;

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// Whether the shown lines are the actual ones, any of which may have been left out at a `…`.
bool is_shown(const Lines& shown, const Lines& actual) {
  auto at = actual.begin();
  bool may_skip = false;
  for (auto line = shown.begin(); line != shown.end();) {
    if (*line == kElision) {
      may_skip = true;
      ++line;
      continue;
    }
    const auto end = std::find(line, shown.end(), kElision);
    const auto found = std::search(at, actual.end(), line, end);
    if (found == actual.end() || (!may_skip && found != at)) return false;
    at = found + (end - line);
    line = end;
    may_skip = false;
  }
  return may_skip || at == actual.end();
}

/// The user's folder, in memory.
class Desk {
 public:
  Desk() {
    copy_tree("rules", "rules");
    copy_tree("tests/fixtures/kakuu-years", "data/kakuu");
    EXPECT_TRUE(files_.write("kijun.toml", "[defaults]\nrules = \"rules/mcare\"\n").has_value());
  }

  /// What a terminal shows for a command. Of other programs `cp`, `mkdir` and `touch` are enough; in memory a folder is
  /// there when a file is in it.
  std::string run(const golden::Command& command) {
    const Lines& words = command.arguments;
    if (words.at(0) == "cp") return write(words.at(2), read(words.at(1)));
    if (words.at(0) == "mkdir") return files_.is_directory(words.at(1)) ? "it exists\n" : "";
    if (words.at(0) == "touch") return write(words.at(1), "");
    if (words.at(0) != "kijun") return "no such command: " + command.line + "\n";
    std::ostringstream out;
    std::ostringstream err;
    (void)cli::run({words.begin() + 1, words.end()}, files_, {}, out, err);
    return out.str() + err.str();
  }

  /// Makes the change that a diff shows without line numbers; false when its old lines are not there once.
  bool change(const Lines& diff) {
    Lines old_lines;
    Lines new_lines;
    for (auto line = diff.begin() + 1; line != diff.end(); ++line) {
      if (line->at(0) != '+') old_lines.push_back(line->substr(1));
      if (line->at(0) != '-') new_lines.push_back(line->substr(1));
    }
    const std::string path = diff.front().substr(std::string_view("--- ").size());
    std::string text = read(path);
    const std::string wanted = joined(old_lines);
    const std::size_t at = text.find(wanted);
    if (at == std::string::npos || text.find(wanted, at + 1) != std::string::npos) return false;
    return write(path, text.replace(at, wanted.size(), joined(new_lines))).empty();
  }

  std::string read(const std::string& path) { return files_.read(path, FileSystem::kDefaultBudget).value_or(""); }

 private:
  std::string write(const std::string& path, const std::string& text) {
    const Status written = files_.write(path, text);
    return written ? "" : written.error().message + "\n";
  }

  /// Of the surveys, which the page makes, only the answers have come.
  void copy_tree(const std::string& from, const std::string& to) {
    const fs::path root = fs::path(KIJUN_SOURCE_DIR) / from;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file()) continue;
      const std::string name = entry.path().lexically_relative(root).generic_string();
      const std::string text = page_text(from + "/" + name);
      const bool is_survey = name.starts_with("20");
      const std::string year = name.substr(0, name.find('/'));
      if (is_survey && name != year + "/answers.csv") continue;
      EXPECT_EQ(write(is_survey ? "inbox/" + year + ".csv" : to + "/" + name, text), "");
    }
  }

  MemoryFileSystem files_;
};

class NewFiscalYearTest : public testing::TestWithParam<const char*> {
 protected:
  void do_block(const CodeBlock& block) {
    const Lines lines = lines_of(block.text);
    if (block.language == "console") return run_console(block, lines);
    if (block.language == "diff") {
      EXPECT_TRUE(desk_.change(lines)) << place(block);
      return;
    }
    ASSERT_EQ(block.language, "csv") << place(block);
    const Lines rows = lines_of(desk_.read("data/kakuu/municipalities.csv"));
    for (const std::string& row : lines)
      EXPECT_NE(std::find(rows.begin(), rows.end(), row), rows.end()) << place(block) << row;
  }

 private:
  static std::string place(const CodeBlock& block) {
    return std::string(GetParam()) + ":" + std::to_string(block.line) + ": ";
  }

  void run_console(const CodeBlock& block, const Lines& lines) {
    for (auto line = lines.begin(); line != lines.end();) {
      ASSERT_TRUE(line->starts_with("$ ")) << place(block) << *line;
      const auto commands = golden::parse_commands(line->substr(2));
      ASSERT_TRUE(commands.has_value()) << place(block) << *line;
      const auto next = std::find_if(line + 1, lines.end(), [](const auto& one) { return one.starts_with("$ "); });
      const std::string output = desk_.run(commands->front());
      EXPECT_TRUE(is_shown({line + 1, next}, lines_of(output))) << place(block) << *line << "\n" << output;
      line = next;
    }
  }

  Desk desk_;
};

TEST_P(NewFiscalYearTest, DoesWhatThePageSays) {
  std::size_t num_steps = 0;
  for (const Section& section : parse_sections(page_text(GetParam()))) {
    if (section.level == 2) {
      EXPECT_TRUE(section.title.starts_with(std::to_string(++num_steps) + ". ")) << section.title;
    }
    for (const CodeBlock& block : section.blocks) do_block(block);
  }
  EXPECT_EQ(num_steps, kSteps);
}

INSTANTIATE_TEST_SUITE_P(Languages, NewFiscalYearTest,
                         testing::Values("docs/new-fiscal-year.ja.md", "docs/new-fiscal-year.en.md"));

}  // namespace
}  // namespace kijun::docs
