#include "tests/unit/reports/read_workbook.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string_view>

namespace kijun::reports {
namespace {

std::uint32_t number_at(const std::string& bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = size; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

std::string inflated(const std::string& packed, std::size_t size) {
  std::string text(size, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, -MAX_WBITS), Z_OK);
  std::string input = packed;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  return text;
}

/// What stands between two texts, from `at` on, which moves behind it; nothing where the first is missing.
std::optional<std::string_view> between(std::string_view text, std::string_view open, std::string_view close,
                                        std::size_t& at) {
  const std::size_t begin = text.find(open, at);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = text.find(close, begin + open.size());
  if (end == std::string_view::npos) return std::nullopt;
  at = end + close.size();
  return text.substr(begin + open.size(), end - begin - open.size());
}

std::string unescaped(std::string_view xml) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kEntities{
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}};
  std::string text(xml);
  for (const auto& [entity, character] : kEntities)
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, entity.size(), character);
  return text;
}

/// The text of the first `<t>`, which may have attributes.
std::string text_of(std::string_view xml) {
  const std::size_t open = xml.find("<t");
  if (open == std::string_view::npos) return {};
  const std::size_t begin = xml.find('>', open) + 1;
  return unescaped(xml.substr(begin, xml.find("</t>", begin) - begin));
}

std::string attribute(std::string_view element, const std::string& name) {
  std::size_t at = 0;
  const auto value = between(element, " " + name + "=\"", "\"", at);
  return value ? unescaped(*value) : std::string();
}

/// Row and column, from 0, of "B3".
std::pair<std::size_t, std::size_t> place_of(const std::string& reference) {
  std::size_t column = 0;
  std::size_t at = 0;
  for (; reference[at] >= 'A'; ++at) column = column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
  return {std::stoul(reference.substr(at)) - 1, column - 1};
}

std::vector<std::string> shared_strings(const std::string& xml) {
  std::vector<std::string> all;
  std::size_t at = 0;
  while (const auto item = between(xml, "<si>", "</si>", at)) all.push_back(text_of(*item));
  return all;
}

void read_cells(ReadSheet& sheet, const std::vector<std::string>& shared) {
  std::size_t at = 0;
  while (const auto cell = between(sheet.xml, "<c ", "<", at)) {
    --at;  // "<" may begin the next cell
    const std::string head = " " + std::string(*cell);
    const auto place = place_of(attribute(head, "r"));
    sheet.num_rows = std::max(sheet.num_rows, place.first + 1);
    if (head.ends_with("/>")) continue;
    const std::size_t end = sheet.xml.find("</c>", at);
    const std::string content = sheet.xml.substr(at, end - at);
    const std::string type = attribute(head, "t");
    std::size_t inner = 0;
    const auto value = between(content, "<v>", "</v>", inner);
    ReadCell read;
    if (type == "inlineStr")
      read.text = text_of(content);
    else if (type == "s")
      read.text = shared.at(std::stoul(std::string(value.value())));
    else
      read.number = std::stod(std::string(value.value()));
    sheet.cells[place] = std::move(read);
    at = end;
  }
}

}  // namespace

std::map<std::string, std::string> parts_of(const std::string& zip) {
  std::map<std::string, std::string> parts;
  const std::string central = "PK\x01\x02";
  for (std::size_t at = zip.find(central); at != std::string::npos; at = zip.find(central, at + 1)) {
    const std::size_t packed_size = number_at(zip, at + 20, 4);
    const std::size_t size = number_at(zip, at + 24, 4);
    const std::string name = zip.substr(at + 46, number_at(zip, at + 28, 2));
    const std::size_t local = number_at(zip, at + 42, 4);
    const std::size_t begin = local + 30 + number_at(zip, local + 26, 2) + number_at(zip, local + 28, 2);
    const std::string packed = zip.substr(begin, packed_size);
    parts[name] = number_at(zip, at + 10, 2) == 0 ? packed : inflated(packed, size);
  }
  return parts;
}

ReadWorkbook read_workbook(const std::string& bytes) {
  ReadWorkbook book{parts_of(bytes), {}};
  const std::vector<std::string> shared = shared_strings(book.parts["xl/sharedStrings.xml"]);
  const std::string& list = book.parts["xl/workbook.xml"];
  std::size_t at = 0;
  while (const auto element = between(list, "<sheet ", "/>", at)) {
    const std::string number = std::to_string(book.sheets.size() + 1);
    ReadSheet sheet;
    sheet.name = attribute(" " + std::string(*element), "name");
    sheet.xml = book.parts["xl/worksheets/sheet" + number + ".xml"];
    sheet.relations = book.parts["xl/worksheets/_rels/sheet" + number + ".xml.rels"];
    read_cells(sheet, shared);
    book.sheets.push_back(std::move(sheet));
  }
  return book;
}

ReadCell ReadSheet::at(std::size_t row, std::size_t column) const {
  const auto found = cells.find({row, column});
  return found == cells.end() ? ReadCell{} : found->second;
}

std::vector<std::string> ReadSheet::texts(std::size_t row) const {
  std::vector<std::string> all;
  for (auto cell = cells.lower_bound({row, 0}); cell != cells.end() && cell->first.first == row; ++cell) {
    all.resize(cell->first.second + 1);
    all.back() = cell->second.text;
  }
  return all;
}

std::size_t ReadSheet::column(const std::string& heading) const {
  const std::vector<std::string> headings = texts(0);
  const auto found = std::find(headings.begin(), headings.end(), heading);
  if (found == headings.end()) throw std::out_of_range("no column " + heading);
  return static_cast<std::size_t>(found - headings.begin());
}

std::size_t ReadSheet::row(const std::string& first) const {
  for (const auto& [place, cell] : cells)
    if (place.second == 0 && cell.text == first) return place.first;
  throw std::out_of_range("no row " + first);
}

const ReadSheet& ReadWorkbook::sheet(const std::string& name) const {
  for (const ReadSheet& sheet : sheets)
    if (sheet.name == name) return sheet;
  throw std::out_of_range("no sheet " + name);
}

}  // namespace kijun::reports
