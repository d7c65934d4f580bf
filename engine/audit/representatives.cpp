#include "engine/audit/representatives.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>

#include "engine/base/utf8.h"

namespace kijun::audit {
namespace {

/// Points at, between and beyond constants, `step` apart where the type has steps.
template <class Number>
std::vector<Number> points(const std::set<Number>& constants, Number step, bool several) {
  std::set<Number> result(constants.begin(), constants.end());
  const Number spread = several ? step + step : step;
  if (constants.empty()) result.insert(Number{});
  const std::set<Number> known = result;
  for (const Number constant : known) {
    for (Number away = step; away <= spread; away += step) {
      const auto next = known.upper_bound(constant);
      const bool above = constant <= std::numeric_limits<Number>::max() - away;
      if (above && (next == known.end() || constant + away < *next)) result.insert(constant + away);
      const bool first = constant == *known.begin();
      const bool below = constant >= std::numeric_limits<Number>::lowest() + away;
      if (below && (first || constant - away > *std::prev(known.find(constant)))) result.insert(constant - away);
    }
  }
  return {result.begin(), result.end()};
}

/// Pieces that a pattern is made of: what stands between its operators.
void add_pieces(const std::string& pattern, std::set<std::string>& texts) {
  const bool has_class = pattern.find('[') != std::string::npos;  // each of its letters is a piece
  std::string piece;
  for (const char letter : pattern + "|") {
    if (std::string_view("|()[]{}.*+?^$\\").find(letter) == std::string_view::npos) {
      piece += letter;
    } else if (!piece.empty()) {
      texts.insert(piece);
      for (std::string_view rest = has_class ? std::string_view(piece) : std::string_view(); !rest.empty();) {
        const std::optional<DecodedCodePoint> decoded = decode_utf8(rest);
        if (!decoded) break;
        texts.insert(std::string(rest.substr(0, decoded->num_bytes)));
        rest.remove_prefix(decoded->num_bytes);
      }
      piece.clear();
    }
  }
}

}  // namespace

std::vector<std::int64_t> representative_ints(const std::set<std::int64_t>& constants, bool several) {
  return points<std::int64_t>(constants, 1, several);
}

std::vector<double> representative_doubles(const std::set<double>& constants, bool several) {
  double step = 1;
  for (auto at = constants.begin(); at != constants.end(); ++at)
    if (const auto next = std::next(at); next != constants.end()) step = std::min(step, (*next - *at) / 4);
  return points<double>(constants, step, several);
}

std::vector<Decimal> representative_decimals(const std::set<Decimal>& constants) {
  const Decimal one = Decimal::from_int(1);
  const Decimal two = Decimal::from_int(2);
  std::set<Decimal> result(constants.begin(), constants.end());
  if (constants.empty()) result.insert(Decimal{});
  const std::set<Decimal> known = result;
  const auto add = [&](const std::optional<Decimal>& value) {
    if (value.has_value()) result.insert(*value);
  };
  for (auto at = known.begin(); at != known.end(); ++at) {
    const auto next = std::next(at);
    const auto both = next == known.end() ? std::nullopt : Decimal::sum(*at, *next);
    if (both.has_value()) add(Decimal::quotient(*both, two));
  }
  add(Decimal::difference(*known.begin(), one));
  add(Decimal::sum(*known.rbegin(), one));
  return {result.begin(), result.end()};
}

std::vector<Date> representative_dates(const std::set<Date>& constants, bool several) {
  std::set<std::int64_t> days;
  for (const Date date : constants) days.insert(date.days());
  if (days.empty()) days.insert(Date::from_ymd(2019, 3, 31)->days());
  std::vector<Date> result;
  for (const std::int64_t day : points<std::int64_t>(days, 1, several))
    if (const auto date = Date::from_days(day)) result.push_back(*date);
  return result;
}

std::vector<std::string> representative_texts(const std::set<std::string>& named, bool tested, bool several) {
  constexpr std::size_t kMaxPieces = 8;
  std::set<std::string> texts = named;
  if (tested) {
    for (const std::string& pattern : named) add_pieces(pattern, texts);
    const std::vector<std::string> pieces(texts.begin(), texts.end());
    const std::size_t num_pieces = std::min(pieces.size(), kMaxPieces);
    for (std::size_t i = 0; i < num_pieces; ++i) {
      texts.insert("架空" + pieces[i] + "架空");
      for (std::size_t j = 0; j < num_pieces; ++j)
        if (i != j) texts.insert(pieces[i] + pieces[j]);
    }
  }
  texts.erase("");
  texts.insert("架空の記載");
  if (several) texts.insert("架空の別の記載");
  return {texts.begin(), texts.end()};
}

}  // namespace kijun::audit
