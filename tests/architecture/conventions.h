#pragma once

#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace kijun::architecture {

/// A test case as its macro names it.
struct TestCase {
  std::string suite;
  std::string name;
  std::size_t line = 0;
};

/// The test cases of a C++ file (TEST, TEST_F, TEST_P, TYPED_TEST, RC_GTEST_PROP and the like).
[[nodiscard]] std::vector<TestCase> test_cases_of(const SourceFile& file);

/// Test cases whose `Suite.Name` occurs twice in the tree, and unit tests whose suite is not named after their file.
[[nodiscard]] Violations check_test_names(const std::vector<SourceFile>& files);

/// Headers that do not begin with `#pragma once`, and public declarations of engine/ and reports/ without `///`.
[[nodiscard]] Violations check_headers(const std::vector<SourceFile>& files);

/// Sources of engine/ and reports/ whose first include is not their own header.
[[nodiscard]] Violations check_own_header_first(const std::vector<SourceFile>& files);

/// Diagnostic codes that engine/ defines twice or that no `tests/diag/<code>-<slug>/expected.txt` shows, and case
/// folders there whose own code is not defined or not shown.
[[nodiscard]] Violations check_diagnostic_coverage(const std::vector<SourceFile>& files);

/// Lines that name a folder of somebody's machine.
[[nodiscard]] Violations check_machine_paths(const std::vector<SourceFile>& files);

/// Lines of engine/ and reports/ that know what a rule pack is about: its words outside comments, the examples of
/// diagnostics and lint checks, the examples of `--help`, the names of commands, and the readers of `--audience`.
[[nodiscard]] Violations check_pack_words(const std::vector<SourceFile>& files);

/// A using-declaration of a .cpp file names what the rest of the file uses. (clang-tidy sees them only in the file that
/// it is called for, which may be a unit of several.)
[[nodiscard]] Violations check_using_declarations(const std::vector<SourceFile>& files);

/// Lines that put off work.
[[nodiscard]] Violations check_unfinished_marks(const std::vector<SourceFile>& files);

}  // namespace kijun::architecture
