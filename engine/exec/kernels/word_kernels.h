#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/exec/state_planes.h"
#include "engine/table/missing.h"

namespace kijun::exec {

// Loops over plain arrays without branches, for the machine's widest vectors. They look at every subject, also at those
// without a value, whose results the caller drops.

/// The values of one operand: one per subject, or one for all.
template <class T>
struct Operand {
  const T* values = nullptr;
  bool is_scalar = false;
};

/// Relations between values of one type.
enum class Comparison : std::uint8_t { kEqual, kLess, kLessEqual };

/// Sets bit i of `out` to `a[i] comparison b[i]` for `size` subjects and clears the rest of the last word.
void compare_bits(Comparison comparison, Operand<std::int64_t> a, Operand<std::int64_t> b, std::size_t size,
                  StatePlanes::Word* out);
void compare_bits(Comparison comparison, Operand<double> a, Operand<double> b, std::size_t size,
                  StatePlanes::Word* out);
void compare_bits(Comparison comparison, Operand<std::uint32_t> a, Operand<std::uint32_t> b, std::size_t size,
                  StatePlanes::Word* out);

/// Sets bit i of `out` when `codes[i]` is below 64 and bit `codes[i]` of `set` is set.
void member_bits(const std::uint32_t* codes, StatePlanes::Word set, std::size_t size, StatePlanes::Word* out);
/// Sets bit i of `out` when `missing[i]` is a reason.
void missing_bits(const table::MissingReason* missing, std::size_t size, StatePlanes::Word* out);
/// Sets bit i of `out` when bit `missing[i]` of `set` is set.
void member_bits(const table::MissingReason* missing, std::uint32_t set, std::size_t size, StatePlanes::Word* out);

/// What `sum_ints` computes.
enum class Sum : std::uint8_t { kAdd, kSubtract };

/// out[i] = a[i] ± b[i], wrapped, and bit i of `good` when that is the exact result.
void sum_ints(Sum sum, Operand<std::int64_t> a, Operand<std::int64_t> b, std::size_t size, std::int64_t* out,
              StatePlanes::Word* good);

/// What `compute_doubles` computes.
enum class DoubleOperation : std::uint8_t { kAdd, kSubtract, kMultiply, kDivide };

/// out[i] = a[i] operation b[i]
void compute_doubles(DoubleOperation operation, Operand<double> a, Operand<double> b, std::size_t size, double* out);
/// out[i] = a[i] as a double
void convert_to_doubles(const std::int64_t* a, std::size_t size, double* out);

/// out[i] = bit i of `condition` ? a[i] : b[i]
void blend(const StatePlanes::Word* condition, Operand<std::int64_t> a, Operand<std::int64_t> b, std::size_t size,
           std::int64_t* out);
void blend(const StatePlanes::Word* condition, Operand<double> a, Operand<double> b, std::size_t size, double* out);
void blend(const StatePlanes::Word* condition, Operand<std::uint32_t> a, Operand<std::uint32_t> b, std::size_t size,
           std::uint32_t* out);

}  // namespace kijun::exec
