#pragma once

#include <string>
#include <string_view>

namespace kijun::survey {

/// A name as the register writes it, up to width and white space.
[[nodiscard]] std::string exact_key(std::string_view name);

/// A name as people may also write it: `fold_name`, and katakana read as hiragana.
[[nodiscard]] std::string alias_key(std::string_view name);

/// A Japanese, kana or English name without its 市町村区 or 都道府県 (…し, …まち, … City); empty when it has none, or is
/// nothing else.
[[nodiscard]] std::string_view name_stem(std::string_view name);

}  // namespace kijun::survey
