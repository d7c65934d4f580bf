#include <set>

#include "reports/model/build_parts.h"

namespace kijun::reports {
namespace {

std::string anchor_prefix(const table::SubjectRef& ref, const std::string& kind) {
  return ref.space == table::kRecordSpace ? "m" : kind;
}

// A derived group is keyed by an answer, which may be a whole note: its members name it, a number anchors it.
void name_derived_group(const audit::ResultModel& result, SubjectView& view) {
  view.name = {};
  for (const table::SubjectRef& member : result.members(view.ref)) {
    const LocalizedText& name = result.subject(member).name.name;
    view.name.ja += (view.name.ja.empty() ? "" : "・") + name.ja;
    view.name.en += (view.name.en.empty() ? "" : ", ") + name.en;
  }
  view.anchor = view.info.name.kind + "-" + std::to_string(view.ref.index + 1);
}

void add_subject(GapReport& report, BuildIndex& index, const table::SubjectRef& ref) {
  if (!index.subject_of.emplace(ref, report.subjects.size()).second) {
    return;
  }
  SubjectView view{ref, report.result->subject(ref), {}, {}};
  const table::SubjectName& name = view.info.name;
  view.name = name.name;
  view.anchor = anchor_prefix(ref, name.kind) + "-" + name.code;
  if (ref.space != table::kRecordSpace && !is_standard_group(name.kind)) {
    name_derived_group(*report.result, view);
  }
  report.subjects.push_back(std::move(view));
}

}  // namespace

void add_subjects(GapReport& report, BuildIndex& index) {
  const audit::ResultModel& result = *report.result;
  std::set<table::SubjectRef> listed;
  for (std::size_t column = 0; column < result.columns().size(); ++column) {
    for (const std::uint32_t position : result.listed(column)) {
      listed.insert(result.columns()[column].subject(position));
    }
  }
  for (const table::SubjectRef record : result.records().all()) {
    if (report.shows_records || listed.contains(record)) {
      add_subject(report, index, record);
    }
  }
  for (const table::SubjectRef zone : result.zones().all()) {
    add_subject(report, index, zone);
    report.zones.push_back(index.subject_of.at(zone));
  }
  for (const audit::RuleColumn& column : result.columns()) {
    if (column.subjects().space() == table::kRecordSpace) {
      continue;
    }
    for (const table::SubjectRef subject : column.subjects().all()) {
      if (report.shows_records || listed.contains(subject)) {
        add_subject(report, index, subject);
      }
    }
  }
}

}  // namespace kijun::reports
