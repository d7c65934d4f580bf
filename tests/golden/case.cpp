#include "tests/golden/case.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <system_error>

#include "tests/golden/process.h"
#include "tests/golden/scratch.h"

namespace kijun::golden {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBlanks = " \t\r";

void write_bytes(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// The words of one line; nothing when a quote is left open.
std::optional<std::vector<std::string>> split_words(std::string_view line) {
  std::vector<std::string> words;
  bool in_word = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (kBlanks.find(c) != std::string_view::npos) {
      in_word = false;
      continue;
    }
    if (!in_word) {
      words.emplace_back();
      in_word = true;
    }
    if (c != '\'' && c != '"') {
      words.back() += c;
      continue;
    }
    const std::size_t end = line.find(c, i + 1);
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    words.back() += line.substr(i + 1, end - i - 1);
    i = end;
  }
  return words;
}

bool is_assignment(std::string_view word) {
  const std::size_t equals = word.find('=');
  return equals != std::string_view::npos && equals > 0 &&
         std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals),
                     [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

bool is_expectation(const fs::path& entry) {
  return entry.filename() == "grown" || entry.filename() == "expected" || entry.filename() == "expected.txt" ||
         entry.filename() == "cmd";
}

void copy_inputs(const Setting& setting, const fs::path& scratch) {
  for (const fs::directory_entry& entry : fs::directory_iterator(setting.folder)) {
    if (!is_expectation(entry.path())) {
      fs::copy(entry.path(), scratch / entry.path().filename(), fs::copy_options::recursive);
    }
  }
  const std::map<std::string, fs::path> shared{{"data", setting.root / "data"},
                                               {"rules", setting.root / "rules"},
                                               {"fixtures", setting.root / "tests/fixtures"}};
  for (const auto& [name, target] : shared) {
    if (!fs::exists(scratch / name) && fs::exists(target)) {
      fs::create_directory_symlink(target, scratch / name);
    }
  }
}

// Fills files of the copy up with line ends to the sizes that `grown` lists.
void grow_inputs(const Setting& setting, const fs::path& scratch) {
  std::istringstream sizes(read_bytes(setting.folder / "grown"));
  std::string path;
  std::size_t size = 0;
  while (sizes >> path >> size) {
    std::string bytes = read_bytes(scratch / path);
    bytes.resize(size, '\n');
    write_bytes(scratch / path, bytes);
  }
}

// Every regular file below `folder`, not following links, by relative path.
std::map<std::string, std::string> read_folder(const fs::path& folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) {
    return files;
  }
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && !entry.is_symlink()) {
      files[entry.path().lexically_relative(folder).generic_string()] = read_bytes(entry.path());
    }
  }
  return files;
}

void append_stream(std::string& transcript, std::string_view name, const std::string& bytes) {
  if (bytes.empty()) {
    return;
  }
  transcript += "[" + std::string(name) + "]\n" + bytes;
  if (bytes.back() != '\n') {
    transcript += "\n[no line end]\n";
  }
}

std::string first_difference(std::string_view expected, std::string_view actual) {
  constexpr std::size_t kContext = 3;
  const std::vector<std::string_view> wanted = lines_of(expected);
  const std::vector<std::string_view> got = lines_of(actual);
  const auto place = std::mismatch(wanted.begin(), wanted.end(), got.begin(), got.end());
  const auto line = static_cast<std::size_t>(place.first - wanted.begin());
  std::string text = "  line " + std::to_string(line + 1) + "\n";
  for (std::size_t i = line < kContext ? 0 : line - kContext; i < line; ++i) {
    text += "    " + std::string(wanted[i]) + "\n";
  }
  if (place.first == wanted.end() && place.second == got.end()) {
    return text + "  they differ only in the last line end\n";
  }
  text += place.first == wanted.end() ? "  - (end of file)\n" : "  - " + std::string(*place.first) + "\n";
  text += place.second == got.end() ? "  + (end of file)\n" : "  + " + std::string(*place.second) + "\n";
  return text;
}

}  // namespace

tl::expected<std::vector<Command>, std::string> parse_commands(std::string_view text) {
  std::vector<Command> commands;
  for (std::string_view line : lines_of(text)) {
    const std::size_t first = line.find_first_not_of(kBlanks);
    if (first == std::string_view::npos || line[first] == '#') {
      continue;
    }
    line = line.substr(first, line.find_last_not_of(kBlanks) - first + 1);
    std::optional<std::vector<std::string>> words = split_words(line);
    if (!words) {
      return tl::unexpected("cmd: a quote is left open: " + std::string(line));
    }
    const auto arguments = std::find_if_not(words->begin(), words->end(), is_assignment);
    commands.push_back({{words->begin(), arguments}, {arguments, words->end()}, std::string(line)});
  }
  if (commands.empty()) {
    return tl::unexpected(std::string("cmd: nothing to run"));
  }
  return commands;
}

tl::expected<Outcome, std::string> run_case(const Setting& setting) {
  const auto commands = parse_commands(read_bytes(setting.folder / "cmd"));
  if (!commands) {
    return tl::unexpected(commands.error());
  }
  const Scratch scratch;
  if (scratch.path().empty()) {
    return tl::unexpected(std::string("no scratch folder can be made"));
  }
  copy_inputs(setting, scratch.path());
  grow_inputs(setting, scratch.path());
  const std::map<std::string, std::string> before = read_folder(scratch.path());
  Outcome outcome;
  for (const Command& command : *commands) {
    std::vector<std::string> environment{"HOME=" + scratch.path().string(), "LC_ALL=C", "PATH=/usr/bin:/bin"};
    environment.insert(environment.end(), command.environment.begin(), command.environment.end());
    const ProcessResult result = run({setting.kijun, command.arguments, environment, scratch.path()});
    outcome.transcript += "$ kijun " + command.line + "\nexit " + result.exit + "\n";
    append_stream(outcome.transcript, "stdout", result.out);
    append_stream(outcome.transcript, "stderr", result.err);
  }
  outcome.files = read_folder(scratch.path());
  std::erase_if(outcome.files, [&](const auto& file) {
    const auto original = before.find(file.first);
    return original != before.end() && original->second == file.second;
  });
  return outcome;
}

Outcome read_expected(const fs::path& folder) {
  return {read_bytes(folder / "expected.txt"), read_folder(folder / "expected")};
}

void write_expected(const fs::path& folder, const Outcome& outcome) {
  write_bytes(folder / "expected.txt", outcome.transcript);
  fs::remove_all(folder / "expected");
  for (const auto& [name, bytes] : outcome.files) {
    write_bytes(folder / "expected" / name, bytes);
  }
}

std::string describe_differences(const Outcome& expected, const Outcome& actual) {
  std::string text;
  if (expected.transcript != actual.transcript) {
    text += "expected.txt\n" + first_difference(expected.transcript, actual.transcript);
  }
  std::set<std::string> names;
  for (const Outcome* outcome : {&expected, &actual}) {
    for (const auto& [name, bytes] : outcome->files) {
      names.insert(name);
    }
  }
  for (const std::string& name : names) {
    const auto wanted = expected.files.find(name);
    const auto got = actual.files.find(name);
    if (wanted == expected.files.end()) {
      text += "expected/" + name + "\n  written, but not expected\n";
    } else if (got == actual.files.end()) {
      text += "expected/" + name + "\n  expected, but not written\n";
    } else if (wanted->second != got->second) {
      text += "expected/" + name + "\n" + first_difference(wanted->second, got->second);
    }
  }
  return text;
}

}  // namespace kijun::golden
