#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/base/lazy.h"
#include "engine/diag/diagnostic.h"
#include "engine/survey/cell_parser.h"

namespace kijun::survey {

struct SurveyParts;

/// A cell that something is wrong with.
struct OddCell {
  std::uint32_t row = 0;
  std::size_t position = 0;  ///< In `Manifest::columns`.
  bool not_asked = false;    ///< An answer that is not asked of the row's kind, rather than an unreadable one.
  bool operator<(const OddCell& other) const { return std::tie(row, position) < std::tie(other.row, other.position); }
};

/// A mark of a column that was read as another.
struct ColumnMark {
  std::size_t position = 0;  ///< In `Manifest::columns`.
  FoldedMark mark;
};

/// What was found in consecutive rows of an answer file.
struct RangeFindings {
  std::uint32_t first_row = 0;
  std::uint32_t num_rows = 0;
  bool ascends = true;  ///< Every listed subject's code is above the one before.
  std::string first_code;
  std::string last_code;
  std::uint64_t num_normalised = 0;
  std::vector<OddCell> odd_cells;  ///< In order.
  std::vector<ColumnMark> folded;
};

/// What the readers of an answer file found, each in rows of its own, put together in the order of rows: neither reports
/// nor counts show who read what. Safe to add to from several threads.
class AnswerFindings {
 public:
  /// The rows are in no other range.
  void add(RangeFindings range);
  /// Says that a record is no plain row with a subject of its own in a known zone. Nothing else means anything then.
  void give_up();
  [[nodiscard]] bool given_up() const;

  /// Rows in ranges.
  [[nodiscard]] std::uint32_t num_rows() const;
  /// True when the subjects listed in all ranges are known to differ because their codes ascend.
  [[nodiscard]] bool subjects_ascend() const;
  /// Reports what is wrong with cells (KJ4309–KJ4312) in order of the rows. `parts` is told how many cells were not taken
  /// as written.
  void report(SurveyParts& parts, diag::Sink& sink) const;

 private:
  struct Found {
    std::map<std::uint32_t, RangeFindings> ranges;  ///< By first row.
    bool given_up = false;
  };
  Guarded<Found> found_;
};

}  // namespace kijun::survey
