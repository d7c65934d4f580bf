#include "engine/analysis/rules_table/table_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/analysis/rules_table/table_diagnostics.h"
#include "engine/base/ascii.h"
#include "engine/base/era.h"
#include "engine/base/utf8.h"
#include "engine/diag/suggestion.h"
#include "engine/survey/csv_reader.h"
#include "engine/toml/literal.h"

namespace kijun::analysis {
namespace {

using survey::CsvCell;
using survey::CsvReader;
using survey::CsvRecord;

constexpr std::array kKinds{RowKind::kRuleset, RowKind::kParam, RowKind::kBasis, RowKind::kCondition,
                            RowKind::kGroup,   RowKind::kRule,  RowKind::kCase,  RowKind::kIndicator,
                            RowKind::kBandSet, RowKind::kBand};

/// A cell as it was before it was written for a spreadsheet: without the apostrophe that keeps formulas away, and with
/// its lines ended by LF.
std::string plain_text(std::string_view cell) {
  constexpr std::array<std::string_view, 8> kGuarded{"'=", "'+", "'-", "'@", "'＝", "'＋", "'－", "'＠"};
  for (const std::string_view start : kGuarded)
    if (cell.starts_with(start)) cell.remove_prefix(1);
  std::string text;
  for (const char c : trimmed(cell))
    if (c != '\r') text += c;
  return text;
}

/// What two spellings of a value share. A spreadsheet writes 2019-03-31 as 2019/3/31 and true as TRUE.
std::string normal_form(const std::string& text, CellType type) {
  if (type == CellType::kDate || type == CellType::kValue || type == CellType::kExpression) {
    if (const std::optional<Date> day = read_day(text)) return day->iso();
    if (text == "TRUE") return "true";
    if (text == "FALSE") return "false";
  }
  if (type != CellType::kIds) return text;
  std::string ids;
  std::string id;
  const auto end_id = [&] {
    if (!id.empty()) ids += (ids.empty() ? "" : ", ") + id;
    id.clear();
  };
  constexpr std::string_view kComma = "、";
  for (std::string_view rest = text; !rest.empty();) {
    const bool is_comma = rest.starts_with(kComma);
    if (is_comma || rest.front() == ',' || rest.front() == ' ' || rest.front() == '\n')
      end_id();
    else
      id += rest.front();
    rest.remove_prefix(is_comma ? kComma.size() : 1);
  }
  end_id();
  return ids;
}

/// A parameter's number as the rules write it: a spreadsheet makes 5 of 5.0.
std::string number_form(std::string text, const toml_doc::Value& before) {
  if (before.as_int() != nullptr)
    if (const auto number = to_number<std::int64_t>(text)) return fmt::format("{}", *number);
  if (before.as_double() != nullptr)
    if (const auto number = to_number<double>(text)) return toml_doc::float_literal(*number);
  return text;
}

/// A share as the rules write it: 0.9, 90% and ９０％ are one.
std::string share_form(const std::string& text) {
  constexpr double kPercent = 100;
  std::string_view number = text;
  double unit = 1;
  for (const std::string_view sign : {"%", "％"})
    if (number.ends_with(sign)) {
      number.remove_suffix(sign.size());
      unit = kPercent;
    }
  const auto share = to_number<double>(trimmed(number));
  return share ? toml_doc::float_literal(*share / unit) : text;
}

/// What a cell is written as; a day as a deadline is an expression.
std::string written_form(const std::string& text, CellType type) {
  const bool is_day = type == CellType::kExpression && read_day(text).has_value();
  return is_day ? fmt::format("date(\"{}\")", normal_form(text, type)) : normal_form(text, type);
}

class TableCsv {
 public:
  TableCsv(const diag::Source& source, diag::Sink& sink) : reader_(source, sink), sink_(sink) {}

  /// Reads the headings; false when they are no good.
  bool read_headings() {
    CsvRecord record;
    if (!reader_.next(record)) return false;
    bool sound = true;
    std::array<bool, kNumColumns> seen{};
    for (const CsvCell& cell : record.cells) {
      const std::optional<Column> column = column_of(trimmed(cell.text));
      const bool is_new = column && !std::exchange(seen.at(static_cast<std::size_t>(*column)), true);
      columns_.push_back(column);
      if (is_new || trimmed(cell.text).empty()) continue;
      sink_.report(kTableHeading, cell.span, trimmed(cell.text));
      sound = false;
    }
    for (const Column needed : {Column::kKind, Column::kId, Column::kPart, Column::kStamp}) {
      if (seen.at(static_cast<std::size_t>(needed))) continue;
      sink_.report(kTableColumnMissing, record.span, column_info(needed).label.ja, column_info(needed).label.en);
      sound = false;
    }
    return sound;
  }

  /// The next row that is not empty.
  bool next() {
    while (reader_.next(record_))
      if (std::any_of(record_.cells.begin(), record_.cells.end(),
                      [](const CsvCell& cell) { return !trimmed(cell.text).empty(); }))
        return true;
    return false;
  }

  [[nodiscard]] const CsvCell* cell(Column column) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i] == column) return &record_.cells[i];
    return nullptr;
  }
  [[nodiscard]] std::string text(Column column) const { return plain_text(cell(column)->text); }
  [[nodiscard]] const CsvRecord& record() const { return record_; }

 private:
  static std::optional<Column> column_of(std::string_view heading) {
    for (const ColumnInfo& info : table_columns())
      for (const Language language : {Language::kJapanese, Language::kEnglish})
        if (heading == heading_of(info.column, language) || heading == info.label.in(language) || heading == info.id)
          return info.column;
    return std::nullopt;
  }

  CsvReader reader_;
  diag::Sink& sink_;
  CsvRecord record_;
  std::vector<std::optional<Column>> columns_;
};

std::optional<RowKind> parse_kind(std::string_view word) {
  for (const RowKind kind : kKinds)
    if (word == kind_word(kind).ja || word == kind_word(kind).en) return kind;
  return std::nullopt;
}

std::string name_of(std::string_view kind, std::string_view id, std::string_view part) {
  return fmt::format("{} {}{}{}", kind, id, part.empty() ? "" : " ", part);
}

class EditReader {
 public:
  EditReader(const diag::Source& source, bool lossy, const RulesTable& current, Language language, diag::Sink& sink)
      : csv_(source, sink), source_(source), is_lossy_(lossy), current_(current), language_(language), sink_(sink) {}

  std::optional<std::vector<TableEdit>> read() {
    const std::size_t errors_before = sink_.num_errors();
    if (!csv_.read_headings()) return std::nullopt;
    while (csv_.next()) read_row();
    if (sink_.num_errors() == errors_before) report_missing();
    // The ruleset's stamp covers all rows. When each of the others is as it was, the ruleset's own row is not.
    if (sink_.num_errors() == errors_before && stale_whole_)
      sink_.report(kTableStale, *stale_whole_, row_name(current_.rows.front()));
    if (sink_.num_errors() > errors_before) return std::nullopt;
    return std::move(edits_);
  }

 private:
  [[nodiscard]] std::string row_name(const TableRow& row) const {
    return name_of(kind_word(row.kind).in(language_), row.id, row.kind == RowKind::kRuleset ? "" : row.part);
  }

  void report_missing() {
    constexpr std::size_t kMostNames = 5;
    std::vector<std::string> names;
    for (const TableRow& row : current_.rows)
      if (!rows_.contains(&row)) names.push_back(row_name(row));
    if (names.empty()) return;
    const std::size_t num_more = names.size() > kMostNames ? names.size() - kMostNames : 0;
    names.resize(names.size() - num_more);
    std::string list = fmt::format("{}", fmt::join(names, ", "));
    if (num_more > 0) list += fmt::format(", … (+{})", num_more);
    sink_.report(kTableRowMissing, {&source_, 0, 0}, list, list);
  }

  [[nodiscard]] std::string_view label(Column column) const { return column_info(column).label.in(language_); }

  void read_row() {
    const std::string kind = csv_.text(Column::kKind);
    const std::string id = csv_.text(Column::kId);
    const std::string part = csv_.text(Column::kPart);
    const std::optional<RowKind> known = parse_kind(kind);
    const TableRow* row = known ? find_row(*known, id, part) : nullptr;
    if (row == nullptr) {
      report_unknown(kind, id, part);
      return;
    }
    if (const auto [first, is_new] = rows_.emplace(row, csv_.record().span); !is_new) {
      sink_.report(kTableRowTwice, csv_.record().span, row_name(*row))
          .notes.push_back({first->second, {"最初の行はここです", "the first one is here"}});
      return;
    }
    const bool is_whole = row->kind == RowKind::kRuleset;
    if (csv_.text(Column::kStamp) != row->cell(Column::kStamp)) {
      const diag::Span place = csv_.cell(Column::kStamp)->span;
      if (!is_whole) {
        sink_.report(kTableStale, place, row_name(*row));
        return;
      }
      stale_whole_ = place;
    }
    for (const ColumnInfo& info : table_columns()) read_cell(*row, info);
    if (!is_whole) check_languages(*row);
  }

  [[nodiscard]] const TableRow* find_row(RowKind kind, std::string_view id, std::string_view part) const {
    if (kind != RowKind::kRuleset) return current_.find(kind, id, part);
    const std::optional<Date> day = read_day(part);
    return day ? current_.find(kind, id, day->iso()) : nullptr;
  }

  void report_unknown(const std::string& kind, const std::string& id, const std::string& part) {
    std::vector<std::string> ids;
    for (const TableRow& row : current_.rows)
      if (kind == kind_word(row.kind).ja || kind == kind_word(row.kind).en) ids.push_back(row.id);
    diag::Diagnostic& report = sink_.report(kTableRow, csv_.cell(Column::kId)->span, name_of(kind, id, part));
    report.hint = diag::did_you_mean(diag::suggest(id, ids), report.hint);
  }

  void read_cell(const TableRow& row, const ColumnInfo& info) {
    constexpr std::string_view kActive = "active";
    const CsvCell* cell = csv_.cell(info.column);
    const bool is_known_already = info.column <= Column::kPart || info.column == Column::kStamp;
    if (cell == nullptr || is_known_already || info.column == Column::kOrigin) return;
    std::string text = plain_text(cell->text);
    if (info.type == CellType::kValue)
      if (const toml_doc::Value* value = value_of(row, info.column)) text = number_form(std::move(text), *value);
    std::string before = row.cell(info.column);
    if (info.type == CellType::kShare) {
      text = share_form(text);
      before = share_form(before);
    }
    if (is_same(normal_form(text, info.type), normal_form(plain_text(before), info.type))) return;
    if (!is_editable(row, info.column)) {
      sink_.report(kTableReadOnly, cell->span, label(info.column), before.empty() ? "空欄" : before,
                   before.empty() ? "an empty cell" : before);
    } else if (text.empty() && info.column == Column::kStage) {
      // The cell of a rule that is no draft is empty, so that emptying the cell takes a rule out of draft.
      if (before != kActive) edits_.push_back({&row, info.column, std::string(kActive), cell->span});
    } else if (text.empty()) {
      sink_.report(kTableCellEmpty, cell->span, label(info.column), before);
    } else if (check_cell(row, info, text, cell->span)) {
      edits_.push_back({&row, info.column, written_form(text, info.type), cell->span});
    }
  }

  [[nodiscard]] bool is_same(const std::string& text, const std::string& before) const {
    if (text == before) return true;
    if (!is_lossy_) return false;
    std::string_view left = text;
    std::string_view right = before;
    while (!left.empty() && !right.empty()) {
      const auto a = decode_utf8(left);
      const auto b = decode_utf8(right);
      if (!a || !b || (a->code_point != b->code_point && a->code_point != U'?')) return false;
      left.remove_prefix(a->num_bytes);
      right.remove_prefix(b->num_bytes);
    }
    return left.empty() && right.empty();
  }

  bool check_cell(const TableRow& row, const ColumnInfo& info, const std::string& text, diag::Span place) {
    if (const auto words = words_of(info.type); !words.empty()) {
      if (std::find(words.begin(), words.end(), text) != words.end()) return true;
      const std::vector<std::string> known(words.begin(), words.end());
      const std::string list = fmt::format("{}", fmt::join(words, ", "));
      report_cell(info, text, place).hint =
          diag::did_you_mean_among(diag::suggest(text, known), {"次のいずれか：" + list, "one of: " + list});
      return false;
    }
    if (info.type == CellType::kDate) {
      if (read_day(text)) return true;
      report_cell(info, text, place).hint = {"実在する日付を2026-03-31の形で書いてください",
                                             "write an existing day, like 2026-03-31"};
      return false;
    }
    if (info.type == CellType::kIds) return check_ids(info, text, place);
    if (info.type == CellType::kShare) return check_share(info, text, place);
    return info.type != CellType::kValue || check_value(row, info, text, place);
  }

  bool check_ids(const ColumnInfo& info, const std::string& text, diag::Span place) {
    std::vector<std::string> known;
    for (const TableRow& row : current_.rows)
      if (row.kind == RowKind::kBasis) known.push_back(row.id);
    const std::string list = fmt::format("{}", fmt::join(known, ", "));
    std::string ids = normal_form(text, CellType::kIds) + ", ";
    for (std::size_t end = ids.find(", "); end != std::string::npos; end = ids.find(", ")) {
      const std::string id = ids.substr(0, end);
      ids.erase(0, end + 2);
      if (std::find(known.begin(), known.end(), id) != known.end()) continue;
      report_cell(info, id, place).hint =
          diag::did_you_mean(diag::suggest(id, known), {"ある根拠：" + list, "bases there are: " + list});
      return false;
    }
    return true;
  }

  bool check_share(const ColumnInfo& info, const std::string& text, diag::Span place) {
    const auto share = to_number<double>(text);
    if (share && *share >= 0 && *share <= 1) return true;
    report_cell(info, text, place).hint = {"0から1までの数（又は百分率）を書いてください",
                                           "write a number from 0 to 1, or a percentage"};
    return false;
  }

  /// The type of a parameter stays.
  bool check_value(const TableRow& row, const ColumnInfo& info, const std::string& text, diag::Span place) {
    const toml_doc::Value& before = *value_of(row, Column::kValue);
    bool fits = true;
    LocalizedText hint;
    if (before.as_date() != nullptr) {
      fits = read_day(text).has_value();
      hint = {"実在する日付を2026-03-31の形で書いてください", "write an existing day, like 2026-03-31"};
    } else if (before.as_bool() != nullptr) {
      const std::string word = normal_form(text, CellType::kValue);
      fits = word == "true" || word == "false";
      hint = {"true又はfalseと書いてください", "write true or false"};
    } else if (before.as_int() != nullptr) {
      fits = to_number<std::int64_t>(text).has_value();
      hint = {"整数を書いてください", "write a whole number"};
    } else if (before.as_double() != nullptr) {
      fits = to_number<double>(text).has_value();
      hint = {"数を書いてください", "write a number"};
    }
    if (!fits) report_cell(info, text, place).hint = hint;
    return fits;
  }

  diag::Diagnostic& report_cell(const ColumnInfo& info, const std::string& text, diag::Span place) {
    return sink_.report(kTableCell, place, text, label(info.column));
  }

  /// A text that was not there needs both languages.
  void check_languages(const TableRow& row) {
    constexpr std::array kPairs{Column::kTitleJa, Column::kDescriptionJa, Column::kMessageJa, Column::kRemedyJa,
                                Column::kAskJa};
    for (const Column ja : kPairs) {
      const auto en = static_cast<Column>(static_cast<std::size_t>(ja) + 1);
      const TableEdit* in_ja = find_edit(row, ja);
      const TableEdit* in_en = find_edit(row, en);
      if (in_ja != nullptr && in_en == nullptr && row.cell(en).empty())
        sink_.report(kTableOneLanguage, in_ja->place, label(ja), label(en));
      if (in_en != nullptr && in_ja == nullptr && row.cell(ja).empty())
        sink_.report(kTableOneLanguage, in_en->place, label(en), label(ja));
    }
  }

  [[nodiscard]] const TableEdit* find_edit(const TableRow& row, Column column) const {
    const auto found = std::find_if(edits_.begin(), edits_.end(),
                                    [&](const TableEdit& edit) { return edit.row == &row && edit.column == column; });
    return found == edits_.end() ? nullptr : &*found;
  }

  TableCsv csv_;
  const diag::Source& source_;
  bool is_lossy_;
  const RulesTable& current_;
  Language language_;
  diag::Sink& sink_;
  std::map<const TableRow*, diag::Span> rows_;
  std::optional<diag::Span> stale_whole_;  ///< The ruleset's stamp, when it is another.
  std::vector<TableEdit> edits_;
};

}  // namespace

std::optional<TableHead> read_table_head(const diag::Source& source, diag::Sink& sink) {
  TableCsv csv(source, sink);
  if (!csv.read_headings()) return std::nullopt;
  while (csv.next())
    if (parse_kind(csv.text(Column::kKind)) == RowKind::kRuleset) {
      const std::string as_of = csv.text(Column::kPart);
      const std::optional<Date> day = read_day(as_of);
      return TableHead{csv.text(Column::kId), day ? day->iso() : as_of};
    }
  if (!sink.has_errors())
    sink.report(kTableRowMissing, {&source, 0, 0}, kind_word(RowKind::kRuleset).ja, kind_word(RowKind::kRuleset).en);
  return std::nullopt;
}

std::optional<std::vector<TableEdit>> read_table_edits(const diag::Source& source, bool lossy,
                                                       const RulesTable& current, Language language, diag::Sink& sink) {
  return EditReader(source, lossy, current, language, sink).read();
}

}  // namespace kijun::analysis
