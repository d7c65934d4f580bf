#include "reports/words/record_words.h"

#include "engine/base/assert.h"
#include "reports/words/plural.h"

namespace kijun::reports {
namespace {

bool are_municipal(const std::vector<audit::RecordKind>& kinds) { return audit::is_municipality(kinds.front()); }

/// A noun for so many; Japanese has one form.
LocalizedText in_number(const LocalizedText& one, std::size_t number) {
  return {one.ja, number == 1 ? one.en : plural(one.en)};
}

}  // namespace

LocalizedText member_text(const std::vector<audit::RecordKind>& kinds) {
  KIJUN_ASSERT(!kinds.empty());
  return kinds.front().label;
}

LocalizedText members_text(const audit::RunInfo& run, std::size_t number) {
  return in_number(member_text(run.record_kinds), number);
}

LocalizedText records_text(const audit::RunInfo& run, std::size_t number) {
  if (!are_municipal(run.record_kinds)) return members_text(run, number);
  return in_number(word(Word::kOneRecord), number);
}

LocalizedText answering_text(const audit::RunInfo& run) {
  const LocalizedText records = records_text(run);
  return are_municipal(run.record_kinds) ? fill(Word::kAnswering, {{"records", records}}) : records;
}

LocalizedText num_records_text(const audit::RunInfo& run, const audit::Summary& summary) {
  const std::size_t number = summary.num_records;
  const LocalizedText records = records_text(run, number);
  if (!are_municipal(run.record_kinds)) return fill(Word::kNumRecords, {{"n", number}, {"records", records}});
  return fill(Word::kRecordsOfWhich, {{"n", number},
                                      {"records", records},
                                      {"counted", summary.num_municipalities},
                                      {"members", members_text(run, summary.num_municipalities)}});
}

LocalizedText record_heading(const audit::RunInfo& run) {
  if (are_municipal(run.record_kinds)) return word(Word::kRecord);
  LocalizedText heading = member_text(run.record_kinds);
  if (!heading.en.empty() && heading.en[0] >= 'a' && heading.en[0] <= 'z') heading.en[0] += 'A' - 'a';
  return heading;
}

LocalizedText code_heading(const std::vector<audit::RecordKind>& kinds) {
  return word(are_municipal(kinds) ? Word::kMunicipalityCode : Word::kCode);
}

LocalizedText word_for(const audit::RunInfo& run, Word id) {
  const Word order = are_municipal(run.record_kinds) ? Word::kOfficialOrder : Word::kFileOrder;
  return fill(id, {{"members", members_text(run)}, {"records", records_text(run)}, {"order", word(order)}});
}

LocalizedText excluded_text(const audit::RunInfo& run, const audit::ResultDetail& detail) {
  if (detail.num_excluded == 0) return {};
  return fill(Word::kExcluded, {{"n", detail.num_excluded}, {"members", members_text(run)}});
}

}  // namespace kijun::reports
