#include "engine/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace kijun {

void assertion_failed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "kijun: internal error: `%s` does not hold (%s:%d)\n", expression, file, line);
  std::abort();
}

}  // namespace kijun
