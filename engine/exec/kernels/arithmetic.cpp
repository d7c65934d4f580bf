#include <algorithm>
#include <limits>

#include "engine/base/assert.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"
#include "engine/exec/kernels/word_kernels.h"

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

void compute_doubles(Call& call) {
  const Vector& a = call.arg(0);
  const Vector& b = call.arg(1);
  double* out = call.out.make_doubles(call.size());
  const auto compute = [&](DoubleOperation operation) {
    compute_doubles(operation, {a.doubles, a.is_scalar()}, {b.doubles, b.is_scalar()}, call.size(), out);
  };
  if (call.instruction.op == Op::kAdd) compute(DoubleOperation::kAdd);
  if (call.instruction.op == Op::kSubtract) compute(DoubleOperation::kSubtract);
  if (call.instruction.op == Op::kMultiply) compute(DoubleOperation::kMultiply);
  if (call.instruction.op == Op::kDivide) compute(DoubleOperation::kDivide);
  strict_total(call);
}

/// Sums and differences of ints, for all subjects at once; an overflow is an error.
void compute_sums(Call& call, Sum sum) {
  const Vector& a = call.arg(0);
  const Vector& b = call.arg(1);
  std::int64_t* out = call.out.make_ints(call.size());
  strict_bits(call, [&](StatePlanes::Word* good) {
    sum_ints(sum, {a.ints, a.is_scalar()}, {b.ints, b.is_scalar()}, call.size(), out, good);
  });
  false_is_error(call.out.states);
}

}  // namespace

void eval_arithmetic(Call& call) {
  const Vector& a = call.arg(0);
  const Vector& b = call.arg(1);
  const Op op = call.instruction.op;
  if (call.instruction.kind == ValueKind::kDouble) return compute_doubles(call);
  if (call.instruction.kind == ValueKind::kInt && op == Op::kAdd) return compute_sums(call, Sum::kAdd);
  if (call.instruction.kind == ValueKind::kInt && op == Op::kSubtract) return compute_sums(call, Sum::kSubtract);
  std::int64_t* out = call.out.make_ints(call.size());
  if (call.instruction.kind == ValueKind::kInt) {
    strict_values(call, [&](std::size_t i) { return compute_integer(op, a.int_at(i), b.int_at(i), out[i]); });
    return;
  }
  KIJUN_ASSERT(call.instruction.kind == ValueKind::kUint);
  strict_values(call, [&](std::size_t i) {
    std::uint64_t result = 0;
    const bool good = compute_integer(op, a.uint_at(i), b.uint_at(i), result);
    out[i] = static_cast<std::int64_t>(result);
    return good;
  });
}

void eval_negate(Call& call) {
  const Vector& operand = call.arg(0);
  if (call.instruction.kind == ValueKind::kDouble) {
    double* out = call.out.make_doubles(call.size());
    for (std::size_t i = 0; i < call.size(); ++i) out[i] = -operand.double_at(i);
    return strict_total(call);
  }
  std::int64_t* out = call.out.make_ints(call.size());
  strict_values(call,
                [&](std::size_t i) { return !__builtin_sub_overflow(std::int64_t{0}, operand.int_at(i), &out[i]); });
}

void eval_to_double(Call& call) {
  const Vector& operand = call.arg(0);
  double* out = call.out.make_doubles(call.size());
  if (call.arg_code(0).kind == ValueKind::kUint) {
    for (std::size_t i = 0; i < call.size(); ++i) out[i] = static_cast<double>(operand.uint_at(i));
  } else if (operand.is_scalar()) {
    std::fill_n(out, call.size(), static_cast<double>(operand.int_at(0)));
  } else {
    convert_to_doubles(operand.ints, call.size(), out);
  }
  strict_total(call);
}

}  // namespace kijun::exec
