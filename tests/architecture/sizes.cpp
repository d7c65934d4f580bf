#include "tests/architecture/sizes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "tests/architecture/cpp_scan.h"

namespace kijun::architecture {
namespace {

constexpr std::size_t kHeaderLines = 300;
constexpr std::size_t kSourceLines = 600;
constexpr std::size_t kFunctionLines = 60;
constexpr std::size_t kParameters = 6;
constexpr std::size_t kNesting = 4;

using Key = std::pair<std::string, std::string>;  // metric, place

std::string_view next_word(std::string_view& line) {
  line = trim(line);
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

std::map<Key, bool> parse_allow_list(std::string_view text, Violations& violations) {
  std::map<Key, bool> is_used;
  for (std::string_view line : lines_of(text)) {
    if (trim(line).empty() || line.starts_with('#')) {
      continue;
    }
    const std::string entry(line);
    const std::string metric(next_word(line));
    const std::string place(next_word(line));
    if (trim(line).empty()) {
      violations.push_back("allow-list: an entry is `<metric> <place> <reason>`: " + entry);
    } else if (!is_used.emplace(Key{metric, place}, false).second) {
      violations.push_back("allow-list: entered twice: " + entry);
    }
  }
  return is_used;
}

}  // namespace

std::vector<Excess> measure_excesses(const std::vector<SourceFile>& files) {
  std::vector<Excess> excesses;
  const auto measure = [&](std::string metric, std::string place, std::size_t value, std::size_t cap) {
    if (value > cap) {
      excesses.push_back({std::move(metric), std::move(place), value, cap});
    }
  };
  for (const SourceFile& file : files) {
    if (!is_cpp(file)) {
      continue;
    }
    const std::size_t num_lines = lines_of(file.text).size();
    measure(is_header(file) ? "header" : "source", file.path, num_lines, is_header(file) ? kHeaderLines : kSourceLines);
    for (const Function& function : outline(file.text).functions) {
      const std::string place = file.path + "#" + function.name;
      measure("function", place, function.num_lines, kFunctionLines);
      measure("parameters", place, function.num_parameters, kParameters);
      measure("nesting", place, function.nesting, kNesting);
    }
  }
  return excesses;
}

Violations check_sizes(const std::vector<SourceFile>& files, std::string_view allow_list) {
  Violations violations;
  std::map<Key, bool> is_used = parse_allow_list(allow_list, violations);
  for (const Excess& excess : measure_excesses(files)) {
    const auto entry = is_used.find({excess.metric, excess.place});
    if (entry != is_used.end()) {
      entry->second = true;
      continue;
    }
    violations.push_back(excess.place + ": " + excess.metric + " " + std::to_string(excess.value) + ", the cap is " +
                         std::to_string(excess.cap));
  }
  for (const auto& [key, used] : is_used) {
    if (!used) {
      violations.push_back("allow-list: not needed any more: " + key.first + " " + key.second);
    }
  }
  return violations;
}

}  // namespace kijun::architecture
