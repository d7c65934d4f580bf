#include "engine/survey/answer_file.h"

#include <algorithm>

#include "engine/base/assert.h"
#include "engine/base/csv_scan.h"
#include "engine/base/threads.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/csv_reader.h"

namespace kijun::survey {
namespace {

// `CsvScanner::cells` is quickest when it may write a word's worth of entries behind the last end.
constexpr std::size_t kSlack = 64;

// Fewer blocks than these are not worth a thread.
constexpr std::uint32_t kBlocksPerThread = 8;

}  // namespace

std::uint32_t AnswerIndex::rows_of(std::uint32_t block) const {
  const std::uint32_t first = block * table::kBlockRows;
  KIJUN_ASSERT(first < num_rows);
  return std::min(table::kBlockRows, num_rows - first);
}

void SplitBlock::begin(const diag::Source& source, std::size_t begin, std::uint32_t first_row, std::uint32_t num_rows,
                       std::size_t num_cells) {
  source_ = &source;
  text_ = source.text().data() + begin;
  first_row_ = first_row;
  num_cells_ = num_cells;
  begins_.resize(num_rows);
}

bool SplitBlock::split_plain(const diag::Source& source, const AnswerIndex& index, std::uint32_t block,
                             std::size_t end) {
  static const CsvScanner& scanner = csv_scanners().front();
  const std::size_t begin = index.offsets[block];
  const std::size_t num_cells = index.num_cells;
  const std::uint32_t num_rows = index.rows_of(block);
  this->begin(source, begin, block * table::kBlockRows, num_rows, num_cells);
  const std::string_view text = source.text().substr(begin, end - begin);
  ends_.resize(num_rows * num_cells + kSlack);
  if (scanner.cells(text, ends_) != num_rows * num_cells) return false;
  // A line end behind every last cell leaves none for the others: the block has no more of them than rows, or some record
  // of it is none of its rows, and then it has more cells than those of the rows.
  const bool may_be_long = text.size() > CsvReader::kMaxCellBytes;
  std::uint32_t next = 0;
  for (std::uint32_t row = 0; row < num_rows; ++row) {
    begins_[row] = next;
    std::uint32_t& last = ends_[(row + 1) * num_cells - 1];
    if (last < text.size() && text[last] != '\n') return false;
    next = last + 1;
    if (last > begins_[row] && text[last - 1] == '\r') --last;
    for (std::size_t cell = 0; may_be_long && cell < num_cells; ++cell)
      if (written(row, cell).size() > CsvReader::kMaxCellBytes) return false;
  }
  return true;
}

void SplitBlock::split_carefully(const diag::Source& source, const AnswerIndex& index, std::uint32_t block) {
  const std::size_t begin = index.offsets[block];
  const std::uint32_t num_rows = index.rows_of(block);
  this->begin(source, begin, block * table::kBlockRows, num_rows, index.num_cells);
  ends_.clear();
  diag::Sink nothing;  // what is wrong with the file was reported when it was read for the first time
  CsvReader reader(source, nothing, begin, index.num_cells);
  CsvRecord record;
  std::size_t row = 0;
  while (row < num_rows && reader.next(record)) {
    if (std::binary_search(index.skipped.begin(), index.skipped.end(), record.span.begin)) continue;
    begins_[row++] = static_cast<std::uint32_t>(record.span.begin - begin);
    for (const CsvCell& cell : record.cells) ends_.push_back(static_cast<std::uint32_t>(cell.span.end - begin));
  }
  for (; row < num_rows; ++row) {
    begins_[row] = 0;
    for (std::uint32_t cell = 0; cell < index.num_cells; ++cell) ends_.push_back(cell);
  }
}

diag::Span SplitBlock::span(std::uint32_t row, std::size_t cell) const {
  const std::string_view text = written(row, cell);
  const auto begin = static_cast<std::size_t>(text.data() - source_->text().data());
  return {source_, begin, begin + text.size()};
}

std::string_view cell_text(std::string_view written, std::deque<std::string>& texts) {
  if (written.size() < 2 || written.front() != '"') return written;
  const std::string_view inner = written.substr(1, written.size() - 2);
  std::size_t quote = inner.find('"');
  if (quote == std::string_view::npos) return inner;
  std::string& text = texts.emplace_back();
  for (std::size_t begin = 0;;) {
    text.append(inner.substr(begin, quote - begin));
    if (quote == std::string_view::npos) return text;
    text += '"';
    begin = quote + 2;
    quote = inner.find('"', begin);
  }
}

bool AnswerFile::split_unchecked(std::uint32_t block, SplitBlock& rows) const {
  const bool is_last = block + 1 == num_blocks();
  const std::size_t end = is_last ? source_.text().size() : index_.offsets[block + 1];
  return rows.split_plain(source_, index_, block, end);
}

void AnswerFile::split(std::uint32_t block, SplitBlock& rows) const {
  if (!split_unchecked(block, rows)) rows.split_carefully(source_, index_, block);
}

void AnswerFile::each_run(const std::function<void(std::uint32_t, std::uint32_t)>& work) const {
  const std::uint32_t wanted = (num_blocks() + kBlocksPerThread - 1) / kBlocksPerThread;
  const std::uint32_t num_runs = std::min(num_hardware_threads(), wanted);
  const auto begin_of = [&](std::uint32_t run) {
    return static_cast<std::uint32_t>(std::uint64_t{num_blocks()} * run / num_runs);
  };
  run_parallel(num_runs, [&](std::uint32_t run) { work(begin_of(run), begin_of(run + 1)); });
}

AnswerFile::CachedBlock AnswerFile::cached(std::uint32_t block) const {
  const std::uint32_t first = block * table::kBlockRows;
  return cache_.with([&](Cache& cache) {
    auto& blocks = cache.blocks;
    const auto found = std::find_if(blocks.begin(), blocks.end(),
                                    [&](const CachedBlock& held) { return held && held->first_row() == first; });
    if (found != blocks.end()) {
      std::rotate(blocks.begin(), found, found + 1);
      return blocks.front();
    }
    auto rows = std::make_shared<SplitBlock>();
    split(block, *rows);
    std::rotate(blocks.begin(), blocks.end() - 1, blocks.end());
    blocks.front() = std::move(rows);
    return blocks.front();
  });
}

AnswerFile::PlacedText AnswerFile::cell(std::uint32_t row, std::size_t cell) const {
  const CachedBlock rows = cached(row / table::kBlockRows);
  const std::string_view written = rows->written(row % table::kBlockRows, cell);
  const diag::Span place = rows->span(row % table::kBlockRows, cell);
  std::deque<std::string> unescaped;
  const std::string_view text = cell_text(written, unescaped);
  if (unescaped.empty()) return {text, place};
  return cache_.with([&](Cache& cache) -> PlacedText {
    const auto kept = cache.texts.emplace(place.begin, std::move(unescaped)).first;
    return {kept->second.front(), place};
  });
}

}  // namespace kijun::survey
