#include "engine/base/date.h"
#include "engine/base/assert.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"

namespace kijun::exec {
namespace {

std::int64_t part_of(Date date, Op op) {
  if (op == Op::kYear) return date.year();
  if (op == Op::kMonth) return date.month();
  if (op == Op::kDay) return date.day();
  return date.fiscal_year();
}

Date date_of(std::int64_t days) {
  const auto date = Date::from_days(days);
  KIJUN_ASSERT(date.has_value());
  return *date;
}

/// The day `number` days, months or years later, or nothing outside the range of dates.
std::optional<Date> step(Date date, Op op, std::int64_t number) {
  std::int64_t scaled = number;
  if (op == Op::kAddYears && __builtin_mul_overflow(number, std::int64_t{12}, &scaled)) return std::nullopt;
  if (op != Op::kAddDays) return date.add_months(scaled);
  if (__builtin_add_overflow(number, std::int64_t{date.days()}, &scaled)) return std::nullopt;
  return Date::from_days(scaled);
}

}  // namespace

void eval_date_part(Call& call) {
  const Vector& operand = call.arg(0);
  std::int64_t* out = call.out.make_ints(call.size());
  strict_values(call, [&](std::size_t i) {
    out[i] = part_of(date_of(operand.int_at(i)), call.instruction.op);
    return true;
  });
}

void eval_date_step(Call& call) {
  const Vector& date = call.arg(0);
  const Vector& number = call.arg(1);
  std::int64_t* out = call.out.make_ints(call.size());
  strict_values(call, [&](std::size_t i) {
    const auto later = step(date_of(date.int_at(i)), call.instruction.op, number.int_at(i));
    if (later.has_value()) out[i] = later->days();
    return later.has_value();
  });
}

}  // namespace kijun::exec
