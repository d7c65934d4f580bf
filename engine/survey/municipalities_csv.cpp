#include "engine/survey/municipalities_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/diag/suggestion.h"
#include "engine/survey/check_digit.h"
#include "engine/survey/csv_reader.h"
#include "engine/survey/file_diagnostics.h"
#include "engine/survey/register_diagnostics.h"

namespace kijun::survey {
namespace {

constexpr std::array<std::string_view, 14> kColumns{"code",     "name",       "kana",        "name_en", "name_variants",
                                                    "kind",     "zone",       "county",      "order",   "valid_from",
                                                    "valid_to", "successors", "tile_column", "tile_row"};
constexpr std::array<std::string_view, 6> kRequired{"code", "name", "kana", "name_en", "kind", "order"};
/// A tile map of more tiles than this in a direction fits on no page.
constexpr std::uint32_t kMaxTile = 99;

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool overlap(const Municipality& one, const Municipality& other) {
  const auto ends_before = [](const Municipality& first, const Municipality& second) {
    return first.valid_to && second.valid_from && *first.valid_to < *second.valid_from;
  };
  return !ends_before(one, other) && !ends_before(other, one);
}

/// Reads the file record by record; cells are named by their column.
class MunicipalitiesReader {
 public:
  MunicipalitiesReader(const diag::Source& source, const std::vector<Zone>& zones, diag::Sink& sink)
      : source_(source), zones_(zones), sink_(sink), reader_(source, sink) {}

  std::vector<Municipality> read() {
    if (!reader_.next(record_)) {
      sink_.report(kEmptyFile, {&source_, 0, 0});
      return {};
    }
    if (!read_heading()) return {};
    while (reader_.next(record_)) read_record();
    check_successors();
    return std::move(municipalities_);
  }

 private:
  bool read_heading() {
    const std::vector<std::string> known(kColumns.begin(), kColumns.end());
    for (std::size_t i = 0; i < record_.cells.size(); ++i) {
      const std::string name(trimmed(record_.cells[i].text));
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        const LocalizedText hint = diag::did_you_mean_first(diag::suggest(name, known));
        sink_.report(kRegisterUnknownColumn, record_.cells[i].span, name, hint.ja, hint.en);
      }
      columns_.emplace(name, i);
    }
    const bool has_tiles = has("tile_column") || has("tile_row");
    bool complete = !has_tiles || (require_column("tile_column") && require_column("tile_row"));
    for (const std::string_view name : kRequired) complete = require_column(name) && complete;
    return complete;
  }

  [[nodiscard]] bool has(std::string_view column) const { return columns_.find(column) != columns_.end(); }

  bool require_column(std::string_view name) {
    if (has(name)) return true;
    sink_.report(kRegisterColumn, record_.span, name);
    return false;
  }

  [[nodiscard]] std::string_view text(std::string_view column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? std::string_view() : trimmed(record_.cells[found->second].text);
  }
  [[nodiscard]] diag::Span place(std::string_view column) const {
    return record_.cells[columns_.find(column)->second].span;
  }

  void read_record() {
    Municipality m;
    m.span = place("code");
    m.code = text("code");
    m.name = text("name");
    m.kana = text("kana");
    m.name_en = text("name_en");
    m.county = text("county");
    m.variants = split_list(text("name_variants"));
    m.successors = split_list(text("successors"));
    for (const std::string_view column : {"name", "kana", "name_en"})
      if (text(column).empty()) sink_.report(kRegisterValue, place(column), column, "");
    const bool sound_code = check_code(m);
    read_kind_and_zone(m);
    read_order(m);
    m.valid_from = read_day("valid_from");
    m.valid_to = read_day("valid_to");
    m.tile = read_tile();
    if (m.valid_from && m.valid_to && *m.valid_to < *m.valid_from)
      sink_.report(kWrongValidity, place("valid_to"), m.name, m.valid_from->iso(), m.valid_to->iso());
    if (m.kind == nullptr || !sound_code) return;
    check_tile(m);
    successor_places_.push_back(m.successors.empty() ? m.span : place("successors"));
    municipalities_.push_back(std::move(m));
  }

  bool check_code(const Municipality& m) {
    const auto digit = m.code.size() == 6 ? check_digit(std::string_view(m.code).substr(0, 5)) : std::nullopt;
    if (!digit || m.code[5] < '0' || m.code[5] > '9') {
      sink_.report(kMalformedCode, m.span, m.code);
      return false;
    }
    if (*digit != m.code[5]) {
      sink_.report(kBadCheckDigit, m.span, m.code, m.code.substr(0, 5) + *digit);
      return false;
    }
    const auto [first, is_new] = first_places_.emplace(m.code, m.span);
    if (!is_new)
      sink_.report(kDuplicateCode, m.span, m.code)
          .notes.push_back({first->second, {"最初の行はここです", "first listed here"}});
    return is_new;
  }

  void read_kind_and_zone(Municipality& m) {
    m.kind = find_kind(text("kind"));
    if (m.kind == nullptr) {
      std::vector<std::string_view> ids;
      for (const MunicipalityKind& kind : municipality_kinds()) ids.push_back(kind.id);
      sink_.report(kUnknownKind, place("kind"), text("kind"), fmt::format("{}", fmt::join(ids, ", ")));
    }
    m.zone = text("zone");
    if (m.zone.empty()) return;
    if (m.kind != nullptr && !m.is_municipality()) sink_.report(kPrefectureInZone, place("zone"), m.name);
    std::vector<std::string> ids;
    for (const Zone& zone : zones_) ids.push_back(zone.id);
    if (std::find(ids.begin(), ids.end(), m.zone) != ids.end()) return;
    const LocalizedText hint = diag::did_you_mean_first(diag::suggest(m.zone, ids));
    sink_.report(kUnknownZone, place("zone"), m.zone, hint.ja, hint.en);
  }

  void read_order(Municipality& m) {
    const std::string_view digits = text("order");
    if (const auto order = to_number<decltype(m.order)>(digits))
      m.order = *order;
    else
      sink_.report(kRegisterValue, place("order"), "order", digits);
  }

  std::optional<Date> read_day(std::string_view column) {
    const std::string_view day = text(column);
    if (day.empty()) return std::nullopt;
    const std::optional<Date> date = Date::parse_iso(day);
    if (!date) sink_.report(kRegisterValue, place(column), column, day);
    return date;
  }

  std::optional<Tile> read_tile() {
    if (text("tile_column").empty() && text("tile_row").empty()) return std::nullopt;
    const std::optional<std::uint32_t> column = read_tile_number("tile_column");
    const std::optional<std::uint32_t> row = read_tile_number("tile_row");
    return column && row ? std::optional(Tile{*column, *row}) : std::nullopt;
  }

  std::optional<std::uint32_t> read_tile_number(std::string_view column) {
    const std::optional<std::uint32_t> number = to_number<std::uint32_t>(text(column));
    if (number && *number >= 1 && *number <= kMaxTile) return number;
    sink_.report(kRegisterValue, place(column), column, text(column));
    return std::nullopt;
  }

  /// Two may have the same tile only where they never were at the same time.
  void check_tile(const Municipality& m) {
    if (!m.tile) return;
    for (const Municipality& other : municipalities_) {
      if (other.tile != m.tile || !overlap(other, m)) continue;
      sink_.report(kSameTile, place("tile_column"), m.name, m.tile->column, m.tile->row, other.name)
          .notes.push_back({other.span, {"先の団体はここです", "the other is here"}});
      return;
    }
  }

  void check_successors() {
    for (std::size_t i = 0; i < municipalities_.size(); ++i)
      for (const std::string& code : municipalities_[i].successors)
        if (!first_places_.contains(code)) sink_.report(kUnknownSuccessor, successor_places_[i], code);
  }

  const diag::Source& source_;
  const std::vector<Zone>& zones_;
  diag::Sink& sink_;
  CsvReader reader_;
  CsvRecord record_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::map<std::string, diag::Span> first_places_;
  std::vector<diag::Span> successor_places_;  ///< Beside `municipalities_`.
  std::vector<Municipality> municipalities_;
};

}  // namespace

std::vector<Municipality> load_municipalities(const diag::Source& source, const std::vector<Zone>& zones,
                                              diag::Sink& sink) {
  return MunicipalitiesReader(source, zones, sink).read();
}

}  // namespace kijun::survey
