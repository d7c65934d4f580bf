#include "engine/analysis/rules_table/rules_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/audit/meaning.h"
#include "engine/audit/wording/sentence.h"
#include "engine/base/file_system.h"
#include "engine/base/sha256.h"
#include "engine/toml/value_text.h"

namespace kijun::analysis {
namespace {

using audit::SentenceUse;
using toml_doc::Array;
using toml_doc::Table;

constexpr std::array<ColumnInfo, kNumColumns> kColumns{{
    {Column::kKind, "kind", {"種別", "kind"}, CellType::kReadOnly},
    {Column::kId, "id", {"id", "id"}, CellType::kReadOnly},
    {Column::kPart, "part", {"細別", "part"}, CellType::kReadOnly},
    {Column::kTitleJa, "title_ja", {"名称・説明（日本語）", "title or description (Japanese)"}, CellType::kText},
    {Column::kTitleEn, "title_en", {"名称・説明（英語）", "title or description (English)"}, CellType::kText},
    {Column::kDescriptionJa, "description_ja", {"定義（日本語）", "definition (Japanese)"}, CellType::kText},
    {Column::kDescriptionEn, "description_en", {"定義（英語）", "definition (English)"}, CellType::kText},
    {Column::kStage, "stage", {"段階", "stage"}, CellType::kStage},
    {Column::kSeverity, "severity", {"重大度", "severity"}, CellType::kSeverity},
    {Column::kBeforeDeadline,
     "before_deadline",
     {"期限前の重大度", "severity before the deadline"},
     CellType::kSeverity},
    {Column::kDeadline, "deadline", {"期限", "deadline"}, CellType::kExpression},
    {Column::kMessageJa, "message_ja", {"指摘の文（日本語）", "message (Japanese)"}, CellType::kText},
    {Column::kMessageEn, "message_en", {"指摘の文（英語）", "message (English)"}, CellType::kText},
    {Column::kRemedyJa, "remedy_ja", {"助言の文（日本語）", "remedy (Japanese)"}, CellType::kText},
    {Column::kRemedyEn, "remedy_en", {"助言の文（英語）", "remedy (English)"}, CellType::kText},
    {Column::kAskJa, "ask_ja", {"照会の文（日本語）", "question (Japanese)"}, CellType::kText},
    {Column::kAskEn, "ask_en", {"照会の文（英語）", "question (English)"}, CellType::kText},
    {Column::kBasis, "basis", {"根拠", "basis"}, CellType::kIds},
    {Column::kFrom, "from", {"適用開始日", "from"}, CellType::kDate},
    {Column::kValue, "value", {"値", "value"}, CellType::kValue},
    {Column::kTarget, "target", {"目標（0～1）", "target (0 to 1)"}, CellType::kShare},
    {Column::kUnit, "unit", {"単位", "unit"}, CellType::kText},
    {Column::kLaw, "law", {"法令等", "law"}, CellType::kText},
    {Column::kArticle, "article", {"条項", "article"}, CellType::kText},
    {Column::kDate, "date", {"根拠の日付", "date of the basis"}, CellType::kDate},
    {Column::kStatus, "status", {"根拠の確認状況", "status of the basis"}, CellType::kStatus},
    {Column::kBy, "by", {"決裁者・確認者", "approved or confirmed by"}, CellType::kText},
    {Column::kOn, "on", {"決裁日・確認日", "approved or confirmed on"}, CellType::kDate},
    {Column::kNumber, "number", {"決裁番号", "approval number"}, CellType::kText},
    {Column::kWhenJa, "when_ja", {"適用する場合（日本語）", "applies when (Japanese)"}, CellType::kReadOnly},
    {Column::kWhenEn, "when_en", {"適用する場合（英語）", "applies when (English)"}, CellType::kReadOnly},
    {Column::kRequireJa, "require_ja", {"求めること（日本語）", "requires (Japanese)"}, CellType::kReadOnly},
    {Column::kRequireEn, "require_en", {"求めること（英語）", "requires (English)"}, CellType::kReadOnly},
    {Column::kOrigin, "origin", {"定義の場所", "defined at"}, CellType::kReadOnly},
    {Column::kStamp, "stamp", {"照合番号", "stamp"}, CellType::kReadOnly},
}};

constexpr std::array<std::string_view, 3> kSeverities{"error", "warning", "notice"};
constexpr std::array<std::string_view, 2> kStages{"active", "draft"};
constexpr std::array<std::string_view, 2> kStatuses{"confirmed", "unconfirmed"};

/// A value as a cell shows it: texts without quotes, ids one behind the other.
std::string cell_text(const toml_doc::Value& value) {
  if (const diag::EmbeddedText* text = value.as_string()) return text->text();
  const Array* array = value.as_array();
  if (array == nullptr) return toml_doc::value_text(value);
  std::string text;
  for (const toml_doc::Value& element : array->elements) text += (text.empty() ? "" : ", ") + cell_text(element);
  return text;
}

class TableMaker {
 public:
  TableMaker(const policy::MergedRuleset& merged, const audit::Plan& plan) : merged_(merged), plan_(plan) {}

  RulesTable make(Date as_of) {
    if (!merged_.heads.empty() && merged_.heads.back().as_table() != nullptr)
      add({RowKind::kRuleset, plan_.ruleset.id, as_of.iso(), {}, merged_.heads.back().as_table()},
          merged_.heads.back().span);
    for (const toml_doc::Entry& param : merged_.params.entries) add_param(param);
    for (const policy::MergedEntry& basis : merged_.bases)
      add({RowKind::kBasis, basis.id, "", {}, &basis.table}, basis.id_span);
    for (std::size_t i = 0; i < merged_.conditions.size(); ++i) {
      TableRow& row = add({RowKind::kCondition, merged_.conditions[i].id, "", {}, &merged_.conditions[i].table},
                          merged_.conditions[i].id_span);
      set(row, Column::kRequireJa, condition_sentence(plan_.conditions[i], plan_, SentenceUse::kDuty));
    }
    for (std::size_t i = 0; i < merged_.groups.size(); ++i) {
      TableRow& row =
          add({RowKind::kGroup, merged_.groups[i].id, "", {}, &merged_.groups[i].table}, merged_.groups[i].id_span);
      set(row, Column::kRequireJa, group_sentence(plan_.groups[i]));
    }
    for (const policy::MergedEntry& rule : merged_.rules) add_rule(rule);
    for (std::size_t i = 0; i < merged_.indicators.size(); ++i)
      add_indicator(merged_.indicators[i], plan_.indicators[i]);
    for (const policy::BandSet& set : plan_.ruleset.band_sets) add_band_set(set);
    for (TableRow& row : table_.rows) stamp(row);
    if (!table_.rows.empty()) stamp_whole(table_.rows.front());
    return std::move(table_);
  }

 private:
  static std::string& cell(TableRow& row, Column column) { return row.cells[static_cast<std::size_t>(column)]; }

  /// A text of both languages: its Japanese column is followed by the English one.
  static void set(TableRow& row, Column ja, const LocalizedText& text) {
    cell(row, ja) = text.ja;
    row.cells[static_cast<std::size_t>(ja) + 1] = text.en;
  }

  TableRow& add(TableRow row, diag::Span place) {
    for (const ColumnInfo& info : kColumns)
      if (const toml_doc::Value* value = value_of(row, info.column)) cell(row, info.column) = cell_text(*value);
    cell(row, Column::kId) = row.id;
    cell(row, Column::kPart) = row.part;
    if (place.valid()) {
      const std::string& path = place.source->path();
      cell(row, Column::kOrigin) =
          fmt::format("{}:{}", path.substr(path.rfind('/') + 1), place.source->line_column(place.begin).line);
    }
    return table_.rows.emplace_back(std::move(row));
  }

  void add_param(const toml_doc::Entry& param) {
    const toml_doc::Value& value = param.value.front();
    TableRow row{RowKind::kParam, param.key, "", {}, value.as_table()};
    if (row.table == nullptr) row.plain = &value;
    const toml_doc::Value* dated = row.table == nullptr ? nullptr : row.table->find("values");
    (void)add(std::move(row), param.key_span);
    if (dated == nullptr || dated->as_array() == nullptr) return;
    std::size_t number = 0;
    for (const toml_doc::Value& element : dated->as_array()->elements)
      (void)add({RowKind::kParam, param.key, fmt::format("{}", ++number), {}, element.as_table(), nullptr, dated},
                param.key_span);
  }

  void add_rule(const policy::MergedEntry& entry) {
    TableRow& row = add({RowKind::kRule, entry.id, "", {}, &entry.table}, entry.id_span);
    const auto compiled = std::find_if(plan_.rules.begin(), plan_.rules.end(),
                                       [&](const audit::CompiledRule& rule) { return rule.source->id == entry.id; });
    if (compiled == plan_.rules.end()) return;
    if (compiled->when) set(row, Column::kWhenJa, condition_sentence(*compiled->when, plan_, SentenceUse::kCase));
    if (compiled->require)
      set(row, Column::kRequireJa, condition_sentence(*compiled->require, plan_, SentenceUse::kDuty));
    const toml_doc::Value* cases = entry.table.find("case");
    for (const audit::CompiledCase& each : compiled->cases) add_case(entry, *cases, each);
  }

  /// 「協議の場の備考が同じもの」.
  LocalizedText group_sentence(const audit::CompiledGroup& group) {
    const LocalizedText key = value_phrase(group.by, plan_);
    return {key.ja + "が同じもの", "those of the same " + key.en};
  }

  void add_indicator(const policy::MergedEntry& entry, const audit::CompiledIndicator& compiled) {
    TableRow& row = add({RowKind::kIndicator, entry.id, "", {}, &entry.table}, entry.id_span);
    const toml_doc::Value* of = entry.table.find("of");
    const bool counts_everyone = of == nullptr || cell_text(*of) == "true";
    if (compiled.of && !counts_everyone)
      set(row, Column::kWhenJa, condition_sentence(*compiled.of, plan_, SentenceUse::kCase));
    set(row, Column::kRequireJa, condition_sentence(compiled.met, plan_, SentenceUse::kDuty));
  }

  /// A set and its bands are read only: what a band is of stands in several places.
  void add_band_set(const policy::BandSet& bands) {
    LocalizedText indicators;
    for (const diag::EmbeddedText& id : bands.indicators) append(indicators, in_both(id.text()), {"、", ", "});
    TableRow& row = add({RowKind::kBandSet, bands.id, "", {}}, bands.span);
    set(row, Column::kTitleJa, bands.title);
    if (!indicators.empty())
      set(row, Column::kRequireJa,
          {"次の指標のうち、目標を達成したものの割合による：" + indicators.ja,
           "by the share of these indicators that reach their target: " + indicators.en});
    for (const policy::Band& band : bands.bands) {
      TableRow& of_band = add({RowKind::kBand, bands.id, band.id, {}}, bands.span);
      set(of_band, Column::kTitleJa, band.title);
      set(of_band, Column::kRequireJa, bound_sentence(band.at_least));
    }
  }

  static LocalizedText bound_sentence(const policy::Fraction& at_least) {
    if (at_least.part == 0) return {"上のいずれの区分にも届かないこと", "reaches none of the bands above"};
    if (at_least.part == at_least.whole)
      return {"目標のある指標のすべてを達成すること", "all indicators with a target are met"};
    return {fmt::format("目標のある指標の{}分の{}以上を達成すること", at_least.whole, at_least.part),
            fmt::format("at least {}/{} of the indicators with a target are met", at_least.part, at_least.whole)};
  }

  void add_case(const policy::MergedEntry& entry, const toml_doc::Value& cases, const audit::CompiledCase& compiled) {
    for (const toml_doc::Value& element : cases.as_array()->elements) {
      const toml_doc::Value* id = element.as_table() == nullptr ? nullptr : element.as_table()->find("id");
      if (id == nullptr || id->as_string() == nullptr || id->as_string()->text() != compiled.source->id) continue;
      TableRow& row = add({RowKind::kCase, entry.id, compiled.source->id, {}, element.as_table()}, id->span);
      set(row, Column::kWhenJa, condition_sentence(compiled.when, plan_, SentenceUse::kCase));
    }
  }

  /// Neither the place of a row nor its sentences are in its stamp: a line more in the file or another label of a field
  /// changes nothing that a table could lose.
  void stamp(TableRow& row) {
    std::string content = fmt::format("{}\n{}\n{}", static_cast<int>(row.kind), row.id, row.part);
    for (const ColumnInfo& info : kColumns)
      if (info.type != CellType::kReadOnly) content += "\n" + row.cell(info.column);
    if (row.kind == RowKind::kRule)
      if (const policy::Rule* rule = plan_.ruleset.find_rule(row.id))
        content += "\n" + audit::meaning_of(*rule, plan_).meaning;
    if (row.kind == RowKind::kBandSet || row.kind == RowKind::kBand) content += "\n" + row.cell(Column::kRequireJa);
    for (const std::string_view key : expressions_of(row.kind))
      if (const toml_doc::Value* expression = row.table->find(key)) content += "\n" + cell_text(*expression);
    cell(row, Column::kStamp) = short_hash(content);
  }

  /// The keys of a row whose meaning is what they say; of a rule more than its own keys decide.
  static std::vector<std::string_view> expressions_of(RowKind kind) {
    if (kind == RowKind::kCondition) return {"expr"};
    if (kind == RowKind::kGroup) return {"by", "among"};
    if (kind == RowKind::kCase) return {"when"};
    if (kind == RowKind::kIndicator) return {"for_each", "of", "met"};
    return {};
  }

  /// The first row's stamp covers all of them.
  void stamp_whole(TableRow& first) {
    std::string stamps;
    for (const TableRow& row : table_.rows) stamps += row.cell(Column::kStamp) + "\n";
    cell(first, Column::kStamp) = short_hash(stamps);
  }

  static std::string short_hash(const std::string& content) {
    constexpr std::size_t kDigits = 12;
    // A letter in front: a spreadsheet reads digits with an `e` among them as a number.
    return "s" + sha256_hex(content).substr(0, kDigits);
  }

  const policy::MergedRuleset& merged_;
  const audit::Plan& plan_;
  RulesTable table_;
};

/// Where the value of a column stands in rows of a kind; a text of one language stands below its key.
struct KeyPlace {
  RowKind kind = RowKind::kRule;
  Column column = Column::kKind;
  std::string_view key;
  std::string_view inner;
};

constexpr std::array kPlaces{
    KeyPlace{RowKind::kRuleset, Column::kTitleJa, "title", "ja"},
    KeyPlace{RowKind::kRuleset, Column::kTitleEn, "title", "en"},
    KeyPlace{RowKind::kRuleset, Column::kStage, "stage", ""},
    KeyPlace{RowKind::kRuleset, Column::kBy, "approval", "by"},
    KeyPlace{RowKind::kRuleset, Column::kOn, "approval", "date"},
    KeyPlace{RowKind::kRuleset, Column::kNumber, "approval", "number"},
    KeyPlace{RowKind::kParam, Column::kTitleJa, "description", "ja"},
    KeyPlace{RowKind::kParam, Column::kTitleEn, "description", "en"},
    KeyPlace{RowKind::kParam, Column::kBasis, "basis", ""},
    KeyPlace{RowKind::kParam, Column::kFrom, "from", ""},
    KeyPlace{RowKind::kParam, Column::kValue, "value", ""},
    KeyPlace{RowKind::kBasis, Column::kTitleJa, "title", "ja"},
    KeyPlace{RowKind::kBasis, Column::kTitleEn, "title", "en"},
    KeyPlace{RowKind::kBasis, Column::kLaw, "law", ""},
    KeyPlace{RowKind::kBasis, Column::kArticle, "article", ""},
    KeyPlace{RowKind::kBasis, Column::kDate, "date", ""},
    KeyPlace{RowKind::kBasis, Column::kStatus, "status", ""},
    KeyPlace{RowKind::kBasis, Column::kBy, "confirmed_by", ""},
    KeyPlace{RowKind::kBasis, Column::kOn, "confirmed_on", ""},
    KeyPlace{RowKind::kCondition, Column::kTitleJa, "description", "ja"},
    KeyPlace{RowKind::kCondition, Column::kTitleEn, "description", "en"},
    KeyPlace{RowKind::kGroup, Column::kTitleJa, "title", "ja"},
    KeyPlace{RowKind::kGroup, Column::kTitleEn, "title", "en"},
    KeyPlace{RowKind::kIndicator, Column::kTitleJa, "title", "ja"},
    KeyPlace{RowKind::kIndicator, Column::kTitleEn, "title", "en"},
    KeyPlace{RowKind::kIndicator, Column::kDescriptionJa, "description", "ja"},
    KeyPlace{RowKind::kIndicator, Column::kDescriptionEn, "description", "en"},
    KeyPlace{RowKind::kIndicator, Column::kTarget, "target", ""},
    KeyPlace{RowKind::kIndicator, Column::kUnit, "unit", ""},
    KeyPlace{RowKind::kRule, Column::kTitleJa, "title", "ja"},
    KeyPlace{RowKind::kRule, Column::kTitleEn, "title", "en"},
    KeyPlace{RowKind::kRule, Column::kStage, "stage", ""},
    KeyPlace{RowKind::kRule, Column::kDeadline, "deadline", ""},
    KeyPlace{RowKind::kRule, Column::kBasis, "basis", ""},
};

/// What rules and their cases share.
constexpr std::array kVerdictPlaces{
    KeyPlace{RowKind::kRule, Column::kSeverity, "severity", ""},
    KeyPlace{RowKind::kRule, Column::kBeforeDeadline, "before_deadline", ""},
    KeyPlace{RowKind::kRule, Column::kMessageJa, "message", "ja"},
    KeyPlace{RowKind::kRule, Column::kMessageEn, "message", "en"},
    KeyPlace{RowKind::kRule, Column::kRemedyJa, "remedy", "ja"},
    KeyPlace{RowKind::kRule, Column::kRemedyEn, "remedy", "en"},
    KeyPlace{RowKind::kRule, Column::kAskJa, "ask", "ja"},
    KeyPlace{RowKind::kRule, Column::kAskEn, "ask", "en"},
};

std::vector<std::string_view> path_of(const KeyPlace& place) {
  return place.inner.empty() ? std::vector{place.key} : std::vector{place.key, place.inner};
}

}  // namespace

std::span<const ColumnInfo> table_columns() { return kColumns; }

const ColumnInfo& column_info(Column column) { return kColumns.at(static_cast<std::size_t>(column)); }

std::string heading_of(Column column, Language language) {
  const ColumnInfo& info = column_info(column);
  std::string heading(info.label.in(language));
  if (info.type == CellType::kReadOnly) heading += language == Language::kJapanese ? "［変更不可］" : " [read-only]";
  return heading;
}

LocalizedView kind_word(RowKind kind) {
  switch (kind) {
    case RowKind::kRuleset:
      return {"規則集", "ruleset"};
    case RowKind::kParam:
      return {"パラメーター", "parameter"};
    case RowKind::kBasis:
      return {"根拠", "basis"};
    case RowKind::kCondition:
      return {"条件", "condition"};
    case RowKind::kGroup:
      return {"まとまり", "group"};
    case RowKind::kRule:
      return {"ルール", "rule"};
    case RowKind::kCase:
      return {"場合", "case"};
    case RowKind::kIndicator:
      return {"指標", "indicator"};
    case RowKind::kBandSet:
      return {"指標の組", "band set"};
    case RowKind::kBand:
      return {"区分", "band"};
  }
  return {};
}

std::span<const std::string_view> words_of(CellType type) {
  if (type == CellType::kSeverity) return kSeverities;
  if (type == CellType::kStage) return kStages;
  if (type == CellType::kStatus) return kStatuses;
  return {};
}

std::vector<std::string_view> key_path(RowKind kind, Column column) {
  for (const KeyPlace& place : kPlaces)
    if (place.kind == kind && place.column == column) return path_of(place);
  if (kind != RowKind::kRule && kind != RowKind::kCase) return {};
  for (const KeyPlace& place : kVerdictPlaces)
    if (place.column == column) return path_of(place);
  return {};
}

const toml_doc::Value* value_of(const TableRow& row, Column column) {
  const std::vector<std::string_view> path = key_path(row.kind, column);
  if (path.empty()) return nullptr;
  if (row.plain != nullptr) return column == Column::kValue ? row.plain : nullptr;
  const Table* table = row.table;
  const toml_doc::Value* value = nullptr;
  for (const std::string_view key : path) {
    value = table == nullptr ? nullptr : table->find(key);
    if (value == nullptr) return nullptr;
    table = value->as_table();
  }
  return value;
}

bool is_editable(const TableRow& row, Column column) {
  if (key_path(row.kind, column).empty()) return false;
  return row.kind != RowKind::kParam || value_of(row, column) != nullptr;
}

const TableRow* RulesTable::find(RowKind kind, std::string_view id, std::string_view part) const {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const TableRow& row) {
    return row.kind == kind && row.id == id && row.part == part;
  });
  return found == rows.end() ? nullptr : &*found;
}

RulesTable make_rules_table(const policy::MergedRuleset& merged, const audit::Plan& plan, Date as_of) {
  return TableMaker(merged, plan).make(as_of);
}

}  // namespace kijun::analysis
