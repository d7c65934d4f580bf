#include "engine/toml/nesting.h"

#include <algorithm>

#include "engine/toml/literal.h"

namespace kijun::toml_doc {
namespace {

// Runs over TOML text one token at a time: a string, a comment or one byte.
class BracketScan {
 public:
  explicit BracketScan(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t place() const { return place_; }
  [[nodiscard]] std::size_t depth() const { return depth_; }
  // Dots since the last byte that cannot stand inside a dotted key.
  [[nodiscard]] std::size_t dots() const { return dots_; }
  [[nodiscard]] bool at_end() const { return place_ >= text_.size(); }

  void step() {
    const char c = text_[place_];
    if (c == '"' || c == '\'') {
      place_ = skip_string(text_, place_);
      return;
    }
    if (c == '#') {
      place_ = std::min(text_.find('\n', place_), text_.size());
      return;
    }
    ++place_;
    if (c == '.') ++dots_;
    if (c == '[' || c == '{') ++depth_;
    if ((c == ']' || c == '}') && depth_ > 0) --depth_;
    if (std::string_view("[]{},=\r\n").find(c) != std::string_view::npos) dots_ = 0;
  }

 private:
  std::string_view text_;
  std::size_t place_ = 0;
  std::size_t depth_ = 0;
  std::size_t dots_ = 0;
};

}  // namespace

std::optional<std::size_t> find_excess_nesting(std::string_view text) {
  BracketScan scan(text);
  while (!scan.at_end()) {
    const std::size_t place = scan.place();
    scan.step();
    if (scan.depth() > kDeepestBrackets || scan.dots() >= kMostKeyParts) return place;
  }
  return std::nullopt;
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  BracketScan scan(text);
  while (!scan.at_end() && scan.place() < begin) scan.step();
  if (scan.place() != begin || scan.depth() != 0) return false;
  while (!scan.at_end() && scan.place() < end) scan.step();
  return scan.place() <= end && scan.depth() == 0;
}

}  // namespace kijun::toml_doc
