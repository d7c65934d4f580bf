#pragma once

#include "engine/exec/kernels/row_loop.h"

namespace kijun::exec {

/// A strict test of the text in one argument, where every other argument is constant: once per distinct text where texts
/// have codes, and only for the subjects whose result is wanted.
template <class Test>
void text_test(Call& call, std::size_t arg, Test&& test) {
  const Vector& text = call.arg(arg);
  if (text.dictionary == nullptr) {
    strict_bools(call, [&](std::size_t i) { return test(text.text(i)); });
    return;
  }
  Memory& memory = call.memory;
  if (memory.dictionary != text.dictionary) memory.tested.clear();
  memory.dictionary = text.dictionary;
  memory.tested.resize(text.dictionary->size());
  std::uint8_t* tested = memory.tested.data();
  strict_bools(call, [&](std::size_t i) {
    const std::uint32_t code = text.codes[i & text.index_mask];
    if (tested[code] == 0) tested[code] = test((*text.dictionary)[code]) ? 2 : 1;
    return tested[code] == 2;
  });
}

}  // namespace kijun::exec
