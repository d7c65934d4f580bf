#include "engine/base/scratch_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace kijun {

Result<ScratchFile> ScratchFile::open() {
  Descriptor descriptor(::memfd_create("kijun", MFD_CLOEXEC));
  if (!descriptor.valid())
    return fail_with({"作業用のファイルをメモリー上に作れません", "cannot make a working file in memory"});
  ScratchFile file(std::move(descriptor));
  if (::access(file.path().c_str(), F_OK) != 0)
    return fail_with(
        {"作業用のファイルには/procが要りますが、ここにはありません", "working files need /proc, which is not there"});
  return file;
}

std::string ScratchFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_.get()); }

Result<std::string> ScratchFile::bytes() const {
  constexpr std::size_t kChunk = std::size_t{1} << 16;
  std::string all;
  std::array<char, kChunk> chunk{};
  for (;;) {
    const ssize_t num_read = ::pread(descriptor_.get(), chunk.data(), chunk.size(), static_cast<off_t>(all.size()));
    if (num_read < 0) return fail_with({"作業用のファイルを読み戻せません", "cannot read a working file back"});
    if (num_read == 0) return all;
    all.append(chunk.data(), static_cast<std::size_t>(num_read));
  }
}

}  // namespace kijun
