#include "engine/policy/band_set_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "engine/policy/policy_diagnostics.h"
#include "engine/toml/table_reader.h"

namespace kijun::policy {
namespace {

using toml_doc::TableReader;
using toml_doc::Value;

/// Enough for any set of indicators, and far from overflow when it is multiplied out.
constexpr std::int64_t kLargestTerm = 1'000'000;

std::optional<std::int64_t> parse_term(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole && number >= 0 && number <= kLargestTerm ? std::optional(number) : std::nullopt;
}

/// "2/3", "1" or "0"; nothing for what is no share.
std::optional<Fraction> parse_fraction(std::string_view text) {
  const std::size_t bar = text.find('/');
  const std::optional<std::int64_t> part = parse_term(text.substr(0, bar));
  const std::optional<std::int64_t> whole =
      bar == std::string_view::npos ? std::optional<std::int64_t>(1) : parse_term(text.substr(bar + 1));
  if (!part || !whole || *whole == 0 || *part > *whole) return std::nullopt;
  return Fraction{*part, *whole};
}

bool is_below(const Fraction& lower, const Fraction& upper) {
  return lower.part * upper.whole < upper.part * lower.whole;
}

Band read_band(const Value& value, diag::Sink& sink) {
  TableReader reader(*value.as_table(), value.span, "band", sink);
  Band band;
  band.id = reader.require_string("id").value_or("");
  band.title = reader.require_localized("title").value_or(LocalizedText{});
  if (const std::optional<diag::EmbeddedText> bound = reader.require_text("at_least")) {
    const std::optional<Fraction> share = parse_fraction(bound->text());
    if (!share) sink.report(kWrongFraction, bound->span(), bound->text());
    band.at_least = share.value_or(Fraction{});
  }
  reader.finish();
  return band;
}

/// From the best band down to 0, so that every number of met indicators has one band.
bool leads_down_to_zero(const std::vector<Band>& bands) {
  const auto is_unordered = [](const Band& upper, const Band& lower) {
    return !is_below(lower.at_least, upper.at_least);
  };
  return !bands.empty() && bands.back().at_least.part == 0 &&
         std::adjacent_find(bands.begin(), bands.end(), is_unordered) == bands.end();
}

void check_repeated(const std::vector<diag::EmbeddedText>& ids, diag::Sink& sink) {
  for (auto id = ids.begin(); id != ids.end(); ++id) {
    const auto first = std::find_if(ids.begin(), id, [&](const auto& other) { return other.text() == id->text(); });
    if (first != id)
      sink.report(kDuplicateId, id->span(), id->text())
          .notes.push_back({first->span(), {"最初はここです", "first named here"}});
  }
}

}  // namespace

BandSet read_band_set(const MergedEntry& entry, diag::Sink& sink) {
  const std::size_t errors_before = sink.num_errors();
  TableReader reader(entry.table, entry.span, "[[band_set]] " + entry.id, sink);
  BandSet set;
  set.id = entry.id;
  set.span = entry.id_span;
  (void)reader.value("id");
  set.title = reader.require_localized("title").value_or(LocalizedText{});
  set.indicators = reader.strings("indicators");
  for (const Value* value : reader.tables("band")) set.bands.push_back(read_band(*value, sink));
  for (const std::string_view key : {"indicators", "band"})
    if (!reader.has(key)) reader.report_absent(key);
  set.source = reader.string("source").value_or("");
  reader.finish();
  check_repeated(set.indicators, sink);
  if (sink.num_errors() == errors_before && !leads_down_to_zero(set.bands))
    sink.report(kBandOrder, entry.id_span, entry.id);
  return set;
}

}  // namespace kijun::policy
