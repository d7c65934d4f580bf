#include "engine/cel/text_index.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace kijun::cel {

TextIndex::TextIndex(std::string_view text) : text_(text), is_ascii_(is_ascii(text)) {
  if (is_ascii_) return;
  for (std::size_t offset = 0; offset < text.size();) {
    starts_.push_back(offset);
    const auto decoded = decode_utf8(text.substr(offset));
    offset += decoded.has_value() ? decoded->num_bytes : 1;
  }
  starts_.push_back(text.size());
}

std::size_t TextIndex::index_of_byte(std::size_t offset) const {
  if (is_ascii_) return offset;
  return static_cast<std::size_t>(std::ranges::lower_bound(starts_, offset) - starts_.begin());
}

}  // namespace kijun::cel
