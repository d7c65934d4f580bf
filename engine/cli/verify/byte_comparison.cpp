#include "engine/cli/verify/byte_comparison.h"

#include <algorithm>
#include <streambuf>

#include "engine/base/utf8.h"

namespace kijun::cli {
namespace {

/// Bytes shown before and behind the place.
constexpr std::size_t kLead = 32;
constexpr std::size_t kRest = 64;

/// What is written to it has to be a given text.
class ComparingBuffer : public std::streambuf {
 public:
  explicit ComparingBuffer(std::string_view expected) : expected_(expected) {}

  [[nodiscard]] bool is_same() const { return !differs_ && num_same_ == expected_.size(); }
  [[nodiscard]] std::size_t num_same() const { return num_same_; }
  /// What was written behind the bytes that are the same, as far as it is kept.
  [[nodiscard]] const std::string& rest() const { return rest_; }

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    take({bytes, static_cast<std::size_t>(size)});
    return size;
  }
  int_type overflow(int_type byte) override {
    if (traits_type::eq_int_type(byte, traits_type::eof())) return traits_type::not_eof(byte);
    const char character = traits_type::to_char_type(byte);
    take({&character, 1});
    return byte;
  }

 private:
  void take(std::string_view bytes) {
    if (!differs_) {
      const std::string_view left = expected_.substr(num_same_);
      const auto same = static_cast<std::size_t>(
          std::mismatch(bytes.begin(), bytes.end(), left.begin(), left.end()).first - bytes.begin());
      num_same_ += same;
      differs_ = same < bytes.size();
      bytes.remove_prefix(same);
    }
    rest_.append(bytes.substr(0, kRest - std::min(kRest, rest_.size())));
  }

  std::string_view expected_;
  std::size_t num_same_ = 0;
  bool differs_ = false;
  std::string rest_;
};

/// The rest of a line, not more than is shown, without half a character at its end.
std::string_view line_rest(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  if (text.size() <= kRest / 2) return text;
  std::size_t end = kRest / 2;
  while (end > 0 && is_continuation_byte(text[end])) --end;
  return text.substr(0, end);
}

}  // namespace

std::optional<ByteDifference> compare_bytes(std::string_view expected,
                                            const std::function<void(std::ostream&)>& write) {
  ComparingBuffer buffer(expected);
  std::ostream out(&buffer);
  write(out);
  if (buffer.is_same()) return std::nullopt;
  ByteDifference found;
  found.offset = buffer.num_same();
  // A character may differ in its last byte only.
  std::size_t begin = found.offset;
  const bool is_inside = (begin < expected.size() && is_continuation_byte(expected[begin])) ||
                         (!buffer.rest().empty() && is_continuation_byte(buffer.rest().front()));
  while (is_inside && begin > 0 && (begin == found.offset || is_continuation_byte(expected[begin]))) --begin;
  const std::string made = std::string(expected.substr(begin, found.offset - begin)) + buffer.rest();
  const std::string_view before = expected.substr(0, begin);
  const std::size_t line_start = before.rfind('\n') + 1;  // 0 where there is none
  found.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::string_view on_line = before.substr(line_start);
  found.column = 1 + on_line.size() -
                 static_cast<std::size_t>(std::count_if(on_line.begin(), on_line.end(), is_continuation_byte));
  std::size_t lead = on_line.size() - std::min(kLead, on_line.size());
  while (lead < on_line.size() && is_continuation_byte(on_line[lead])) ++lead;
  const std::string shown(on_line.substr(lead));
  found.expected = shown + std::string(line_rest(expected.substr(begin)));
  found.made = shown + std::string(line_rest(made));
  found.expected_ends = begin >= expected.size();
  found.made_ends = made.empty();
  return found;
}

}  // namespace kijun::cli
