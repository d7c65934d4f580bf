#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "engine/survey/survey.h"
#include "engine/table/block.h"

namespace kijun::bench {

/// The blocks of a survey, parsed once and given again: the first run over a range of rows keeps what its source gives,
/// the later ones get that without reading, so that evaluation alone is timed. Several threads may open ranges at once.
class BlockCache {
 public:
  /// `survey` is borrowed.
  explicit BlockCache(const survey::SurveyTable& survey) : survey_(survey) {}

  /// A source of these rows; of one range, one at a time.
  [[nodiscard]] std::unique_ptr<table::BlockSource> open(std::uint32_t first_row, std::uint32_t num_rows);

 private:
  struct Range {
    std::unique_ptr<table::BlockSource> source;  ///< It owns the dictionaries of coded columns.
    std::vector<table::Block> blocks;
    std::deque<std::string> texts;
    bool is_complete = false;
  };
  class Recorder;
  class Player;

  const survey::SurveyTable& survey_;
  std::mutex mutex_;
  std::map<std::uint32_t, Range> ranges_;  ///< By first row.
};

}  // namespace kijun::bench
