#pragma once

#include <chrono>
#include <optional>

#include "engine/base/ticker.h"
#include "engine/base/work_counter.h"
#include "engine/cli/session.h"

namespace kijun::cli {

/// Says on a terminal what is going on and for how long, from the first second on and once a second; the line goes when
/// the work is done. Nothing else may be written to the session's streams meanwhile.
class Progress {
 public:
  /// Says nothing unless `session.shows_progress`. With a `counter` (of records; borrowed) also how many are done, of how
  /// many, and how many a second.
  Progress(Session& session, LocalizedView what, const WorkCounter* counter = nullptr,
           std::chrono::milliseconds period = std::chrono::seconds(1));
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  Session& session_;
  bool shown_ = false;
  std::optional<Ticker> ticker_;
};

}  // namespace kijun::cli
