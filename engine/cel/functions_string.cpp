#include <algorithm>
#include <array>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"
#include "engine/cel/format.h"
#include "engine/cel/function_table.h"
#include "engine/cel/pattern.h"
#include "engine/cel/text_index.h"
#include "engine/cel/value_limits.h"
#include "engine/cel/value_text.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

const std::string* text_at(Args args, std::size_t index) {
  return index < args.size() ? args[index].as<std::string>() : nullptr;
}

const std::int64_t* int_at(Args args, std::size_t index) {
  return index < args.size() ? args[index].as<std::int64_t>() : nullptr;
}

Value out_of_range(std::int64_t index) {
  return Value::error("index_out_of_range", "index out of range: " + std::to_string(index));
}

bool outside(std::int64_t index, const TextIndex& text) {
  return index < 0 || index > static_cast<std::int64_t>(text.size());
}

template <bool (*predicate)(std::string_view, std::string_view)>
Result text_test(Args args) {
  const std::string* text = text_at(args, 0);
  const std::string* part = text_at(args, 1);
  if (text == nullptr || part == nullptr || args.size() != 2) return std::nullopt;
  return Value(predicate(*text, *part));
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
bool starts_with(std::string_view text, std::string_view part) { return text.starts_with(part); }
bool ends_with(std::string_view text, std::string_view part) { return text.ends_with(part); }

Result matches(Args args) {
  const std::string* text = text_at(args, 0);
  const std::string* pattern = text_at(args, 1);
  if (text == nullptr || pattern == nullptr || args.size() != 2) return std::nullopt;
  return match_pattern(*text, *pattern);
}

Result char_at(Args args) {
  const std::string* text = text_at(args, 0);
  const std::int64_t* position = int_at(args, 1);
  if (text == nullptr || position == nullptr || args.size() != 2) return std::nullopt;
  const TextIndex index(*text);
  if (outside(*position, index)) return out_of_range(*position);
  const auto at = static_cast<std::size_t>(*position);
  return Value(std::string(at == index.size() ? std::string_view{} : index.slice(at, at + 1)));
}

/// The operands of indexOf and lastIndexOf.
struct SearchArgs {
  const std::string* text;
  const std::string* part;
  const std::int64_t* offset;
  bool valid;
  explicit SearchArgs(Args args)
      : text(text_at(args, 0)),
        part(text_at(args, 1)),
        offset(int_at(args, 2)),
        valid(text != nullptr && part != nullptr && (args.size() == 2 || (args.size() == 3 && offset != nullptr))) {}
};

Value found_at(const TextIndex& index, std::size_t byte) {
  if (byte == std::string::npos) return Value(std::int64_t{-1});
  return Value(static_cast<std::int64_t>(index.index_of_byte(byte)));
}

Result index_of(Args args) {
  const SearchArgs search(args);
  if (!search.valid) return std::nullopt;
  const TextIndex index(*search.text);
  const std::int64_t offset = search.offset == nullptr ? 0 : *search.offset;
  if (outside(offset, index)) return out_of_range(offset);
  return found_at(index, search.text->find(*search.part, index.byte(static_cast<std::size_t>(offset))));
}

Result last_index_of(Args args) {
  const SearchArgs search(args);
  if (!search.valid) return std::nullopt;
  const TextIndex index(*search.text);
  const std::int64_t offset = search.offset == nullptr ? static_cast<std::int64_t>(index.size()) : *search.offset;
  if (outside(offset, index)) return out_of_range(offset);
  return found_at(index, search.text->rfind(*search.part, index.byte(static_cast<std::size_t>(offset))));
}

Result join(Args args) {
  const List* list = args.empty() ? nullptr : args[0].as_list();
  const std::string* separator = text_at(args, 1);
  if (list == nullptr || args.size() > 2 || (args.size() == 2 && separator == nullptr)) return std::nullopt;
  std::string joined;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto* text = (*list)[i].as<std::string>();
    if (text == nullptr) return std::nullopt;
    if (i > 0 && separator != nullptr) joined += *separator;
    joined += *text;
    if (joined.size() > kMaxTextBytes) return text_too_large();
  }
  return Value(std::move(joined));
}

template <char from, char to>
Result ascii_case(Args args) {
  const std::string* text = text_at(args, 0);
  if (text == nullptr || args.size() != 1) return std::nullopt;
  std::string mapped = *text;
  for (char& c : mapped) {
    if (c >= from && c <= from + 25) c = static_cast<char>(c - from + to);
  }
  return Value(std::move(mapped));
}

/// Replaces up to `limit` occurrences, all when negative. An empty `part` stands before every code point and at the end.
/// A text that grows too large is left there.
std::string replace_text(const std::string& text, const std::string& part, const std::string& replacement,
                         std::int64_t limit) {
  std::string result;
  std::size_t offset = 0;
  const TextIndex index(text);
  for (std::int64_t done = 0; (limit < 0 || done < limit) && result.size() <= kMaxTextBytes; ++done) {
    if (part.empty()) {
      const auto next = static_cast<std::size_t>(done);
      if (next > index.size()) break;
      if (next > 0) result += index.slice(next - 1, next);
      offset = index.byte(next);
    } else {
      const std::size_t found = text.find(part, offset);
      if (found == std::string::npos) break;
      result.append(text, offset, found - offset);
      offset = found + part.size();
    }
    result += replacement;
  }
  return result.append(text, offset);
}

Result replace(Args args) {
  const std::string* text = text_at(args, 0);
  const std::string* part = text_at(args, 1);
  const std::string* replacement = text_at(args, 2);
  const std::int64_t* limit = int_at(args, 3);
  if (text == nullptr || part == nullptr || replacement == nullptr) return std::nullopt;
  if (args.size() > 4 || (args.size() == 4 && limit == nullptr)) return std::nullopt;
  return Value(replace_text(*text, *part, *replacement, limit == nullptr ? -1 : *limit));
}

/// Splits into at most `limit` parts, any number when negative. An empty separator splits between code points. A list
/// that grows too large is left there.
List split_text(const std::string& text, const std::string& separator, std::int64_t limit) {
  List parts;
  std::size_t offset = 0;
  const TextIndex index(text);
  while ((limit < 0 || static_cast<std::int64_t>(parts.size()) < limit - 1) && parts.size() <= kMaxListElements) {
    std::size_t end = std::string::npos;
    if (!separator.empty()) {
      end = text.find(separator, offset);
    } else if (parts.size() + 1 < index.size()) {
      end = index.byte(parts.size() + 1);
    }
    if (end == std::string::npos) break;
    parts.emplace_back(text.substr(offset, end - offset));
    offset = end + separator.size();
  }
  const bool nothing_left = separator.empty() && offset == text.size();
  if (limit != 0 && !nothing_left) parts.emplace_back(text.substr(offset));
  return parts;
}

Result split(Args args) {
  const std::string* text = text_at(args, 0);
  const std::string* separator = text_at(args, 1);
  const std::int64_t* limit = int_at(args, 2);
  if (text == nullptr || separator == nullptr || args.size() > 3 || (args.size() == 3 && limit == nullptr)) {
    return std::nullopt;
  }
  return Value::list(split_text(*text, *separator, limit == nullptr ? -1 : *limit));
}

Result substring(Args args) {
  const std::string* text = text_at(args, 0);
  const std::int64_t* begin = int_at(args, 1);
  const std::int64_t* end = int_at(args, 2);
  if (text == nullptr || begin == nullptr || args.size() > 3 || (args.size() == 3 && end == nullptr))
    return std::nullopt;
  const TextIndex index(*text);
  const std::int64_t last = end == nullptr ? static_cast<std::int64_t>(index.size()) : *end;
  if (outside(*begin, index)) return out_of_range(*begin);
  if (outside(last, index)) return out_of_range(last);
  if (last < *begin) {
    return Value::error("index_out_of_range",
                        "substring ends before it begins: " + std::to_string(*begin) + ", " + std::to_string(last));
  }
  return Value(std::string(index.slice(static_cast<std::size_t>(*begin), static_cast<std::size_t>(last))));
}

/// Unicode White_Space.
bool is_space(char32_t c) {
  return (c >= 0x9 && c <= 0xD) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_space(std::string_view code_point) {
  const auto decoded = decode_utf8(code_point);
  return decoded.has_value() && is_space(decoded->code_point);
}

Result trim(Args args) {
  const std::string* text = text_at(args, 0);
  if (text == nullptr || args.size() != 1) return std::nullopt;
  const TextIndex index(*text);
  std::size_t begin = 0;
  std::size_t end = index.size();
  while (begin < end && is_space(index.slice(begin, begin + 1))) ++begin;
  while (begin < end && is_space(index.slice(end - 1, end))) --end;
  return Value(std::string(index.slice(begin, end)));
}

Result reverse(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (const List* list = args[0].as_list()) return Value::list(List(list->rbegin(), list->rend()));
  const std::string* text = text_at(args, 0);
  if (text == nullptr) return std::nullopt;
  const TextIndex index(*text);
  std::string reversed;
  for (std::size_t i = index.size(); i > 0; --i) reversed += index.slice(i - 1, i);
  return Value(std::move(reversed));
}

Result format(Args args) {
  const std::string* pattern = text_at(args, 0);
  const List* list = args.size() == 2 ? args[1].as_list() : nullptr;
  if (pattern == nullptr || list == nullptr) return std::nullopt;
  return format_text(*pattern, *list);
}

Result quote(Args args) {
  const std::string* text = text_at(args, 0);
  if (text == nullptr || args.size() != 1) return std::nullopt;
  return Value(quoted_text(*text));
}

Result compatibility_form(Args args) {
  const std::string* text = text_at(args, 0);
  if (text == nullptr || args.size() != 1) return std::nullopt;
  return Value(nfkc(*text));
}

constexpr std::array kStringFunctions{
    FunctionEntry{FunctionId::kContains, text_test<contains>},
    FunctionEntry{FunctionId::kStartsWith, text_test<starts_with>},
    FunctionEntry{FunctionId::kEndsWith, text_test<ends_with>},
    FunctionEntry{FunctionId::kMatches, matches},
    FunctionEntry{FunctionId::kCharAt, char_at},
    FunctionEntry{FunctionId::kIndexOf, index_of},
    FunctionEntry{FunctionId::kLastIndexOf, last_index_of},
    FunctionEntry{FunctionId::kJoin, join},
    FunctionEntry{FunctionId::kLowerAscii, ascii_case<'A', 'a'>},
    FunctionEntry{FunctionId::kUpperAscii, ascii_case<'a', 'A'>},
    FunctionEntry{FunctionId::kReplace, replace},
    FunctionEntry{FunctionId::kSplit, split},
    FunctionEntry{FunctionId::kSubstring, substring},
    FunctionEntry{FunctionId::kTrim, trim},
    FunctionEntry{FunctionId::kReverse, reverse},
    FunctionEntry{FunctionId::kFormat, format},
    FunctionEntry{FunctionId::kQuote, quote},
    FunctionEntry{FunctionId::kNfkc, compatibility_form},
};

}  // namespace

std::span<const FunctionEntry> string_functions() { return kStringFunctions; }

}  // namespace kijun::cel
