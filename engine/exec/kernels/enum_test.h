#pragma once

#include "engine/exec/kernels/row_loop.h"
#include "engine/exec/kernels/word_kernels.h"

namespace kijun::exec {

/// A strict test of the enum in the first argument, which `Prepared::codes` has the results of.
inline void enum_test(Call& call) {
  const Vector& needle = call.arg(0);
  const std::vector<std::uint8_t>& results = call.prepared.codes;
  if (results.size() > StatePlanes::kWordBits || needle.is_scalar()) {
    strict_bools(call, [&](std::size_t i) {
      const std::uint32_t code = needle.code_at(i);
      return code < results.size() && results[code] != 0;
    });
    return;
  }
  StatePlanes::Word set = 0;
  for (std::size_t code = 0; code < results.size(); ++code) set |= StatePlanes::Word{results[code]} << code;
  strict_bits(call, [&](StatePlanes::Word* bits) { member_bits(needle.codes, set, call.size(), bits); });
}

}  // namespace kijun::exec
