#include "engine/base/scratch_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace kijun {

ScratchFile::ScratchFile(ScratchFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

ScratchFile::~ScratchFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<ScratchFile> ScratchFile::open() {
  const int descriptor = ::memfd_create("kijun", MFD_CLOEXEC);
  if (descriptor < 0)
    return fail_with({"作業用のファイルをメモリー上に作れません", "cannot make a working file in memory"});
  return ScratchFile(descriptor);
}

std::string ScratchFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

Result<std::string> ScratchFile::bytes() const {
  constexpr std::size_t kChunk = std::size_t{1} << 16;
  std::string all;
  std::array<char, kChunk> chunk{};
  for (;;) {
    const ssize_t num_read = ::pread(descriptor_, chunk.data(), chunk.size(), static_cast<off_t>(all.size()));
    if (num_read < 0) return fail_with({"作業用のファイルを読み戻せません", "cannot read a working file back"});
    if (num_read == 0) return all;
    all.append(chunk.data(), static_cast<std::size_t>(num_read));
  }
}

}  // namespace kijun
