#pragma once

namespace kijun {

/// Prints the broken expectation with its place to stderr and aborts. For bugs of kijun itself only.
[[noreturn]] void assertion_failed(const char* expression, const char* file, int line);

}  // namespace kijun

/// Checks an invariant of kijun itself, in every build. Wrong input is a diagnostic, never an assertion.
#define KIJUN_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::kijun::assertion_failed(#condition, __FILE__, __LINE__))
