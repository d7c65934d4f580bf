#include <algorithm>

#include "engine/base/assert.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"

namespace kijun::exec {

void eval_in_constant(Call& call) {
  const Vector& needle = call.arg(0);
  const Prepared& list = call.prepared;
  switch (call.arg_code(0).kind) {
    case ValueKind::kInt:
    case ValueKind::kUint:
    case ValueKind::kDate:
      strict_bools(call, [&](std::size_t i) { return std::ranges::binary_search(list.ints, needle.ints[i]); });
      return;
    case ValueKind::kDouble:
      strict_bools(call, [&](std::size_t i) {
        return std::ranges::find(list.doubles, needle.doubles[i]) != list.doubles.end();
      });
      return;
    case ValueKind::kDecimal:
      strict_bools(call, [&](std::size_t i) {
        return std::ranges::find(list.decimals, needle.decimals[i]) != list.decimals.end();
      });
      return;
    case ValueKind::kString:
      strict_bools(call, [&](std::size_t i) { return list.texts.contains(needle.strings[i]); });
      return;
    case ValueKind::kEnum:
      strict_bools(call, [&](std::size_t i) { return list.codes[needle.codes[i]] != 0; });
      return;
    case ValueKind::kBool:
    case ValueKind::kList:
    case ValueKind::kOther:
      break;
  }
  KIJUN_ASSERT(false);
}

void eval_in_column(Call& call) {
  const Vector& needle = call.arg(0);
  const Vector& list = call.arg(1);
  strict_bools(
      call, [&](std::size_t i) { return std::ranges::find(list.lists[i], needle.strings[i]) != list.lists[i].end(); });
}

}  // namespace kijun::exec
