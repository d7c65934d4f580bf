#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "engine/diag/diagnostic.h"
#include "engine/survey/cell_parser.h"
#include "engine/survey/marks.h"
#include "engine/table/vocabulary.h"

namespace kijun::survey {

/// Reports cells that are not answers as the form means them. Unreadable ones are reported one by one, marks that were read
/// as others once for each way of writing them.
class CellReports {
 public:
  explicit CellReports(diag::Sink& sink) : sink_(sink) {}

  /// KJ4309 or KJ4310.
  void report_unreadable(const table::Field& field, const Legend& legend, std::string_view text, diag::Span place);
  /// Adds to what is known of a folded mark; of several the first place counts.
  void count_folded(const table::Field& field, const FoldedMark& mark);
  /// KJ4311, by field of the vocabulary and spelling.
  void report_folded() const;

 private:
  diag::Sink& sink_;
  /// By field (all of one vocabulary, so that addresses stand in its order), spelling and reading.
  std::map<std::tuple<const table::Field*, std::string, std::string>, FoldedMark> folded_;
};

}  // namespace kijun::survey
