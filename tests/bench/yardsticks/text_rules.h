#pragma once

#include <cstring>
#include <string_view>

// The tests of text in the rules, by hand: what a single-purpose program would write instead of regular expressions.
namespace kijun::bench {

[[nodiscard]] inline bool contains(std::string_view text, std::string_view part) {
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

/// `^[A-C]-[0-9]{4}$`
[[nodiscard]] inline bool is_permit(std::string_view text) {
  if (text.size() != 6 || text[0] < 'A' || text[0] > 'C' || text[1] != '-') return false;
  bool digits = true;
  for (const char c : text.substr(2)) digits = digits && c >= '0' && c <= '9';
  return digits;
}

/// `平成3[0-9]年度`
[[nodiscard]] inline bool names_a_year(std::string_view text) {
  constexpr std::string_view kBefore = "平成3";
  constexpr std::string_view kAfter = "年度";
  for (std::size_t at = 0; (at = text.find(kBefore, at)) != std::string_view::npos; ++at) {
    const std::string_view rest = text.substr(at + kBefore.size());
    if (!rest.empty() && rest[0] >= '0' && rest[0] <= '9' && rest.substr(1).starts_with(kAfter)) return true;
  }
  return false;
}

/// `(検討|未定|不明)$`
[[nodiscard]] inline bool is_open(std::string_view text) {
  return text.ends_with("検討") || text.ends_with("未定") || text.ends_with("不明");
}

}  // namespace kijun::bench
