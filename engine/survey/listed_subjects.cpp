#include "engine/survey/listed_subjects.h"

#include <bit>
#include <functional>

#include "engine/survey/answer_parser.h"

namespace kijun::survey {

std::optional<std::uint32_t> ZoneReader::zone_of(std::string_view written, const char* readable_end) {
  const std::uint32_t number = written_.number_of(written, readable_end);
  if (number == met_.size()) met_.push_back(find(written));
  return met_[number];
}

bool ZoneReader::read(const SplitBlock& block, RowRange rows, std::size_t cell, std::vector<std::uint32_t>& zones) {
  bool all_known = true;
  zones.resize(rows.count);
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    const std::optional<std::uint32_t> zone = zone_of(block.written(rows.first + i, cell), block.readable_end());
    zones[i] = zone.value_or(table::kNoGroup);
    all_known = all_known && zone.has_value();
  }
  return all_known;
}

std::optional<std::uint32_t> ZoneReader::find(std::string_view written) const {
  std::deque<std::string> texts;
  const std::string_view text = cell_text(written, texts);
  if (is_blank(text)) return table::kNoGroup;
  for (std::uint32_t zone = 0; zone < zones_.size(); ++zone)
    if (text == zones_[zone].id || text == zones_[zone].name.ja || text == zones_[zone].name.en) return zone;
  return std::nullopt;
}

std::string_view ListedSubjects::name(std::uint32_t row) const {
  const std::string_view name = cells_.name ? answers_.cell(row, *cells_.name).text : std::string_view();
  return is_blank(name) ? code(row) : name;
}

std::uint32_t ListedSubjects::zone(std::uint32_t row) const {
  if (!cells_.zone) return table::kNoGroup;
  const std::string_view text = answers_.cell(row, *cells_.zone).text;
  return ZoneReader(zones_).zone_of(text, text.data() + text.size()).value_or(table::kNoGroup);
}

ListedSubjects::Codes ListedSubjects::read_codes() const {
  Codes codes;
  codes.by_row.reserve(answers_.num_rows());
  SplitBlock block;
  for (std::uint32_t i = 0; i < answers_.num_blocks(); ++i) {
    answers_.split(i, block);
    for (std::uint32_t row = 0; row < block.num_rows(); ++row)
      codes.by_row.push_back(cell_text(block.written(row, cells_.code), codes.texts));
  }
  codes.rows_plus_one.resize(std::bit_ceil(2 * codes.by_row.size() + 1));
  const std::size_t mask = codes.rows_plus_one.size() - 1;
  for (std::uint32_t row = 0; row < codes.by_row.size(); ++row) {
    std::size_t at = std::hash<std::string_view>{}(codes.by_row[row]) & mask;
    while (codes.rows_plus_one[at] != 0) at = (at + 1) & mask;
    codes.rows_plus_one[at] = row + 1;
  }
  return codes;
}

std::optional<std::uint32_t> ListedSubjects::find(std::string_view code) const {
  const Codes& codes = codes_.get([this] { return read_codes(); });
  const std::size_t mask = codes.rows_plus_one.size() - 1;
  for (std::size_t at = std::hash<std::string_view>{}(code)&mask; codes.rows_plus_one[at] != 0; at = (at + 1) & mask)
    if (codes.by_row[codes.rows_plus_one[at] - 1] == code) return codes.rows_plus_one[at] - 1;
  return std::nullopt;
}

}  // namespace kijun::survey
