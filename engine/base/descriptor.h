#pragma once

#include <string_view>
#include <utility>

namespace kijun {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor();

  [[nodiscard]] bool valid() const { return fd_ >= 0; }
  [[nodiscard]] int get() const { return fd_; }
  /// Closes now and tells whether that worked (a full network disk may say so only here).
  bool close();

 private:
  int fd_;
};

/// Writes every byte; false when one was lost, `errno` telling why.
[[nodiscard]] bool write_all(int fd, std::string_view bytes);

}  // namespace kijun
