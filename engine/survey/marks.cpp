#include "engine/survey/marks.h"

#include <algorithm>
#include <array>

#include "engine/base/unicode.h"

namespace kijun::survey {
namespace {

/// Signs that stand for a mark when people or spreadsheets write it another way.
struct LookAlike {
  std::string_view written;  ///< After NFKC, white space removed, lower case.
  std::string_view mark;
};

constexpr std::array kLookAlikes{
    LookAlike{"〇", "○"}, LookAlike{"◯", "○"}, LookAlike{"⭕", "○"}, LookAlike{"o", "○"}, LookAlike{"マル", "○"},
    LookAlike{"✕", "×"},  LookAlike{"✖", "×"}, LookAlike{"☓", "×"}, LookAlike{"x", "×"}, LookAlike{"バツ", "×"},
    LookAlike{"▵", "△"},  LookAlike{"∆", "△"}, LookAlike{"Δ", "△"},
};

// The emoji presentation selector that phones append to signs.
constexpr std::string_view kVariationSelector = "\xEF\xB8\x8F";

constexpr std::array<std::string_view, 4> kTrueMarks{"○", "有", "はい", "true"};
constexpr std::array<std::string_view, 4> kFalseMarks{"×", "無", "いいえ", "false"};

}  // namespace

Legend default_legend(const table::Field& field) {
  Legend legend;
  const bool is_bool = field.type == table::FieldType::kBool;
  if (is_bool) {
    for (const std::string_view mark : kTrueMarks) legend.push_back({std::string(mark), 1});
    for (const std::string_view mark : kFalseMarks) legend.push_back({std::string(mark), 0});
  }
  for (std::uint32_t value = 0; value < field.values.size(); ++value)
    for (const std::string& mark : field.values[value].marks) legend.push_back({mark, value});
  return legend;
}

std::string canonical_mark(std::string_view text) {
  std::string mark = nfkc(text);
  for (std::size_t at = mark.find(kVariationSelector); at != std::string::npos; at = mark.find(kVariationSelector))
    mark.erase(at, kVariationSelector.size());
  std::erase_if(mark, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  std::transform(mark.begin(), mark.end(), mark.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto* like = std::find_if(kLookAlikes.begin(), kLookAlikes.end(),
                                  [&](const LookAlike& candidate) { return candidate.written == mark; });
  return like == kLookAlikes.end() ? mark : std::string(like->mark);
}

std::optional<MarkMatch> match_mark(const Legend& legend, std::string_view text) {
  for (const LegendEntry& entry : legend)
    if (entry.mark == text) return MarkMatch{entry.value, entry.missing, false, entry.mark};
  const std::string canonical = canonical_mark(text);
  for (const LegendEntry& entry : legend)
    if (canonical_mark(entry.mark) == canonical) return MarkMatch{entry.value, entry.missing, true, entry.mark};
  return std::nullopt;
}

}  // namespace kijun::survey
