#include <limits>

#include "engine/base/assert.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"

// CEL langdef "Arithmetic": int and uint overflow and division by zero are errors; division truncates toward zero and
// `%` takes the sign of the dividend; doubles never fail.

namespace kijun::exec {
namespace {

/// a op b into `result`; false on overflow or a zero divisor.
template <class T>
bool compute_integer(Op op, T a, T b, T& result) {
  constexpr bool kSigned = std::numeric_limits<T>::is_signed;
  switch (op) {
    case Op::kAdd:
      return !__builtin_add_overflow(a, b, &result);
    case Op::kSubtract:
      return !__builtin_sub_overflow(a, b, &result);
    case Op::kMultiply:
      return !__builtin_mul_overflow(a, b, &result);
    default:
      break;
  }
  if (b == 0) return false;
  if constexpr (kSigned) {
    if (a == std::numeric_limits<T>::min() && b == -1) return false;
  }
  result = op == Op::kDivide ? a / b : a % b;
  return true;
}

double compute_double(Op op, double a, double b) {
  if (op == Op::kAdd) return a + b;
  if (op == Op::kSubtract) return a - b;
  if (op == Op::kMultiply) return a * b;
  return a / b;
}

}  // namespace

void eval_arithmetic(Call& call) {
  const Vector& a = call.arg(0);
  const Vector& b = call.arg(1);
  const Op op = call.instruction.op;
  if (call.instruction.kind == ValueKind::kDouble) {
    double* out = call.out.make_doubles(call.size());
    strict_values(call, [&](std::size_t i) {
      out[i] = compute_double(op, a.doubles[i], b.doubles[i]);
      return true;
    });
    return;
  }
  std::int64_t* out = call.out.make_ints(call.size());
  if (call.instruction.kind == ValueKind::kInt) {
    strict_values(call, [&](std::size_t i) { return compute_integer(op, a.ints[i], b.ints[i], out[i]); });
    return;
  }
  KIJUN_ASSERT(call.instruction.kind == ValueKind::kUint);
  strict_values(call, [&](std::size_t i) {
    std::uint64_t result = 0;
    const bool good =
        compute_integer(op, static_cast<std::uint64_t>(a.ints[i]), static_cast<std::uint64_t>(b.ints[i]), result);
    out[i] = static_cast<std::int64_t>(result);
    return good;
  });
}

void eval_negate(Call& call) {
  const Vector& operand = call.arg(0);
  if (call.instruction.kind == ValueKind::kDouble) {
    double* out = call.out.make_doubles(call.size());
    strict_values(call, [&](std::size_t i) {
      out[i] = -operand.doubles[i];
      return true;
    });
    return;
  }
  std::int64_t* out = call.out.make_ints(call.size());
  strict_values(call,
                [&](std::size_t i) { return !__builtin_sub_overflow(std::int64_t{0}, operand.ints[i], &out[i]); });
}

void eval_to_double(Call& call) {
  const Vector& operand = call.arg(0);
  const bool is_uint = call.arg_code(0).kind == ValueKind::kUint;
  double* out = call.out.make_doubles(call.size());
  strict_values(call, [&](std::size_t i) {
    out[i] = is_uint ? static_cast<double>(static_cast<std::uint64_t>(operand.ints[i]))
                     : static_cast<double>(operand.ints[i]);
    return true;
  });
}

}  // namespace kijun::exec
