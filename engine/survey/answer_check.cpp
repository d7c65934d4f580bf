#include "engine/survey/answer_check.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

#include "engine/base/csv_scan.h"
#include "engine/base/threads.h"
#include "engine/survey/cell_parser.h"
#include "engine/survey/cell_reports.h"
#include "engine/survey/row_diagnostics.h"

// The file is cut into as many runs of blocks as there are processors. Each is looked at by itself; what it found is put
// together in the order of the runs, so that neither the reports nor the counts show how many there were.
//
// Subjects are told apart without a table when their codes ascend, as in an exported list they do. Only otherwise are the
// hashes of all codes compared; two equal ones send the file to the careful reader, which knows whether the codes are.
namespace kijun::survey {
namespace {

// Fewer blocks than these are not worth a thread.
constexpr std::uint32_t kBlocksPerThread = 8;

/// A cell that something is wrong with.
struct OddCell {
  std::uint32_t row = 0;
  std::size_t position = 0;  ///< In `Manifest::columns`.
  bool not_asked = false;    ///< An answer that is not asked of the row's kind, rather than an unreadable one.
  bool operator<(const OddCell& other) const { return std::tie(row, position) < std::tie(other.row, other.position); }
};

/// Looks at a run of blocks.
class RunCheck {
 public:
  RunCheck(const AnswerFile& answers, const SurveyParts& parts)
      : answers_(answers), parts_(parts), zones_(parts.loaded_register->reg->zones()) {
    for (std::size_t i = 0; i < parts.manifest.columns.size(); ++i)
      parsers_.emplace_back(parts.vocabulary->field(parts.manifest.columns[i].field), parts.legends[i]);
  }

  /// Looks at subjects and answers, as far as every record is a plain row.
  void check_unchecked(std::uint32_t first_block, std::uint32_t end_block) {
    SplitBlock block;
    for (std::uint32_t i = first_block; i < end_block && sound_; ++i) {
      sound_ = answers_.split_unchecked(i, block) && check_subjects(block);
      if (sound_) check_answers(block);
    }
  }

  /// Looks at answers.
  void check(std::uint32_t first_block, std::uint32_t end_block) {
    SplitBlock block;
    for (std::uint32_t i = first_block; i < end_block; ++i) {
      answers_.split(i, block);
      check_answers(block);
    }
  }

  /// False when a record is no plain row; then nothing else means anything.
  [[nodiscard]] bool sound() const { return sound_; }
  [[nodiscard]] bool ascends() const { return ascends_; }
  [[nodiscard]] const std::string& first_code() const { return first_code_; }
  [[nodiscard]] const std::string& last_code() const { return last_code_; }
  [[nodiscard]] std::uint64_t num_normalised() const { return found_.num_normalised; }
  [[nodiscard]] const std::vector<OddCell>& odd_cells() const { return odd_; }
  [[nodiscard]] const std::deque<CellParser>& parsers() const { return parsers_; }

 private:
  bool check_subjects(const SplitBlock& block) {
    const SubjectCells& cells = parts_.layout.subject;
    std::string_view last = last_code_;
    for (std::uint32_t row = 0; row < block.num_rows(); ++row) {
      const std::string_view code = cell_text(block.written(row, cells.code), texts_);
      if (is_blank(code)) return false;
      if (last.empty()) first_code_ = code;
      ascends_ = ascends_ && code_before(last, code);
      last = code;
      if (cells.zone && !zones_.zone_of(block.written(row, *cells.zone), block.readable_end())) return false;
    }
    last_code_ = last;
    texts_.clear();
    return true;
  }

  void check_answers(const SplitBlock& block) {
    const std::size_t begin = odd_.size();
    for (std::size_t i = 0; i < parsers_.size(); ++i) {
      found_.unreadable.clear();
      check_column(block, i);
      for (const std::uint32_t row : found_.unreadable) odd_.push_back({block.first_row() + row, i, false});
    }
    std::sort(odd_.begin() + static_cast<std::ptrdiff_t>(begin), odd_.end());
  }

  /// Rows of one kind stand together, but for the prefecture's.
  void check_column(const SplitBlock& block, std::size_t position) {
    const std::size_t cell = parts_.layout.fields[position];
    if (parts_.is_listed()) return parsers_[position].check(block, cell, {0, block.num_rows()}, found_);
    const table::Field& field = parts_.vocabulary->field(parts_.manifest.columns[position].field);
    for (std::uint32_t begin = 0; begin < block.num_rows();) {
      const std::string_view kind = parts_.record_kind(block.first_row() + begin);
      std::uint32_t end = begin + 1;
      while (end < block.num_rows() && parts_.record_kind(block.first_row() + end) == kind) ++end;
      if (field.applies_to(kind))
        parsers_[position].check(block, cell, {begin, end - begin}, found_);
      else
        find_not_asked(block, {begin, end - begin}, position);
      begin = end;
    }
  }

  void find_not_asked(const SplitBlock& block, RowRange rows, std::size_t position) {
    for (std::uint32_t i = 0; i < rows.count; ++i) {
      const std::string_view text = cell_text(block.written(rows.first + i, parts_.layout.fields[position]), texts_);
      if (!is_blank(text)) odd_.push_back({block.first_row() + rows.first + i, position, true});
    }
    texts_.clear();
  }

  const AnswerFile& answers_;
  const SurveyParts& parts_;
  ZoneReader zones_;
  std::deque<CellParser> parsers_;  ///< Beside `Manifest::columns`.
  std::deque<std::string> texts_;
  OddCells found_;
  bool sound_ = true;
  bool ascends_ = true;
  std::string first_code_;
  std::string last_code_;
  std::vector<OddCell> odd_;
};

/// The first block of one of several runs; of the run behind the last, the number of blocks.
std::uint32_t run_begin(std::uint32_t run, std::uint32_t num_runs, std::uint32_t num_blocks) {
  return static_cast<std::uint32_t>(std::uint64_t{num_blocks} * run / num_runs);
}

std::uint32_t runs_of(const AnswerFile& answers) {
  const std::uint32_t wanted = (answers.num_blocks() + kBlocksPerThread - 1) / kBlocksPerThread;
  return std::min(num_hardware_threads(), wanted);
}

/// Hashes of the codes of all rows, by row.
std::vector<std::uint64_t> code_hashes(const AnswerFile& answers, std::size_t code_cell) {
  std::vector<std::uint64_t> hashes(answers.num_rows());
  const std::uint32_t num_runs = runs_of(answers);
  run_parallel(num_runs, [&](std::uint32_t run) {
    SplitBlock block;
    std::deque<std::string> texts;
    const std::uint32_t end = run_begin(run + 1, num_runs, answers.num_blocks());
    for (std::uint32_t i = run_begin(run, num_runs, answers.num_blocks()); i < end; ++i) {
      answers.split(i, block);
      for (std::uint32_t row = 0; row < block.num_rows(); ++row)
        hashes[block.first_row() + row] =
            std::hash<std::string_view>{}(cell_text(block.written(row, code_cell), texts));
      texts.clear();
    }
  });
  return hashes;
}

/// True when the hashes of all codes differ. They are dealt out to tables that fit into a cache, one after the other.
bool hashes_differ(const AnswerFile& answers, std::size_t code_cell) {
  constexpr std::size_t kSlots = std::size_t{1} << 20;
  constexpr std::size_t kMostUsed = kSlots / 2;
  constexpr std::uint64_t kFree = 0;
  constexpr unsigned kDealBits = 40;  // the slot is taken from lower ones
  const std::vector<std::uint64_t> hashes = code_hashes(answers, code_cell);
  const std::size_t num_tables = 1 + hashes.size() / (kMostUsed / 2);
  std::vector<std::uint64_t> table;
  for (std::size_t dealt = 0; dealt < num_tables; ++dealt) {
    table.assign(kSlots, kFree);
    std::size_t used = 0;
    for (const std::uint64_t hash : hashes) {
      if ((hash >> kDealBits) % num_tables != dealt) continue;
      if (hash == kFree || ++used > kMostUsed) return false;
      std::size_t at = hash % kSlots;
      for (; table[at] != kFree; at = (at + 1) % kSlots)
        if (table[at] == hash) return false;
      table[at] = hash;
    }
  }
  return true;
}

bool subjects_differ(const std::deque<RunCheck>& runs, const AnswerFile& answers, std::size_t code_cell) {
  bool ascend = true;
  for (std::size_t i = 0; i < runs.size(); ++i)
    ascend = ascend && runs[i].ascends() && (i == 0 || code_before(runs[i - 1].last_code(), runs[i].first_code()));
  return ascend || hashes_differ(answers, code_cell);
}

void report(const std::deque<RunCheck>& runs, const AnswerFile& answers, SurveyParts& parts, diag::Sink& sink) {
  CellReports reports(sink);
  for (const RunCheck& run : runs) {
    parts.num_normalised += run.num_normalised();
    for (const OddCell& cell : run.odd_cells()) {
      const table::Field& field = parts.vocabulary->field(parts.manifest.columns[cell.position].field);
      const auto [text, place] = answers.cell(cell.row, parts.layout.fields[cell.position]);
      if (cell.not_asked)
        sink.report(kAnswerNotAsked, place, parts.loaded_register->reg->at(parts.rows[cell.row]).name, field.id);
      else
        reports.report_unreadable(field, parts.legends[cell.position], text, place);
    }
    for (std::size_t i = 0; i < run.parsers().size(); ++i) {
      const table::Field& field = parts.vocabulary->field(parts.manifest.columns[i].field);
      for (const FoldedMark& mark : run.parsers()[i].folded_marks()) reports.count_folded(field, mark);
    }
  }
  reports.report_folded();
}

}  // namespace

std::optional<AnswerIndex> check_listed_answers(const diag::Source& source, std::size_t begin, std::size_t num_cells,
                                                SurveyParts& parts, diag::Sink& sink) {
  RecordScan scan = csv_scanners().front().records(source.text().substr(begin), table::kBlockRows);
  const bool countable = scan.num_records > 0 && scan.num_records < std::numeric_limits<std::uint32_t>::max();
  if (!scan.plain || !countable) return std::nullopt;
  for (std::uint64_t& offset : scan.offsets) offset += begin;
  AnswerIndex index{num_cells, static_cast<std::uint32_t>(scan.num_records), std::move(scan.offsets), {}};
  const AnswerFile answers(source, index);

  const std::uint32_t num_runs = runs_of(answers);
  std::deque<RunCheck> runs;
  for (std::uint32_t run = 0; run < num_runs; ++run) runs.emplace_back(answers, parts);
  run_parallel(num_runs, [&](std::uint32_t run) {
    runs[run].check_unchecked(run_begin(run, num_runs, answers.num_blocks()),
                              run_begin(run + 1, num_runs, answers.num_blocks()));
  });
  const bool sound = std::all_of(runs.begin(), runs.end(), [](const RunCheck& run) { return run.sound(); });
  if (!sound || !subjects_differ(runs, answers, parts.layout.subject.code)) return std::nullopt;
  report(runs, answers, parts, sink);
  return index;
}

void check_answers(SurveyParts& parts, diag::Sink& sink) {
  const AnswerFile& answers = *parts.answers;
  const std::uint32_t num_runs = runs_of(answers);
  std::deque<RunCheck> runs;
  for (std::uint32_t run = 0; run < num_runs; ++run) runs.emplace_back(answers, parts);
  run_parallel(num_runs, [&](std::uint32_t run) {
    runs[run].check(run_begin(run, num_runs, answers.num_blocks()), run_begin(run + 1, num_runs, answers.num_blocks()));
  });
  report(runs, answers, parts, sink);
}

}  // namespace kijun::survey
