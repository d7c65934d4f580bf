#include <algorithm>

#include "engine/base/assert.h"
#include "engine/exec/kernels/enum_test.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/text_test.h"

namespace kijun::exec {

void eval_in_constant(Call& call) {
  const Vector& needle = call.arg(0);
  const Prepared& list = call.prepared;
  switch (call.arg_code(0).kind) {
    case ValueKind::kInt:
    case ValueKind::kUint:
    case ValueKind::kDate:
      strict_bools(call, [&](std::size_t i) { return std::ranges::binary_search(list.ints, needle.int_at(i)); });
      return;
    case ValueKind::kDouble:
      strict_bools(call, [&](std::size_t i) {
        return std::ranges::find(list.doubles, needle.double_at(i)) != list.doubles.end();
      });
      return;
    case ValueKind::kDecimal:
      strict_bools(call, [&](std::size_t i) {
        return std::ranges::find(list.decimals, needle.decimal_at(i)) != list.decimals.end();
      });
      return;
    case ValueKind::kString:
      text_test(call, 0, [&](std::string_view text) { return list.texts.contains(text); });
      return;
    case ValueKind::kEnum:
      enum_test(call);
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
  strict_bools(call,
               [&](std::size_t i) { return std::ranges::find(list.lists[i], needle.text(i)) != list.lists[i].end(); });
}

}  // namespace kijun::exec
