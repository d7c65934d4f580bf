#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/lazy.h"
#include "engine/survey/answer_file.h"
#include "engine/survey/register.h"
#include "engine/survey/text_table.h"
#include "engine/table/group.h"

namespace kijun::survey {

/// Reads the zone that an answer file gives its subjects. Belongs to one thread.
class ZoneReader {
 public:
  explicit ZoneReader(const std::vector<Zone>& zones) : zones_(zones) {}
  /// Position of the zone of a cell as written, by id or name; kNoGroup for a blank cell; nothing for anything else.
  [[nodiscard]] std::optional<std::uint32_t> zone_of(std::string_view written, const char* readable_end);
  /// Reads the zones of rows into `zones`, kNoGroup for anything that is none. False when there is such a thing.
  [[nodiscard]] bool read(const SplitBlock& block, RowRange rows, std::size_t cell, std::vector<std::uint32_t>& zones);

 private:
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view written) const;

  const std::vector<Zone>& zones_;
  TextTable written_;
  std::vector<std::optional<std::uint32_t>> met_;  ///< By number in `written_`.
};

/// The order of a list's codes: short ones first, so that numbers stand by their value.
[[nodiscard]] inline bool code_before(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

/// Cells that describe a subject which the answer file lists.
struct SubjectCells {
  std::size_t code = 0;
  std::optional<std::size_t> name;
  std::optional<std::size_t> zone;
};

/// The subjects that an answer file lists, read from it when asked for. Safe to use from several threads.
class ListedSubjects {
 public:
  /// Both are borrowed.
  ListedSubjects(const AnswerFile& answers, SubjectCells cells, const std::vector<Zone>& zones)
      : answers_(answers), cells_(cells), zones_(zones) {}

  [[nodiscard]] const SubjectCells& cells() const { return cells_; }
  [[nodiscard]] std::string_view code(std::uint32_t row) const { return answers_.cell(row, cells_.code).text; }
  /// The code when the file gives no name.
  [[nodiscard]] std::string_view name(std::uint32_t row) const;
  /// Position of its zone, or kNoGroup.
  [[nodiscard]] std::uint32_t zone(std::uint32_t row) const;
  [[nodiscard]] diag::Span place(std::uint32_t row) const { return answers_.cell(row, cells_.code).place; }
  /// Row of a code, or nothing. The first call reads all codes and keeps them.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view code) const;

 private:
  /// Codes by row, and rows by the hash of their codes.
  struct Codes {
    std::vector<std::string_view> by_row;
    std::deque<std::string> texts;             ///< Those that stand in no file.
    std::vector<std::uint32_t> rows_plus_one;  ///< 0: free; a power of two of them, at most half used.
  };
  [[nodiscard]] Codes read_codes() const;

  const AnswerFile& answers_;
  SubjectCells cells_;
  const std::vector<Zone>& zones_;
  Lazy<Codes> codes_;
};

}  // namespace kijun::survey
