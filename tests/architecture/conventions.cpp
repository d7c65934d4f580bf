#include "tests/architecture/conventions.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string_view>

#include "tests/architecture/cpp_scan.h"
#include "tests/architecture/layers.h"

namespace kijun::architecture {
namespace {

// How often a name stands in code as a word of its own.
std::size_t count_word(std::string_view code, std::string_view name) {
  const auto is_part = [&](std::size_t at) { return at < code.size() && is_word(code[at]); };
  std::size_t number = 0;
  for (std::size_t at = code.find(name); at != code.npos; at = code.find(name, at + name.size()))
    if (!is_part(at - 1) && !is_part(at + name.size())) ++number;
  return number;
}

// "utf8_test.cpp" → "utf8", to be compared without case and underscores.
std::string folded_stem(std::string_view path) {
  std::string_view stem = path.substr(path.rfind('/') + 1);
  stem = stem.substr(0, stem.find("_test.cpp"));
  std::string folded;
  for (const char c : stem) {
    if (c != '_') {
      folded += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return folded;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// Not so names of namespaces, forward declarations, assertions, and diagnostics, whose texts say what they are.
bool needs_comment(const Declaration& declaration) {
  const std::string_view head = declaration.head;
  for (const std::string_view prefix : {"namespace ", "static_assert", "extern template", "template class"}) {
    if (head.starts_with(prefix)) {
      return false;
    }
  }
  if (head.starts_with("inline constexpr Definition ") || head.starts_with("inline constexpr diag::Definition ")) {
    return false;
  }
  if (head.starts_with("using ") && head.find('=') == std::string_view::npos) {
    return false;
  }
  const bool names_a_type = head.starts_with("class ") || head.starts_with("struct ") || head.starts_with("enum ");
  const bool is_forward = names_a_type && !declaration.has_body && head.find('(') == std::string_view::npos;
  return !is_forward && head.find("::") != 0;
}

// A comment above or beside it, or another declaration directly above whose comment covers the group.
bool is_covered(const std::vector<std::string_view>& lines, std::size_t line) {
  if (lines[line - 1].find("///") != std::string_view::npos) {
    return true;
  }
  const std::string_view above = line >= 2 ? trim(lines[line - 2]) : std::string_view();
  return above.starts_with("///") || above.ends_with(';') || (above.ends_with('}') && above.size() > 1);
}

bool is_code(std::string_view text) {
  return text.size() == 6 && text.starts_with("KJ") &&
         std::all_of(text.begin() + 2, text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// The codes that stand as whole string literals in engine/: where each is defined.
std::map<std::string, std::vector<std::string>> defined_codes(const std::vector<SourceFile>& files) {
  std::map<std::string, std::vector<std::string>> places;
  for (const SourceFile& file : files) {
    if (!is_cpp(file) || !file.path.starts_with("engine/")) {
      continue;
    }
    const std::string code = without_comments(file.text);
    for (std::size_t at = code.find("\"KJ"); at != std::string::npos; at = code.find("\"KJ", at + 1)) {
      const std::string candidate = code.substr(at + 1, 6);
      const bool is_first_member = trim(std::string_view(code).substr(0, at)).ends_with('{');
      if (is_first_member && is_code(candidate) && code.compare(at + 7, 1, "\"") == 0) {
        const auto line = std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        places[candidate].push_back(file.path + ":" + std::to_string(line + 1));
      }
    }
  }
  return places;
}

Violations find_lines(const std::vector<SourceFile>& files, const std::vector<std::string>& words,
                      std::string_view complaint) {
  Violations violations;
  for (const SourceFile& file : files) {
    std::size_t number = 0;
    for (const std::string_view line : lines_of(file.text)) {
      ++number;
      for (const std::string& word : words) {
        if (line.find(word) != std::string_view::npos) {
          violations.push_back(place(file, number) + std::string(complaint) + " `" + word + "`");
        }
      }
    }
  }
  return violations;
}

// The constants `k…Examples` and `kFooter` that commands print below `--help`, blanked out; the lines stay.
std::string without_help_examples(std::string code) {
  for (const std::string_view constant : {"Examples{", "kFooter{"}) {
    for (std::size_t at = code.find(constant); at != std::string::npos; at = code.find(constant, at + 1)) {
      const std::size_t end = std::min(code.find("};\n", at), code.size());
      std::replace_if(
          code.begin() + static_cast<std::ptrdiff_t>(at + constant.size()),
          code.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c != '\n'; }, ' ');
    }
  }
  return code;
}

/// Without the words by which a run says that its outputs are for a council: a reader, as the public is, and nothing that
/// a pack is about.
std::string without_readers(std::string text) {
  for (const std::string_view phrase :
       {R"("internal", "council", "municipality", "public")", "internal council municipality public", "kCouncil",
        R"(kForCouncil, "協議の場の資料", "Paper for the council")", "kForCouncil"})
    for (std::size_t at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at))
      text.erase(at, phrase.size());
  return text;
}

/// A paper is named after who reads it (`report council`).
std::string without_command_names(std::string code) {
  constexpr std::string_view kCall = "add_subcommand(\"";
  for (std::size_t at = code.find(kCall); at != std::string::npos; at = code.find(kCall, at + 1)) {
    const std::size_t end = std::min(code.find('"', at + kCall.size()), code.size());
    code.erase(at + kCall.size(), end - at - kCall.size());
  }
  return code;
}

}  // namespace

std::vector<TestCase> test_cases_of(const SourceFile& file) {
  std::vector<TestCase> cases;
  const std::string code = bare_code(file.text);
  for (const std::string_view macro :
       {"TEST(", "TEST_F(", "TEST_P(", "TYPED_TEST(", "TYPED_TEST_P(", "RC_GTEST_PROP(", "RC_GTEST_FIXTURE_PROP("}) {
    for (std::size_t at = code.find(macro); at != std::string::npos; at = code.find(macro, at + 1)) {
      if (at > 0 && code[at - 1] != '\n') {
        continue;
      }
      const std::size_t open = at + macro.size();
      const std::size_t comma = code.find(',', open);
      const std::size_t close = code.find_first_of(",)", comma + 1);
      const auto line = std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n');
      cases.push_back({std::string(trim(std::string_view(code).substr(open, comma - open))),
                       std::string(trim(std::string_view(code).substr(comma + 1, close - comma - 1))),
                       static_cast<std::size_t>(line) + 1});
    }
  }
  return cases;
}

Violations check_test_names(const std::vector<SourceFile>& files) {
  Violations violations;
  std::map<std::string, std::string> first_places;
  for (const SourceFile& file : files) {
    if (!file.path.starts_with("tests/") || !file.path.ends_with(".cpp")) {
      continue;
    }
    for (const TestCase& test : test_cases_of(file)) {
      const std::string name = test.suite + "." + test.name;
      const auto [first, is_new] = first_places.emplace(name, place(file, test.line));
      if (!is_new) {
        violations.push_back(place(file, test.line) + name + " is also at " + first->second);
      }
      if (file.path.starts_with("tests/unit/") && lower(test.suite).find(folded_stem(file.path)) == std::string::npos) {
        violations.push_back(place(file, test.line) + "the suite " + test.suite + " is not named after the file");
      }
    }
  }
  return violations;
}

Violations check_headers(const std::vector<SourceFile>& files) {
  Violations violations;
  for (const SourceFile& file : files) {
    if (!is_header(file)) {
      continue;
    }
    const std::vector<std::string_view> lines = lines_of(file.text);
    const std::string code = without_comments(file.text);
    if (!trim(code).starts_with("#pragma once")) {
      violations.push_back(file.path + ": does not begin with #pragma once");
    }
    if (!is_product(file)) {
      continue;
    }
    for (const Declaration& declaration : outline(file.text).declarations) {
      if (needs_comment(declaration) && !is_covered(lines, declaration.line)) {
        violations.push_back(place(file, declaration.line) + "no /// comment: " + declaration.head);
      }
    }
  }
  return violations;
}

Violations check_own_header_first(const std::vector<SourceFile>& files) {
  Violations violations;
  std::set<std::string> paths;
  for (const SourceFile& file : files) {
    paths.insert(file.path);
  }
  for (const SourceFile& file : files) {
    if (!is_product(file) || !file.path.ends_with(".cpp")) {
      continue;
    }
    const std::string own = file.path.substr(0, file.path.size() - 4) + ".h";
    const std::vector<Include> includes = includes_of(file);
    if (paths.count(own) != 0 && (includes.empty() || includes.front().target != own)) {
      violations.push_back(file.path + ": the first include is not \"" + own + "\"");
    }
  }
  return violations;
}

Violations check_diagnostic_coverage(const std::vector<SourceFile>& files) {
  Violations violations;
  std::map<std::string, std::vector<std::string>> codes = defined_codes(files);
  std::set<std::string> shown;
  for (const SourceFile& file : files) {
    if (!file.path.starts_with("tests/diag/") || !file.path.ends_with("/expected.txt")) {
      continue;
    }
    const std::string code = file.path.substr(std::string_view("tests/diag/").size(), 6);
    if (codes.count(code) == 0) {
      violations.push_back(file.path + ": the folder is not named after a defined code");
    } else if (file.text.find("[" + code + "]") == std::string::npos) {
      violations.push_back(file.path + ": does not show " + code);
    } else {
      shown.insert(code);
    }
  }
  for (const auto& [code, places] : codes) {
    if (shown.count(code) == 0) {
      violations.push_back(places.front() + ": " + code + " has no case in tests/diag");
    }
    for (std::size_t i = 1; i < places.size(); ++i) {
      violations.push_back(places[i] + ": " + code + " is already defined at " + places.front());
    }
  }
  return violations;
}

Violations check_machine_paths(const std::vector<SourceFile>& files) {
  // Put together here, so that this file does not hold what it looks for.
  const std::string slash = "/";
  return find_lines(files, {slash + "home/", slash + "root/", slash + "work/", slash + "Users/", "C:" + slash},
                    "a path of somebody's machine:");
}

Violations check_pack_words(const std::vector<SourceFile>& files) {
  std::vector<SourceFile> code;
  for (const SourceFile& file : files) {
    const bool is_asset = file.path.ends_with(".js") || file.path.ends_with(".css") || file.path.ends_with(".inc");
    const bool is_examples = file.path.ends_with("_examples.h") || file.path == "engine/analysis/lint/lint_checks.cpp";
    if (is_product(file) && !is_examples && (is_cpp(file) || is_asset)) {
      const std::string text =
          is_cpp(file) ? without_command_names(without_help_examples(without_comments(file.text))) : file.text;
      code.push_back({file.path, without_readers(text)});
    }
  }
  return find_lines(code,
                    {"council", "Council", "coordinator", "Coordinator", "協議", "コーディネーター", "医療的ケア"},
                    "knows what a rule pack is about:");
}

Violations check_using_declarations(const std::vector<SourceFile>& files) {
  Violations violations;
  for (const SourceFile& file : files) {
    if (!file.path.ends_with(".cpp")) continue;
    const std::string code = without_comments(file.text);
    std::size_t number = 0;
    for (const std::string_view full_line : lines_of(code)) {
      ++number;
      const std::string_view line = trim(full_line);
      const std::size_t colons = line.rfind("::");
      if (!line.starts_with("using ") || line.starts_with("using namespace ") || !line.ends_with(';') ||
          colons == line.npos || line.find('=') != line.npos)
        continue;
      const std::string_view name = line.substr(colons + 2, line.size() - colons - 3);
      if (count_word(code, name) == 1) violations.push_back(place(file, number) + "unused: " + std::string(line));
    }
  }
  return violations;
}

Violations check_unfinished_marks(const std::vector<SourceFile>& files) {
  const std::string to_do = "TO";
  return find_lines(files, {to_do + "DO", "FIX" + std::string("ME"), "XX" + std::string("X:")}, "unfinished:");
}

}  // namespace kijun::architecture
