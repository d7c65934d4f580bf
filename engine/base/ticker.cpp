#include "engine/base/ticker.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace kijun {

class Ticker::Thread {
 public:
  Thread(std::chrono::milliseconds delay, std::chrono::milliseconds period, std::function<void()> tick)
      : tick_(std::move(tick)), thread_([this, delay, period] { run(delay, period); }) {}
  ~Thread() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    stop_.notify_one();
    thread_.join();
  }
  Thread(const Thread&) = delete;
  Thread& operator=(const Thread&) = delete;

 private:
  void run(std::chrono::milliseconds delay, std::chrono::milliseconds period) {
    std::unique_lock lock(mutex_);
    for (auto pause = delay; !stop_.wait_for(lock, pause, [this] { return stopped_; }); pause = period) tick_();
  }

  std::function<void()> tick_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopped_ = false;
  std::thread thread_;  // last: it runs as soon as it is made
};

Ticker::Ticker(std::chrono::milliseconds delay, std::chrono::milliseconds period, std::function<void()> tick)
    : thread_(std::make_unique<Thread>(delay, period, std::move(tick))) {}

Ticker::~Ticker() = default;

}  // namespace kijun
