#pragma once

#include <mutex>
#include <utility>

namespace kijun {

/// A value made when somebody first asks for it, and kept. Safe to ask from several threads: one makes it, the others
/// wait.
template <class T>
class Lazy {
 public:
  /// The value; `make` gives it unless it is there already. `make` throws nothing and does not ask for it itself.
  template <class Make>
  [[nodiscard]] const T& get(Make make) const {
    std::call_once(made_, [&] { value_ = make(); });
    return value_;
  }

 private:
  mutable std::once_flag made_;
  mutable T value_{};
};

/// A value that one thread at a time may use.
template <class T>
class Guarded {
 public:
  /// What `use` gives for the value. Nothing that `use` gives may refer to what another use could change.
  template <class Use>
  decltype(auto) with(Use use) const {
    const std::lock_guard lock(mutex_);
    return use(value_);
  }

 private:
  mutable std::mutex mutex_;
  mutable T value_{};
};

}  // namespace kijun
