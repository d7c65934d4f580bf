#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace kijun {

/// Calls a function again and again while something long is going on, on a thread of its own.
class Ticker {
 public:
  /// First calls `tick` after `delay`, then every `period`. `tick` must not use what the caller changes meanwhile.
  Ticker(std::chrono::milliseconds delay, std::chrono::milliseconds period, std::function<void()> tick);
  /// No call is under way and none follows afterwards.
  ~Ticker();
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace kijun
