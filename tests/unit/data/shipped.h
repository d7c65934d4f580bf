#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/survey/input_file.h"

namespace kijun::shipped {

/// Cells of one CSV record, or of one entity keyed by column.
using Row = std::vector<std::string>;

/// Bytes of a file of the repository (`path` relative to its root); a failure of the running test when unreadable.
[[nodiscard]] std::string read(const std::string& path);

/// All records of a CSV file, heading rows included, decoded by the survey's reader. A diagnostic fails the test.
[[nodiscard]] std::vector<Row> csv(const std::string& path, survey::Encoding encoding = survey::Encoding::kUtf8);

/// Records below the single heading row of a CSV file, each by its column names.
[[nodiscard]] std::vector<std::map<std::string, std::string>> csv_by_column(const std::string& path);

/// One `[[body]]` of a bodies.toml; what the file leaves out is empty.
struct Body {
  std::string id;
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> members;
  std::string evidence;
  bool prefecture_involved = false;
  bool confirmed = false;
};

/// The bodies of a bodies.toml with their Japanese texts.
[[nodiscard]] std::vector<Body> bodies(const std::string& path);

/// `text` without line feeds: notes are compared that way, since the source wraps them.
[[nodiscard]] std::string without_breaks(std::string_view text);

/// The code points of `text`, each as UTF-8.
[[nodiscard]] std::vector<std::string> code_points(std::string_view text);

/// How often `part` occurs in `text`.
[[nodiscard]] std::size_t occurrences(std::string_view text, std::string_view part);

/// The sixth digit that the first five of a local government code demand: the last digit of 11 minus the remainder of
/// 6a+5b+4c+3d+2e by 11 (総務省 全国地方公共団体コード, 検査数字).
[[nodiscard]] char check_digit(std::string_view code);

}  // namespace kijun::shipped
