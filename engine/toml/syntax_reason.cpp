#include "engine/toml/syntax_reason.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "engine/base/era.h"
#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

// toml++ writes "Error while parsing <scope>: <reason>". The table below puts the mistakes people make into words, by
// scope and by a piece of the reason, first match first. `{0}` is the text at the place of the error.
namespace kijun::toml_doc {
namespace {

// Which bytes around the place of the error belong to it.
enum class Extent {
  kCharacter,  // the character at the place
  kWord,       // up to the next white space
  kValue,      // the whole scalar value, left and right of the place
  kEscape,     // from the backslash before the place to the place's character
  kHexEscape,  // from the backslash before the place up to the place
};

struct Rule {
  std::string_view scope;  // a piece of the scope's name; empty fits all
  std::string_view piece;  // a piece of the reason
  Extent extent = Extent::kCharacter;
  LocalizedView reason;
  LocalizedView hint;
  bool hint_needs_other_script = false;  // the hint fits only text outside ASCII
};

constexpr LocalizedView kQuoteText = {"文字列は引用符で囲んでください（`\"…\"`）", "put text in quotes: `\"…\"`"};
constexpr LocalizedView kQuoteKey = {"英数字と`_`、`-`以外を含むキーは引用符で囲んでください",
                                     "put a key in quotes unless it has only letters, digits, `_` and `-`"};
constexpr LocalizedView kBackslash = {"`\\`そのものは`\\\\`と書くか、文字列を`'…'`で囲んでください",
                                      "write `\\\\` for a backslash, or put the text in `'…'`"};
constexpr LocalizedView kOneLine = {"一行に書くか、`[…]`の見出しを持つテーブルにしてください",
                                    "keep it on one line, or use a table with a `[…]` header"};
constexpr LocalizedView kCloseString = {"同じ引用符で閉じてください。複数行の文字列は`\"\"\"`で囲みます",
                                        "close it with the same quote; text of several lines stands in `\"\"\"`"};
constexpr LocalizedView kNoHint = {"", ""};

constexpr Rule kRules[] = {
    {"string",
     "encountered end-of-file",
     Extent::kCharacter,
     {"文字列が閉じられないままファイルが終わっています", "the file ends inside a string"},
     kCloseString},
    {"unicode scalar",
     "expected hex digit",
     Extent::kHexEscape,
     {"`{0}`の後は16進数の数字でなければなりません", "`{0}` must be followed by hexadecimal digits"},
     kBackslash},
    {"string", "escape sequence", Extent::kEscape, {"`{0}`という書き方はありません", "`{0}` is no escape"}, kBackslash},
    {"string",
     "line-ending backslashes",
     Extent::kEscape,
     {"`{0}`という書き方はありません", "`{0}` is no escape"},
     kBackslash},
    {"",
     "'\\n' after '\\r'",
     Extent::kCharacter,
     {"改行がCRだけになっています", "a line ends in CR alone"},
     {"改行をLF又はCRLFにしてください", "end lines with LF or CRLF"}},
    {"",
     "control characters",
     Extent::kCharacter,
     {"制御文字が含まれています", "there is a control character"},
     kNoHint},
    {"", "expected '='", Extent::kWord, {"キーの後に`=`がありません", "no `=` after the key"}, kNoHint},
    {"", "expected value, saw", Extent::kCharacter, {"`=`の後に値がありません", "no value after `=`"}, kNoHint},
    {"",
     "leading zeroes",
     Extent::kValue,
     {"`{0}`は0で始まるため数として読めません", "the number `{0}` starts with 0"},
     {"団体コードなどの番号は引用符で囲んでください（`\"…\"`）", "put codes in quotes: `\"…\"`"}},
    {"",
     "not representable",
     Extent::kValue,
     {"`{0}`は64ビットで表せる範囲を超えています", "`{0}` does not fit into 64 bits"},
     kNoHint},
    {"boolean",
     "",
     Extent::kValue,
     {"`{0}`は値として読めません", "`{0}` is no value"},
     {"真偽値は小文字の`true`又は`false`で、文字列は引用符で囲んで書いてください",
      "write `true` or `false` in lower case, and put text in quotes"}},
    {"value", "determine value type", Extent::kValue, {"`{0}`は値として読めません", "`{0}` is no value"}, kQuoteText},
    {"time", "", Extent::kValue, {"`{0}`は時刻として読めません", "`{0}` is no time"}, kNoHint},
    {"", "underscores", Extent::kValue, {"`{0}`は値として読めません", "`{0}` is no value"}, kQuoteText},
    {"integer", "", Extent::kValue, {"`{0}`は値として読めません", "`{0}` is no value"}, kQuoteText},
    {"floating-point", "", Extent::kValue, {"`{0}`は値として読めません", "`{0}` is no value"}, kQuoteText},
    {"table header",
     "a comment or whitespace",
     Extent::kWord,
     {"見出しの後に余分な`{0}`があります", "`{0}` after the end of the header"},
     kNoHint},
    {"",
     "a comment or whitespace",
     Extent::kWord,
     {"値の後に余分な`{0}`があります", "`{0}` after the end of the value"},
     kNoHint},
    {"",
     "expected keys, tables",
     Extent::kWord,
     {"キーが必要な所に`{0}`があります", "`{0}` where a key is expected"},
     kQuoteKey,
     true},
    {"",
     "expected bare key",
     Extent::kWord,
     {"キーが必要な所に`{0}`があります", "`{0}` where a key is expected"},
     kQuoteKey,
     true},
    {"array",
     "expected comma",
     Extent::kCharacter,
     {"配列の要素の間に`,`がないか、`]`で閉じられていません",
      "no `,` between two elements of the array, or no `]` at its end"},
     kNoHint},
    {"array", "saw comma", Extent::kCharacter, {"配列に余分な`,`があります", "a `,` too many in the array"}, kNoHint},
    {"inline table",
     "saw '\\n'",
     Extent::kCharacter,
     {"`{{…}}`の途中で行が終わっています", "the line ends inside `{{…}}`"},
     kOneLine},
    {"inline table",
     "dangling comma",
     Extent::kCharacter,
     {"`{{…}}`の最後の要素の後に`,`は書けません", "no `,` may follow the last entry of `{{…}}`"},
     kNoHint},
    {"inline table",
     "saw comma",
     Extent::kCharacter,
     {"`{{…}}`に余分な`,`があります", "a `,` too many in `{{…}}`"},
     kNoHint},
    {"inline table",
     "expected",
     Extent::kCharacter,
     {"`{{…}}`の要素の間に`,`がないか、`}}`で閉じられていません",
      "no `,` between two entries of `{{…}}`, or no `}}` at its end"},
     kNoHint},
    {"table header",
     "expected ']'",
     Extent::kCharacter,
     {"見出しが`]`で閉じられていません", "the header is not closed by `]`"},
     kNoHint},
    {"table header",
     "blank bare keys",
     Extent::kCharacter,
     {"見出しに名前がありません", "the header has no name"},
     kNoHint},
    {"table header",
     "contiguous",
     Extent::kCharacter,
     {"`[[`の間に空白は置けません", "no space may stand inside `[[`"},
     kNoHint},
    {"",
     "expected space or tab",
     Extent::kCharacter,
     {"半角スペース以外の空白があります", "there is white space other than a space or tab"},
     kNoHint},
    {"",
     "encountered end-of-file",
     Extent::kCharacter,
     {"ファイルが途中で終わっています", "the file ends too early"},
     kNoHint},
};

constexpr std::string_view kLineEnds = "\r\n";
constexpr std::string_view kValueEnds = " \t\r\n,]}#=[{";

bool contains(std::string_view text, std::string_view piece) { return text.find(piece) != std::string_view::npos; }

std::size_t end_of_code_point(std::string_view text, std::size_t place) {
  if (place >= text.size() || contains(kLineEnds, text.substr(place, 1))) return place;
  const auto decoded = decode_utf8(text.substr(place));
  return place + (decoded ? decoded->num_bytes : 1);
}

void set_extent(SyntaxReason& explained, std::string_view text, std::size_t place, Extent extent) {
  explained.begin = place;
  explained.end = end_of_code_point(text, place);
  switch (extent) {
    case Extent::kCharacter:
      break;
    case Extent::kWord:
      if (explained.end > place) explained.end = std::min(text.find_first_of(" \t\r\n", place), text.size());
      break;
    case Extent::kValue:
      while (explained.begin > 0 && !contains(kValueEnds, text.substr(explained.begin - 1, 1))) --explained.begin;
      explained.end = std::min(text.find_first_of(kValueEnds, explained.begin), text.size());
      if (explained.begin == explained.end) explained.end = end_of_code_point(text, place);
      break;
    case Extent::kEscape:
      explained.begin = std::min(text.rfind('\\', place), place);
      break;
    case Extent::kHexEscape:
      explained.begin = std::min(text.rfind('\\', place), place);
      explained.end = place;
      break;
  }
}

// Full-width forms and typographic quotes look right and are the commonest mistake on a Japanese keyboard.
std::optional<LocalizedText> keyboard_hint(std::string_view token) {
  const auto decoded = decode_utf8(token);
  if (!decoded || decoded->code_point < 0x80) return std::nullopt;
  const std::string_view character = token.substr(0, decoded->num_bytes);
  if (decoded->code_point == U'\u3000') {
    return LocalizedText{"全角スペースを半角スペースにしてください", "replace the full-width space by a plain one"};
  }
  if (contains("“”„‟‘’「」『』", character)) {
    return LocalizedText{fmt::format("`{}`ではなく半角の`\"`で囲んでください", character),
                         fmt::format("use the plain quote `\"` instead of `{}`", character)};
  }
  const std::string plain = nfkc(character);
  if (plain.size() != 1) return std::nullopt;
  return LocalizedText{fmt::format("全角の`{}`を半角の`{}`にしてください", character, plain),
                       fmt::format("write the half-width `{}` instead of `{}`", plain, character)};
}

std::string format_reason(std::string_view text, std::string_view token) {
  return fmt::format(fmt::runtime(fmt::string_view(text.data(), text.size())), token);
}

bool meets_line_end(std::string_view text, std::size_t place) {
  return place < text.size() && contains(kLineEnds, text.substr(place, 1));
}

// Puts the first rule that fits into words; without one the parser's own stay.
void apply_rules(SyntaxReason& explained, std::string_view scope, std::string_view reason, std::string_view text,
                 std::size_t place) {
  for (const Rule& rule : kRules) {
    if (!contains(scope, rule.scope) || !contains(reason, rule.piece)) continue;
    set_extent(explained, text, place, rule.extent);
    const std::string_view token = text.substr(explained.begin, explained.end - explained.begin);
    explained.reason = {format_reason(rule.reason.ja, token), format_reason(rule.reason.en, token)};
    if (!rule.hint_needs_other_script || !is_ascii(token)) explained.hint = to_text(rule.hint);
    return;
  }
}

// R5.4.1 or 2019/3/31 without quotes stops the parser as a number or a word.
void recognize_date(SyntaxReason& explained, std::string_view token) {
  const auto read = read_date(token);
  if (!read) return;
  explained.mistake = SyntaxMistake::kDate;
  explained.hint = {fmt::format("`{}`と書いてください", read->date.iso()), fmt::format("write `{}`", read->date.iso())};
}

}  // namespace

SyntaxReason explain_syntax_error(std::string_view description, std::string_view text, std::size_t place) {
  constexpr std::string_view kPrefix = "Error while parsing ";
  if (description.substr(0, kPrefix.size()) == kPrefix) description.remove_prefix(kPrefix.size());
  const std::size_t colon = std::min(description.find(": "), description.size());
  const std::string_view scope = description.substr(0, colon);
  const std::string_view reason = description.substr(std::min(colon + 2, description.size()));

  place = std::min(place, text.size());
  SyntaxReason explained;
  set_extent(explained, text, place, Extent::kCharacter);
  explained.reason = {std::string(reason), std::string(reason)};
  if (contains(reason, "cannot redefine") || contains(reason, "cannot insert")) {
    explained.mistake = SyntaxMistake::kRedefinition;
  } else if (scope == "date" || scope == "date-time") {
    explained.mistake = SyntaxMistake::kDate;
    set_extent(explained, text, place, Extent::kValue);
  } else if (contains(scope, "string") && contains(reason, "control characters") && meets_line_end(text, place)) {
    explained.mistake = SyntaxMistake::kOpenString;
    explained.reason = {"文字列が閉じられないまま行が終わっています", "the line ends inside a string"};
    explained.hint = to_text(kCloseString);
  } else {
    apply_rules(explained, scope, reason, text, place);
  }
  const std::string_view token = text.substr(explained.begin, explained.end - explained.begin);
  recognize_date(explained, token);
  if (auto hint = keyboard_hint(token)) explained.hint = std::move(*hint);
  return explained;
}

}  // namespace kijun::toml_doc
