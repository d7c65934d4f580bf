// Every diagnostic has an example, every example holds, and the pages that list them are what kijun prints. An example is
// proved in the code's folder below tests/diag, whose expected.txt says that the wrong text gives the code: the right
// text is put in its place, the commands run again, and the code must be shown less often than before and nothing new.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "engine/cli/app.h"
#include "engine/cli/diagnostics.h"
#include "engine/diag/reference.h"
#include "tests/docs/markdown.h"
#include "tests/golden/case.h"

namespace kijun::docs {
namespace {

namespace fs = std::filesystem;
using diag::Definition;
using diag::Example;
using diag::ExamplePlace;

constexpr std::string_view kElision = "…";
constexpr std::string_view kEnglish = " --lang en";

/// Files by path, as the commands of a case see them.
using Files = std::map<std::string, std::string>;

std::string read_file(const fs::path& path) { return page_text(path.lexically_relative(KIJUN_SOURCE_DIR).string()); }

void read_tree(const fs::path& folder, const std::string& prefix, Files& files) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[prefix + entry.path().lexically_relative(folder).generic_string()] = read_file(entry.path());
}

/// What every case can read beside its own files.
Files shared_files() {
  Files files;
  read_tree(fs::path(KIJUN_SOURCE_DIR) / "rules", "rules/", files);
  read_tree(fs::path(KIJUN_SOURCE_DIR) / "tests/fixtures", "fixtures/", files);
  return files;
}

/// The text cut at every `…`.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  while (true) {
    const std::size_t end = text.find(kElision);
    pieces.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + kElision.size());
  }
}

/// The text with `wrong` in it put right, or nothing when it is not there once. A `…` of the right text is the stretch
/// that the same `…` of the wrong one stands for.
std::optional<std::string> put_right(const std::string& text, const Example& example) {
  if (example.wrong.empty()) return text.empty() ? std::optional(std::string(example.right)) : std::nullopt;
  const std::vector<std::string> wrong = pieces_of(example.wrong);
  const std::size_t begin = text.find(wrong.front());
  if (begin == std::string::npos) return std::nullopt;
  if (wrong.size() == 1 && text.find(wrong.front(), begin + 1) != std::string::npos) return std::nullopt;
  std::vector<std::string> stretches;
  std::size_t end = begin + wrong.front().size();
  for (std::size_t i = 1; i < wrong.size(); ++i) {
    const std::size_t place = i + 1 == wrong.size() ? text.rfind(wrong[i]) : text.find(wrong[i], end);
    if (place == std::string::npos || place < end) return std::nullopt;
    stretches.push_back(text.substr(end, place - end));
    end = place + wrong[i].size();
  }
  const std::vector<std::string> right = pieces_of(example.right);
  std::string result = text.substr(0, begin) + right.front();
  for (std::size_t i = 1; i < right.size(); ++i) result += stretches.at(i - 1) + right[i];
  return result + text.substr(end);
}

bool is_place(const std::string& path, ExamplePlace place) {
  const std::string name = fs::path(path).filename().string();
  switch (place) {
    case ExamplePlace::kExpression:
    case ExamplePlace::kRuleset:
      return path.starts_with("pack/") && name != "fields.toml" && name != "pack.toml";
    case ExamplePlace::kVocabulary:
    case ExamplePlace::kPack:
      return path.starts_with("pack/") && name == diag::place_title(place).en;
    case ExamplePlace::kAnswers:
      return name == "answers.csv";
    case ExamplePlace::kCommand:
      return path == "cmd";
    default:
      return name == diag::place_title(place).en;
  }
}

/// A case of tests/diag with its files in memory.
class DiagCase {
 public:
  explicit DiagCase(const Definition& definition)
      : folder_(fs::path(KIJUN_SOURCE_DIR) / "tests/diag" /
                (std::string(definition.code) + "-" + std::string(definition.slug))) {
    if (exists()) read_tree(folder_, "", files_);
  }

  [[nodiscard]] bool exists() const { return fs::exists(folder_); }

  /// Replaces the wrong text; false when no file, or more than one, has it once.
  bool put_right(const Example& example) {
    std::size_t num_changed = 0;
    for (auto& [path, text] : files_) {
      if (!is_place(path, example.place)) continue;
      if (example.place == ExamplePlace::kCommand) {
        num_changed += replace_command(text, example);
      } else if (auto right = docs::put_right(text, example)) {
        text = *std::move(right);
        ++num_changed;
      }
    }
    return num_changed == 1;
  }

  /// It is wrong by its size, which no text of it can put right.
  [[nodiscard]] bool is_grown() const { return files_.contains("grown"); }

  /// What the case's English commands print, by its expectation on disk.
  [[nodiscard]] std::string expected() const {
    std::string text;
    std::istringstream lines(files_.at("expected.txt"));
    bool english = false;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("$ kijun ")) english = line.ends_with(kEnglish);
      if (english) text += line + "\n";
    }
    return text;
  }

  /// What they print with the files as they are now.
  [[nodiscard]] std::string transcript() const {
    static const Files kShared = shared_files();
    MemoryFileSystem memory;
    for (const Files* files : {&kShared, &files_})
      for (const auto& [path, text] : *files) static_cast<void>(memory.write(path, text));
    std::ostringstream printed;
    const auto commands = golden::parse_commands(files_.at("cmd"));
    for (const golden::Command& command : *commands) {
      if (!command.line.ends_with(kEnglish)) continue;
      static_cast<void>(cli::run(command.arguments, memory, {}, printed, printed));
    }
    return printed.str();
  }

 private:
  /// Every line of `cmd` starts with the command, so that all of them are put right.
  static std::size_t replace_command(std::string& text, const Example& example) {
    constexpr std::string_view kProgram = "kijun ";
    const std::string wrong(example.wrong.substr(kProgram.size()));
    const std::string right(example.right.substr(kProgram.size()));
    std::size_t place = text.find(wrong);
    const bool found = place != std::string::npos;
    for (; place != std::string::npos; place = text.find(wrong, place + right.size()))
      text.replace(place, wrong.size(), right);
    return found ? 1 : 0;
  }

  fs::path folder_;
  Files files_;
};

std::size_t count_of(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t i = text.find(word); i != std::string::npos; i = text.find(word, i + 1)) ++count;
  return count;
}

/// Codes of errors and warnings in a transcript.
std::set<std::string> codes_in(const std::string& text) {
  std::set<std::string> codes;
  for (const std::string level : {"error[", "warning["})
    for (std::size_t i = text.find(level); i != std::string::npos; i = text.find(level, i + 1))
      codes.insert(text.substr(i + level.size(), std::string_view("KJ0000").size()));
  return codes;
}

TEST(DiagnosticsTest, EveryCodeHasAnExample) {
  for (const Definition* definition : cli::diagnostics().definitions())
    EXPECT_NE(cli::diagnostics().example(*definition), nullptr) << definition->code << " " << definition->slug;
}

TEST(DiagnosticsTest, TheRightTextOfEveryExampleIsRight) {
  for (const Definition* definition : cli::diagnostics().definitions()) {
    const Example* example = cli::diagnostics().example(*definition);
    const std::string code(definition->code);
    DiagCase wrong(*definition);
    ASSERT_TRUE(wrong.exists()) << code;
    if (example == nullptr || wrong.is_grown()) continue;
    DiagCase right = wrong;
    ASSERT_TRUE(right.put_right(*example)) << code << ": the wrong text does not stand once in the case:\n"
                                           << example->wrong;
    const std::string before = wrong.expected();
    const std::string after = right.transcript();
    EXPECT_LT(count_of(after, "[" + code + "]"), count_of(before, "[" + code + "]")) << code << "\n" << after;
    for (const std::string& other : codes_in(after))
      EXPECT_TRUE(codes_in(before).contains(other)) << code << "\n" << after;
  }
}

TEST(DiagnosticsTest, ThePagesAreWhatKijunPrints) {
  for (const auto& [language, name] : {std::pair{Language::kJapanese, "ja"}, std::pair{Language::kEnglish, "en"}}) {
    const std::string path = "docs/diagnostics." + std::string(name) + ".md";
    EXPECT_TRUE(page_text(path) == diag::reference_page(cli::diagnostics(), language))
        << path << " is out of date; write it anew: kijun explain --all --format markdown --lang " << name << " > "
        << path;
  }
}

}  // namespace
}  // namespace kijun::docs
