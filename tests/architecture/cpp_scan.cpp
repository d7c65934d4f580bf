// A scan of C++ by braces.
//
// Literals, comments and preprocessor lines are blanked out first, so that every brace left is structure. Then one
// pass keeps a stack of open braces and the text since the last statement (the head). What a `{` opens follows from
// the head before it: `namespace`, a type, a function body (at namespace or type level after `)` or its specifiers), a
// block (inside a function), or an initialiser (everything else, in particular a brace glued to a name). An
// initialiser, and a block inside parentheses (a lambda argument), is part of the statement around it, so the head
// lives on after its `}`; after any other `}` it starts anew.

#include "tests/architecture/cpp_scan.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "tests/architecture/source_tree.h"

namespace kijun::architecture {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

namespace {

// --- blanking ----------------------------------------------------------------------------------------

class Blanker {
 public:
  Blanker(std::string_view source, bool comments_only) : text_(source), comments_only_(comments_only) {}

  std::string run() {
    while (at_ < text_.size()) {
      if (starts("//")) {
        blank_to(line_end());
      } else if (starts("/*")) {
        const std::size_t end = text_.find("*/", at_ + 2);
        blank_to(end == std::string::npos ? text_.size() : end + 2);
      } else if (starts("R\"") && !after_word()) {
        skip_raw_string();
      } else if (text_[at_] == '"' || (text_[at_] == '\'' && !is_digit_separator())) {
        skip_literal();
      } else if (text_[at_] == '#' && !comments_only_ && is_first_on_line()) {
        skip_directive();
      } else {
        ++at_;
      }
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] bool starts(std::string_view prefix) const { return text_.compare(at_, prefix.size(), prefix) == 0; }
  [[nodiscard]] bool after_word() const {
    return at_ > 0 && is_word(text_[at_ - 1]) && text_[at_ - 1] != 'u' && text_[at_ - 1] != '8';
  }
  [[nodiscard]] std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }
  [[nodiscard]] bool is_first_on_line() const {
    const std::size_t before = text_.rfind('\n', at_);
    const std::size_t start = before == std::string::npos ? 0 : before;
    return trim(std::string_view(text_).substr(start, at_ - start)).empty();
  }
  // The ' of 1'000, unlike that of u8'a'.
  [[nodiscard]] bool is_digit_separator() const {
    return at_ > 0 && at_ + 2 < text_.size() && std::isxdigit(static_cast<unsigned char>(text_[at_ - 1])) != 0 &&
           std::isxdigit(static_cast<unsigned char>(text_[at_ + 1])) != 0 && text_[at_ + 2] != '\'';
  }

  void blank_to(std::size_t end) {
    for (; at_ < end; ++at_) {
      if (text_[at_] != '\n') {
        text_[at_] = ' ';
      }
    }
  }
  void blank_inside(std::size_t end) {
    if (!comments_only_) {
      blank_to(end);
    }
    at_ = end;
  }
  void skip_literal() {
    const char quote = text_[at_++];
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2U : 1U;
    }
    blank_inside(std::min(end, text_.size()));
    at_ = std::min(at_ + 1, text_.size());
  }
  void skip_raw_string() {
    const std::size_t open = text_.find('(', at_);
    const std::string close = ")" + text_.substr(at_ + 2, open - at_ - 2) + "\"";
    const std::size_t end = std::min(text_.find(close, at_), text_.size());
    at_ += 2;
    blank_inside(std::max(at_, std::min(end + close.size() - 1, text_.size())));
    at_ = std::min(at_ + 1, text_.size());
  }
  void skip_directive() {
    std::size_t end = line_end();
    while (end < text_.size() && text_[end - 1] == '\\') {
      end = std::min(text_.find('\n', end + 1), text_.size());
    }
    blank_to(end);
  }

  std::string text_;
  bool comments_only_;
  std::size_t at_ = 0;
};

// --- heads -------------------------------------------------------------------------------------------

bool ends_with_word(std::string_view head, std::string_view word) {
  return head.ends_with(word) && (head.size() == word.size() || !is_word(head[head.size() - word.size() - 1]));
}

bool starts_with_word(std::string_view head, std::string_view word) {
  return head.starts_with(word) && (head.size() == word.size() || !is_word(head[word.size()]));
}

std::size_t matching_close(std::string_view text, std::size_t open, char opening, char closing) {
  std::size_t depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    depth += text[i] == opening ? 1U : 0U;
    if (text[i] == closing && --depth == 0) {
      return i;
    }
  }
  return text.size();
}

// Without `template <…>`, attributes and storage words in front.
std::string_view without_prefixes(std::string_view head) {
  while (true) {
    head = trim(head);
    if (starts_with_word(head, "template")) {
      head.remove_prefix(std::min(head.size(), matching_close(head, 0, '<', '>') + 1));
    } else if (head.starts_with("[[")) {
      head.remove_prefix(std::min(head.size(), matching_close(head, 0, '[', ']') + 1));
    } else {
      const std::array<std::string_view, 4> words{"inline", "static", "constexpr", "typedef"};
      const auto word = std::find_if(words.begin(), words.end(), [&](auto w) { return starts_with_word(head, w); });
      if (word == words.end()) {
        return head;
      }
      head.remove_prefix(word->size());
    }
  }
}

bool is_type_head(std::string_view head) {
  const std::string_view bare = without_prefixes(head);
  return starts_with_word(bare, "class") || starts_with_word(bare, "struct") || starts_with_word(bare, "union");
}

bool is_enum_head(std::string_view head) { return starts_with_word(without_prefixes(head), "enum"); }

bool has_trailing_return(std::string_view head) {
  const std::size_t arrow = head.rfind("->");
  const std::size_t close = head.rfind(')');
  return arrow != std::string_view::npos && close != std::string_view::npos &&
         (arrow > close || head.find(") -> ") != std::string_view::npos);
}

bool ends_like_body(std::string_view head) {
  for (const std::string_view word : {"else", "do", "try", "const", "noexcept", "override", "final", "mutable"}) {
    if (ends_with_word(head, word)) {
      return true;
    }
  }
  return head.ends_with(')') || head.ends_with(']') || head.ends_with('}') || head.ends_with('&') ||
         has_trailing_return(head);
}

// The text between the parentheses of the parameter list, and the name before them.
struct Signature {
  std::string_view name;
  std::string_view parameters;
};

Signature signature_of(std::string_view head) {
  head = head.substr(0, head.find(") -> ") == std::string_view::npos ? head.size() : head.find(") -> ") + 1);
  Signature signature;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const bool is_colon =
        head[i] == ':' && (i == 0 || head[i - 1] != ':') && (i + 1 == head.size() || head[i + 1] != ':');
    if (is_colon && !signature.name.empty()) {
      break;  // a constructor's initialisers follow
    }
    if (head[i] != '(') {
      continue;
    }
    const std::size_t close = matching_close(head, i, '(', ')');
    std::size_t start = i;
    while (start > 0 && (is_word(head[start - 1]) || head[start - 1] == ':' || head[start - 1] == '~')) {
      --start;
    }
    const std::string_view name = head.substr(start, i - start);
    if (name != "noexcept" && name != "decltype" && name != "explicit" && name != "requires") {
      const bool is_call_operator = name.empty() && signature.name.ends_with("operator");
      signature = {is_call_operator ? signature.name : name, head.substr(i + 1, close - i - 1)};
      signature.name = signature.name.empty() ? "operator" : signature.name;
    }
    i = close;
  }
  return signature;
}

std::size_t count_parameters(std::string_view parameters) {
  parameters = trim(parameters);
  if (parameters.empty() || parameters == "void") {
    return 0;
  }
  std::size_t count = 1;
  int depth = 0;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const char c = parameters[i];
    const bool is_arrow = c == '>' && i > 0 && parameters[i - 1] == '-';
    depth += c == '(' || c == '<' || c == '[' || c == '{' ? 1 : 0;
    depth -= c == ')' || (c == '>' && !is_arrow) || c == ']' || c == '}' ? 1 : 0;
    count += c == ',' && depth == 0 ? 1 : 0;
  }
  return count;
}

// --- the scan ----------------------------------------------------------------------------------------

enum class ScopeKind { kNamespace, kType, kFunction, kBlock, kInitializer };

struct Scope {
  ScopeKind kind;
  std::string head;
  std::size_t head_line;
  std::size_t parenthesis_depth;
  Function function;  // of a function scope
};

class Outliner {
 public:
  explicit Outliner(std::string_view source) : code_(bare_code(source)) {}

  CppOutline run() {
    for (at_ = 0; at_ < code_.size(); ++at_) {
      step(code_[at_]);
    }
    return std::move(outline_);
  }

 private:
  void step(char c) {
    switch (c) {
      case '\n':
        ++line_;
        append(' ');
        break;
      case '{':
        open();
        break;
      case '}':
        close();
        break;
      case ';':
        end_statement();
        break;
      case '(':
        ++parenthesis_depth_;
        append(c);
        break;
      case ')':
        parenthesis_depth_ -= parenthesis_depth_ > 0 ? 1 : 0;
        append(c);
        break;
      case ':':
        append(c);
        drop_access_label();
        break;
      default:
        append(c);
    }
  }

  void append(char c) {
    if (c == ' ' && (head_.empty() || head_.back() == ' ')) {
      return;
    }
    if (head_.empty()) {
      head_line_ = line_;
    }
    head_ += c;
  }

  void drop_access_label() {
    if (head_ == "public:" || head_ == "private:" || head_ == "protected:") {
      head_.clear();
    }
  }

  [[nodiscard]] ScopeKind around() const { return scopes_.empty() ? ScopeKind::kNamespace : scopes_.back().kind; }

  [[nodiscard]] ScopeKind classify(std::string_view head) const {
    const bool is_glued = at_ > 0 && (is_word(code_[at_ - 1]) || code_[at_ - 1] == '>');
    const bool is_statement_start = parenthesis_depth_ == 0;
    if (is_statement_start && (starts_with_word(head, "namespace") || starts_with_word(head, "inline namespace") ||
                               starts_with_word(head, "extern \"\""))) {
      return ScopeKind::kNamespace;
    }
    if (is_statement_start && is_type_head(head) && !head.ends_with(')') && !head.ends_with('=')) {
      return ScopeKind::kType;
    }
    if (is_glued || is_enum_head(head)) {
      return ScopeKind::kInitializer;
    }
    const ScopeKind outside = around();
    if (outside == ScopeKind::kNamespace || outside == ScopeKind::kType) {
      return is_statement_start && ends_like_body(head) ? ScopeKind::kFunction : lambda_or_initializer(head);
    }
    if (outside == ScopeKind::kInitializer) {
      return lambda_or_initializer(head);
    }
    return head.empty() || head.ends_with(':') || ends_like_body(head) ? ScopeKind::kBlock : ScopeKind::kInitializer;
  }

  [[nodiscard]] static ScopeKind lambda_or_initializer(std::string_view head) {
    return head.find('[') != std::string_view::npos && ends_like_body(head) ? ScopeKind::kBlock
                                                                            : ScopeKind::kInitializer;
  }

  void open() {
    const std::string_view head = trim(head_);
    const ScopeKind kind = classify(head);
    const bool is_declaration = kind == ScopeKind::kType || kind == ScopeKind::kFunction || is_enum_head(head);
    if (around() == ScopeKind::kNamespace && is_declaration) {
      outline_.declarations.push_back({std::string(head), head_line_, true});
    }
    Scope scope{kind, head_, head_line_, parenthesis_depth_, {}};
    if (kind == ScopeKind::kFunction) {
      const Signature signature = signature_of(head);
      scope.function = {std::string(signature.name), head_line_, 0, count_parameters(signature.parameters), 0};
    }
    scopes_.push_back(std::move(scope));
    if (kind == ScopeKind::kBlock) {
      record_nesting();
    }
    head_.clear();
    parenthesis_depth_ = 0;
  }

  void record_nesting() {
    std::size_t depth = 0;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      depth += scope->kind == ScopeKind::kBlock ? 1U : 0U;
      if (scope->kind == ScopeKind::kFunction) {
        scope->function.nesting = std::max(scope->function.nesting, depth);
        return;
      }
    }
  }

  void close() {
    if (scopes_.empty()) {
      return;
    }
    Scope scope = std::move(scopes_.back());
    scopes_.pop_back();
    if (scope.kind == ScopeKind::kFunction) {
      scope.function.num_lines = line_ - scope.function.line + 1;
      outline_.functions.push_back(scope.function);
    }
    const bool goes_on = (scope.kind == ScopeKind::kInitializer && !is_enum_head(trim(scope.head))) ||
                         scope.parenthesis_depth > 0 || around() == ScopeKind::kInitializer;
    parenthesis_depth_ = scope.parenthesis_depth;
    head_ = goes_on ? scope.head + "{}" : std::string();
    head_line_ = scope.head_line;
  }

  void end_statement() {
    if (parenthesis_depth_ > 0) {
      append(';');
      return;
    }
    const std::string_view head = trim(head_);
    if (around() == ScopeKind::kNamespace && !head.empty()) {
      outline_.declarations.push_back({std::string(head), head_line_, false});
    }
    head_.clear();
  }

  std::string code_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::string head_;
  std::size_t head_line_ = 1;
  std::size_t parenthesis_depth_ = 0;
  std::vector<Scope> scopes_;
  CppOutline outline_;
};

}  // namespace

std::string without_comments(std::string_view source) { return Blanker(source, true).run(); }

std::string bare_code(std::string_view source) { return Blanker(source, false).run(); }

CppOutline outline(std::string_view source) { return Outliner(source).run(); }

}  // namespace kijun::architecture
