#include "engine/exec/text/pattern_tree.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "engine/base/utf8.h"

namespace kijun::exec {
namespace {

constexpr char32_t kLastCodePoint = 0x10FFFF;
constexpr std::uint32_t kMostRepeats = 100;  // RE2 refuses beyond 1000; an automaton would be large long before

/// Code points from `first` to `last`.
struct CodeRange {
  char32_t first = 0;
  char32_t last = 0;
};

constexpr CodeRange kDigits[] = {{'0', '9'}};
constexpr CodeRange kWordCharacters[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
constexpr CodeRange kSpaces[] = {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};

PatternNode byte_range(unsigned first, unsigned last) {
  PatternNode node;
  node.kind = PatternNode::Kind::kByte;
  for (unsigned byte = first; byte <= last; ++byte) node.bytes.set(byte);
  return node;
}

PatternNode sequence(std::vector<PatternNode> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  PatternNode node;
  node.children = std::move(parts);
  return node;
}

PatternNode choice(std::vector<PatternNode> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  PatternNode node;
  node.kind = PatternNode::Kind::kChoice;
  node.children = std::move(parts);
  return node;
}

std::string utf8_of(char32_t code_point) {
  std::string bytes;
  append_utf8(bytes, code_point);
  return bytes;
}

/// The sequences of byte ranges that encode a range of code points. A range is split until its first and last code point
/// have equally many bytes and every byte behind the first that differs runs over all its values.
void add_sequences(CodeRange range, std::vector<PatternNode>& sequences) {
  const auto split = [&](char32_t last_of_first) {
    add_sequences({range.first, last_of_first}, sequences);
    add_sequences({last_of_first + 1, range.last}, sequences);
  };
  for (const char32_t last : {char32_t{0x7F}, char32_t{0x7FF}, char32_t{0xFFFF}}) {
    if (range.first <= last && last < range.last) return split(last);
  }
  if (range.last > 0x7F) {
    for (const unsigned num_bits : {6U, 12U, 18U}) {
      const char32_t low = (char32_t{1} << num_bits) - 1;
      if ((range.first & ~low) == (range.last & ~low)) continue;
      if ((range.first & low) != 0) return split(range.first | low);
      if ((range.last & low) != low) return split((range.last & ~low) - 1);
    }
  }
  const std::string first = utf8_of(range.first);
  const std::string last = utf8_of(range.last);
  std::vector<PatternNode> bytes;
  for (std::size_t i = 0; i < first.size(); ++i)
    bytes.push_back(byte_range(static_cast<unsigned char>(first[i]), static_cast<unsigned char>(last[i])));
  sequences.push_back(sequence(std::move(bytes)));
}

/// One code point out of a set.
PatternNode code_point_class(std::vector<CodeRange> ranges, bool negated) {
  std::ranges::sort(ranges, {}, &CodeRange::first);
  std::vector<CodeRange> set;
  char32_t next = 0;  // of the complement
  for (const CodeRange range : ranges) {
    if (negated && range.first > next) set.push_back({next, range.first - 1});
    next = std::max(next, static_cast<char32_t>(range.last + 1));
    if (!negated) set.push_back(range);
  }
  if (negated && next <= kLastCodePoint) set.push_back({next, kLastCodePoint});
  PatternNode ascii = byte_range(1, 0);
  std::vector<PatternNode> sequences;
  for (const CodeRange range : set) {
    for (char32_t c = range.first; c <= std::min<char32_t>(range.last, 0x7F); ++c) ascii.bytes.set(c);
    if (range.last > 0x7F) add_sequences({std::max<char32_t>(range.first, 0x80), range.last}, sequences);
  }
  if (ascii.bytes.any() || sequences.empty()) sequences.push_back(std::move(ascii));
  return choice(std::move(sequences));
}

/// Whether anything in a part of a pattern is repeated.
bool repeats(const PatternNode& node) {
  return node.kind == PatternNode::Kind::kRepeat || std::ranges::any_of(node.children, repeats);
}

/// Reads a pattern from left to right; any function gives nothing when the pattern is outside the part it knows.
class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : rest_(pattern) {}

  std::optional<std::vector<PatternBranch>> read() {
    std::vector<PatternBranch> branches;
    do {
      PatternBranch& branch = branches.emplace_back();
      branch.at_begin = take("^");
      auto node = read_sequence();
      if (!node.has_value()) return std::nullopt;
      branch.node = *std::move(node);
      branch.at_end = take("$");
    } while (take("|"));
    if (!rest_.empty()) return std::nullopt;
    return branches;
  }

 private:
  bool take(std::string_view token) {
    const bool here = rest_.starts_with(token);
    if (here) rest_.remove_prefix(token.size());
    return here;
  }

  std::optional<char32_t> take_code_point() {
    const auto decoded = decode_utf8(rest_);
    if (!decoded.has_value()) return std::nullopt;
    rest_.remove_prefix(decoded->num_bytes);
    return decoded->code_point;
  }

  std::optional<PatternNode> read_choice() {
    std::vector<PatternNode> parts;
    do {
      auto part = read_sequence();
      if (!part.has_value()) return std::nullopt;
      parts.push_back(*std::move(part));
    } while (take("|"));
    return choice(std::move(parts));
  }

  std::optional<PatternNode> read_sequence() {
    std::vector<PatternNode> parts;
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')' && rest_.front() != '$') {
      auto atom = read_atom();
      if (!atom.has_value() || !read_repeat(*atom)) return std::nullopt;
      parts.push_back(*std::move(atom));
    }
    return sequence(std::move(parts));
  }

  std::optional<PatternNode> read_atom() {
    constexpr std::string_view kSpecial = "^*+?{}]";
    if (take("(")) return read_group();
    if (take("[")) return read_class();
    if (take(".")) return code_point_class({{'\n', '\n'}}, true);
    if (take("\\")) return read_escape();
    if (kSpecial.find(rest_.front()) != std::string_view::npos) return std::nullopt;
    const auto literal = take_code_point();
    return literal.has_value() ? std::optional(code_point_class({{*literal, *literal}}, false)) : std::nullopt;
  }

  std::optional<PatternNode> read_group() {
    if (!take("?:") && rest_.starts_with('?')) return std::nullopt;
    constexpr int kDeepest = 50;
    if (++depth_ > kDeepest) return std::nullopt;
    auto inner = read_choice();
    --depth_;
    if (!inner.has_value() || !take(")")) return std::nullopt;
    return inner;
  }

  /// What stands behind a backslash, as ranges; `negated` for the capital forms.
  std::optional<std::vector<CodeRange>> read_escaped_ranges(bool& negated) {
    negated = false;
    if (rest_.empty()) return std::nullopt;
    const char c = rest_.front();
    rest_.remove_prefix(1);
    switch (c) {
      case 'D':
      case 'd':
        negated = c == 'D';
        return std::vector<CodeRange>(std::begin(kDigits), std::end(kDigits));
      case 'W':
      case 'w':
        negated = c == 'W';
        return std::vector<CodeRange>(std::begin(kWordCharacters), std::end(kWordCharacters));
      case 'S':
      case 's':
        negated = c == 'S';
        return std::vector<CodeRange>(std::begin(kSpaces), std::end(kSpaces));
      case 'n':
        return std::vector<CodeRange>{{'\n', '\n'}};
      case 't':
        return std::vector<CodeRange>{{'\t', '\t'}};
      default:
        break;
    }
    constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~";
    if (kPunctuation.find(c) == std::string_view::npos) return std::nullopt;
    const auto code_point = static_cast<char32_t>(c);
    return std::vector<CodeRange>{{code_point, code_point}};
  }

  std::optional<PatternNode> read_escape() {
    bool negated = false;
    auto ranges = read_escaped_ranges(negated);
    return ranges.has_value() ? std::optional(code_point_class(*std::move(ranges), negated)) : std::nullopt;
  }

  /// Behind `[`. A `-` is a range or stands first or last.
  std::optional<PatternNode> read_class() {
    const bool negated = take("^");
    std::vector<CodeRange> ranges;
    while (!take("]")) {
      if (!read_class_item(ranges)) return std::nullopt;
    }
    if (ranges.empty()) return std::nullopt;
    return code_point_class(std::move(ranges), negated);
  }

  bool read_class_item(std::vector<CodeRange>& ranges) {
    if (rest_.empty() || rest_.front() == '[') return false;
    if (take("\\")) {
      bool negated = false;
      const auto escaped = read_escaped_ranges(negated);
      if (!escaped.has_value() || negated || rest_.starts_with('-')) return false;
      ranges.insert(ranges.end(), escaped->begin(), escaped->end());
      return true;
    }
    const bool is_dash = rest_.front() == '-';
    const auto first = take_code_point();
    if (!first.has_value() || (is_dash && !ranges.empty() && !rest_.starts_with(']'))) return false;
    CodeRange range{*first, *first};
    if (!is_dash && rest_.starts_with('-') && !rest_.starts_with("-]")) {
      take("-");
      if (rest_.starts_with('[') || rest_.starts_with('\\') || rest_.starts_with('-')) return false;
      const auto last = take_code_point();
      if (!last.has_value() || *last < *first) return false;
      range.last = *last;
    }
    ranges.push_back(range);
    return true;
  }

  /// Wraps an atom in the repetition behind it, if one. Greedy or not, the same texts match.
  bool read_repeat(PatternNode& atom) {
    std::uint32_t least = 0;
    std::uint32_t most = PatternNode::kNoLimit;
    if (take("?")) {
      most = 1;
    } else if (take("+")) {
      least = 1;
    } else if (take("{")) {
      if (repeats(atom) || !read_counts(least, most)) return false;  // RE2 limits how often in all
    } else if (!take("*")) {
      return true;
    }
    take("?");
    if (!rest_.empty() && std::string_view("*+?{").find(rest_.front()) != std::string_view::npos) return false;
    PatternNode node;
    node.kind = PatternNode::Kind::kRepeat;
    node.least = least;
    node.most = most;
    node.children.push_back(std::move(atom));
    atom = std::move(node);
    return true;
  }

  bool read_counts(std::uint32_t& least, std::uint32_t& most) {
    if (!read_count(least)) return false;
    most = least;
    if (take(",")) {
      most = PatternNode::kNoLimit;
      if (!rest_.starts_with('}') && !read_count(most)) return false;
    }
    return take("}") && least <= most;
  }

  bool read_count(std::uint32_t& count) {
    count = 0;
    if (rest_.empty() || rest_.front() < '0' || rest_.front() > '9') return false;
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9' && count <= kMostRepeats) {
      count = count * 10 + static_cast<std::uint32_t>(rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return count <= kMostRepeats;
  }

  std::string_view rest_;
  int depth_ = 0;
};

}  // namespace

std::optional<std::vector<PatternBranch>> parse_pattern(std::string_view pattern) {
  return PatternReader(pattern).read();
}

}  // namespace kijun::exec
