#include "tests/bench/evaluation/block_cache.h"

#include <string_view>
#include <utility>

#include "engine/survey/survey_blocks.h"

namespace kijun::bench {

/// Passes on the blocks of the survey and keeps a copy of each, with texts of its own.
class BlockCache::Recorder : public table::BlockSource {
 public:
  explicit Recorder(Range& range) : range_(range) {}

  Result<bool> next(const table::BlockRequest& request, std::uint32_t max_rows, table::Block& block) override {
    Result<bool> more = range_.source->next(request, max_rows, block);
    if (more && *more) {
      range_.blocks.push_back(block);
      for (table::Column& column : range_.blocks.back().columns)
        for (std::string_view& text : column.strings)
          if (!text.empty()) text = range_.texts.emplace_back(text);
    }
    range_.is_complete = more && !*more;
    return more;
  }

 private:
  Range& range_;
};

/// Lends the kept blocks: each goes to the caller and comes back with its next call.
class BlockCache::Player : public table::BlockSource {
 public:
  explicit Player(Range& range) : range_(range) {}

  Result<bool> next(const table::BlockRequest& /*request*/, std::uint32_t /*max_rows*/, table::Block& block) override {
    if (next_ > 0) std::swap(block, range_.blocks[next_ - 1]);
    if (next_ == range_.blocks.size()) return false;
    std::swap(block, range_.blocks[next_++]);
    return true;
  }

 private:
  Range& range_;
  std::size_t next_ = 0;
};

std::unique_ptr<table::BlockSource> BlockCache::open(std::uint32_t first_row, std::uint32_t num_rows) {
  const std::lock_guard lock(mutex_);
  Range& range = ranges_[first_row];
  if (range.is_complete) return std::make_unique<Player>(range);
  range.source = survey::open_blocks(survey_, first_row, num_rows);
  return std::make_unique<Recorder>(range);
}

}  // namespace kijun::bench
