#include "engine/diag/embedded_text.h"

#include <algorithm>
#include <utility>

#include "engine/base/assert.h"

namespace kijun::diag {

EmbeddedText::EmbeddedText(std::string text, const Source* source, std::vector<std::size_t> offsets,
                           std::vector<std::size_t> ends)
    : text_(std::move(text)), source_(source), offsets_(std::move(offsets)), ends_(std::move(ends)) {
  KIJUN_ASSERT(offsets_.size() == text_.size() + 1);
  KIJUN_ASSERT(ends_.empty() || ends_.size() == text_.size());
}

EmbeddedText EmbeddedText::verbatim(const Source& source, std::size_t begin, std::size_t end) {
  EmbeddedText text;
  text.text_ = source.text().substr(begin, end - begin);
  text.source_ = &source;
  text.begin_ = begin;
  return text;
}

EmbeddedText EmbeddedText::whole(const Source& source) { return verbatim(source, 0, source.text().size()); }

std::size_t EmbeddedText::offset(std::size_t index) const {
  return offsets_.empty() ? begin_ + index : offsets_[index];
}

std::size_t EmbeddedText::end_before(std::size_t index) const {
  return ends_.empty() ? offset(index) : ends_[index - 1];
}

Span EmbeddedText::span(std::size_t begin, std::size_t end) const {
  if (source_ == nullptr) return {};
  begin = std::min(begin, text_.size());
  end = std::clamp(end, begin, text_.size());
  return {source_, offset(begin), begin == end ? offset(begin) : end_before(end)};
}

EmbeddedText EmbeddedText::slice(std::size_t begin, std::size_t end) const {
  KIJUN_ASSERT(begin <= end && end <= text_.size());
  const auto part = [begin](const std::vector<std::size_t>& places, std::size_t last) {
    return places.empty() ? places
                          : std::vector<std::size_t>(places.begin() + static_cast<std::ptrdiff_t>(begin),
                                                     places.begin() + static_cast<std::ptrdiff_t>(last));
  };
  EmbeddedText result;
  result.text_ = text_.substr(begin, end - begin);
  result.source_ = source_;
  result.begin_ = begin_ + begin;
  result.offsets_ = part(offsets_, end + 1);
  result.ends_ = part(ends_, end);
  return result;
}

}  // namespace kijun::diag
