#include "engine/survey/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "engine/base/utf8.h"
#include "engine/survey/file_diagnostics.h"

// Going on behind a damaged record. A stray quote damages its line only, so reading resumes at the next line. A quote
// that is never closed is the dangerous one: the cell runs on over the following records until some later quote seems to
// close it, and a reader that believes it loses them all without a word. So when a quoted cell ends badly, or a record of
// several lines has the wrong number of cells, the lines behind the opening quote are tried one by one, and the first
// that parses as a record of the right number of cells is where reading resumes. The lines in between are named in the
// diagnostic. This is linear in the file: whether a line leaves a quote open depends on the parity of its quotes, so a
// trial that runs over several lines ends by the next line with an odd number of them.
namespace kijun::survey {
namespace {

// Bytes at which the plain part of an unquoted cell stops.
constexpr std::array<bool, 256> make_stops() {
  std::array<bool, 256> stops{};
  for (const char stop : {',', '"', '\n', '\r'}) stops[static_cast<unsigned char>(stop)] = true;
  return stops;
}
constexpr std::array<bool, 256> kStops = make_stops();

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

CsvReader::CsvReader(const diag::Source& source, diag::Sink& sink) : CsvReader(source, sink, 0, 0) {}

CsvReader::CsvReader(const diag::Source& source, diag::Sink& sink, std::size_t begin, std::size_t num_columns)
    : source_(source), sink_(sink), text_(source.text()), position_(begin), num_columns_(num_columns) {}

bool CsvReader::next(CsvRecord& record) {
  for (;;) {
    while (position_ < text_.size() && is_line_end(text_[position_])) ++position_;
    if (position_ >= text_.size()) return false;
    std::size_t end = position_;
    std::optional<Damage> damage = parse_record(record, end);
    if (!damage && num_columns_ == 0) num_columns_ = record.cells.size();
    if (!damage && record.cells.size() != num_columns_)
      damage = Damage{&kWrongCellCount, record.span.begin, record.span.end, record.span.begin};
    if (!damage) {
      position_ = end;
      return true;
    }
    const std::size_t num_cells = record.cells.size();
    const std::size_t resume = resume_after(*damage, position_, end);
    report(*damage, num_cells, position_, resume);
    position_ = resume;
  }
}

std::optional<CsvReader::Damage> CsvReader::parse_record(CsvRecord& record, std::size_t& position) {
  record.cells.clear();
  unescaped_.clear();
  const std::size_t begin = position;
  for (;;) {
    CsvCell cell;
    const bool quoted = position < text_.size() && text_[position] == '"';
    if (const auto damage = quoted ? parse_quoted(cell, position) : parse_unquoted(cell, position)) return damage;
    record.cells.push_back(cell);
    if (position >= text_.size() || text_[position] != ',') break;
    ++position;
  }
  record.span = span(begin, position);
  position = next_line(position);
  return std::nullopt;
}

std::optional<CsvReader::Damage> CsvReader::parse_unquoted(CsvCell& cell, std::size_t& position) const {
  const std::size_t begin = position;
  while (position < text_.size() && !kStops[static_cast<unsigned char>(text_[position])]) ++position;
  if (position < text_.size() && text_[position] == '"') return Damage{&kStrayQuote, position, position + 1, position};
  if (position - begin > kMaxCellBytes) return Damage{&kCellTooLong, begin, begin, begin};
  cell.text = text_.substr(begin, position - begin);
  cell.span = span(begin, position);
  return std::nullopt;
}

std::optional<CsvReader::Damage> CsvReader::parse_quoted(CsvCell& cell, std::size_t& position) {
  const std::size_t opened = position++;
  const std::size_t limit = std::min(text_.size(), opened + kMaxCellBytes + 2);
  std::string* owned = nullptr;
  std::size_t part = position;
  for (;;) {
    const void* found = position < limit ? std::memchr(text_.data() + position, '"', limit - position) : nullptr;
    if (found == nullptr) {
      const diag::Definition& definition = limit < text_.size() ? kCellTooLong : kUnterminatedQuote;
      return Damage{&definition, opened, opened + 1, opened};
    }
    position = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    if (position + 1 >= text_.size() || text_[position + 1] != '"') break;
    if (owned == nullptr) owned = &unescaped_.emplace_back();
    owned->append(text_.substr(part, position + 1 - part));
    position += 2;
    part = position;
  }
  const std::string_view last = text_.substr(part, position - part);
  if (owned != nullptr) owned->append(last);
  cell.text = owned != nullptr ? std::string_view(*owned) : last;
  cell.owned_by_reader = owned != nullptr;
  ++position;
  cell.span = span(opened, position);
  if (position >= text_.size() || text_[position] == ',' || is_line_end(text_[position])) return std::nullopt;
  const auto behind = decode_utf8(text_.substr(position));
  return Damage{&kTextAfterQuote, position, position + (behind ? behind->num_bytes : 1), opened};
}

void CsvReader::report(const Damage& damage, std::size_t num_cells, std::size_t record_begin, std::size_t resume) {
  const bool too_long = damage.definition == &kCellTooLong;
  diag::Diagnostic& diagnostic = sink_.report(*damage.definition, span(damage.begin, damage.end),
                                              too_long ? kMaxCellBytes : num_cells, num_columns_);
  const std::size_t first = source_.line_column(record_begin).line;
  const std::size_t opened = source_.line_column(damage.opened).line;
  if (opened != source_.line_column(damage.begin).line)
    diagnostic.notes.push_back(
        {span(damage.opened, damage.opened + 1), {"セルはここで始まっています", "the cell begins here"}});
  // The last lost line is the one that holds the byte before the place where reading goes on.
  const std::size_t last = source_.line_column(resume - 1).line;
  if (last > first)
    diagnostic.notes.push_back({span(record_begin, record_begin),
                                {fmt::format("{}行目から{}行目までを読み飛ばしました", first, last),
                                 fmt::format("lines {} to {} were lost", first, last)}});
}

std::size_t CsvReader::resume_after(const Damage& damage, std::size_t record_begin, std::size_t record_end) {
  if (num_columns_ == 0) return text_.size();
  const bool wrong_count = damage.definition == &kWrongCellCount;
  const std::size_t first_try = next_line(wrong_count ? record_begin : damage.opened);
  const bool within_line = first_try >= (wrong_count ? record_end : next_line(damage.begin));
  if (within_line && damage.definition != &kUnterminatedQuote && damage.definition != &kCellTooLong)
    return wrong_count ? record_end : first_try;
  const std::size_t last_try = wrong_count ? record_end : text_.size();
  for (std::size_t line = first_try; line < last_try; line = next_line(line))
    if (parses_at(line)) return line;
  return last_try;
}

bool CsvReader::parses_at(std::size_t position) {
  CsvRecord trial;
  return !parse_record(trial, position) && trial.cells.size() == num_columns_;
}

std::size_t CsvReader::next_line(std::size_t position) const {
  while (position < text_.size() && !is_line_end(text_[position])) ++position;
  if (position >= text_.size()) return text_.size();
  const bool crlf = text_[position] == '\r' && position + 1 < text_.size() && text_[position + 1] == '\n';
  return position + (crlf ? 2 : 1);
}

}  // namespace kijun::survey
