#include "engine/survey/name_key.h"

#include <array>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

namespace kijun::survey {
namespace {

constexpr char32_t kFirstKatakana = U'\u30A1';
constexpr char32_t kLastKatakana = U'\u30F6';
constexpr char32_t kKatakanaToHiragana = 0x60;

constexpr std::array<std::string_view, 22> kSuffixes{
    "市",   "町",   "村", "区", "都", "道",   "府", "県",    "ちょう", "まち",     "むら",
    "そん", "けん", "し", "く", "と", "どう", "ふ", " City", " Town",  " Village", " Prefecture"};

}  // namespace

std::string exact_key(std::string_view name) {
  std::string key = nfkc(name);
  std::erase_if(key, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return key;
}

std::string alias_key(std::string_view name) {
  const std::string folded = fold_name(name);
  std::string key;
  for (std::string_view rest = folded; !rest.empty();) {
    const auto decoded = decode_utf8(rest);
    if (!decoded) return folded;
    const bool katakana = decoded->code_point >= kFirstKatakana && decoded->code_point <= kLastKatakana;
    append_utf8(key, katakana ? decoded->code_point - kKatakanaToHiragana : decoded->code_point);
    rest.remove_prefix(decoded->num_bytes);
  }
  return key;
}

std::string_view name_stem(std::string_view name) {
  for (const std::string_view suffix : kSuffixes)
    if (name.size() > suffix.size() && name.ends_with(suffix)) return name.substr(0, name.size() - suffix.size());
  return {};
}

}  // namespace kijun::survey
