#include "engine/toml/outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/toml/bare_key.h"
#include "engine/toml/literal.h"

// toml++ tells where a node begins as line and column, orders tables by key and drops the form of a literal. Diagnostics
// inside CEL expressions need byte offsets through escapes and line ends, so the structure is read here a second time,
// from the bytes. Since toml++ has accepted the text, this reader only has to tell things apart, never to refuse them.
//
// The tables grow from anywhere in the file (`[a.b]` may come long after `[a]`), so nodes live in one arena and name
// their children by index. `Origin` says how a table came to be, which decides whether it may be written again.
namespace kijun::toml_doc {
namespace {

enum class Origin {
  kScalar,         // not a table
  kArray,          // [1, 2], or an array holding `[[tables]]`
  kInline,         // {a = 1}: closed
  kHeader,         // [a]
  kImplied,        // `a` of [a.b]: may still get its own header
  kDotted,         // `a` of a.b = 1
  kArrayOfTables,  // [[a]]: paths go through its last element
};

struct Node {
  std::string key;
  diag::Span key_span;
  diag::Span span;
  Origin origin = Origin::kScalar;
  diag::EmbeddedText text;
  std::vector<std::size_t> children;
};

struct KeyPart {
  std::string key;
  diag::Span span;
};

class Reader {
 public:
  Reader(const diag::Source& source, std::size_t limit) : source_(source), text_(source.text().substr(0, limit)) {
    nodes_.push_back(
        {.key = {}, .key_span = {}, .span = span(0, 0), .origin = Origin::kHeader, .text = {}, .children = {}});
  }

  Outline read() {
    place_ = source_.line_start(1);
    std::size_t table = kRoot;
    while (skip_blank(" \t\r\n") && !conflict_) {
      const std::size_t before = place_;
      if (text_[place_] == '[') {
        table = read_header().value_or(table);
      } else {
        read_key_value(table);
      }
      if (place_ == before) ++place_;
    }
    Outline outline;
    if (!conflict_) outline.root = build_table(kRoot);
    outline.conflict = std::move(conflict_);
    return outline;
  }

 private:
  static constexpr std::size_t kRoot = 0;
  // Tables of more keys than this find them through the index.
  static constexpr std::size_t kLargestUnindexed = 16;

  [[nodiscard]] diag::Span span(std::size_t begin, std::size_t end) const { return {&source_, begin, end}; }
  [[nodiscard]] bool at(char c) const { return place_ < text_.size() && text_[place_] == c; }

  // Skips the given white space and comments; false at the end of the text.
  bool skip_blank(std::string_view white_space) {
    while (true) {
      place_ = std::min(text_.find_first_not_of(white_space, place_), text_.size());
      if (!at('#')) return place_ < text_.size();
      place_ = std::min(text_.find('\n', place_), text_.size());
    }
  }

  // a."b c".d
  std::vector<KeyPart> read_key() {
    std::vector<KeyPart> parts;
    do {
      if (at('.')) ++place_;
      skip_blank(" \t");
      const std::size_t begin = place_;
      if (at('"') || at('\'')) {
        place_ = skip_string(text_, begin);
        parts.push_back({decode_string(source_, begin, place_).text(), span(begin, place_)});
      } else {
        while (place_ < text_.size() && is_bare_key_byte(text_[place_])) ++place_;
        parts.push_back({std::string(text_.substr(begin, place_ - begin)), span(begin, place_)});
      }
      skip_blank(" \t");
    } while (at('.'));
    return parts;
  }

  // [a.b] or [[a.b]]; the table that the following keys belong to.
  std::optional<std::size_t> read_header() {
    const std::size_t begin = place_;
    const bool is_array = text_.substr(place_, 2) == "[[";
    place_ += is_array ? 2 : 1;
    const std::vector<KeyPart> path = read_key();
    while (at(']')) ++place_;
    const diag::Span header = span(begin, place_);

    std::size_t table = kRoot;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      const auto child = find(table, path[i].key);
      const Origin origin = child ? nodes_[*child].origin : Origin::kImplied;
      if (origin == Origin::kScalar || origin == Origin::kArray || origin == Origin::kInline) {
        return clash(path, i, *child, path[i].span);
      }
      table = child ? *child : add_child(table, path[i], path[i].span, Origin::kImplied);
      if (origin == Origin::kArrayOfTables) table = nodes_[table].children.back();
    }
    return is_array ? open_element(table, path, header) : open_table(table, path, header);
  }

  std::optional<std::size_t> open_table(std::size_t parent, const std::vector<KeyPart>& path, diag::Span header) {
    const auto child = find(parent, path.back().key);
    if (!child) return add_child(parent, path.back(), header, Origin::kHeader);
    if (nodes_[*child].origin != Origin::kImplied) return clash(path, path.size() - 1, *child, header);
    nodes_[*child].origin = Origin::kHeader;
    nodes_[*child].key_span = path.back().span;
    nodes_[*child].span = header;
    return child;
  }

  std::optional<std::size_t> open_element(std::size_t parent, const std::vector<KeyPart>& path, diag::Span header) {
    auto array = find(parent, path.back().key);
    if (!array) array = add_child(parent, path.back(), header, Origin::kArrayOfTables);
    if (nodes_[*array].origin != Origin::kArrayOfTables) return clash(path, path.size() - 1, *array, header);
    return add_node(*array, {}, header, Origin::kHeader);
  }

  // a.b = value, in the document or in an inline table.
  void read_key_value(std::size_t table) {
    const std::vector<KeyPart> path = read_key();
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      const auto child = find(table, path[i].key);
      if (child && nodes_[*child].origin != Origin::kDotted && nodes_[*child].origin != Origin::kImplied) {
        clash(path, i, *child, path[i].span);
        return;
      }
      table = child ? *child : add_child(table, path[i], path[i].span, Origin::kDotted);
      nodes_[table].origin = Origin::kDotted;
    }
    if (const auto child = find(table, path.back().key)) {
      clash(path, path.size() - 1, *child, path.back().span);
      return;
    }
    const std::size_t node = add_child(table, path.back(), path.back().span, Origin::kScalar);
    if (at('=')) ++place_;
    skip_blank(" \t");
    read_value(node);
  }

  void read_value(std::size_t node) {
    const std::size_t begin = place_;
    if (at('"') || at('\'')) {
      place_ = skip_string(text_, begin);
      nodes_[node].text = decode_string(source_, begin, place_);
    } else if (at('[')) {
      read_array(node);
    } else if (at('{')) {
      read_inline_table(node);
    } else {
      place_ = std::min(text_.find_first_of(",]}#\r\n", begin), text_.size());
      while (place_ > begin && (text_[place_ - 1] == ' ' || text_[place_ - 1] == '\t')) --place_;
    }
    nodes_[node].span = span(begin, place_);
  }

  void read_array(std::size_t node) {
    nodes_[node].origin = Origin::kArray;
    ++place_;
    while (skip_blank(" \t\r\n,") && !at(']') && !conflict_) {
      const std::size_t before = place_;
      read_value(add_node(node, {}, {}, Origin::kScalar));
      if (place_ == before) ++place_;
    }
    if (at(']')) ++place_;
  }

  void read_inline_table(std::size_t node) {
    nodes_[node].origin = Origin::kInline;
    ++place_;
    while (skip_blank(" \t\r\n,") && !at('}') && !conflict_) {
      const std::size_t before = place_;
      read_key_value(node);
      if (place_ == before) ++place_;
    }
    if (at('}')) ++place_;
  }

  // The key under which a child of a large table is indexed. The table's number ends at the first colon.
  static std::string slot(std::size_t table, std::string_view key) { return fmt::format("{}:{}", table, key); }

  [[nodiscard]] std::optional<std::size_t> find(std::size_t table, std::string_view key) const {
    const std::vector<std::size_t>& children = nodes_[table].children;
    if (children.size() > kLargestUnindexed) {
      const auto found = index_.find(slot(table, key));
      return found == index_.end() ? std::nullopt : std::optional<std::size_t>(found->second);
    }
    const auto found =
        std::find_if(children.begin(), children.end(), [&](std::size_t child) { return nodes_[child].key == key; });
    return found == children.end() ? std::nullopt : std::optional<std::size_t>(*found);
  }

  std::size_t add_child(std::size_t parent, const KeyPart& part, diag::Span place, Origin origin) {
    const std::size_t node = add_node(parent, part, place, origin);
    const std::vector<std::size_t>& children = nodes_[parent].children;
    if (children.size() == kLargestUnindexed + 1) {
      for (const std::size_t child : children) index_.emplace(slot(parent, nodes_[child].key), child);
    } else if (children.size() > kLargestUnindexed) {
      index_.emplace(slot(parent, part.key), node);
    }
    return node;
  }

  std::size_t add_node(std::size_t parent, const KeyPart& part, diag::Span place, Origin origin) {
    const std::size_t node = nodes_.size();
    nodes_.push_back(
        {.key = part.key, .key_span = part.span, .span = place, .origin = origin, .text = {}, .children = {}});
    nodes_[parent].children.push_back(node);
    return node;
  }

  std::nullopt_t clash(const std::vector<KeyPart>& path, std::size_t last, std::size_t earlier, diag::Span second) {
    std::string written;
    for (std::size_t i = 0; i <= last; ++i) written += (i == 0 ? "" : ".") + path[i].key;
    const Node& node = nodes_[earlier];
    const bool has_header = node.origin == Origin::kHeader || node.origin == Origin::kArrayOfTables;
    conflict_ = Conflict{std::move(written), has_header ? node.span : node.key_span, second};
    return std::nullopt;
  }

  Table build_table(std::size_t node) {
    Table table;
    table.entries.reserve(nodes_[node].children.size());
    for (const std::size_t child : nodes_[node].children) {
      Entry entry{std::move(nodes_[child].key), nodes_[child].key_span, {}};
      entry.value.push_back(build_value(child));
      table.entries.push_back(std::move(entry));
    }
    return table;
  }

  Value build_value(std::size_t node) {
    Value value{std::move(nodes_[node].text), nodes_[node].span};
    switch (nodes_[node].origin) {
      case Origin::kScalar:
        break;
      case Origin::kArray:
      case Origin::kArrayOfTables: {
        Array array;
        for (const std::size_t child : nodes_[node].children) array.elements.push_back(build_value(child));
        value.data = std::move(array);
        break;
      }
      case Origin::kInline:
      case Origin::kHeader:
      case Origin::kImplied:
      case Origin::kDotted:
        value.data = build_table(node);
        break;
    }
    return value;
  }

  const diag::Source& source_;
  std::string_view text_;
  std::size_t place_ = 0;
  std::deque<Node> nodes_;
  std::unordered_map<std::string, std::size_t> index_;
  std::optional<Conflict> conflict_;
};

}  // namespace

Outline read_outline(const diag::Source& source, std::size_t limit) { return Reader(source, limit).read(); }

}  // namespace kijun::toml_doc
