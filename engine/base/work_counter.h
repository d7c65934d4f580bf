#pragma once

#include <atomic>
#include <cstdint>

namespace kijun {

/// How much of a long piece of work is done. Several threads may count while another one asks.
class WorkCounter {
 public:
  /// Starts over with so much to do.
  void begin(std::uint64_t total) {
    done_.store(0, std::memory_order_relaxed);
    total_.store(total, std::memory_order_relaxed);
  }
  void add(std::uint64_t done) { done_.fetch_add(done, std::memory_order_relaxed); }

  [[nodiscard]] std::uint64_t done() const { return done_.load(std::memory_order_relaxed); }
  /// 0 before the work has begun.
  [[nodiscard]] std::uint64_t total() const { return total_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> done_ = 0;
  std::atomic<std::uint64_t> total_ = 0;
};

}  // namespace kijun
