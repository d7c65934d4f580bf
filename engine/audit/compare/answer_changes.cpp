#include "engine/audit/compare/answer_changes.h"

#include <algorithm>
#include <map>

namespace kijun::audit {
namespace {

using RecordsByCode = std::map<std::string, table::SubjectRef>;

RecordsByCode records_of(const ResultModel& model) {
  RecordsByCode records;
  for (const table::SubjectRef ref : model.records()) records.emplace(model.subject(ref).name.code, ref);
  return records;
}

bool says_the_same(const CellView& one, const CellView& other) {
  return one.value_id == other.value_id && one.missing == other.missing && one.raw == other.raw;
}

}  // namespace

std::vector<AnswerChange> find_answer_changes(const ResultModel& before, const ResultModel& after,
                                              const Corners& corners, const Comparison& comparison) {
  std::vector<AnswerChange> changes;
  if (corners.before().head.data_hash == corners.after().head.data_hash) return changes;
  const RecordsByCode old_records = records_of(before);
  const RecordsByCode new_records = records_of(after);
  for (std::size_t subject = 0; subject < comparison.subjects.size(); ++subject) {
    const SubjectPair& pair = comparison.subjects[subject];
    const TableSubject& now = corners.after().subjects()[*pair.after];
    if (!now.is_record) continue;
    const auto old_record = old_records.find(corners.before().subjects()[*pair.before].name.code);
    const auto new_record = new_records.find(now.name.code);
    if (old_record == old_records.end() || new_record == new_records.end()) continue;
    const std::vector<CellView> old_answers = before.answers(old_record->second);
    for (CellView& answer : after.answers(new_record->second)) {
      const auto was = std::find_if(old_answers.begin(), old_answers.end(),
                                    [&](const CellView& cell) { return cell.field == answer.field; });
      if (was != old_answers.end() && !says_the_same(*was, answer))
        changes.push_back({subject, *was, std::move(answer)});
    }
  }
  return changes;
}

}  // namespace kijun::audit
