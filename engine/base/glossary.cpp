/// A text is a row of pieces: at first one, all of it. Each term, the longest first, splits the pieces that nothing was put
/// into yet around every place where it stands. So a longer term that names something as a whole (圏域設置の特例) keeps a
/// shorter one (圏域) out of it, also when it is replaced by itself, and no replacement is replaced in turn. Whether an
/// English word ends somewhere is asked of the text as it was given.

#include "engine/base/glossary.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"

namespace kijun {
namespace {

/// Letters of Latin scripts with their marks (Kenō), digits and `_`; no Japanese character, which ends an English word.
bool is_word_character(char32_t c) {
  constexpr char32_t kAscii = 0x80;
  if (c < kAscii) return is_alphanumeric(static_cast<char>(c)) || c == U'_';
  const bool is_latin = (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
  const bool is_mark = c >= 0x300 && c <= 0x36F;
  return is_latin || is_mark;
}

bool word_begins_at(std::string_view text, std::size_t at) {
  const auto next = decode_utf8(text.substr(at));
  return next && is_word_character(next->code_point);
}

bool word_ends_at(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && is_continuation_byte(text[begin])) --begin;
  return word_begins_at(text.substr(0, at), begin);
}

/// No word goes on across this place.
bool is_boundary(std::string_view text, std::size_t at) { return !word_ends_at(text, at) || !word_begins_at(text, at); }

bool stands_at(std::string_view text, std::size_t at, std::string_view term) {
  const std::string_view found = text.substr(at, term.size());
  if (found.size() < term.size() || found.substr(1) != term.substr(1)) return false;
  const bool is_same = found[0] == term[0] || found[0] == to_capital(term[0]);
  return is_same && is_boundary(text, at) && is_boundary(text, at + term.size());
}

/// Where a term stands next in [begin, end) of a text; nothing where it does not.
std::optional<std::size_t> find_term(std::string_view text, std::size_t begin, std::size_t end, std::string_view term,
                                     Language language) {
  if (term.empty()) return std::nullopt;
  if (language == Language::kJapanese) {
    const std::size_t at = text.substr(0, end).find(term, begin);
    return at == std::string_view::npos ? std::nullopt : std::optional(at);
  }
  for (std::size_t at = begin; at + term.size() <= end; ++at)
    if (stands_at(text, at, term)) return at;
  return std::nullopt;
}

/// Bytes [begin, end) of the text, or what stands in place of them.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  const std::string* put_in = nullptr;  ///< Null: the text itself.
  bool is_capital = false;              ///< `put_in` takes a capital.
};

class Rewording {
 public:
  Rewording(std::string_view text, Language language) : text_(text), language_(language), pieces_{{0, text.size()}} {}

  void replace(const GlossaryTerm& term) {
    const std::string& from = term.from.in(language_);
    if (!find_term(text_, 0, text_.size(), from, language_)) return;
    std::vector<Piece> pieces;
    for (const Piece& piece : pieces_) split(piece, from, term.to.in(language_), pieces);
    pieces_ = std::move(pieces);
  }

  [[nodiscard]] std::string text() const {
    std::string made;
    for (const Piece& piece : pieces_) {
      const std::size_t begin = made.size();
      made += piece.put_in != nullptr ? std::string_view(*piece.put_in)
                                      : text_.substr(piece.begin, piece.end - piece.begin);
      if (piece.is_capital && begin < made.size()) made[begin] = to_capital(made[begin]);
    }
    return made;
  }

 private:
  void split(const Piece& piece, std::string_view from, const std::string& to, std::vector<Piece>& pieces) const {
    if (piece.put_in != nullptr) return pieces.push_back(piece);
    std::size_t rest = piece.begin;
    while (const auto at = find_term(text_, rest, piece.end, from, language_)) {
      if (*at > rest) pieces.push_back({rest, *at});
      pieces.push_back({*at, *at + from.size(), &to, text_[*at] != from[0]});
      rest = *at + from.size();
    }
    if (rest < piece.end) pieces.push_back({rest, piece.end});
  }

  std::string_view text_;
  Language language_;
  std::vector<Piece> pieces_;
};

}  // namespace

bool holds_term(std::string_view text, std::string_view term, Language language) {
  return find_term(text, 0, text.size(), term, language).has_value();
}

Glossary::Glossary(std::vector<GlossaryTerm> terms) : terms_(std::move(terms)) {
  for (const Language language : {Language::kJapanese, Language::kEnglish}) {
    Order& order = orders_[static_cast<std::size_t>(language)];
    for (std::size_t at = 0; at < terms_.size(); ++at)
      if (!terms_[at].from.in(language).empty()) order.push_back(at);
    const auto length = [&](std::size_t at) { return count_code_points(terms_[at].from.in(language)); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return length(a) > length(b); });
  }
}

std::string Glossary::reword(std::string_view text, Language language) const {
  Rewording rewording(text, language);
  for (const std::size_t at : orders_[static_cast<std::size_t>(language)]) rewording.replace(terms_[at]);
  return rewording.text();
}

LocalizedText Glossary::reword(const LocalizedText& text) const {
  return {reword(text.ja, Language::kJapanese), reword(text.en, Language::kEnglish)};
}

}  // namespace kijun
