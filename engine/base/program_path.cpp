#include "engine/base/program_path.h"

#include <sys/auxv.h>

#include <cstdlib>
#include <memory>

namespace kijun {
namespace {

struct Free {
  void operator()(char* text) const { std::free(text); }
};

std::string resolved(const char* path) {
  const std::unique_ptr<char, Free> whole(::realpath(path, nullptr));
  return whole == nullptr ? std::string() : std::string(whole.get());
}

}  // namespace

std::string program_path() {
  if (std::string path = resolved("/proc/self/exe"); !path.empty()) return path;
  const unsigned long started_by = ::getauxval(AT_EXECFN);
  // NOLINTNEXTLINE(performance-no-int-to-ptr): the kernel hands the address of a string over as a number.
  return started_by == 0 ? std::string() : resolved(reinterpret_cast<const char*>(started_by));
}

}  // namespace kijun
