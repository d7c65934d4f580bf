#include "reports/csv/csv_comparison.h"

#include "reports/csv/csv_row.h"
#include "reports/words/record_words.h"

namespace kijun::reports {
namespace {

using audit::Input;

/// The headings up to the columns of what made a change, which are there only with a split.
std::vector<LocalizedText> headings_of(const CompareSource& source) {
  const LocalizedText code = code_heading(source.corners.after().head.record_kinds);
  std::vector<LocalizedText> headings{{"変化", "change"},
                                      {"ルール", "rule"},
                                      {"題名", "title"},
                                      {"対象の種類", "subject kind"},
                                      code,
                                      fill(Word::kCodeBefore, {{"code", code}}),
                                      {"名称", "name"},
                                      {"圏域", "zone"},
                                      {"前の判定", "verdict before"},
                                      {"後の判定", "verdict after"},
                                      {"前の結果", "outcome before"},
                                      {"後の結果", "outcome after"},
                                      {"前の重大度", "severity before"},
                                      {"後の重大度", "severity after"}};
  if (source.comparison.has_split)
    for (const LocalizedText& by :
         {LocalizedText{"要因：回答", "by data"}, LocalizedText{"要因：規則", "by rules"},
          LocalizedText{"要因：判定日", "by date"}, LocalizedText{"要因：組合せ", "combined"}})
      headings.push_back(by);
  headings.push_back({"前の内容", "message before"});
  headings.push_back({"後の内容", "message after"});
  return headings;
}

std::string zone_name(const CompareReport& report, const std::string& id, Language language) {
  for (const audit::ResultTable* table : {&report.source->corners.after(), &report.source->corners.before()})
    if (const auto zone = table->zones.find(id); zone != table->zones.end()) return zone->second.in(language);
  return id;
}

void add_states(const audit::FindingChange& change, CsvRow& row) {
  for (const audit::MaybeState* state : {&change.before, &change.after})
    row.add(*state ? audit::outcome_id((*state)->outcome) : "");
  for (const audit::MaybeState* state : {&change.before, &change.after})
    row.add(*state ? policy::severity_id((*state)->severity) : "");
}

/// 1 and 0.
void add_inputs(const audit::FindingChange& change, CsvRow& row) {
  const auto flag = [&](bool is_set) { row.add(is_set ? "1" : "0"); };
  for (const Input input : audit::kAllInputs) flag(has(change.by, input));
  flag(change.by.none());
}

void write_change(const CompareReport& report, const ChangeView& view, Language language, CsvRow& row) {
  const audit::FindingChange& change = *view.change;
  const CompareSource& source = *report.source;
  const audit::SubjectPair& pair = source.comparison.subjects[change.subject];
  const audit::TableSubject& before = source.subject_before(pair);
  const audit::TableSubject& after = source.subject_after(pair);
  row.add(view.kind.in(language));
  row.add(view.rule);
  row.add(view.title.in(language));
  row.add(after.name.kind);
  row.add(after.name.code);
  row.add(before.name.code == after.name.code ? "" : before.name.code);
  row.add(after.name.name.in(language));
  row.add(zone_name(report, source.zone(pair), language));
  row.add(view.before.in(language));
  row.add(view.after.in(language));
  add_states(change, row);
  if (source.comparison.has_split) add_inputs(change, row);
  row.add(change.text_before.in(language));
  row.add(change.text_after.in(language));
  row.finish();
}

void write_rows(const CompareReport& report, Language language, bool formula_safe, std::ostream& out) {
  CsvRow row(out, formula_safe);
  for (const LocalizedText& heading : headings_of(*report.source)) row.add(heading.in(language));
  row.finish();
  for (const ChangeGroup& group : report.groups)
    for (const ChangeView& view : group.changes) write_change(report, view, language, row);
}

}  // namespace

void write_csv_comparison(const CompareReport& report, Language language, std::ostream& out) {
  out << "\xEF\xBB\xBF";
  write_rows(report, language, true, out);
}

void write_csv_raw_comparison(const CompareReport& report, Language language, std::ostream& out) {
  write_rows(report, language, false, out);
}

}  // namespace kijun::reports
